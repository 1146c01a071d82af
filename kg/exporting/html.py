"""The page to browse a graph with, as a format."""

from typing import BinaryIO, ClassVar

from kg.exporting.base import Exporter
from kg.graph.source import Source


class Html(Exporter):
    """One file that opens from disk with the network off."""

    name: ClassVar[str] = "html"
    title: ClassVar[str] = "HTML: a page to browse"
    media_type: ClassVar[str] = "text/html"
    suffix: ClassVar[str] = "html"

    def export(self, source: Source, target: BinaryIO) -> None:
        """See `Exporter.export`."""
        from kg.exporting.page import render_page  # fetches much that other formats do not need

        target.write(render_page(source.graph).encode("utf8", "replace"))
