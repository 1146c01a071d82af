"""Weeks, weekends, seasons, and the present month, week or year."""

from datetime import timedelta

from kg.extraction.times import calendar
from kg.extraction.times.grammar import Found
from kg.extraction.times.readers.reading import AHEAD, UNITS, YEARS, Reading, directed, direction, fixed
from kg.model import Time


def read_week_ref(found: Found) -> Reading:
    """The last, this or the next week."""
    return fixed(calendar.week(found.day + timedelta(weeks=direction(found) or 0)), "week")


def read_reference(found: Found) -> Reading | None:
    """A relative month or week as a time."""
    reading: Reading | None = found.value("month-ref", "week-ref")
    return reading


def read_now(found: Found) -> Reading:
    """The present month, week or year: «نهاية العام»."""
    group = next(each for each in found.groups() if each in UNITS)
    return fixed(calendar.unit_at(found.day, 0, UNITS[group]), "relative")


def read_weekend(found: Found) -> Reading:
    """A weekend, from the day that the lexicon gives to Sunday."""
    first = found.value("weekend")

    def near(side: int, strictly: bool) -> Time:
        sunday = calendar.weekday(found.day, 6, AHEAD, strictly=False).earliest
        start = sunday - timedelta(days=6 - first)
        if side < 0 and (strictly or start > found.day):
            start -= timedelta(weeks=1)
        if side > 0 and strictly and start <= found.day:
            start += timedelta(weeks=1)
        return calendar.span(start, start + timedelta(days=6 - first))

    return directed("weekend", direction(found), near)


def read_season(found: Found) -> Reading | None:
    """A season, of a year or the nearest one. A winter of a year may be either of two."""
    number, year = found.value("season", "the-season"), found.value(*YEARS)
    if year is not None:
        first = calendar.season(year - (number == 4), number).earliest
        return fixed(calendar.span(first, calendar.season(year, number).latest), "season")
    way = direction(found)

    def near(side: int, strictly: bool) -> Time:
        return calendar.yearly(found.day, side, lambda year: calendar.season(year, number), strictly=strictly)

    return directed("season", way, near)
