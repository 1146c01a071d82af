"""Posts and who held them when."""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.gazetteer.entries import Entry, Term
from kg.gazetteer.loading import Row, read_table
from kg.model import OPEN_END, OPEN_START
from kg.text import key

COLUMNS = ("holder", "name", "post", "body", "from", "to", "source")
POST_COLUMNS = ("post", "en", "ar")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Offices:
    """The terms of office, and the titles by which posts are called."""

    def __init__(self, terms: tuple[Term, ...], titles: Mapping[str, str]) -> None:
        self.terms = terms
        self._titles = titles
        self._of_body: dict[str, list[Term]] = defaultdict(list)
        self._of_holder: dict[str, list[Term]] = defaultdict(list)
        for term in terms:
            self._of_body[term.body].append(term)
            if term.holder:
                self._of_holder[term.holder].append(term)

    def post(self, title: str) -> str | None:
        """The post that a bare title names ("Prime Minister", «رئيس الوزراء»), or None."""
        return self._titles.get(key(title))

    def of_holder(self, holder: str) -> tuple[Term, ...]:
        """The terms of a person, in the order of their start."""
        return tuple(self._of_holder.get(holder, ()))

    def of_body(self, body: str, *, post: str | None, day: date | None) -> tuple[Term, ...]:
        """The terms at a state or organisation, those that surely cover the day first, then the latest start first."""
        found = [
            term
            for term in self._of_body.get(body, ())
            if post in (None, term.post) and (day is None or term.may_hold(day))
        ]
        found.sort(key=lambda term: (term.latest_start, term.name), reverse=True)
        if day is not None:
            found.sort(key=lambda term: not term.surely_holds(day))
        return tuple(found)


def read_offices(terms: Sequence[Path], posts: Path, entries: Mapping[str, Entry]) -> Offices:
    """The offices of the files; raises `InputError` for a term that names no entry or no post, or has no readable
    dates.
    """
    titles: dict[str, str] = {}
    names = set()
    for row in read_table(posts, POST_COLUMNS, needed=POST_COLUMNS):
        names.add(row.cells["post"])
        for title in f"{row.cells['en']}|{row.cells['ar']}".split("|"):
            titles.setdefault(key(title), row.cells["post"])
    rows = (term for file in terms for term in _terms(file, names, entries))
    found = sorted(rows, key=lambda term: (term.latest_start, term.body, term.post, term.name))
    return Offices(tuple(found), titles)


def bounds(cell: str) -> tuple[date, date]:
    """The first and the last day of "2024", "2024-12" or "2024-12-08"; raises `ValueError` for anything else.

    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    match = _DATE.fullmatch(cell)
    if match is None:
        raise ValueError(cell)
    year, month, day = (int(part or 0) for part in match.groups())
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _terms(file: Path, posts: set[str], entries: Mapping[str, Entry]) -> Iterator[Term]:
    for row in read_table(file, COLUMNS, needed=COLUMNS):
        cells = row.cells
        holder = cells["holder"] or None
        for id in (holder, cells["body"]):
            if id is not None and id not in entries:
                raise row.fault(f"there is no entry {id!r}")
        if cells["post"] not in posts:
            raise row.fault(f"unknown post {cells['post']!r}", "add it to posts.tsv")
        start, end = _in_order(_range(row, "from"), _range(row, "to"))
        yield Term(holder, cells["name"], cells["post"], cells["body"], *start, *end, source=cells["source"])


def _in_order(start: tuple[date, date], end: tuple[date, date]) -> tuple[tuple[date, date], tuple[date, date]]:
    """Bounds of a start and of an end that know of each other: a term starts before it ends.

    A list of the holders of some year says "by the end of that year" of a start, though the term was over by then.
    """
    return (start[0], min(start[1], end[1])), (max(start[0], end[0]), end[1])


def _range(row: Row, column: str) -> tuple[date, date]:
    """Both bounds of a cell: "A/B" (between the two), ".." open on that side; an empty end is open, an empty start
    unknown.
    """
    cell = row.cells[column]
    if not cell:
        return (OPEN_START, OPEN_END) if column == "from" else (OPEN_END, OPEN_END)
    first, _, last = cell.partition("/")
    try:
        earliest = OPEN_START if first == ".." else bounds(first)[0]
        latest = bounds(first)[1] if not last else OPEN_END if last == ".." else bounds(last)[1]
    except ValueError:
        raise _fault(row, column, cell) from None
    return earliest, latest


def _fault(row: Row, column: str, cell: str) -> InputError:
    return row.fault(
        f"{column} {cell!r} is no date", "write 2024, 2024-12, 2024-12-08, or A/B with '..' for an open side"
    )
