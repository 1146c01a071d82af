"""The values of an event from those of its claims: time, roles, place, mode, speakers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model import OPEN_END, OPEN_START, Precision, Status, Time
from kg.resolution.reports import Places, Report, witnesses
from kg.resolution.status import Ruling
from kg.resolution.windows import Window, window

_FORWARD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.HYPOTHETICAL})


def resolve_time(reports: Sequence[Report], ruling: Ruling) -> tuple[Time, tuple[str, ...]]:
    """The time of an event, and the claims whose times exclude one another, sorted (none when they agree).

    Of the claims that decide the status, else of all: the most precise time; of several, that of most publishers,
    then the one published last. Without any: up to the first report of it when it occurred or did not, from the last
    one on when it is to come.
    """
    dated = _dated(ruling.deciding) or _dated(reports)
    if not dated:
        return _undated(ruling), ()
    spans = {report.claim.id: window(report) for report, _ in dated}
    told = [report for report, _ in dated]
    best, time = min(dated, key=lambda pair: _time_weight(pair[0], told))
    chosen = spans[best.claim.id]
    rivals = [id for id, span in spans.items() if span.gap(chosen)]
    agreeing = [id for id, span in spans.items() if not span.gap(chosen)]
    # A span says nothing without its article; the claim keeps it.
    return replace(time, span=None), tuple(sorted(rivals + agreeing)) if rivals else ()


def resolve_role(
    fillings: Sequence[tuple[Report, frozenset[str]]], *, named: frozenset[str], many: bool, places: Places
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Who fills a role, and the claims that name different ones, sorted.

    `fillings`: each claim's own fillers; `named`: those that have a name. A role for many takes all; one for a single
    filler takes that of most publishers, then of the later report. Of a place and what contains it, told by two
    claims, the smaller one. Fillers without a name are those of one claim only, since each article has its own, and
    of none in a role for one that has a name.
    """
    known = [(report, actors & named) for report, actors in fillings if actors & named]
    bare = [(report, actors - named) for report, actors in fillings if actors - named]
    if not known:
        return _one_claim(bare), ()
    if many:
        return _smallest(known, places) | _one_claim(bare), ()
    winner = min({actor for _, actors in known for actor in actors}, key=lambda actor: _filler_weight(actor, known))
    agreeing = [(report, actors) for report, actors in known if places.meet([winner], actors)]
    rivals = [report.claim.id for report, actors in known if not places.meet([winner], actors)]
    claims = sorted(rivals + [report.claim.id for report, _ in agreeing]) if rivals else []
    return _smallest(agreeing, places), tuple(claims)


def resolve_place(reports: Sequence[Report], places: Places) -> tuple[str | None, tuple[str, ...]]:
    """Where the event is, the smallest place that most say, or None; and the claims that name different places."""
    fillings = [(report, frozenset({report.place})) for report in reports if report.place is not None]
    named = frozenset(actor for _, actors in fillings for actor in actors)
    found, rivals = resolve_role(fillings, named=named, many=False, places=places)
    return min(found, default=None), rivals


def resolve_mode(reports: Sequence[Report]) -> str | None:
    """The mode that most publishers give, then the one that comes first in the alphabet."""
    modes = sorted({report.claim.mode for report in reports if report.claim.mode})
    return max(modes, key=lambda mode: witnesses(r for r in reports if r.claim.mode == mode), default=None)


def resolve_content(reports: Iterable[Report], about: Mapping[str, str], event: str) -> str | None:
    """The event that most of the claims are about, never itself; None when there is none."""
    contents = [
        about[content] for report in reports if (content := report.claim.content) is not None and content in about
    ]
    others = sorted(content for content in contents if content != event)
    return max(others, key=others.count, default=None)


def _dated(reports: Iterable[Report]) -> list[tuple[Report, Time]]:
    """The reports that give a time, with it."""
    return [(report, time) for report in reports if (time := report.claim.time) is not None]


def _undated(ruling: Ruling) -> Time:
    days = [report.day for report in ruling.deciding]
    if ruling.status in _FORWARD or ruling.manner == "cancelled":
        return Time(max(days), OPEN_END, Precision.NOT_BEFORE)
    return Time(OPEN_START, min(days), Precision.NOT_AFTER)


def _time_weight(report: Report, dated: Sequence[Report]) -> tuple[int, int, float, str]:
    span: Window = window(report)
    count = witnesses(other for other in dated if not window(other).gap(span))
    return span.days, -count, -report.instant.timestamp(), report.claim.id


def _filler_weight(actor: str, known: Sequence[tuple[Report, frozenset[str]]]) -> tuple[int, float, str]:
    reports = [report for report, actors in known if actor in actors]
    return -witnesses(reports), -max(report.instant for report in reports).timestamp(), actor


def _one_claim(fillings: Sequence[tuple[Report, frozenset[str]]]) -> frozenset[str]:
    """The fillers of the claim that gives most, then of the earliest."""
    best = min(fillings, key=lambda filling: (-len(filling[1]), filling[0].order), default=None)
    return best[1] if best else frozenset()


def _smallest(fillings: Sequence[tuple[Report, frozenset[str]]], places: Places) -> frozenset[str]:
    """All fillers without those that contain a filler which another claim gives."""
    everyone = frozenset(actor for _, actors in fillings for actor in actors)
    return (
        frozenset(actor for actor in everyone if not any(places.holds(actor, inner) for inner in everyone)) or everyone
    )
