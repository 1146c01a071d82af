"""The formats that a graph is written in: one file each, one contract (`Exporter`), one traversal (`Source.quads`)."""

from collections.abc import Iterable

from kg.errors import SettingsError
from kg.exporting.base import Exporter
from kg.exporting.events_csv import EventsCsv
from kg.exporting.html import Html
from kg.exporting.jsonld import JsonLd
from kg.exporting.nquads import NQuads
from kg.exporting.ntriples import NTriples
from kg.exporting.trig import TriG
from kg.exporting.turtle import Turtle

FORMATS: tuple[Exporter, ...] = (Turtle(), TriG(), NQuads(), NTriples(), JsonLd(), EventsCsv(), Html())
"""All formats."""

__all__ = ["FORMATS", "Exporter", "chosen", "format_named", "names_of_files"]


def format_named(name: str) -> Exporter:
    """The format of that name, suffix ("ttl", ".ttl") or media type; raises `SettingsError` for any other."""
    wanted = name.lower().removeprefix(".")
    for exporter in FORMATS:
        if wanted in (exporter.name, exporter.suffix, exporter.media_type):
            return exporter
    known = ", ".join(exporter.name for exporter in FORMATS)
    raise SettingsError(f"there is no format {name!r}", advice=f"formats are {known}")


def chosen(names: Iterable[str] | None) -> tuple[Exporter, ...]:
    """The formats for an output folder: Turtle and those named; None: all standard ones. Raises `SettingsError`."""
    if names is None:
        return tuple(exporter for exporter in FORMATS if exporter.built)
    wanted = {format_named(name).name for name in names} | {Turtle.name}
    return tuple(exporter for exporter in FORMATS if exporter.name in wanted - {NQuads.name})


def names_of_files() -> set[str]:
    """The names that the files of all formats have in an output folder."""
    return {exporter.file_name for exporter in FORMATS}
