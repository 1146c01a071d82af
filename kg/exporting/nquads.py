"""N-Quads: everything, one quad a line, sorted."""

from typing import BinaryIO, ClassVar

from kg.exporting.base import Exporter
from kg.graph.source import Source


class NQuads(Exporter):
    """The same bytes as `graph.nq` of an output folder, which every other format is made from."""

    name: ClassVar[str] = "nquads"
    title: ClassVar[str] = "N-Quads: everything, sorted"
    media_type: ClassVar[str] = "application/n-quads"
    suffix: ClassVar[str] = "nq"
    built: ClassVar[bool] = False

    def export(self, source: Source, target: BinaryIO) -> None:
        """See `Exporter.export`."""
        target.writelines(source.lines())
