"""The days on which the event of a claim may have been, for comparing claims; what is shown is made by `values`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.model import OPEN_END, OPEN_START, Factuality
from kg.resolution.reports import Report

UNDATED_DAYS = 7
"""Reports without a date may be of one event when they were published within so many days."""
SLACK_DAYS = 1
"""Two dated reports may be so many days apart: an evening here is the next morning there."""
COARSE_DAYS = 31
"""A time longer than this is coarse: it holds many events of the same actors."""

_FORWARD = frozenset({Factuality.PLANNED, Factuality.HYPOTHETICAL})
_MOST_WEEKS = 156


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days, both included."""

    earliest: date
    latest: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.latest - self.earliest).days + 1

    @property
    def is_coarse(self) -> bool:
        """Whether it is too long to tell one event from the next."""
        return self.days > COARSE_DAYS

    def gap(self, other: "Window") -> int:
        """How many days lie between them; 0 when they share a day."""
        return max(0, (self.earliest - other.latest).days, (other.earliest - self.latest).days)

    def narrowed(self, other: "Window") -> "Window":
        """The days of both; this one where they share none."""
        if self.gap(other):
            return self
        return Window(max(self.earliest, other.earliest), min(self.latest, other.latest))

    def widened(self, days: int) -> "Window":
        """With so many more days on either side."""
        first = self.earliest.toordinal() - days
        last = self.latest.toordinal() + days
        return Window(
            date.fromordinal(max(first, OPEN_START.toordinal())), date.fromordinal(min(last, OPEN_END.toordinal()))
        )


def window(report: Report) -> Window:
    """The time that the claim gives; without one, up to or from the day of publication, by its factuality."""
    claim = report.claim
    if claim.time is not None:
        return Window(claim.time.earliest, claim.time.latest)
    if claim.factuality is Factuality.OCCURRED:
        return Window(OPEN_START, report.day)
    return Window(report.day if claim.factuality in _FORWARD else OPEN_START, OPEN_END)


def weeks(span: Window) -> Iterator[int]:
    """The weeks that it touches, as numbers; of more than three years only the first and last that are known."""
    first, last = (day.toordinal() // 7 for day in (span.earliest, span.latest))
    if last - first <= _MOST_WEEKS:
        yield from range(first, last + 1)
    else:
        yield from ([first] if span.earliest.year > OPEN_START.year else [])
        yield from ([last] if span.latest.year < OPEN_END.year else [])


def around(day: date) -> Window:
    """The days within which a report without a date, published on that day, is taken to tell the same event."""
    return Window(day, day).widened(UNDATED_DAYS)
