"""Reads events out of articles: the steps of extraction in their order."""

from collections.abc import Mapping, Sequence
from datetime import date

from spacy.tokens import Doc

from kg.extraction.claims import Draft, best_matches, content_of, draft, inherit_roles, merge, mode_of
from kg.extraction.coreference import Coreference
from kg.extraction.mention import Mention
from kg.extraction.mentions import MentionFinder
from kg.extraction.roles import RoleFiller
from kg.extraction.times import Expression, find_times
from kg.extraction.timing import assign_times
from kg.extraction.triggers import TriggerFinder
from kg.extraction.utterances import Saying, find_sayings, passed_on, quote_of
from kg.extraction.words import span_of
from kg.gazetteer import Gazetteer
from kg.language import load
from kg.model import (
    Actor,
    Argument,
    Article,
    Claim,
    Extraction,
    Factuality,
    Precision,
    Span,
    Time,
    Utterance,
    digest,
)
from kg.ontology import Ontology


class Extractor:
    """Extracts claims with one ontology and one gazetteer; the language packs are loaded when an article first needs
    them.

    The result for an article depends on nothing but the article, the ontology, the gazetteer and the pack.
    """

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer, *, pack: str = "default") -> None:
        self._ontology = ontology
        self._gazetteer = gazetteer
        self._pack = pack
        self._mentions = MentionFinder(gazetteer)
        self._triggers: dict[str, TriggerFinder] = {}

    def extract(self, article: Article) -> Extraction:
        """What the article says; raises `PackError` for a language without a pack."""
        return self.read(article, load(article.lang, self._pack)(article.text))

    def read(self, article: Article, doc: Doc) -> Extraction:
        """What a parsed article says."""
        coreference = Coreference(doc, self._mentions.find(doc), self._gazetteer)
        sayings = find_sayings(doc, coreference)
        filler = RoleFiller(coreference, article.lang)
        matches = [m for c in self._trigger_finder(article.lang).find(doc) if (m := filler.match(c)) is not None]
        drafts = [draft(m, sayings, coreference) for m in best_matches(matches, doc)]
        actors, actor_of = coreference.actors()
        return Assembly(article, doc, actors, actor_of).extraction(drafts, sayings)

    def _trigger_finder(self, lang: str) -> TriggerFinder:
        if lang not in self._triggers:
            self._triggers[lang] = TriggerFinder(self._ontology, lang)
        return self._triggers[lang]


