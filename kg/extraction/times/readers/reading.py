"""A reading: the days that an expression means, looking back and looking ahead; and what readers ask of tokens."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.extraction.times.grammar import Found
from kg.model import OPEN_END, OPEN_START, Time

BACK, AHEAD = -1, 1
MONTHS = ("month", "unsure-month", "short-month")
WEEKDAYS = ("weekday", "unsure-weekday")
DAYS = ("number", "nth", "ordinal")
YEARS = ("year", "year-number")
UNITS = {
    group: unit
    for unit in ("hour", "day", "week", "month", "year")
    for group in (f"one-{unit}", f"two-{unit}s", f"{unit}s", f"the-{unit}", f"the-{unit}s")
}
"""Which unit of time the words of a group count."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means when its event lies behind and when it lies ahead. `dated`: the words give the year."""

    past: Time
    ahead: Time
    kind: str
    dated: bool = False

    @property
    def open(self) -> bool:
        """Whether one of its bounds is not known."""
        return self.past.earliest == OPEN_START or self.past.latest == OPEN_END


def fixed(time: Time, kind: str, *, dated: bool = True) -> Reading:
    """A reading that does not depend on the direction."""
    return Reading(time, time, kind, dated)


def direction(found: Found) -> int | None:
    """-1 for «الماضي», 1 for «المقبل», 0 for «الجاري» and «هذا», None when nothing is said."""
    for group, value in (("past", BACK), ("past-span", BACK), ("future", AHEAD), ("present", 0), ("this", 0)):
        if found.has(group):
            return value
    return None


def directed(kind: str, way: int | None, of: Callable[[int, bool], Time]) -> Reading:
    """The nearest time in the direction that is said, the own day left out; in both when none is."""
    if way:
        return fixed(of(way, True), kind)
    return Reading(of(BACK, False), of(AHEAD, False), kind)


def spoken_year(found: Found) -> int | None:
    """The year named, or meant by "that year"; raises `ValueError` for "that year" if no year came before."""
    if not found.has("that-year"):
        number: int | None = found.value(*YEARS)
        return number
    dated = (token.value for token in reversed(found.before) if isinstance(token.value, Reading) and token.value.dated)
    for reading in dated:
        if reading.past.earliest.year == reading.past.latest.year:
            return reading.past.earliest.year + int(found.value("that-year"))
    raise ValueError("no year before")


def nothing(found: Found) -> bool:
    """The value of what only looks like a time."""
    return True
