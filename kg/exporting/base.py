"""The contract of a format."""

from abc import ABC, abstractmethod
from typing import BinaryIO, ClassVar

from kg.graph.source import Source
from kg.graph.vocabulary import PREFIXES

PATHS = ("actor", "document", "event", "office", "period", "place")
"""What of ours gets a prefix of its own where the syntax has prefixes."""


class Exporter(ABC):
    """One format. It keeps no state, so one object serves all; the same graph gives the same bytes."""

    name: ClassVar[str]
    """By which a user asks for it."""
    title: ClassVar[str]
    """One line for people."""
    media_type: ClassVar[str]
    suffix: ClassVar[str]
    """Of file names, without the dot."""
    stem: ClassVar[str] = "graph"
    built: ClassVar[bool] = True
    """Whether every build writes it."""

    @property
    def file_name(self) -> str:
        """Its name in an output folder."""
        return f"{self.stem}.{self.suffix}"

    @abstractmethod
    def export(self, source: Source, target: BinaryIO) -> None:
        """Writes the graph of `source` to `target`, which stays open."""


def prefixes(source: Source) -> dict[str, str]:
    """All prefixes, and those of our own instances."""
    return PREFIXES | {path: f"{source.graph.settings.base}{path}/" for path in PATHS}
