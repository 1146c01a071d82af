"""Quads as sorted N-Quads lines and back. Sorting makes every file the same bytes for the same set of quads."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import groupby, islice
from typing import BinaryIO, TypeVar, cast

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, parse, serialize

from kg.graph.sorting import RUN, sorted_lines
from kg.graph.vocabulary import TYPE

T = TypeVar("T")
BATCH = 5_000


def lines(quads: Iterable[Quad]) -> Iterator[bytes]:
    """The N-Quads line of each quad, without its line end."""
    for batch in _batches(quads):
        buffer = BytesIO()
        serialize(batch, buffer, RdfFormat.N_QUADS)
        yield from buffer.getvalue().rstrip(b"\n").split(b"\n")


def sorted_nquads(quads: Iterable[Quad], *, run: int = RUN) -> Iterator[bytes]:
    """The lines of all quads, each once, in the order of their bytes."""
    return sorted_lines(lines(quads), run=run)


def parsed(sorted: Iterable[bytes]) -> Iterator[Quad]:
    """The quads of N-Quads lines, in their order."""
    for batch in _batches(sorted):
        yield from parse(b"\n".join(batch) + b"\n", format=RdfFormat.N_QUADS)


def by_graph(quads: Iterable[Quad], *, run: int = RUN) -> Iterator[Quad]:
    """The quads ordered by graph (the default graph first), then subject; within a subject its types come first."""
    keyed = (graph + b"\0" + line for graph, line in _with_graphs(quads))
    ordered = parsed(line.partition(b"\0")[2] for line in sorted_lines(keyed, run=run))
    return by_subject(ordered)


def by_subject(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Quads that are sorted by subject, with the types of every subject first."""
    for _, group in groupby(quads, key=_graph_and_subject):
        yield from sorted(group, key=lambda quad: quad.predicate != TYPE)


def write_rdf(
    quads: Iterable[Quad] | Iterable[Triple],
    target: BinaryIO,
    format: RdfFormat,
    *,
    prefixes: Mapping[str, str] | None = None,
) -> None:
    """Serialises quads in their order; with prefixes, those come first and sorted."""
    if prefixes is None:
        serialize(quads, target, format)
        return
    for prefix, namespace in sorted(prefixes.items()):
        target.write(f"@prefix {prefix}: <{namespace}> .\n".encode())
    body = _WithoutHeader(target)
    serialize(quads, cast(BinaryIO, body), format, prefixes=dict(prefixes))
    body.close()


class _WithoutHeader:
    """Passes on what is written to it, without the prefixes at its start: pyoxigraph writes them in no order."""

    def __init__(self, target: BinaryIO) -> None:
        self.target = target
        self.waiting: bytes | None = b""

    def write(self, data: bytes) -> int:
        if self.waiting is None:
            return self.target.write(data)
        self.waiting += data
        *whole, rest = self.waiting.split(b"\n")
        while whole and whole[0].startswith(b"@prefix "):
            whole.pop(0)
        self.waiting = b"\n".join([*whole, rest])
        if whole:
            self.close()
        return len(data)

    def flush(self) -> None:
        """Nothing is kept but a header; the target is flushed by its owner."""

    def close(self) -> None:
        self.target.write(self.waiting or b"")
        self.waiting = None


def graph_name(quad: Quad) -> str:
    """The IRI of the graph of a quad; "" for the default graph."""
    return "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value


def _graph_and_subject(quad: Quad) -> tuple[str, str]:
    return graph_name(quad), str(quad.subject)


def _with_graphs(quads: Iterable[Quad]) -> Iterator[tuple[bytes, bytes]]:
    """(graph, line) of each quad."""
    for batch in _batches(quads):
        graphs = (graph_name(quad).encode() for quad in batch)
        yield from zip(graphs, lines(batch), strict=True)


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, BATCH)):
        yield batch
