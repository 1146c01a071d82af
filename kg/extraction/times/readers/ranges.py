"""Intervals, and times of which only one bound is known."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from kg.extraction.times import calendar
from kg.extraction.times.grammar import Found
from kg.extraction.times.readers.days import read_date, read_day_of
from kg.extraction.times.readers.reading import AHEAD, BACK, DAYS, YEARS, Reading, fixed
from kg.model import Precision, Time


def read_days(found: Found) -> Reading | None:
    """Some days of one month, «5 و6 مايو», "5-8 March": from the first to the last."""
    *numbers, last = found.values(*DAYS)
    month = found.value("month-ref")
    tokens = [token for token in found.tokens if token.group not in DAYS or token.value == last]
    end = read_day_of(replace(found, tokens=tokens)) if month else read_date(replace(found, tokens=tokens))
    if end is None or not numbers or any(number >= last for number in numbers):
        return None

    def back(time: Time) -> Time:
        return calendar.span(time.earliest.replace(day=min(numbers)), time.latest)

    return Reading(back(end.past), back(end.ahead), "interval", end.dated)


def read_years(found: Found) -> Reading | None:
    """From a year to a year."""
    first, last = found.values(*YEARS)
    return fixed(calendar.span(date(first, 1, 1), date(last, 12, 31)), "interval")


def read_range(found: Found) -> Reading | None:
    """From one time to another. One without a year stands beside the other."""
    first, last = found.values("point")
    if first.open or last.open:
        return None
    return Reading(_range(first, last, BACK), _range(first, last, AHEAD), "interval", first.dated or last.dated)


def _range(first: Reading, last: Reading, side: int) -> Time:
    start, end = (first.past, last.past) if side == BACK else (first.ahead, last.ahead)
    weekdays = first.kind == last.kind == "weekday"
    if not first.dated and (last.dated or side == BACK):
        start = _week_before(start, end) if weekdays else _year_before(start, end)
    elif not last.dated:
        end = _week_after(end, start) if weekdays else _year_after(end, start)
    return calendar.span(start.earliest, end.latest)


def _week_before(time: Time, end: Time) -> Time:
    return calendar.on(end.latest - timedelta(days=(end.latest - time.earliest).days % 7))


def _week_after(time: Time, start: Time) -> Time:
    return calendar.on(start.earliest + timedelta(days=(time.latest - start.earliest).days % 7))


def _year_before(time: Time, end: Time) -> Time:
    same = _in_year(time, end.latest.year)
    return same if same.earliest <= end.latest else _in_year(time, end.latest.year - 1)


def _year_after(time: Time, start: Time) -> Time:
    same = _in_year(time, start.earliest.year)
    return same if same.latest >= start.earliest else _in_year(time, start.earliest.year + 1)


def _in_year(time: Time, year: int) -> Time:
    if time.precision is Precision.MONTH:
        return calendar.month(year, time.earliest.month)
    distance = year - time.earliest.year
    earliest, latest = (calendar.shift(day, distance, "year") for day in (time.earliest, time.latest))
    return replace(time, earliest=earliest, latest=latest)


def read_since(found: Found) -> Reading | None:
    """From the start of a time on that lies behind, whichever way the event lies."""
    reading = read_starting(found)
    return reading and replace(reading, ahead=reading.past)


def read_starting(found: Found) -> Reading | None:
    """From the start of a time on."""
    return _bound(found, "not-before", lambda time: calendar.not_before(time.earliest))


def read_until(found: Found) -> Reading | None:
    """Up to the end of a time."""
    return _bound(found, "not-after", lambda time: calendar.not_after(time.latest))


def read_before(found: Found) -> Reading | None:
    """Up to the start of a time, which may be the last day."""
    return _bound(found, "not-after", lambda time: calendar.not_after(time.earliest))


def read_after(found: Found) -> Reading | None:
    """From the end of a time on, which may be the first day."""
    return _bound(found, "not-before", lambda time: calendar.not_before(time.latest))


def _bound(found: Found, kind: str, of: Callable[[Time], Time]) -> Reading | None:
    reading: Reading = found.value("point")
    if reading.open:
        return None
    return replace(reading, past=of(reading.past), ahead=of(reading.ahead), kind=kind)
