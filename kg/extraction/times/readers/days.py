"""Days: dates with and without their year, weekdays, today and yesterday."""

from datetime import date, timedelta

from kg.extraction.times import calendar
from kg.extraction.times.grammar import Found
from kg.extraction.times.readers.reading import (
    AHEAD,
    BACK,
    DAYS,
    MONTHS,
    WEEKDAYS,
    Reading,
    directed,
    direction,
    fixed,
    spoken_year,
)
from kg.model import Time

_RANK = ("date", "relative", "weekday")
"""Which of two ways to say one time is read: a date before «اليوم», that before a weekday."""


def read_date(found: Found) -> Reading | None:
    """A day of a month, with or without its year."""
    number, month, year = found.value(*DAYS), found.value(*MONTHS), spoken_year(found)
    if year is not None:
        return fixed(calendar.on(date(year, month, number)), "date")
    if number > _longest(month):
        return None
    way = direction(found)
    if way == 0:
        return fixed(_nearest(found.day, month, number), "date")
    year = _year_of_weekday(found, month, number) if way is None else None
    if year is not None:
        return fixed(calendar.on(date(year, month, number)), "date")
    return directed("date", way, lambda side, strictly: _annual(found.day, side, month, number, strictly))


def _longest(month: int) -> int:
    return calendar.month(2000, month).latest.day


def _annual(day: date, side: int, month: int, number: int, strictly: bool) -> Time:
    return calendar.yearly(day, side, lambda year: calendar.on(date(year, month, number)), strictly=strictly)


def _nearest(day: date, month: int, number: int) -> Time:
    sides = [_annual(day, side, month, number, False) for side in (BACK, AHEAD)]
    return min(sides, key=lambda time: abs((time.earliest - day).days))


def _year_of_weekday(found: Found, month: int, number: int) -> int | None:
    """The year, of the last, this and the next, in which the day is the weekday given; None: none is given or fits."""
    weekday = found.value(*WEEKDAYS)
    years = range(max(found.day.year - 1, 1), min(found.day.year + 1, 9999) + 1)
    if weekday is None or (month, number) == (2, 29):
        return None
    return next((year for year in years if date(year, month, number).weekday() == weekday), None)


def read_numeric(found: Found) -> Reading:
    """A day in digits."""
    return fixed(calendar.on(found.value("numeric-date")), "date")


def read_named(found: Found) -> Reading:
    """A day known by its name."""
    return fixed(calendar.on(date.fromordinal(found.value("named-day"))), "named")


def read_day_of(found: Found) -> Reading | None:
    """A day of a month that is said in relation to now: «الخامس من الشهر المقبل»."""
    month: Time = found.value("month-ref").past
    return fixed(calendar.on(month.earliest.replace(day=found.value(*DAYS))), "date")


def read_day_now(found: Found) -> Reading:
    """A day of the present month: «يوم 10 الجاري»."""
    return fixed(calendar.on(found.day.replace(day=found.value(*DAYS))), "date")


def read_deictic(found: Found) -> Reading:
    """Today, yesterday, tomorrow."""
    return fixed(calendar.on(found.day + timedelta(days=found.value("deictic") or 0)), "relative")


def read_night_before(found: Found) -> Reading:
    """Last night: it may have gone on after midnight."""
    return fixed(calendar.span(found.day - timedelta(days=1), found.day), "relative")


def read_weekday(found: Found) -> Reading:
    """A weekday, the nearest one; with a week, the day of that week."""
    number = found.value(*WEEKDAYS)
    if found.has("week-ref"):
        week: Time = found.value("week-ref").past
        return fixed(calendar.on(week.earliest + timedelta(days=number)), "weekday")
    way = direction(found)
    return directed("weekday", way, lambda side, strictly: calendar.weekday(found.day, number, side, strictly=strictly))


def read_two_weekdays(found: Found) -> Reading | None:
    """Two weekdays in a row: «يومي السبت والأحد», «ليل الجمعة السبت»."""
    first, second = found.values(*WEEKDAYS)
    length = (second - first) % 7
    way = direction(found)
    if not length:
        return None

    def pair(side: int, strictly: bool) -> Time:
        edge = calendar.weekday(found.day, second if side < 0 else first, side, strictly=strictly).earliest
        start = edge - timedelta(days=length) if side < 0 else edge
        return calendar.span(start, start + timedelta(days=length))

    return directed("interval", way, pair)


def read_agreeing(found: Found) -> Reading | None:
    """One time said twice, «الاثنين الموافق 5 مايو»: the plainer, the Gregorian one; None when they are two times."""
    readings = found.values("point")
    ranked = [reading for kind in _RANK for reading in readings if reading.kind == kind]
    kinds = {reading.kind for reading in readings}
    return ranked[0] if ranked and len(kinds) == len(readings) else None
