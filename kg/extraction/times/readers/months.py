"""Months and years."""

from dataclasses import replace

from kg.extraction.times import calendar
from kg.extraction.times.grammar import Found
from kg.extraction.times.readers.reading import MONTHS, Reading, directed, direction, fixed, spoken_year
from kg.model import Time

_EARLIEST_BARE = 1800


def read_doubled_month(found: Found) -> int | None:
    """The number of a month that is named twice, «حزيران/يونيو»; None when the names differ."""
    numbers = set(found.values(*MONTHS))
    return numbers.pop() if len(numbers) == 1 else None


def read_month(found: Found) -> Reading | None:
    """A month with its year, with «الماضي», or alone: the nearest one."""
    number, year, way = found.value(*MONTHS), spoken_year(found), direction(found)
    if year is not None:
        return fixed(calendar.month(year, number), "month")
    if way == 0:
        return fixed(calendar.month(found.day.year, number), "month")

    def near(side: int, strictly: bool) -> Time:
        return calendar.yearly(found.day, side, lambda year: calendar.month(year, number), strictly=strictly)

    return directed("month", way, near)


def read_months(found: Found) -> Reading | None:
    """From a month to a month, both within twelve months; the year goes with the last."""
    first, last = found.values(*MONTHS)
    tokens = [token for token in found.tokens if token.group not in MONTHS or token.value == last]
    end = read_month(replace(found, tokens=tokens))
    if first == last or end is None:
        return None

    def back(time: Time) -> Time:
        return calendar.span(calendar.month(time.earliest.year - (first > last), first).earliest, time.latest)

    return Reading(back(end.past), back(end.ahead), "interval", end.dated)


def read_year(found: Found) -> int | None:
    """The number of a year: «عام 2014», «العام الماضي»."""
    number = found.value("year-number")
    return number if number is not None else found.day.year + (direction(found) or 0)


def read_year_point(found: Found) -> Reading | None:
    """A year as a time; None for "that year" where the text has spoken of none."""
    year = spoken_year(found)
    return None if year is None else fixed(calendar.year(year), "year")


def read_recent_year(found: Found) -> Reading | None:
    """A year without the word, with only a preposition: none that may be a round number of things, or lies far back."""
    year: int = found.value("year-number")
    return read_year_point(found) if year >= _EARLIEST_BARE and year % 100 else None


def read_month_ref(found: Found) -> Reading:
    """The last, this or the next month."""
    return fixed(calendar.shift_month(found.day, direction(found) or 0), "relative")


def read_shift(found: Found) -> int:
    """How far the year meant lies from the one spoken of before: «من العام نفسه» 0, «التالي» 1."""
    return found.value("same") or 0
