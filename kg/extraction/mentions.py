"""Mentions of actors in one document: names, titles with names, nationalities, and nouns for people, bodies, places,
documents.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from kg.extraction.words import TIME_ENTITIES, keys, listed, phrase, span_of
from kg.gazetteer import Entry, Gazetteer
from kg.grammar import capital_nouns, naming_nouns
from kg.language.base import lexicon
from kg.language.functions import feature
from kg.model import Kind, Span
from kg.text import fold, is_arabic

ENTITY_KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "LAW": Kind.DOCUMENT,
}
NOUN_KINDS = ("person", "group", "organization", "state", "place", "document", "office", "other")
_NOMINAL = frozenset(["NOUN", "PROPN", "ADJ", "X"])
_INSIDE = frozenset(["amod", "fixed", "compound"])
_LONGEST = 8
"""How many words a listed name may have."""
_SPURIOUS = frozenset("\"'“”«»()[]،,.؛:")


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names an actor. Positions are tokens, `head` the token by which it takes part in the sentence.

    `name`: token bounds of the proper name inside (None: nominal). `entry`: gazetteer id of that name. `country`:
    alpha-3.
    `post`: the office named by its title (normalised id). `adjective`: it is a nationality and no noun phrase of its
    own.
    """

    start: int
    end: int
    head: int
    kind: Kind
    name: tuple[int, int] | None = None
    entry: str | None = None
    country: str | None = None
    post: str | None = None
    count: int | None = None
    adjective: bool = False
    noun: str | None = None

    def covers(self, position: int) -> bool:
        """Whether the token at `position` lies inside."""
        return self.start <= position < self.end

    def span(self, doc: Doc) -> Span:
        """The code points of the mention."""
        return span_of(doc, self.start, self.end)


@cache
def _nouns(lang: str) -> Mapping[str, Kind]:
    kinds: dict[str, Kind] = {}
    for name in NOUN_KINDS:
        for word in lexicon(lang).nouns["kinds"].get(name, ()):
            kinds.setdefault(fold(str(word)), Kind(name))
    return kinds


@cache
def posts(lang: str) -> Mapping[str, str]:
    """Folded title nouns and the normalised posts they name."""
    return {fold(str(word)): str(post) for word, post in lexicon(lang).nouns["posts"].items()}


@cache
def pronouns(lang: str) -> frozenset[str]:
    """Folded pronouns, personal and relative."""
    return frozenset(fold(str(word)) for word in lexicon(lang).nouns["pronouns"])


@cache
def number_words(lang: str) -> Mapping[str, int | None]:
    """Folded number words and their values; None for vague ones ("dozens")."""
    return {fold(str(word)): value for word, value in lexicon(lang).nouns["quantifiers"].items()}


