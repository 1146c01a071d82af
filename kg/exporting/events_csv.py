"""A table of events for people and spreadsheets: one row an event."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from kg.exporting.base import Exporter
from kg.graph.events import event_claims
from kg.graph.roles import fillers, places
from kg.graph.source import Source
from kg.graph.titles import best_name
from kg.graph.view import View
from kg.graph.vocabulary import clean, clean_label
from kg.model import OPEN_END, OPEN_START, Event

COLUMNS = (
    "id",
    "type",
    "status",
    "title_ar",
    "title_en",
    "earliest",
    "latest",
    "precision",
    "date",
    "roles",
    "place",
    "speakers",
    "independent_sources",
    "articles",
    "evidence",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class EventsCsv(Exporter):
    """UTF-8 without a byte order mark; earliest and latest are empty where open; lists are joined by "; "."""

    name: ClassVar[str] = "csv"
    title: ClassVar[str] = "CSV: one row an event"
    media_type: ClassVar[str] = "text/csv"
    suffix: ClassVar[str] = "csv"
    stem: ClassVar[str] = "events"

    def export(self, source: Source, target: BinaryIO) -> None:
        """See `Exporter.export`."""
        text = io.TextIOWrapper(target, encoding="utf8", newline="", write_through=True)
        try:
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(rows(source.graph.view))
        finally:
            text.detach()


def rows(view: View) -> Iterator[list[str]]:
    """The rows, the earliest event first, as text that no spreadsheet takes for a formula."""
    for event in sorted(view.events.values(), key=lambda event: (event.time.earliest, event.time.latest, event.id)):
        yield [defused(cell) for cell in _row(event, view)]


def defused(cell: str) -> str:
    """The cell, with an apostrophe before it if a spreadsheet would compute it
    (https://owasp.org/www-community/attacks/CSV_Injection).

    >>> defused("=1+1"), defused("Iran")
    ("'=1+1", 'Iran')
    """
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell.startswith(_FORMULA) else cell


def evidence(event: Event, view: View) -> str:
    """The sentence of the earliest claim, in one line."""
    from kg.exporting.page.sentences import around  # fetches the whole page with it

    for claim in event_claims(event, view)[:1]:
        before, words, after = around(view.articles[claim.article].text, claim.triggers[0])
        return clean_label(f"{before}{words}{after}")
    return ""


def _row(event: Event, view: View) -> tuple[str, ...]:
    titles = {label.lang: label.text for label in event.labels}
    claims = event_claims(event, view)
    roles = (f"{role.name}: {best_name(actor)}" for role, actor in fillers(event, view))
    return (
        event.id,
        event.type,
        event.status.value,
        titles.get("ar", ""),
        titles.get("en", ""),
        "" if event.time.earliest == OPEN_START else event.time.earliest.isoformat(),
        "" if event.time.latest == OPEN_END else event.time.latest.isoformat(),
        event.time.precision.value,
        event.time.iso or "",
        "; ".join(roles),
        "; ".join(dict.fromkeys(best_name(place) for place in places(event, view))),
        "; ".join(best_name(view.actors[id]) for id in event.speakers if id in view.actors),
        str(event.independent_sources),
        "; ".join(clean(id) for id in sorted({claim.article for claim in claims})),
        evidence(event, view),
    )
