"""Times so many units away from the day of publication."""

from kg.extraction.times import calendar
from kg.extraction.times.grammar import Found
from kg.extraction.times.readers.reading import AHEAD, BACK, UNITS, Reading, direction, fixed


def _count(found: Found) -> tuple[int | None, str]:
    """How many units, and which; None: not said."""
    group = next(each for each in found.groups() if each in UNITS)
    said = found.values("number", "count", "cardinal", "year-number")
    if said:
        return sum(said), UNITS[group]
    if found.has("indefinite"):
        return 1, UNITS[group]
    if found.has("several", "few"):
        return None, UNITS[group]
    return {"one": 1, "two": 2}.get(group.partition("-")[0]), UNITS[group]


def read_ago(found: Found) -> Reading | None:
    """Three weeks ago: the day, week, month or year so far back; without a number, or "more than": not after it."""
    count, unit = _count(found)
    if count is None:
        return fixed(calendar.not_after(found.day), "relative")
    time = calendar.unit_at(found.day, -count, unit)
    return fixed(calendar.not_after(time.latest) if found.has("more-than", "over") else time, "relative")


def read_ahead(found: Found) -> Reading | None:
    """Three weeks from now."""
    count, unit = _count(found)
    return None if count is None else fixed(calendar.unit_at(found.day, count, unit), "relative")


def read_since_count(found: Found) -> Reading | None:
    """«منذ ثلاث سنوات»: that long ago, or ever since; None without a number."""
    count, unit = _count(found)
    if count is None or found.has("more-than"):
        return None
    return fixed(calendar.not_before(calendar.unit_at(found.day, -count, unit).earliest), "not-before")


def read_stretch(found: Found) -> Reading | None:
    """The past two weeks, the next three days. Without a number only hours have bounds: the day and one beside it."""
    count, unit = _count(found)
    if count is None and unit == "hour":
        count = 24
    if count is None:
        return None
    side = AHEAD if direction(found) == AHEAD else BACK
    there = calendar.shift(found.day, side * count, unit)
    return fixed(calendar.span(min(there, found.day), max(there, found.day)), "interval")