class MentionFinder:
    """Finds the mentions of a document, in text order."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def find(self, doc: Doc) -> tuple[Mention, ...]:
        """All mentions; names win over nouns, longer over shorter; a title and its name are one mention."""
        listed_names = list(self._listed_names(doc))
        entities = [_unglued(doc, e, listed_names) for e in self._entities(doc) if not _glued(e, listed_names)]
        named = _persons_again(doc, _without_overlap([*listed_names, *entities]))
        named += _names_again(doc, named)
        taken = {i for m in named for i in range(m.start, m.end)}
        adjectives = [m for m in self._nationalities(doc) if m.head not in taken]
        nominal = [m for m in self._nominals(doc, taken) if m.head not in taken]
        joined = _join_titles(doc, *_join_naming(doc, named, nominal))
        with_country = [self._capital(doc, self._country(doc, m)) for m in joined]
        return tuple(sorted([*with_country, *adjectives], key=lambda m: (m.start, m.end)))

    def _entities(self, doc: Doc) -> Iterator[Mention]:
        for entity in doc.ents:
            kind = ENTITY_KINDS.get(entity.label_)
            start, end = _trimmed(doc, entity.start, entity.end)
            if kind is Kind.PERSON and start < end:
                start = _name_start(doc, start, end)
            if kind is None or start >= end or (doc.lang_ == "en" and doc[start].text.islower()):
                continue
            yield self._name(doc, start, end, kind)

    def _listed_names(self, doc: Doc) -> Iterator[Mention]:
        position = 0
        while position < len(doc):
            size, entries = self._longest(doc, position)
            if entries and self._plausible(doc, position, size, entries[0]):
                yield self._named_entry(doc, position, position + size, entries[0])
                position += size
            else:
                position += 1

    def _longest(self, doc: Doc, position: int) -> tuple[int, tuple[Entry, ...]]:
        """Length and entries of the longest listed name at a token; a verb may only begin one of several words."""
        first = doc[position]
        if first.pos_ in ("PUNCT", "SPACE", "ADP", "CCONJ", "AUX", "PART", "DET"):
            return 0, ()
        if doc.lang_ == "en" and first.text[:1].islower():
            return 0, ()
        words = [t.norm_ if doc.lang_ == "ar" else t.text for t in doc[position : position + 8]]
        size, entries = self._gazetteer.longest(words)
        return (size, entries) if size > 1 or first.pos_ != "VERB" else (0, ())

    def _plausible(self, doc: Doc, start: int, size: int, entry: Entry) -> bool:
        """Whether listed words are meant as the name: a city or a person needs a tagger or entity model that agrees."""
        tokens = doc[start : start + size]
        if _inside_person(doc, start, size) and entry.kind is not Kind.PERSON:
            return False
        if entry.kind in (Kind.STATE, Kind.ORGANIZATION) or entry.capital_of:
            return size > 1 or tokens[0].pos_ in _NOMINAL
        if entry.kind is Kind.PERSON:
            return size > 1 or tokens[0].ent_type_ == "PERSON"
        return all(t.pos_ == "PROPN" or t.ent_type_ in ("GPE", "LOC", "FAC") for t in tokens)

    def _named_entry(self, doc: Doc, start: int, end: int, entry: Entry) -> Mention:
        head = _head(doc, start, end)
        country = entry.country if entry.kind is not Kind.PERSON else None
        return Mention(start, end, head, entry.kind, (start, end), entry.id, country)

    def _name(self, doc: Doc, start: int, end: int, kind: Kind) -> Mention:
        wanted = (Kind.STATE, Kind.PLACE) if kind is Kind.PLACE else (kind,)
        entries = self._gazetteer.lookup(doc[start:end].text, kinds=wanted)
        if entries:
            return replace(self._named_entry(doc, start, end, entries[0]), kind=entries[0].kind)
        head = _head(doc, start, end)
        post = listed(doc[head], posts(doc.lang_)) if kind is Kind.PERSON else None
        noun = listed(doc[head], _nouns(doc.lang_)) if kind is not Kind.PERSON else None
        return Mention(start, end, head, kind, (start, end), post=posts(doc.lang_).get(post or ""), noun=noun)

    def _nationalities(self, doc: Doc) -> Iterator[Mention]:
        for token in doc:
            if token.pos_ in ("ADJ", "NOUN", "PROPN") and (entry := self._demonym(token)):
                noun = token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("amod", "compound", "nmod:desc")
                numeral = _numeral(token)
                if noun or numeral is not None:
                    yield _people(token, numeral, entry)
                else:
                    bounds = (token.i, token.i + 1, token.i)
                    yield Mention(*bounds, Kind.STATE, None, entry.id, entry.country, adjective=True)

    def _demonym(self, token: Token) -> Entry | None:
        if token.lang_ == "en" and token.text.islower():
            return None
        return self._gazetteer.demonym(token.norm_ if token.lang_ == "ar" else token.text)

    def _nominals(self, doc: Doc, taken: set[int]) -> Iterator[Mention]:
        for token in doc:
            beside = (
                token.dep_ == "compound"
                and token.pos_ == "PROPN"
                and token.i + 1 in taken
                and listed(token, posts(doc.lang_)) is not None
            )
            counted = _numeral(token) is not None
            if token.i in taken or token.pos_ not in _NOMINAL or (token.dep_ in _INSIDE and not (beside or counted)):
                continue
            post, noun = _expression(token, posts(doc.lang_)), listed(token, _nouns(doc.lang_))
            if (post is None and noun is None) or token.ent_type_ in TIME_ENTITIES:
                continue
            start, end = phrase(token)
            numeral = _numeral(token)
            if numeral is not None:
                start = min(start, numeral.i)
            kind = _nouns(doc.lang_).get(noun or "", Kind.PERSON)
            if post is not None:
                kind = Kind.PERSON
            if kind is Kind.PERSON and _several(token, numeral):
                kind = Kind.GROUP
            yield Mention(
                start,
                end,
                token.i if numeral is None else numeral.i,
                kind,
                _proper(doc, token, start, end, kind),
                post=posts(doc.lang_).get(post or ""),
                count=_count(token) if numeral is None else _number(numeral),
                noun=noun or post,
            )

    def _capital(self, doc: Doc, mention: Mention) -> Mention:
        """«العاصمة الأميركية» and "the Egyptian capital" with the city that they mean."""
        if mention.country is None or mention.entry is not None or mention.kind is not Kind.PLACE:
            return mention
        if listed(doc[mention.head], capital_nouns(doc.lang_)) is None:
            return mention
        capital = self._gazetteer.capital(self._gazetteer.state(mention.country))
        return mention if capital is None else replace(mention, entry=capital.id)

    def _country(self, doc: Doc, mention: Mention) -> Mention:
        """Adds the state that a title, a body or a group belongs to, by a nationality or a state's name inside."""
        if mention.country or mention.entry:
            return mention
        for position in range(mention.start, mention.end):
            if mention.name and mention.name[0] <= position < mention.name[1] and mention.kind is Kind.PERSON:
                continue
            entry = self._demonym(doc[position])
            if entry is None:
                _, entries = self._gazetteer.longest(
                    [
                        t.norm_ if doc.lang_ == "ar" else t.text
                        for t in doc[position : min(position + _LONGEST, mention.end)]
                    ]
                )
                entry = next((e for e in entries if e.kind is Kind.STATE), None)
                if doc.lang_ == "en" and doc[position].text[:1].islower():
                    entry = None
            if entry is not None and entry.country:
                return replace(mention, country=entry.country)
        return mention


