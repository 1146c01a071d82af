"""The learned part: what the encoder's event heads add to the frames.

Frames and heads both propose words that name events. A frame's word stands; one that no frame of the type knows stands
when the heads are sure of it, and what stands around it is read as the frames of its type read their own words. Grammar
fills roles first; the heads fill those that are left.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from spacy.tokens import Doc

from kg.extraction.coreference import Coreference
from kg.extraction.factuality import Reading
from kg.extraction.mention import Mention
from kg.extraction.roles import Filler, Match, RoleFiller
from kg.extraction.triggers import PARTS, Candidate
from kg.extraction.utterances import Saying
from kg.language.encoder.events import EventScores
from kg.language.encoder.graphs import Floats
from kg.language.functions import LOOSE
from kg.model import Factuality, Finder, Kind
from kg.ontology import EventType, Ontology, Pattern, Slot

SURE = 0.75
"""A word that no frame knows names an event from this probability on."""
FILLS = 0.8
"""A mention fills a role that grammar left open from this probability on."""
CERTAIN = 0.85
"""What words say of factuality gives way from this probability on."""
SAID = 0.6
"""Somebody is the source of what grammar puts under no act of saying from this probability on."""
PLACE, SOURCE = "@place", "@source"
_NO_TRIGGER = frozenset(["PUNCT", "SPACE", "ADP", "CCONJ", "SCONJ", "DET", "PRON", "NUM", "AUX", "PART"])


class Learned:
    """The event heads' view of one document."""

    def __init__(self, scores: EventScores, ontology: Ontology, coreference: Coreference, doc: Doc) -> None:
        self._scores = scores
        self._ontology = ontology
        self._coreference = coreference
        self._doc = doc
        self._column = {role: i for i, role in enumerate(scores.roles)}
        self._generals: dict[tuple[str, str], Pattern] = {}
        self._believed: dict[int, Mapping[int, Floats]] = {}

    def scored(self, matches: Sequence[Match]) -> list[Match]:
        """The frames' matches with both scores in one."""
        return [
            replace(m, score=round((m.score + self._probability(m.candidate)) / 2, 2))
            if self._knows(m.candidate.event_type)
            else m
            for m in matches
        ]

    def added(self, candidates: Sequence[Candidate], matches: Sequence[Match], filler: RoleFiller) -> list[Match]:
        """Matches at words that the heads are sure of and no frame of the type knows; a word that a frame knows and its
        conditions refuse ("cardiac arrest") names nothing.
        """
        found = []
        taken = {m.candidate.token.i for m in matches}
        for start, end, event_type, probability in self._named():
            if taken & set(range(start, end)):
                continue
            same = (c for c in candidates if c.event_type is event_type)
            if any(c.start < end and start < c.end for c in same):
                continue
            token = self._doc[start:end].root
            part = next((part for part, tags in PARTS.items() if token.pos_ in tags), "noun")
            pattern = self._general(event_type, token.lang_, part)
            match = filler.match(Candidate(event_type, pattern, token, start, end, Finder.MODEL))
            if match is not None:
                found.append(replace(match, score=round(probability, 2)))
        return found

    def filled(self, match: Match) -> Match:
        """The match with the fillers that the heads are sure of in roles that grammar left open."""
        event_type = match.candidate.event_type
        if not self._knows(event_type) or event_type.period is not None:
            return match  # whose membership or office it is must be sure
        believed = self._roles(match.candidate)
        fillers = list(match.fillers)
        for probability, role, mention in self._proposals(match, believed):
            known = any(f.mention == mention for f in fillers)
            full = not event_type.roles[role].many and any(f.role == role for f in fillers)
            if probability >= FILLS and not known and not full:
                fillers.append(Filler(role, mention, LOOSE))
        return replace(match, fillers=tuple(fillers))

    def place(self, match: Match) -> Mention | None:
        """The place or state where the heads see the event happen; None for none."""
        filled = {f.mention for f in match.fillers}
        probability, mention = self._likeliest(match, PLACE, lambda m: m not in filled and self._is_place(m))
        return mention if probability >= FILLS else None

    def saying(self, match: Match, sayings: Sequence[Saying]) -> Saying | None:
        """The act of saying of the speaker whom the heads are sure of; None where they are of none."""
        probability, mention = self._likeliest(match, SOURCE, lambda _: True)
        return next((s for s in sayings if s.speaker == mention), None) if probability >= SAID else None

    def _is_place(self, mention: Mention) -> bool:
        return self._coreference.kind(mention) in (Kind.PLACE, Kind.STATE)

    def _likeliest(self, match: Match, role: str, fits: Callable[[Mention], bool]) -> tuple[float, Mention | None]:
        """The mention of the sentence that fits and is likeliest in a role, the first of several, with its
        probability.
        """
        if not self._knows(match.candidate.event_type):
            return 0.0, None
        believed, column = self._roles(match.candidate), self._column[role]
        fitting = [mention for mention in self._beside(match.candidate) if fits(mention)]
        found = [(float(self._best(mention, believed)[column]), mention) for mention in fitting]
        return max(found, key=lambda each: (each[0], -each[1].start), default=(0.0, None))

    def reading(self, match: Match, read: Reading) -> Reading:
        """What the words around a trigger say of its factuality; what they leave open or take for done, the heads may
        know better.
        """
        if not self._knows(match.candidate.event_type) or read.factuality not in (None, Factuality.OCCURRED):
            return read
        values = self._scores.factuality[match.candidate.token.i]
        believed = Factuality(self._scores.factuality_values[int(values.argmax())])
        sure = believed is not Factuality.OCCURRED and float(values.max()) >= CERTAIN
        return replace(read, factuality=believed) if sure else read

    def _named(self) -> Iterator[tuple[int, int, EventType, float]]:
        """Runs of tokens that name an event: bounds, type, probability."""
        sure = []
        for token in self._doc:
            name, probability = self._scores.type_of(token.i)
            event_type = self._ontology.types.get(name)
            known = event_type is not None and event_type.period is None and self._knows(event_type)
            fits = known and probability >= SURE and token.pos_ not in _NO_TRIGGER
            sure.append((name, probability) if fits else ("", 0.0))
        start = 0
        while start < len(sure):
            end = start + 1
            while end < len(sure) and sure[end][0] == sure[start][0]:
                end += 1
            if sure[start][0]:
                yield start, end, self._ontology.types[sure[start][0]], max(p for _, p in sure[start:end])
            start = end

    def _knows(self, event_type: EventType) -> bool:
        """Whether the heads learnt the type; a user's own, also one in the place of ours, they did not."""
        return event_type.name in self._scores.types and not event_type.own

    def _general(self, event_type: EventType, lang: str, part: str) -> Pattern:
        key = (event_type.name, part)
        if key not in self._generals:
            self._generals[key] = general_pattern(event_type, lang, part)
        return self._generals[key]

    def _probability(self, candidate: Candidate) -> float:
        return max(
            self._scores.probability(i, candidate.event_type.name) for i in range(candidate.start, candidate.end)
        )

    def _roles(self, candidate: Candidate) -> Mapping[int, Floats]:
        """The probabilities of roles by token, for the tokens of the trigger's sentence."""
        trigger = candidate.token.i
        if trigger not in self._believed:
            sentence = candidate.token.sent
            found = self._scores.role_scores(trigger, sentence.start, sentence.end)
            self._believed[trigger] = {sentence.start + i: row for i, row in enumerate(found)}
        return self._believed[trigger]

    def _best(self, mention: Mention, believed: Mapping[int, Floats]) -> Floats:
        rows = [believed[i] for i in range(mention.start, mention.end) if i in believed]
        return np.max(rows, axis=0) if rows else np.zeros(len(self._column), np.float32)

    def _beside(self, candidate: Candidate) -> Iterator[Mention]:
        """The mentions of the sentence outside the trigger."""
        sentence = candidate.token.sent
        for mention in self._coreference.mentions:
            inside = sentence.start <= mention.start < sentence.end
            if inside and not mention.adjective and not candidate.start <= mention.head < candidate.end:
                yield mention

    def _proposals(self, match: Match, believed: Mapping[int, Floats]) -> list[tuple[float, str, Mention]]:
        """What the heads see in roles of the type, the surest first: probability, role, mention."""
        roles = match.candidate.event_type.roles
        found = []
        for mention in self._beside(match.candidate):
            row = self._best(mention, believed)
            kind = self._coreference.kind(mention)
            fitting = [(float(row[self._column[r]]), r) for r in roles if r in self._column and kind in roles[r].kinds]
            if fitting:
                found.append((*max(fitting), mention))
        return sorted(found, key=lambda p: (-p[0], p[1], p[2].start))


def general_pattern(event_type: EventType, lang: str, part: str) -> Pattern:
    """The positions that the patterns of a type fill, the commonest role of each first, without their conditions."""
    counts: dict[str, Counter[str]] = {}
    for pattern in event_type.patterns[lang]:
        for slot in pattern.slots if pattern.part == part else ():
            counts.setdefault(slot.function, Counter()).update(slot.roles)
    return Pattern(part, (), tuple(Slot(function, _commonest(found)) for function, found in sorted(counts.items())))


def _commonest(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda role: (-counts[role], role)))
