"""The written rule by which the claims of an event give its status."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kg.model import OPEN_END, Factuality, Status
from kg.resolution.reports import Report, witnesses
from kg.resolution.windows import window

_CALLED_OFF = frozenset({None, "cancelled", "failed", "foiled"})
"""Manners of a negated claim that end a plan; "denied" only contradicts it."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The status, how it is negated or planned, the claims that decide it, and those that contradict one another."""

    status: Status
    manner: str | None
    deciding: tuple[Report, ...]
    contradicting: tuple[str, ...] = ()


def rule_status(reports: Sequence[Report]) -> Ruling:
    """The status of an event, by the first of these rules that applies:

    1. Some say that it occurred, others that it did not: disputed. All of these claims contradict one another.
    2. Some say that it occurred: occurred, whatever was planned, held possible or demanded.
    3. It was planned, and a later report has it cancelled, failed, foiled or not happening: negated, in that manner.
    4. It was planned, and some deny that: what most says (rule 5), and those claims contradict one another.
    5. What most independent publishers say; then what is said with the more precise time; then what was published
       later; then the first of occurred, planned, possible, negated, hypothetical.
    """
    by = {factuality: tuple(r for r in reports if r.claim.factuality is factuality) for factuality in Factuality}
    occurred, planned, negated = by[Factuality.OCCURRED], by[Factuality.PLANNED], by[Factuality.NEGATED]
    if occurred and negated:
        return Ruling(Status.DISPUTED, _manner(negated), (*occurred, *negated), _ids((*occurred, *negated)))
    if occurred:
        return Ruling(Status.OCCURRED, None, occurred)
    if planned and (called_off := _called_off(planned, negated)):
        return Ruling(Status.NEGATED, _manner(called_off), called_off)
    denied = tuple(report for report in negated if report.claim.manner not in _CALLED_OFF)
    winner = min((factuality for factuality in Factuality if by[factuality]), key=lambda f: _weight(f, by[f]))
    contradicting = _ids((*planned, *denied)) if planned and denied else ()
    return Ruling(Status(winner.value), _manner(by[winner]), by[winner], contradicting)


def _called_off(planned: Sequence[Report], negated: Sequence[Report]) -> tuple[Report, ...]:
    last = max(report.instant for report in planned)
    return tuple(report for report in negated if report.claim.manner in _CALLED_OFF and report.instant >= last)


def _weight(factuality: Factuality, reports: Sequence[Report]) -> tuple[int, int, float, int]:
    narrowest = min((window(report).days for report in reports if report.claim.time), default=OPEN_END.toordinal())
    latest: datetime = max(report.instant for report in reports)
    return -witnesses(reports), narrowest, -latest.timestamp(), list(Factuality).index(factuality)


def _manner(reports: Iterable[Report]) -> str | None:
    """The manner that was published last."""
    given = [report for report in reports if report.claim.manner]
    return max(given, key=lambda report: report.order).claim.manner if given else None


def _ids(reports: Iterable[Report]) -> tuple[str, ...]:
    return tuple(sorted(report.claim.id for report in reports))
