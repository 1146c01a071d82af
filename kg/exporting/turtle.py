"""Turtle: the resolved view."""

from typing import BinaryIO, ClassVar

from pyoxigraph import RdfFormat

from kg.exporting.base import Exporter, prefixes
from kg.graph.serialising import by_subject, graph_name, write_rdf
from kg.graph.source import Source


class Turtle(Exporter):
    """The resolved view only: events, actors, periods, articles."""

    name: ClassVar[str] = "turtle"
    title: ClassVar[str] = "Turtle: the resolved view"
    media_type: ClassVar[str] = "text/turtle"
    suffix: ClassVar[str] = "ttl"

    def export(self, source: Source, target: BinaryIO) -> None:
        """See `Exporter.export`."""
        resolved = by_subject(quad for quad in source.quads() if not graph_name(quad))
        write_rdf((quad.triple for quad in resolved), target, RdfFormat.TURTLE, prefixes=prefixes(source))