def _inside_person(doc: Doc, start: int, size: int) -> bool:
    """Whether listed words are part of a longer person's name («Jordan Henderson»)."""
    around = [*doc[start : start + size], *doc[max(start - 1, 0) : start], *doc[start + size : start + size + 1]]
    tagged = [t for t in around if t.ent_type_ == "PERSON"]
    return any(start <= t.i < start + size for t in tagged) and any(not start <= t.i < start + size for t in tagged)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Bounds of an entity without quotes, articles and possessive marks around it, and cut before a relative clause."""
    end = next((t.i for t in doc[start + 1 : end] if "Rel" in feature(t, "PronType") or t.dep_ == "mark"), end)
    end = _second_argument(doc, start, end)
    while start < end and (_spurious(doc[start]) or doc[start].lower_ == "the"):
        start += 1
    while end > start and (_spurious(doc[end - 1]) or doc[end - 1].text in ("'s", "’s")):
        end -= 1
    return start, end


def _second_argument(doc: Doc, start: int, end: int) -> int:
    """Where an entity runs into the next argument of its verb («هاجم | الجيش | الميناء»); its end where it does not."""
    outward = [t for t in doc[start:end] if not start <= t.head.i < end]
    arguments = [t for t in outward if t.dep_.split(":")[0] in ("nsubj", "obj", "iobj")]
    if len(arguments) < 2 or arguments[0].head != arguments[1].head or doc.lang_ != "ar":
        return end
    return arguments[1].left_edge.i


def _name_start(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins: words between two commas that end in a name are all of it («، توم باراك،»)."""
    first = start
    while first > 0 and start - first < 2 and _may_be_name(doc[first - 1]):
        first -= 1
    closed = end < len(doc) and doc[end].text in "،,"
    opened = first > 0 and doc[first - 1].text in "،,"
    return first if closed and opened else start


def _may_be_name(token: Token) -> bool:
    return token.pos_ in ("PROPN", "X", "VERB", "NOUN") and token.is_alpha and not token.norm_.startswith("ال")


def _last_names(doc: Doc, named: Iterable[Mention]) -> set[str]:
    """The last words of the persons' names of more than one word."""
    full = [m.name for m in named if m.kind is Kind.PERSON and m.name and m.name[1] - m.name[0] > 1]
    return {doc[end - 1].norm_ for _, end in full if len(doc[end - 1].norm_) > 2}


def _persons_again(doc: Doc, named: list[Mention]) -> list[Mention]:
    """The names, a single unlisted word taken for the person whose last name it is, whatever the entity model calls
    it.
    """
    last = _last_names(doc, named)

    def is_person(mention: Mention) -> bool:
        return mention.entry is None and mention.end - mention.start == 1 and doc[mention.start].norm_ in last

    return [replace(m, kind=Kind.PERSON) if is_person(m) else m for m in named]


