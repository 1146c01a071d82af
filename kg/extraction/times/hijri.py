"""Days of the Hijri calendar. Sighting moves its months: every stretch is a day wider on both sides than the tables."""

from collections.abc import Iterator
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from kg.extraction.times.calendar import span
from kg.model import Time

_LEEWAY = timedelta(days=1)


def hijri_day(year: int, month: int, number: int) -> Time:
    """A day, with one on each side; raises `ValueError` or `OverflowError` outside 1343 to 1500."""
    day = _gregorian(year, month, number)
    return span(day - _LEEWAY, day + _LEEWAY)


def hijri_month(year: int, month: int) -> Time:
    """A month, a day wider on each side; raises as `hijri_day`."""
    first = _gregorian(year, month, 1)
    last = _gregorian(year, month, Hijri(year, month, 1).month_length())
    return span(first - _LEEWAY, last + _LEEWAY)


def hijri_year(year: int) -> Time:
    """A year, a day wider on each side; raises as `hijri_day`."""
    return span(hijri_month(year, 1).earliest, hijri_month(year, 12).latest)


def years_near(day: date) -> Iterator[int]:
    """The Hijri years from one before to one after that of a day; raises `OverflowError` outside 1343 to 1500."""
    now = Gregorian(day.year, day.month, day.day).to_hijri().year
    yield from (now - 1, now, now + 1)


def _gregorian(year: int, month: int, number: int) -> date:
    day = Hijri(year, month, number).to_gregorian()
    return date(day.year, day.month, day.day)
