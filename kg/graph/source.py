"""What a format is written from: the graph, and its quads in sorted order."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad, RdfFormat, parse

from kg.graph.serialising import parsed, sorted_nquads

if TYPE_CHECKING:
    from kg.graph.knowledge import KnowledgeGraph


@dataclass(frozen=True, slots=True)
class Source:
    """A graph to export. `nquads`: its sorted N-Quads, None: they are made when asked for."""

    graph: "KnowledgeGraph"
    nquads: Path | None = None

    def lines(self) -> Iterator[bytes]:
        """The sorted N-Quads lines, line ends included."""
        if self.nquads is None:
            yield from (line + b"\n" for line in sorted_nquads(self.graph.quads()))
        else:
            with self.nquads.open("rb") as file:
                yield from file

    def quads(self) -> Iterator[Quad]:
        """The quads in the order of their lines: all that is said of a subject comes together."""
        if self.nquads is None:
            return parsed(sorted_nquads(self.graph.quads()))
        return parse(path=self.nquads, format=RdfFormat.N_QUADS)