def _names_again(doc: Doc, named: list[Mention]) -> Iterator[Mention]:
    """Last names of persons named in full elsewhere in the document, where nothing else has found them."""
    last = _last_names(doc, named)
    taken = {i for m in named for i in range(m.start, m.end)}
    for token in doc:
        proper = token.pos_ in ("PROPN", "X") or (doc.lang_ == "ar" and token.pos_ == "NOUN")
        if token.norm_ in last and token.i not in taken and proper:
            yield Mention(token.i, token.i + 1, token.i, Kind.PERSON, (token.i, token.i + 1))


def _spurious(token: Token) -> bool:
    return (
        token.text in _SPURIOUS
        or token.is_space
        or token.pos_ in ("DET", "ADP", "CCONJ")
        or token.text.endswith(("ًا", "اً"))  # an adverb after the name («قال باراك نصًا»)
    )


def _head(doc: Doc, start: int, end: int) -> int:
    for token in doc[start:end]:
        if token.head.i == token.i or not start <= token.head.i < end:
            return token.i
    return start


def _expression(head: Token, words: Mapping[str, Any]) -> str | None:
    """The longest listed expression that a noun heads («رئيس الوزراء», "vice president"); None when there is none."""
    for size in (4, 3, 2):
        starts = [head.i] if head.lang_ == "ar" else range(max(head.i - size + 1, 0), head.i + 1)
        for start in starts:
            window = head.doc[start : start + size]
            for form in keys(head):
                text = "".join(
                    (form if t.i == head.i else fold(t.norm_)) + (" " if t.whitespace_ else "") for t in window
                ).strip()
                if text in words:
                    return text
    return listed(head, words)


def _count(token: Token) -> int | None:
    for child in token.children:
        if (child.dep_.startswith("nummod") or child.pos_ == "NUM") and child.dep_ != "conj":
            return _number(child)
    return 2 if "Dual" in feature(token, "Number") else None


def _number(token: Token) -> int | None:
    """The value of a number token as it is written; None for a vague one («عشرات»)."""
    text = fold(token.norm_).replace(",", "")
    if text.isdigit():
        return int(text)
    listed_forms = (key for key in reversed(keys(token)) if key in number_words(token.lang_))
    return number_words(token.lang_).get(next(listed_forms, ""))


def _people(token: Token, numeral: Token | None, entry: Entry) -> Mention:
    """People of a nationality («ثلاثة سوريين», "two Syrians")."""
    start, end = phrase(token)
    count = _count(token) if numeral is None else _number(numeral)
    head = token if numeral is None else numeral
    one = "Plur" not in feature(token, "Number") and (count or 1) < 2 and token.lang_ == "en"
    kind = Kind.PERSON if one else Kind.GROUP
    return Mention(min(start, head.i), end, head.i, kind, country=entry.country, count=count)


def _numeral(noun: Token) -> Token | None:
    """The number that governs an Arabic noun in the genitive or accusative («سبعة جنود», «12 جنديا»); None when
    none.
    """
    head = noun.head
    near = head.i < noun.i <= head.i + 2 and not any(c.dep_ == "case" for c in noun.children)
    counts = noun.lang_ == "ar" and head.pos_ == "NUM" and noun.dep_ in ("nmod", "amod") and near
    return head if counts else None


def _several(noun: Token, numeral: Token | None) -> bool:
    count = _count(noun) if numeral is None else _number(numeral) or 2
    return bool({"Plur", "Dual"} & set(feature(noun, "Number"))) or (count or 1) > 1


def _without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    """Longest first; of two equally long the first given."""
    chosen: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        positions = set(range(mention.start, mention.end))
        if not positions & taken:
            chosen.append(mention)
            taken |= positions
    return sorted(chosen, key=lambda m: m.start)


def _glued(entity: Mention, names: Iterable[Mention]) -> bool:
    """Whether an entity is only listed names side by side, as in «زار بشار الأسد موسكو»."""
    inside = [n for n in names if entity.entry is None and entity.start <= n.start and n.end <= entity.end]
    covered = sum(n.end - n.start for n in inside)
    return len(inside) > 1 and covered == entity.end - entity.start


