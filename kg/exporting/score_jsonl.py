"""What one article says as one object of JSON: the form that `kg extract --format jsonl` prints, one a line.

    {"id": …, "lang": …, "date": …,
     "entities":   [{"id", "type", "name", "mentions": [[start, end], …], "names", "named", "entry", "country",
                     "office", "count"}, …],
     "events":     [{"id", "type", "triggers": [[start, end], …], "roles": [{"role", "entity", "span"}, …],
                     "place": ENTITY | null, "date": "YYYY[-MM[-DD]][/…]" | null, "factuality", "source": ENTITY | null,
                     "time", "utterance", "mode", "manner", "content": EVENT | null, "found_by", "score"}, …],
     "utterances": [{"id", "speaker": ENTITY, "cue": [start, end], "stance", "time", "place", "via", "quote"}, …]}

With `explain` each event has the words that its parts come from too, as `kg.exporting.explanation` gives them.
Spans are half-open offsets in code points of the article's text.
"""

from typing import Any

from kg.exporting.explanation import Explanation
from kg.model import Actor, Article, Claim, Extraction, Span, Time, Utterance

Record = dict[str, Any]


def as_score_record(article: Article, extraction: Extraction, *, explain: bool = False) -> Record:
    """The object of one article, ready for `json.dumps`; what is not known is null."""
    explanation = Explanation(article, extraction) if explain else None
    return {
        "id": article.id,
        "lang": article.lang,
        "date": article.published,
        "entities": [_entity(actor) for actor in extraction.actors],
        "events": [
            _event(claim) | ({"explain": explanation.of(claim)} if explanation else {}) for claim in extraction.claims
        ],
        "utterances": [_utterance(utterance) for utterance in extraction.utterances],
    }


def _entity(actor: Actor) -> Record:
    return {
        "id": actor.id,
        "type": actor.kind.value.upper(),
        "name": actor.name,
        "mentions": [_span(mention) for mention in actor.mentions],
        "names": list(actor.names),
        "named": actor.named,
        "entry": actor.entry,
        "country": actor.country,
        "office": actor.office,
        "count": actor.count,
    }


def _event(claim: Claim) -> Record:
    return {
        "id": claim.id,
        "type": claim.type,
        "triggers": [_span(trigger) for trigger in claim.triggers],
        "roles": [{"role": given.role, "entity": given.actor, "span": _span(given.span)} for given in claim.arguments],
        "place": claim.place.actor if claim.place else None,
        "date": claim.time.iso if claim.time else None,
        "factuality": claim.factuality.value,
        "source": claim.speaker,
        "time": _time(claim.time),
        "utterance": claim.utterance,
        "mode": claim.mode,
        "manner": claim.manner,
        "content": claim.content,
        "found_by": claim.found_by.value,
        "score": claim.score,
    }


def _utterance(utterance: Utterance) -> Record:
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "cue": _span(utterance.cue),
        "stance": utterance.stance.value,
        "time": _time(utterance.time),
        "place": utterance.place,
        "via": utterance.via,
        "quote": _span(utterance.quote) if utterance.quote else None,
    }


def _time(time: Time | None) -> Record | None:
    if time is None:
        return None
    return {
        "earliest": time.earliest.isoformat(),
        "latest": time.latest.isoformat(),
        "precision": time.precision.value,
        "text": time.text or None,
        "span": _span(time.span) if time.span else None,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
