"""Why a claim says what it says: the words of the article that each part of it comes from.

`kg extract --explain` prints it, as text or as the field `explain` of each event:

    {"sentences": ["… [[trigger]] …", …],
     "roles":     [{"role", "name", "text", "span": [start, end]}, …],
     "speaker":   {"name", "cue", "span": [start, end], "stance"} | null,
     "time":      {"text", "span": [start, end] | null, "meaning"} | null,
     "place":     {"name", "text", "span": [start, end]} | null,
     "content":   {"type", "text", "span": [start, end]} | null}
"""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from kg.exporting.page.sentences import sentence_of
from kg.model import Argument, Article, Claim, Extraction, Precision, Span, Time

Record = dict[str, Any]


class Explanation:
    """Looks up the words behind the claims of one article."""

    def __init__(self, article: Article, extraction: Extraction) -> None:
        self._text = article.text
        self._names: Mapping[str, str] = {actor.id: actor.name for actor in extraction.actors}
        self._claims = {claim.id: claim for claim in extraction.claims}
        self._utterances = {utterance.id: utterance for utterance in extraction.utterances}

    def of(self, claim: Claim) -> Record:
        """The words behind one claim, ready for `json.dumps`; what is not said is null."""
        return {
            "sentences": list(marked_sentences(self._text, claim.triggers)),
            "roles": [{"role": given.role, **self._filler(given)} for given in claim.arguments],
            "speaker": self._speaker(claim),
            "time": self._time(claim.time) if claim.time else None,
            "place": self._filler(claim.place) if claim.place else None,
            "content": self._content(claim),
        }

    def _filler(self, given: Argument) -> Record:
        return {"name": self._names[given.actor], **self._words(given.span)}

    def _speaker(self, claim: Claim) -> Record | None:
        utterance = self._utterances.get(claim.utterance or "")
        if claim.speaker is None or utterance is None:
            return None
        cue = self._words(utterance.cue)
        return {
            "name": self._names[claim.speaker],
            "cue": cue["text"],
            "span": cue["span"],
            "stance": utterance.stance.value,
        }

    def _time(self, time: Time) -> Record:
        span = [time.span.start, time.span.end] if time.span else None
        return {"text": time.text or None, "span": span, "meaning": meaning(time)}

    def _content(self, claim: Claim) -> Record | None:
        content = self._claims.get(claim.content or "")
        return {"type": content.type, **self._words(content.triggers[0])} if content else None

    def _words(self, span: Span) -> Record:
        return {"text": self._text[span.start : span.end], "span": [span.start, span.end]}


def marked_sentences(text: str, triggers: Iterable[Span]) -> Iterable[str]:
    """Each sentence that has a trigger, with all its triggers between [[ and ]], in the order of the text.

    >>> list(marked_sentences("One. He visited Rome. Two.", [Span(8, 15)]))
    ['He [[visited]] Rome.']
    """
    for sentence, inside in groupby(sorted(triggers), lambda trigger: sentence_of(text, trigger)):
        shown, at = "", sentence.start
        for trigger in inside:
            shown += f"{text[at : trigger.start]}[[{text[trigger.start : trigger.end]}]]"
            at = trigger.end
        yield shown + text[at : sentence.end]


def meaning(time: Time) -> str:
    """The days that a time means, and how exactly they are known.

    >>> from datetime import date
    >>> meaning(Time(date(2025, 9, 1), date(2025, 9, 30), Precision.MONTH))
    '2025-09 (month)'
    """
    match time.precision:
        case Precision.NOT_AFTER:
            return f"{time.latest.isoformat()} at the latest"
        case Precision.NOT_BEFORE:
            return f"{time.earliest.isoformat()} at the earliest"
        case _:
            return f"{time.iso or f'{time.earliest.isoformat()}/{time.latest.isoformat()}'} ({time.precision})"
