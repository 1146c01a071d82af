"""From marks in time ("joined", "is a member", "left") to stretches with bounds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from kg.model import OPEN_END, OPEN_START
from kg.resolution.windows import Window


class Says(IntEnum):
    """What a mark says of the stretch; on one day, beginnings come before ends."""

    BEGINS = 0
    HOLDS = 1
    ENDS = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """That something begins, holds or ends within a window. `days`: on which it is said to hold."""

    says: Says
    within: Window
    event: str
    days: tuple[date, ...] = ()

    @property
    def order(self) -> tuple[date, Says, date, str]:
        """In order of time."""
        return self.within.latest, self.says, self.within.earliest, self.event


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time: within `start` it begins, within `end` it ends. `opening`: the event that comes first."""

    start: Window
    end: Window
    opening: str
    events: tuple[str, ...]
    stated: tuple[date, ...]


@dataclass(slots=True)
class _Draft:
    start: Window | None = None
    end: Window | None = None
    marks: list[Mark] = field(default_factory=list)
    known: list[date] = field(default_factory=list)
    """Days on or before which it surely had begun, and on which it surely still held."""


def read_stretches(marks: Iterable[Mark]) -> list[Stretch]:
    """The stretches that the marks make, in order of time.

    A beginning without an end before it, or an end of the same days as the last, is the same one told again. What
    holds after an end has begun anew. An end that is not known is open, unless it must have ended for the next to
    begin.
    """
    drafts: list[_Draft] = []
    for mark in sorted(set(marks), key=lambda mark: mark.order):
        last = drafts[-1] if drafts else None
        if last is None or _is_new(last, mark):
            last = _Draft()
            drafts.append(last)
        _take(last, mark)
    following = [*drafts[1:], None]
    return [_stretch(draft, after) for draft, after in zip(drafts, following, strict=True)]


def _is_new(last: _Draft, mark: Mark) -> bool:
    """Whether the mark belongs to a stretch after the last one."""
    match mark.says:
        case Says.BEGINS if last.start is None:
            # It may be how the last one began, unless that is known to have held before.
            before = min(last.known, default=last.end.latest if last.end else OPEN_END)
            return mark.within.earliest > before
        case Says.BEGINS | Says.HOLDS:
            return last.end is not None and mark.within.earliest > last.end.earliest
        case Says.ENDS:
            return last.end is not None and mark.within.gap(last.end) > 0


def _take(draft: _Draft, mark: Mark) -> None:
    draft.marks.append(mark)
    match mark.says:
        case Says.BEGINS:
            draft.start = draft.start.narrowed(mark.within) if draft.start else mark.within
        case Says.HOLDS:
            draft.known += mark.days
        case Says.ENDS:
            draft.end = draft.end.narrowed(mark.within) if draft.end else mark.within


def _stretch(draft: _Draft, after: _Draft | None) -> Stretch:
    start = _start(draft)
    return Stretch(
        start=start,
        end=_end(draft, start, after),
        opening=draft.marks[0].event,
        events=tuple(sorted({mark.event for mark in draft.marks})),
        stated=tuple(sorted({day for mark in draft.marks for day in mark.days})),
    )


def _start(draft: _Draft) -> Window:
    latest = [*draft.known, *([draft.end.latest] if draft.end else [])]
    if draft.start is None:
        # Where it is only said to hold some time in a year, it had begun by the end of that year.
        return Window(OPEN_START, min(latest or [mark.within.latest for mark in draft.marks]))
    bound = min((day for day in latest if day >= draft.start.earliest), default=OPEN_END)
    return Window(draft.start.earliest, min(draft.start.latest, bound))


def _end(draft: _Draft, start: Window, after: _Draft | None) -> Window:
    if draft.end is None:
        if after is None:
            return Window(OPEN_END, OPEN_END)
        return Window(max([start.earliest, *draft.known]), max(start.earliest, after.marks[0].within.latest))
    held = [day for day in (*draft.known, start.earliest) if day <= draft.end.latest]
    return Window(max([draft.end.earliest, *held]), draft.end.latest)
