"""From (property, value) pairs to quads; and the pairs that many subjects share."""

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.graph.vocabulary import KG, SEM, day, display_time, literal, value
from kg.model import Time

Value = NamedNode | Literal
Pairs = Iterable[tuple[NamedNode, Value | None]]
"""What is said of a subject; a pair whose value is None says nothing."""
RESOLVED = DefaultGraph()
"""The graph of the resolved view."""


def describe(subject: NamedNode, pairs: Pairs, graph: NamedNode | DefaultGraph = RESOLVED) -> Iterator[Quad]:
    """The quads of one subject in one graph, each once. Every subject is described by exactly one call."""
    for predicate, object in dict.fromkeys(pairs):
        if object is not None:
            yield Quad(subject, predicate, object, graph)


def time_pairs(time: Time, lang: str) -> Pairs:
    """Both bounds and the precision, always; the time for showing and its words in `lang`, where there are any."""
    yield SEM("hasEarliestBeginTimeStamp"), day(time.earliest)
    yield SEM("hasLatestEndTimeStamp"), day(time.latest)
    yield KG("timePrecision"), value(time.precision)
    yield KG("time"), display_time(time)
    yield KG("timeText"), literal(time.text, lang) if time.text else None
