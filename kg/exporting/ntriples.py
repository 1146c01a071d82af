"""N-Triples: the resolved view, one triple a line, sorted."""

from typing import BinaryIO, ClassVar

from pyoxigraph import RdfFormat

from kg.exporting.base import Exporter
from kg.graph.serialising import graph_name, write_rdf
from kg.graph.source import Source


class NTriples(Exporter):
    """The resolved view only, for tools that know no named graphs."""

    name: ClassVar[str] = "ntriples"
    title: ClassVar[str] = "N-Triples: the resolved view, sorted"
    media_type: ClassVar[str] = "application/n-triples"
    suffix: ClassVar[str] = "nt"
    built: ClassVar[bool] = False

    def export(self, source: Source, target: BinaryIO) -> None:
        """See `Exporter.export`."""
        resolved = (quad.triple for quad in source.quads() if not graph_name(quad))
        write_rdf(resolved, target, RdfFormat.N_TRIPLES)
