"""Stretches of days: months, weeks, parts, and the nearest of those that come round again.

All raise `ValueError` or `OverflowError` for days that no calendar has. Weeks run from Monday to Sunday.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from kg.model import OPEN_END, OPEN_START, Precision, Time

LONGEST_COUNT = 2000
"""No text counts more units of time than this from its own day."""
_LEAP_SEARCH = 9  # the 29th of February comes back after eight years at most


def on(day: date) -> Time:
    """One day."""
    return Time(day, day, Precision.DAY)


def span(first: date, last: date) -> Time:
    """From a day to a day, both within; raises `ValueError` when the last comes first."""
    if last < first:
        raise ValueError(f"{last} comes before {first}")
    return Time(first, last, Precision.INTERVAL)


def month(year: int, number: int) -> Time:
    """A month of a year."""
    first = date(year, number, 1)
    return Time(first, first.replace(day=monthrange(year, number)[1]), Precision.MONTH)


def year(number: int) -> Time:
    """A year."""
    return Time(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def week(day: date) -> Time:
    """The week that a day lies in."""
    first = day - timedelta(days=day.weekday())
    return span(first, first + timedelta(days=6))


def not_before(day: date) -> Time:
    """From a day on."""
    return Time(day, OPEN_END, Precision.NOT_BEFORE)


def not_after(day: date) -> Time:
    """Up to a day."""
    return Time(OPEN_START, day, Precision.NOT_AFTER)


def shift_month(day: date, count: int) -> Time:
    """The month that lies `count` months from the month of a day."""
    months = day.year * 12 + day.month - 1 + count
    return month(months // 12, months % 12 + 1)


def shift(day: date, count: int, unit: str) -> date:
    """The day `count` units ("hour", "day", "week", "month", "year") from a day; too short a month gives its last day.

    >>> shift(date(2018, 3, 31), -1, "month"), shift(date(2018, 3, 31), -36, "hour")
    (datetime.date(2018, 2, 28), datetime.date(2018, 3, 29))
    """
    if abs(count) > LONGEST_COUNT:
        raise ValueError(f"{count} is no count of time")
    match unit:
        case "hour":
            return day + timedelta(days=(1 if count > 0 else -1) * -(-abs(count) // 24))
        case "day" | "week":
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        case _:
            target = shift_month(day, count * (12 if unit == "year" else 1))
            return target.earliest.replace(day=min(day.day, target.latest.day))


def unit_at(day: date, count: int, unit: str) -> Time:
    """The day, week, month or year `count` units from a day; for hours that make no full days, the days possible."""
    there = shift(day, count, unit)
    match unit:
        case "day":
            return on(there)
        case "week":
            return week(there)
        case "month":
            return month(there.year, there.month)
        case "year":
            return year(there.year)
        case _:
            near = there + timedelta(days=1 if count < 0 else -1)
            return on(there) if count % 24 == 0 else span(min(there, near), max(there, near))


def weekday(day: date, number: int, direction: int, *, strictly: bool) -> Time:
    """The nearest such weekday (Monday is 0) before (-1) or after (+1) a day, which counts itself unless `strictly`."""
    distance = (number - day.weekday()) * direction % 7
    return on(day + timedelta(days=direction * (distance or (7 if strictly else 0))))


def yearly(day: date, direction: int, of_year: Callable[[int], Time], *, strictly: bool) -> Time:
    """The nearest stretch that comes round every year, before (-1) or after (+1) a day.

    `of_year` gives it for a year and may raise `ValueError` for a year that has none. A stretch that contains the day
    counts unless `strictly`.
    """
    start = day.year + (-1 if direction > 0 else 1)
    for step in range(_LEAP_SEARCH + 2):
        try:
            time = of_year(start + direction * step)
        except ValueError:  # a year without it
            continue
        near, far = (time.earliest, time.latest) if direction > 0 else (time.latest, time.earliest)
        edge = near if strictly else far
        if (edge - day).days * direction >= (1 if strictly else 0):
            return time
    raise ValueError("no year near has this day")


def third(time: Time, number: int) -> Time:
    """The beginning (1), middle (2) or end (3) of a month or year; another stretch itself, its parts have no bounds."""
    first = time.earliest
    match time.precision:
        case Precision.MONTH:
            bounds = ((1, 10), (11, 20), (21, time.latest.day))[number - 1]
            return Time(first.replace(day=bounds[0]), first.replace(day=bounds[1]), Precision.PART_OF_MONTH)
        case Precision.YEAR:
            start = first.replace(month=number * 4 - 3)
            return span(start, shift_month(start, 3).latest)
        case _:
            return time


def fraction(time: Time, number: int, of: int) -> Time:
    """The so-manieth half, third or quarter of a year, or half of a month; raises `ValueError` for any other."""
    if not 1 <= number <= of:
        raise ValueError(f"{of} parts have no number {number}")
    if time.precision is Precision.YEAR:
        size = 12 // of
        start = time.earliest.replace(month=(number - 1) * size + 1)
        return span(start, shift_month(start, size - 1).latest)
    if time.precision is Precision.MONTH and of == 2:
        first, last = (1, 15) if number == 1 else (16, time.latest.day)
        return span(time.earliest.replace(day=first), time.earliest.replace(day=last))
    raise ValueError("only months and years have such parts")


def week_of_month(time: Time, number: int) -> Time:
    """Seven days of a month, the first to the fourth (1 to 4) or the last (-1); raises `ValueError` for others."""
    if time.precision is not Precision.MONTH or number not in (-1, 1, 2, 3, 4):
        raise ValueError("only a month has numbered weeks")
    start = number * 7 - 6 if number > 0 else time.latest.day - 6
    return span(time.earliest.replace(day=start), time.earliest.replace(day=start + 6))


def season(year: int, number: int) -> Time:
    """The season (1 spring to 4 winter) that begins in a year, from the earliest to the latest bounds in use."""
    first = date(year, number * 3, 1)
    last = date(year + (number == 4), number * 3 % 12 + 3, 22)
    return span(first, last)
