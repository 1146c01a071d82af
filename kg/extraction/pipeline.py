"""Reads events out of articles: the steps of extraction in their order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from kg.extraction.claims import Draft, best_matches, content_of, draft, inherit_roles, merge
from kg.extraction.continuing import continued, doers
from kg.extraction.coreference import Coreference
from kg.extraction.learned import Learned
from kg.extraction.mention import Mention
from kg.extraction.mentions import MentionFinder
from kg.extraction.roles import RoleFiller
from kg.extraction.same_event import Setting, setting
from kg.extraction.times import Expression, find_times
from kg.extraction.timing import assign_times
from kg.extraction.triggers import TriggerFinder
from kg.extraction.utterances import Saying, find_sayings, passed_on, quote_of
from kg.extraction.words import span_of
from kg.gazetteer import Gazetteer
from kg.language import load
from kg.language.encoder.events import event_scores
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
from kg.ontology import EventType, Ontology


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
        return self.assembly(article, doc).extraction()

    def assembly(self, article: Article, doc: Doc) -> "Assembly":
        """The drafts of a parsed article, before those that tell one event are joined."""
        coreference = Coreference(doc, self._mentions.find(doc), self._gazetteer)
        sayings = find_sayings(doc, coreference)
        filler = RoleFiller(coreference, article.lang)
        candidates = list(self._trigger_finder(article.lang).find(doc))
        matches = [m for c in candidates if (m := filler.match(c)) is not None]
        scores = event_scores(doc)
        learned = Learned(scores, self._ontology, coreference, doc) if scores is not None else None
        if learned is not None:
            matches = [
                learned.filled(m) for m in (*learned.scored(matches), *learned.added(candidates, matches, filler))
            ]
        drafts = [draft(m, sayings, coreference, learned) for m in best_matches(matches, doc)]
        actors, actor_of = coreference.actors()
        return Assembly(article, doc, actors, actor_of, drafts, sayings)

    def _trigger_finder(self, lang: str) -> TriggerFinder:
        if lang not in self._triggers:
            self._triggers[lang] = TriggerFinder(self._ontology, lang)
        return self._triggers[lang]


class Assembly:
    """Turns the drafts of one article into claims and utterances."""

    def __init__(
        self,
        article: Article,
        doc: Doc,
        actors: tuple[Actor, ...],
        actor_of: Mapping[Mention, str],
        drafts: Sequence[Draft],
        sayings: Sequence[Saying],
    ) -> None:
        self._article = article
        self._doc = doc
        self._actors = actors
        self.actor_of = actor_of
        self.drafts = drafts
        self._sayings = sayings
        self._expressions = find_times(article.text, article.lang, article.day)

    def extraction(self) -> Extraction:
        """The claims of the drafts, those that tell one event joined, with the acts of saying that carry them."""
        sayings, expressions = self._sayings, self._expressions
        merged = merge(self.drafts, self.setting())
        anchors = {i: n for n, d in enumerate(merged) for i in d.anchors()}
        alone = {n for n, d in enumerate(merged) if d.event_type.quad.startswith("verbal") or d.event_type.period}
        dated, said = assign_times(self._doc, expressions, anchors, {s.cue.i for s in sayings}, alone)
        ids = [self._claim_id(d) for d in merged]
        number = {m.candidate.token.i: n for n, d in enumerate(merged) for m in d.matches}
        inherit_roles(merged, number)
        types = {d.event_type.name: d.event_type for d in merged}
        claims = [self._claim(d, ids, n, dated.get(n), number) for n, d in enumerate(merged)]
        acts = [self._utterance(s, said.get(s.cue.i), passed_on(s, sayings, self._doc)) for s in sayings]
        claims = continued([_own_act(c, types[c.type]) for c in claims], acts, types)
        carrying = {c.utterance for c in claims}
        utterances = [act for act in acts if act.id in carrying]
        used = self._used(claims, utterances)
        return Extraction(
            self._article.id, tuple(a for a in self._actors if a.id in used), tuple(claims), tuple(utterances)
        )

    def setting(self) -> Setting:
        """What telling events apart needs to know of the article."""
        return setting(self._doc, self.actor_of, self._days())

    def _days(self) -> dict[int, tuple[date, date]]:
        """The days of each trigger token that a time expression hangs under, for telling events apart."""
        drafts = self.drafts
        anchors = {i: n for n, d in enumerate(drafts) for i in d.anchors()}
        dated, _ = assign_times(self._doc, self._expressions, anchors, {s.cue.i for s in self._sayings})
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
            (f.role, self.actor_of[f.mention]): Argument(f.role, self.actor_of[f.mention], self._span(f.mention))
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
            place=Argument("place", self.actor_of[place], self._span(place)) if place is not None else None,
            speaker=self.actor_of[item.saying.speaker] if item.saying is not None else None,
            utterance=self._utterance_id(item.saying) if item.saying is not None else None,
            mode=item.mode,
            manner=item.reading.manner,
            content=ids[content] if item.event_type.content and content is not None else None,
            found_by=item.found_by,
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
            speaker=self.actor_of[saying.speaker],
            cue=span_of(self._doc, saying.cue.i, saying.end),
            stance=saying.stance,
            time=expression.resolve(forward=False) if expression is not None else None,
            via=self.actor_of[via] if via is not None else None,
            quote=span_of(self._doc, *bounds) if bounds is not None else None,
        )

    def _used(self, claims: Sequence[Claim], utterances: Sequence[Utterance]) -> set[str]:
        used = {a.actor for c in claims for a in c.arguments} | {c.place.actor for c in claims if c.place}
        return used | {u.speaker for u in utterances} | {u.via for u in utterances if u.via}


def _own_act(claim: Claim, event_type: EventType) -> Claim:
    """What somebody does by speaking of another event, an appeal or an accusation, is no report of theirs: the article
    tells it.
    """
    own = event_type.content and claim.speaker in doers(claim, event_type)
    return replace(claim, speaker=None, utterance=None) if own else claim


def _nearest(expression: Expression, day: date) -> Time:
    """The days meant where nothing says which way the text looks: back, unless that is more than half a year."""
    past = expression.resolve(forward=False)
    return past if (day - past.latest).days < 183 else expression.resolve(forward=True)
