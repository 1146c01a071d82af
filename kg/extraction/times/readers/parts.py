"""Parts of months and years."""

from collections.abc import Callable
from dataclasses import replace

from kg.extraction.times import calendar
from kg.extraction.times.grammar import Found
from kg.extraction.times.readers.reading import Reading, fixed
from kg.model import Time


def read_part(found: Found) -> Reading | None:
    """The beginning, middle or end of a month or year; of any other time, the time itself."""
    number = found.value("part")
    reading: Reading = found.value("point")
    past, ahead = (calendar.third(time, number) for time in (reading.past, reading.ahead))
    changed = past.precision is not reading.past.precision
    return replace(reading, past=past, ahead=ahead, kind="part" if changed else reading.kind)


def read_share(found: Found) -> tuple[int, int]:
    """Which half or quarter, and of how many; without an ordinal the last."""
    of: int = found.value("fraction")
    return found.value("ordinal") or of, of


def read_numbered_week(found: Found) -> int:
    """Which week of a month; -1 for the last."""
    return found.value("ordinal") or -1


def read_fraction(found: Found) -> Reading:
    """A half or quarter of a year or month."""
    number, of = found.value("share")
    return _cut(found.value("point"), lambda time: calendar.fraction(time, number, of))


def read_week_of_month(found: Found) -> Reading:
    """The so-manieth week of a month."""
    number = found.value("week-of")
    return _cut(found.value("point"), lambda time: calendar.week_of_month(time, number))


def _cut(reading: Reading, part: Callable[[Time], Time]) -> Reading:
    return replace(reading, past=part(reading.past), ahead=part(reading.ahead), kind="interval")


def read_so_far(found: Found) -> Reading | None:
    """Earlier or later in this month, week or year: from its start to today, from today to its end."""
    whole: Time = found.value("point").past
    if not whole.earliest <= found.day <= whole.latest:
        return None
    first, last = (whole.earliest, found.day) if found.has("earlier") else (found.day, whole.latest)
    return fixed(calendar.span(first, last), "interval")
