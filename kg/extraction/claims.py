"""Puts claims together: one trigger each, then events told again, times, places, what an event is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.extraction.coreference import Coreference
from kg.extraction.factuality import Reading, read_factuality
from kg.extraction.learned import Learned
from kg.extraction.mention import Mention
from kg.extraction.roles import Filler, Match
from kg.extraction.same_event import THRESHOLD, Setting, probability
from kg.extraction.utterances import Saying, saying_of
from kg.grammar import place_prepositions
from kg.language.functions import dependents
from kg.model import Factuality, Finder, Kind, Stance
from kg.ontology import EventType

_STRENGTH = (Factuality.NEGATED, Factuality.OCCURRED, Factuality.PLANNED, Factuality.POSSIBLE, Factuality.HYPOTHETICAL)


@dataclass(slots=True)
class Draft:
    """A claim in the making: its triggers in text order, and what is known of the event so far."""

    event_type: EventType
    matches: list[Match]
    fillers: list[Filler]
    reading: Reading
    saying: Saying | None
    place: Mention | None
    content: list[Token] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)

    @property
    def token(self) -> Token:
        """The first trigger."""
        return self.matches[0].candidate.token

    @property
    def score(self) -> float:
        """The score of the best trigger."""
        return max(m.score for m in self.matches)

    @property
    def mode(self) -> str | None:
        """The mode that a trigger carries; None when none does."""
        return next((m.candidate.pattern.mode for m in self.matches if m.candidate.pattern.mode), None)

    @property
    def found_by(self) -> Finder:
        """The frames where one of them knows a trigger, else the learned part."""
        frames = any(m.candidate.found_by is Finder.FRAME for m in self.matches)
        return Finder.FRAME if frames else Finder.MODEL

    def anchors(self) -> list[int]:
        """Tokens under which the event's time and place hang: triggers and their light verbs."""
        found = []
        for match, reading in zip(self.matches, self.readings, strict=True):
            if reading.factuality is Factuality.HYPOTHETICAL is not self.reading.factuality:
                continue  # the day of an application does not date the accession
            found.append(match.candidate.token.i)
            if match.light is not None:
                found.append(match.light.i)
        return found


def draft(match: Match, sayings: Sequence[Saying], coreference: Coreference, learned: Learned | None = None) -> Draft:
    """One match as a claim of its own."""
    token = match.candidate.token
    saying = saying_of(match.light or token, sayings)
    reading = read_factuality(token, match.light)
    place = _place(match, coreference)
    if learned is not None:
        saying = saying or learned.saying(match, sayings)
        place = place or learned.place(match)
        reading = learned.reading(match, reading)
    if saying is not None and saying.stance is Stance.DENIES and reading.factuality is not Factuality.NEGATED:
        reading = Reading(Factuality.NEGATED, "denied")
    around = [d.token for d in dependents(token, token.lang_)]
    return Draft(
        match.candidate.event_type,
        [match],
        list(match.fillers),
        reading,
        saying,
        place,
        [*around, *match.complements],
        [reading],
    )


def _place(match: Match, coreference: Coreference) -> Mention | None:
    """Where it happened: a place or state by a preposition of place that fills no role."""
    token = match.candidate.token
    filled = {f.mention for f in match.fillers}
    heads = [token] if match.light is None else [token, match.light]
    where = place_prepositions(token.lang_)
    for head in heads:
        for dependent in dependents(head, token.lang_):
            if dependent.function not in where or dependent.token.ent_type_ in ("DATE", "TIME"):
                continue
            mention = coreference.at(dependent.token)
            if mention is not None and mention not in filled and coreference.kind(mention) in (Kind.PLACE, Kind.STATE):
                return mention
    return None


def merge(drafts: Sequence[Draft], where: Setting) -> list[Draft]:
    """Events told again become one draft with several triggers; order of first triggers."""
    merged: list[Draft] = []
    for later in drafts:
        same = [
            (probability(earlier, later, where), i)
            for i, earlier in enumerate(merged)
            if earlier.event_type is later.event_type
        ]
        best, i = max(same, default=(0.0, -1))
        if best >= THRESHOLD:
            join(merged[i], later, where.actor_of)
        else:
            merged.append(later)
    return merged


def join(earlier: Draft, later: Draft, actor_of: Mapping[Mention, str]) -> None:
    """Takes up in the earlier draft what the later one says of the event."""
    known = {(f.role, actor_of[f.mention]) for f in earlier.fillers}
    for filler in later.fillers:
        role = earlier.event_type.roles[filler.role]
        full = not role.many and any(f.role == filler.role for f in earlier.fillers)
        if (filler.role, actor_of[filler.mention]) not in known and not full:
            earlier.fillers.append(filler)
    earlier.matches += later.matches
    earlier.readings += later.readings
    earlier.place = earlier.place or later.place
    earlier.saying = earlier.saying or later.saying
    earlier.content += later.content
    earlier.reading = _stronger(earlier.reading, later.reading)


def _stronger(a: Reading, b: Reading) -> Reading:
    """What was said explicitly wins; of two explicit readings the stronger one."""
    if a.factuality is None or b.factuality is None:
        return b if a.factuality is None else a
    return min((a, b), key=lambda r: _STRENGTH.index(r.factuality or Factuality.OCCURRED))


def content_of(item: Draft, number: Mapping[int, int], own: int) -> int | None:
    """The number of the draft that an item is about, by the tokens it governs; None when it is about none."""
    return next((number[t.i] for t in item.content if number.get(t.i, own) != own), None)


def inherit_roles(drafts: Sequence[Draft], number: Mapping[int, int]) -> None:
    """What is said of the content fills the same role of what is about it: one is invited to where the visit goes."""
    for own, item in enumerate(drafts):
        content = content_of(item, number, own) if item.event_type.content else None
        if content is None:
            continue
        filled = {f.role for f in item.fillers}
        for filler in drafts[content].fillers:
            if filler.role in item.event_type.roles and filler.role not in filled:
                item.fillers.append(filler)


def best_matches(matches: Sequence[Match], doc: Doc) -> list[Match]:
    """The best match at each token; a trigger that lies inside a longer one of a better score is dropped."""
    best: dict[int, Match] = {}
    for match in matches:
        i = match.candidate.token.i
        if i not in best or _rank(match) > _rank(best[i]):
            best[i] = match
    chosen = sorted(best.values(), key=lambda m: m.candidate.token.i)
    return [m for m in chosen if not any(_inside(m, other) for other in chosen)]


def _rank(match: Match) -> tuple[float, int]:
    return match.score, match.candidate.end - match.candidate.start


def _inside(match: Match, other: Match) -> bool:
    a, b = match.candidate, other.candidate
    return a is not b and b.end - b.start > a.end - a.start and b.start <= a.token.i < b.end
