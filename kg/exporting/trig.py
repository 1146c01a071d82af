"""TriG: everything, graph by graph."""

from typing import BinaryIO, ClassVar

from pyoxigraph import RdfFormat

from kg.exporting.base import Exporter, prefixes
from kg.graph.serialising import by_graph, write_rdf
from kg.graph.source import Source


class TriG(Exporter):
    """The resolved view and the named graphs, to read."""

    name: ClassVar[str] = "trig"
    title: ClassVar[str] = "TriG: everything, graph by graph"
    media_type: ClassVar[str] = "application/trig"
    suffix: ClassVar[str] = "trig"

    def export(self, source: Source, target: BinaryIO) -> None:
        """See `Exporter.export`."""
        write_rdf(by_graph(source.quads()), target, RdfFormat.TRIG, prefixes=prefixes(source))
