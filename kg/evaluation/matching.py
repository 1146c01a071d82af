"""Which event of a system is which event of the gold."""

from collections.abc import Mapping, Sequence

from kg.evaluation.facts import Told
from kg.model import Span


def match(gold: Sequence[Told], system: Sequence[Told]) -> Mapping[int, int]:
    """Index in the gold -> index in the system: one to one, same type, overlapping triggers; most overlap first, then
    by order.
    """
    shared = [
        (-weight, one, other)
        for one, event in enumerate(gold)
        for other, found in enumerate(system)
        if event.type == found.type and (weight := _shared(event.triggers, found.triggers)) > 0
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(shared):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def hits(spans: Sequence[Span], others: Sequence[Span]) -> int:
    """How many of the spans overlap one of the others."""
    return sum(any(span.overlap(other) > 0 for other in others) for span in spans)


def _shared(left: Sequence[Span], right: Sequence[Span]) -> int:
    return sum(max(0, one.overlap(other)) for one in left for other in right)