def _unglued(doc: Doc, entity: Mention, names: Iterable[Mention]) -> Mention:
    """An Arabic entity without what only stands beside it: a listed name after a word with the article («ضم التحالف
    فرنسا»), or a word with the article after a listed name («أيد الاتحاد الأفريقي المبادرة»).
    """
    if doc.lang_ != "ar" or entity.entry is not None:
        return entity
    for name in names:
        after = name.start > entity.start and name.end == entity.end and _definite(doc[name.start - 1])
        if after and not _definite(doc[name.start]) and doc[name.start - 1].pos_ != "ADP":
            return replace(entity, end=name.start, name=(entity.start, name.start))
        before = name.start == entity.start and name.end < entity.end and doc[name.end].pos_ == "NOUN"
        if before and name.kind is Kind.ORGANIZATION and _definite(doc[name.end]):
            return name
    return entity


def _definite(token: Token) -> bool:
    return token.norm_.startswith("ال") and len(token.norm_) > 3


def _join_naming(doc: Doc, named: list[Mention], nominal: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Named mentions that have taken up the noun before them («العاصمة الأميركية واشنطن», "the city of Aleppo"), and
    the
    nominal ones that are left.
    """
    names = {m.start: m for m in named if m.kind is not Kind.PERSON}
    rest = []
    for noun in nominal:
        name = next((names[i] for i in range(noun.head + 1, noun.end) if i in names), None)
        if name is None or listed(doc[noun.head], naming_nouns(doc.lang_)) is None or name.end < noun.end - 1:
            rest.append(noun)
            continue
        end = max(noun.end, name.end)
        names[name.start] = replace(name, start=noun.start, end=end, head=noun.head)
    return [*(m for m in named if m.kind is Kind.PERSON), *names.values()], rest


def _proper(doc: Doc, head: Token, start: int, end: int, kind: Kind) -> tuple[int, int] | None:
    """Name bounds of a noun phrase that is a name of its own («معسكر العمري», "Bagram Air Base"); None for a plain
    one.
    """
    if kind not in (Kind.PLACE, Kind.ORGANIZATION, Kind.DOCUMENT):
        return None
    if doc.lang_ == "en":
        return (start, end) if head.pos_ == "PROPN" and head.text[:1].isupper() and end - start > 1 else None
    named = [t.i for t in doc[head.i + 1 : end] if t.pos_ in ("PROPN", "X") and is_arabic(t.text)]
    return (head.i, max(named) + 1) if named else None


def _join_titles(doc: Doc, named: list[Mention], nominal: list[Mention]) -> list[Mention]:
    """Joins a title with the person's name that it stands before («الرئيس السوري أحمد الشرع») or beside ("X, the
    envoy").
    """
    persons = {m.start: m for m in named if m.kind is Kind.PERSON}
    used: set[int] = set()
    joined: list[Mention] = []
    for title in nominal:
        name = _name_after(doc, title, persons) if title.post else None
        if name is None or name.start in used:
            joined.append(title)
            continue
        used.add(name.start)
        start = min(title.start, name.start)
        end = name.end if name.start > title.head else max(title.end, name.end)
        joined.append(replace(name, start=start, end=end, head=title.head, post=title.post, country=title.country))
    rest = [m for m in named if m.start not in used or m.kind is not Kind.PERSON]
    inside = [j for j in joined if j.name]
    return _drop_covered([*rest, *joined], inside)


def _name_after(doc: Doc, title: Mention, persons: Mapping[int, Mention]) -> Mention | None:
    """The person's name inside the title's phrase, or right after it, at most a comma or an adjective between."""
    end = phrase(doc[title.head], whole=True)[1]
    for position in range(title.head + 1, min(end + 2, len(doc))):
        if position in persons:
            between = doc[max(end, title.head + 1) : position]
            if all(t.text in "،," or t.pos_ == "ADJ" for t in between):
                return persons[position]
        elif position >= end and doc[position].text not in "،,":
            return None
    return None


def _drop_covered(mentions: list[Mention], titled: list[Mention]) -> list[Mention]:
    """Without nominal mentions whose head lies in a title with a name."""

    def covered(mention: Mention) -> bool:
        return any(t is not mention and t.covers(mention.head) and mention.name is None for t in titled)

    return [m for m in mentions if not covered(m)]
