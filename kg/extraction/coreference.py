"""Coreference of actors inside one article: names, short forms, titles, nationalities, definite nouns, pronouns where
safe.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from spacy.tokens import Doc, Token

from kg.extraction.mention import Mention
from kg.extraction.words import keys, span_of
from kg.gazetteer import Gazetteer
from kg.language.base import lexicon
from kg.language.functions import feature
from kg.model import Actor, Kind
from kg.text import fold, key

_DEMONSTRATIVES = frozenset(
    fold(w) for w in ("هذا", "هذه", "ذلك", "تلك", "this", "that", "these", "those", "the", "its", "his", "their")
)
_PERSON = frozenset([Kind.PERSON])
_BODIES = frozenset([Kind.ORGANIZATION, Kind.STATE])
_MANY = frozenset([Kind.GROUP, Kind.ORGANIZATION, Kind.PERSON, Kind.STATE])
_PRONOUN_KINDS = {
    "ه": (_PERSON, frozenset([Kind.ORGANIZATION])),
    "هو": (_PERSON, frozenset([Kind.ORGANIZATION])),
    "ها": (_BODIES | _PERSON,),
    "هي": (_BODIES | _PERSON,),
    "it": (_BODIES,),
    "its": (_BODIES,),
    **dict.fromkeys(("he", "she", "him", "her", "his"), (_PERSON,)),
}
"""Kinds that a pronoun may stand for, the likelier first; the plural ones stand for any."""


@dataclass(slots=True)
class _Cluster:
    """The mentions of one actor so far."""

    kind: Kind
    mentions: list[Mention]
    entry: str | None = None
    names: list[str] = field(default_factory=list)
    words: list[tuple[str, ...]] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    post: str | None = None
    country: str | None = None
    count: int | None = None


@cache
def government_parts(lang: str) -> frozenset[str]:
    """Folded nouns that stand for a state when they are said of it ("the Syrian government")."""
    return frozenset(fold(str(word)) for word in lexicon(lang).nouns["government_parts"])


class Coreference:
    """The actors of one document and which mention belongs to which.

    Clusters grow as mentions are added in text order; `actors()` freezes them.
    """

    def __init__(self, doc: Doc, mentions: Sequence[Mention], gazetteer: Gazetteer) -> None:
        self._doc = doc
        self._gazetteer = gazetteer
        text = doc.text
        self._title_end = text.find("\n", len(text) - len(text.lstrip()))
        self._clusters: list[_Cluster] = []
        self._of: dict[Mention, _Cluster] = {}
        self.mentions = tuple(mentions)
        for mention in sorted(mentions, key=lambda m: (m.name is None and m.entry is None, m.start)):
            if mention.name is not None or mention.entry is not None:
                self.add(mention)
        for mention in mentions:
            if mention not in self._of:
                self.add(mention)

    def add(self, mention: Mention) -> None:
        """Puts a mention into the cluster it refers to, a new one when there is none before it."""
        cluster = self._antecedent(mention)
        if cluster is None:
            cluster = _Cluster(mention.kind, [])
            self._clusters.append(cluster)
        self._join(cluster, mention)

    def _join(self, cluster: _Cluster, mention: Mention) -> None:
        cluster.mentions.append(mention)
        cluster.entry = cluster.entry or mention.entry
        cluster.country = cluster.country or mention.country
        cluster.post = cluster.post or mention.post
        cluster.count = cluster.count or mention.count
        if mention.noun:
            cluster.nouns.add(mention.noun)
        if mention.name is not None and not mention.adjective and not self._governs(mention):
            self._add_name(cluster, mention.name)
        if self._governs(mention):
            cluster.entry = cluster.entry or self._gazetteer.state(mention.country or "").id
        if mention.kind is Kind.STATE or self._governs(mention):
            cluster.kind = Kind.STATE
        self._of[mention] = cluster

    def _add_name(self, cluster: _Cluster, bounds: tuple[int, int]) -> None:
        text = self._name_text(*bounds)
        if text not in cluster.names:
            cluster.names.append(text)
            cluster.words.append(tuple(key(text).split()))

    def _name_text(self, start: int, end: int) -> str:
        """The name as it would stand alone: «لحريري» of «للحريري» gets its article back."""
        text = self._text(start, end)
        first = self._doc[start]
        return "ا" + text if first.text.startswith("ل") and first.norm_.startswith("ال") else text

    def _text(self, start: int, end: int) -> str:
        return str(self._doc[start:end].text)

    def _antecedent(self, mention: Mention) -> _Cluster | None:
        if mention.entry is not None:
            known = self._by_entry(mention.entry)
            return known or (
                self._by_name(mention, mention.name) if mention.kind is Kind.PERSON and mention.name else None
            )
        if self._governs(mention):
            return self._by_entry(self._gazetteer.state(mention.country or "").id)
        if mention.name is not None:
            return self._by_name(mention, mention.name)
        if mention.post is not None:
            return self._by_post(mention)
        return self._by_noun(mention)

    def _governs(self, mention: Mention) -> bool:
        """Whether the mention is a government («الحكومة السورية»), which stands for its state."""
        owned = mention.country is not None and mention.entry is None
        return owned and mention.noun in government_parts(self._doc.lang_)

    def _by_entry(self, entry: str) -> _Cluster | None:
        return next((c for c in self._clusters if c.entry == entry), None)

    def _by_name(self, mention: Mention, bounds: tuple[int, int]) -> _Cluster | None:
        words = tuple(key(self._name_text(*bounds)).split())
        fitting = [
            cluster
            for cluster in reversed(self._clusters)
            if cluster.kind is mention.kind
            and (cluster.entry is None or mention.entry in (None, cluster.entry))
            and _fits_names(words, cluster.words, mention.kind)
        ]
        sure = [c for c in fitting if any(_sure(words, other) for other in c.words)]
        return sure[0] if sure else fitting[0] if len(fitting) == 1 else None

    def _by_post(self, mention: Mention) -> _Cluster | None:
        if mention.kind is Kind.GROUP:
            return None
        if self._in_title(mention) and mention.country is not None:
            return self._holder(mention)
        if not self.is_definite(mention):
            return None
        return self._latest(
            mention,
            lambda c: c.kind is mention.kind and c.post == mention.post and _agree(c.country, mention.country),
        )

    def _holder(self, mention: Mention) -> _Cluster | None:
        """Who has the post that the article's title names without a name («الرئيس الفنلندي يصل إلى براغ»); None when
        several have, or nobody.
        """
        posted = [
            c for c in self._clusters if c.post == mention.post and c.names and _agree(c.country, mention.country)
        ]
        return posted[0] if len(posted) == 1 else None

    def _in_title(self, mention: Mention) -> bool:
        return self._doc[mention.start].idx < self._title_end

    def _by_noun(self, mention: Mention) -> _Cluster | None:
        if mention.noun is None:
            return None
        if not self.is_definite(mention):
            return self._of_title(mention)
        head = mention.noun
        beside = self._apposition(mention)
        if beside is not None:
            return beside

        def fits(cluster: _Cluster) -> bool:
            named = head in cluster.nouns or any(head in _first_words(name) for name in cluster.names)
            return cluster.kind is mention.kind and named and _agree(cluster.country, mention.country)

        return self._latest(mention, fits)

    def _of_title(self, mention: Mention) -> _Cluster | None:
        """The actor that only the title has named so far, by the same noun: the text begins by telling it again."""

        def told(cluster: _Cluster) -> bool:
            inside = all(map(self._in_title, cluster.mentions))
            same = cluster.kind is mention.kind and mention.noun in cluster.nouns and not cluster.names
            return inside and same and _agree(cluster.country, mention.country) and cluster.count == mention.count

        beyond = self._doc[mention.start].idx > self._title_end >= 0
        return self._latest(mention, told) if beyond else None

    def _apposition(self, mention: Mention) -> _Cluster | None:
        """The named actor of the same kind that stands in apposition to a noun ("the capital, Khartoum")."""
        head = self._doc[mention.head]
        for other in (*(c for c in head.children if c.dep_ == "appos"), *([head.head] if head.dep_ == "appos" else [])):
            for named in self._of:
                if named.head == other.i and named.name is not None and named.kind is mention.kind:
                    return self._of[named]
        return None

    def _latest(self, mention: Mention, fits: Callable[[_Cluster], bool]) -> _Cluster | None:
        """The cluster that fits and was mentioned last before the mention."""
        best: tuple[int, _Cluster] | None = None
        for cluster in self._clusters:
            before = [m.start for m in cluster.mentions if m.start < mention.start]
            if before and fits(cluster) and (best is None or max(before) > best[0]):
                best = (max(before), cluster)
        return best[1] if best else None

    def is_definite(self, mention: Mention) -> bool:
        """Whether an article or a demonstrative stands before a mention, or nothing before a body ("police said")."""
        head = self._doc[mention.head]
        if self._doc.lang_ == "ar":
            pointed = mention.start > 0 and fold(self._doc[mention.start].norm_) in _DEMONSTRATIVES
            return pointed or fold(head.norm_).startswith("ال") or "Def" in feature(head, "Definite")
        before = [c for c in head.children if c.dep_ in ("det", "nmod:poss")]
        return any(fold(c.text) in _DEMONSTRATIVES for c in before) or (
            mention.kind is Kind.ORGANIZATION and not before and head.lower_ == fold(head.lemma_)
        )

    def at(self, token: Token) -> Mention | None:
        """The mention that a token takes part in by its head, else the shortest that covers it as part of its name."""
        counted = (
            token.head.i if token.lang_ == "ar" and token.head.pos_ == "NUM" and token.head.i < token.i else token.i
        )
        heads = [m for m in self.mentions if m.head in (token.i, counted) and m.covers(token.i) and not m.adjective]
        if heads:
            return max(heads, key=lambda m: m.end - m.start)
        named = [m for m in self.mentions if m.name and m.name[0] <= token.i < m.name[1]]
        if named:
            return min(named, key=lambda m: m.end - m.start)
        covering = [m for m in self.mentions if m.covers(token.i) and m.name]
        return min(covering, key=lambda m: m.end - m.start) if covering else self._adjective(token)

    def _adjective(self, token: Token) -> Mention | None:
        return next((m for m in self.mentions if m.adjective and m.head == token.i), None)

    def state_of(self, mention: Mention) -> Mention:
        """The mention as its state: the government meant by a capital («دمشق»); the mention itself where it is none."""
        entry = self._gazetteer.entry(mention.entry) if mention.entry else None
        if entry is None or not entry.capital_of:
            return mention
        metonym = replace(mention, kind=Kind.STATE, name=None, entry=entry.capital_of)
        if metonym not in self._of:
            self.add(metonym)
        return metonym

    def kind(self, mention: Mention) -> Kind:
        """What the actor of a mention is."""
        return self._of[mention].kind

    def pronoun(self, token: Token, kinds: Iterable[Kind]) -> Mention | None:
        """What a pronoun refers to, where that is safe: the subject of its clause for one in a fronted phrase, else
        the last actor of a fitting kind.
        """
        for preferred in _pronoun_kinds(fold(token.text)):
            allowed = preferred & frozenset(kinds)
            for candidate in self._pronoun_candidates(token, allowed):
                if self.kind(candidate) in allowed:
                    return candidate
        return None

    def _pronoun_candidates(self, token: Token, kinds: frozenset[Kind]) -> Iterator[Mention]:
        yield from self._clause_subjects(token)
        sentence = token.sent.start
        before = [m for m in self.mentions if m.end <= token.i and not m.adjective and m.start >= sentence]
        yield from sorted(before, key=lambda m: (m.name is None, m.start))
        named = [m for m in self.mentions if m.start < sentence and not m.adjective and m.name is not None]
        earlier = [m for m in named if self.kind(m) in kinds]
        yield from sorted(earlier, key=lambda m: -m.start)[:1]

    def _clause_subjects(self, token: Token) -> Iterator[Mention]:
        for above in token.ancestors:
            for child in above.children:
                if child.dep_.split(":")[0] == "nsubj" and child.i != token.i:
                    mention = self.at(child)
                    if mention is not None and not mention.covers(token.i):
                        yield mention
            if above.pos_ == "VERB" and token.lang_ == "en" and above.i > token.i:
                yield from (m for m in self.mentions if m.end == above.i and m.start > token.i and not m.adjective)

    def topic(self, verb: Token, kinds: Iterable[Kind]) -> Mention | None:
        """Who does an Arabic verb without a subject: the last subject before it, in its sentence or the one before."""
        allowed = set(kinds)
        first = max(0, verb.sent.start - 1)
        floor = self._doc[first].sent.start
        for mention in reversed(self.mentions):
            head = self._doc[mention.head]
            if floor <= mention.start < verb.i and not mention.adjective and head.dep_.startswith("nsubj"):
                return mention if self.kind(mention) in allowed else None
        return None

    def create(self, token: Token, kind: Kind, bounds: tuple[int, int], *, named: bool) -> Mention:
        """A mention for a filler that no lexicon or model named."""
        start, end = bounds
        mention = Mention(start, end, token.i, kind, bounds if named else None, noun=None if named else keys(token)[0])
        self.mentions = tuple(sorted([*self.mentions, mention], key=lambda m: (m.start, m.end)))
        self.add(mention)
        return mention

    def actors(self) -> tuple[tuple[Actor, ...], Mapping[Mention, str]]:
        """The actors in the order of their first mention, and the id of each mention's actor."""
        ordered = sorted(self._clusters, key=lambda c: min((m.start, m.end) for m in c.mentions))
        ids = {id(cluster): f"x{n}" for n, cluster in enumerate(ordered, 1)}
        actors = tuple(self._freeze(cluster, ids[id(cluster)]) for cluster in ordered)
        return actors, {mention: ids[id(cluster)] for mention, cluster in self._of.items()}

    def _freeze(self, cluster: _Cluster, id: str) -> Actor:
        spans = {span_of(self._doc, m.start, m.end) for m in cluster.mentions}
        spans |= {span_of(self._doc, *m.name) for m in cluster.mentions if m.name}
        entry = self._gazetteer.entry(cluster.entry) if cluster.entry else None
        first = min(cluster.mentions, key=lambda m: (m.start, m.end))
        name = max(cluster.names, key=len) if cluster.names else self._text(first.start, first.end)
        if entry is not None:
            name = entry.names.get(self._doc.lang_) or name
        titled = [m for m in cluster.mentions if m.post and m.name]
        office = self._office(titled[0], titled[0].name) if titled and titled[0].name else None
        country = cluster.country or (entry.country if entry else None)
        return Actor(
            id=id,
            kind=cluster.kind,
            name=name,
            mentions=tuple(sorted(spans)),
            named=bool(cluster.names) or entry is not None,
            names=tuple(sorted(cluster.names, key=lambda n: (-len(n), n))),
            entry=cluster.entry,
            country=country,
            office=office,
            count=cluster.count,
        )

    def _office(self, mention: Mention, name: tuple[int, int]) -> str | None:
        """The words of a title beside a name."""
        before, after = (mention.start, name[0]), (name[1], mention.end)
        start, end = before if before[1] > before[0] else after
        text = self._text(start, end).strip(" ،,") if end > start else ""
        return text or None


def _pronoun_kinds(pronoun: str) -> tuple[frozenset[Kind], ...]:
    return _PRONOUN_KINDS.get(pronoun, (_MANY,))


def _first_words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).removeprefix("ال").split()[:1])


def _same_name(a: tuple[str, ...], b: tuple[str, ...], kind: Kind) -> bool:
    """Whether two names in one article may be one: equal, or a short form of the other (any part of a person's name,
    the
    first words of a body's).
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if a == b or not short:
        return a == b and bool(a)
    if kind is Kind.PERSON:
        return set(short) < set(long)
    return len(short) >= 2 and long[: len(short)] == short


def _fits_names(words: tuple[str, ...], names: Sequence[tuple[str, ...]], kind: Kind) -> bool:
    """Whether a name is one with the longest of a cluster's names: two who share a surname are kept apart by it."""
    longest = max(names, key=len, default=())
    return _same_name(words, longest, kind) and any(_same_name(words, name, kind) for name in names)


def _sure(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether no other bearer need be thought of: equal names, or more than one part shared, or the last part."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return a == b or len(short) > 1 or short[-1:] == long[-1:]


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b