class Assembly:
    """Turns the drafts of one article into claims and utterances."""

    def __init__(self, article: Article, doc: Doc, actors: tuple[Actor, ...], actor_of: Mapping[Mention, str]) -> None:
        self._article = article
        self._doc = doc
        self._actors = actors
        self._actor_of = actor_of

    def extraction(self, drafts: Sequence[Draft], sayings: Sequence[Saying]) -> Extraction:
        """The claims of the drafts, those that tell one event joined, with the acts of saying that carry them."""
        expressions = find_times(self._article.text, self._article.lang, self._article.day)
        days = self._days(drafts, sayings, expressions)
        merged = merge(drafts, self._actor_of, days)
        anchors = {i: n for n, d in enumerate(merged) for i in d.anchors()}
        dated, said = assign_times(self._doc, expressions, anchors, {s.cue.i for s in sayings})
        ids = [self._claim_id(d) for d in merged]
        number = {m.candidate.token.i: n for n, d in enumerate(merged) for m in d.matches}
        inherit_roles(merged, number)
        claims = [self._claim(d, ids, n, dated.get(n), number) for n, d in enumerate(merged)]
        carrying = {d.saying.cue.i for d in merged if d.saying is not None}
        utterances = [
            self._utterance(s, said.get(s.cue.i), passed_on(s, sayings, self._doc))
            for s in sayings
            if s.cue.i in carrying
        ]
        used = self._used(claims, utterances)
        return Extraction(
            self._article.id, tuple(a for a in self._actors if a.id in used), tuple(claims), tuple(utterances)
        )

    def _days(
        self, drafts: Sequence[Draft], sayings: Sequence[Saying], expressions: Sequence[Expression]
    ) -> dict[int, tuple[date, date]]:
        """The days of each trigger token that a time expression hangs under, for telling events apart."""
        anchors = {i: n for n, d in enumerate(drafts) for i in d.anchors()}
        dated, _ = assign_times(self._doc, expressions, anchors, {s.cue.i for s in sayings})
        days = {}
        for n, expression in dated.items():
            time = self._settled(drafts[n], expression)[1]
            if time is not None:
                days[drafts[n].token.i] = (time.earliest, time.latest)
        return days

    def _span(self, mention: Mention) -> Span:
        return span_of(self._doc, mention.start, mention.end)

    def _triggers(self, item: Draft) -> tuple[Span, ...]:
        return tuple(sorted({span_of(self._doc, m.candidate.start, m.candidate.end) for m in item.matches}))

    def _claim_id(self, item: Draft) -> str:
        first = self._triggers(item)[0]
        return digest(self._article.id, item.event_type.name, f"{first.start}-{first.end}")

    def _utterance_id(self, saying: Saying) -> str:
        return digest(self._article.id, "utterance", str(saying.cue.idx))

    def _claim(
        self, item: Draft, ids: Sequence[str], n: int, expression: Expression | None, number: Mapping[int, int]
    ) -> Claim:
        factuality, time = self._settled(item, expression)
        content = content_of(item, number, n)
        arguments = {
            (f.role, self._actor_of[f.mention]): Argument(f.role, self._actor_of[f.mention], self._span(f.mention))
            for f in item.fillers
        }
        place = item.place
        return Claim(
            id=ids[n],
            article=self._article.id,
            type=item.event_type.name,
            triggers=self._triggers(item),
            arguments=tuple(arguments[key] for key in sorted(arguments)),
            factuality=factuality,
            time=time,
            place=Argument("place", self._actor_of[place], self._span(place)) if place is not None else None,
            speaker=self._actor_of[item.saying.speaker] if item.saying is not None else None,
            utterance=self._utterance_id(item.saying) if item.saying is not None else None,
            mode=mode_of(item),
            manner=item.reading.manner,
            content=ids[content] if item.event_type.content and content is not None else None,
            score=item.score,
        )

    def _settled(self, item: Draft, expression: Expression | None) -> tuple[Factuality, Time | None]:
        """Factuality and time together: a future day makes an event planned, and a planned event looks ahead for its
        weekday.
        """
        factuality = item.reading.factuality
        ahead = factuality in (Factuality.PLANNED, Factuality.POSSIBLE, Factuality.HYPOTHETICAL)
        time = expression.resolve(forward=ahead) if expression is not None else None
        if expression is not None and factuality is None:
            time = _nearest(expression, self._article.day)
        if factuality in (None, Factuality.OCCURRED):
            starts = time is not None and time.precision not in (Precision.NOT_AFTER, Precision.NOT_BEFORE)
            factuality = (
                Factuality.PLANNED
                if starts and time is not None and time.earliest > self._article.day
                else Factuality.OCCURRED
            )
        return factuality, time

    def _utterance(self, saying: Saying, expression: Expression | None, via: Mention | None) -> Utterance:
        bounds = quote_of(saying, self._doc)
        return Utterance(
            id=self._utterance_id(saying),
            article=self._article.id,
            speaker=self._actor_of[saying.speaker],
            cue=span_of(self._doc, saying.cue.i, saying.end),
            stance=saying.stance,
            time=expression.resolve(forward=False) if expression is not None else None,
            via=self._actor_of[via] if via is not None else None,
            quote=span_of(self._doc, *bounds) if bounds is not None else None,
        )

    def _used(self, claims: Sequence[Claim], utterances: Sequence[Utterance]) -> set[str]:
        used = {a.actor for c in claims for a in c.arguments} | {c.place.actor for c in claims if c.place}
        return used | {u.speaker for u in utterances} | {u.via for u in utterances if u.via}


def _nearest(expression: Expression, day: date) -> Time:
    """The days meant where nothing says which way the text looks: back, unless that is more than half a year."""
    past = expression.resolve(forward=False)
    return past if (day - past.latest).days < 183 else expression.resolve(forward=True)
