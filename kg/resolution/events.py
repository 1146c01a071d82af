"""Claims of one event across articles: grouped by type, core actors and week, then decided within each small group.

Claims are taken in a fixed order, the most precise first, and each goes to the best event that it fits, or begins its
own. The order depends on the claims alone, so the result is a function of their set. A claim fits an event when

* the type is the same, a core actor with a name is shared, and every core role that both fill agrees: an actor of the
  one is the same as, or lies in, one of the other; where a role takes many, two of them or all of the smaller side;
* the days agree (see `windows`): dated claims share a day or are a day apart, the latter not for material conflict,
  where every day has its attack; undated ones were published within a week (for material conflict: a day) of the
  others; a coarse time needs all core roles;
* places and modes that both give agree;
* the event has no claim of the same article yet, unless it says the very same, and no claim that a person told apart.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.model import Claim
from kg.ontology import EventType, Ontology
from kg.resolution.judgements import Pair
from kg.resolution.reports import Places, Report
from kg.resolution.windows import SLACK_DAYS, UNDATED_DAYS, Window, around, weeks, window

_MOST_COMPARED = 64
"""A claim is compared with so many events at most, those that share most with it first."""
_CONFLICT = "material-conflict"

_Key = tuple[str, str, str, int]


@dataclass(slots=True)
class _Draft:
    """An event in the making; what its claims say so far."""

    number: int
    days: Window
    dated: bool
    reports: list[Report] = field(default_factory=list)
    fillers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    places: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)

    @property
    def day(self) -> date:
        """The day on which its first report was published."""
        return self.reports[0].day

    def add(self, report: Report) -> None:
        """Takes the report in."""
        self.reports.append(report)
        self.days = self.days.narrowed(window(report))
        self.claims.add(report.claim.id)
        for role, actors in report.named.items():
            self.fillers[role] |= actors
        self.places |= {report.place} if report.place else set()
        self.modes |= {report.claim.mode} if report.claim.mode else set()


def fuse(
    reports: Sequence[Report],
    *,
    ontology: Ontology,
    places: Places,
    same: Sequence[Pair] = (),
    different: Sequence[Pair] = (),
) -> list[tuple[Report, ...]]:
    """The reports of each event, the earliest first; `same`, `different`: pairs of claim ids, the word of persons."""
    apart: dict[str, set[str]] = defaultdict(set)
    for left, right in different:
        apart[left].add(right)
        apart[right].add(left)
    fusion = _Fusion(ontology, places, apart)
    for report in sorted(reports, key=_precision):
        fusion.place(report)
    groups = [draft.reports for draft in fusion.drafts]
    joined = _joined(groups, same, apart)
    return sorted((tuple(sorted(group, key=lambda r: r.order)) for group in joined), key=lambda group: group[0].order)


class _Fusion:
    """The drafts, and the keys by which they are found."""

    def __init__(self, ontology: Ontology, places: Places, apart: Mapping[str, set[str]]) -> None:
        self.drafts: list[_Draft] = []
        self._ontology = ontology
        self._places = places
        self._apart = apart
        self._found: dict[_Key, dict[int, None]] = defaultdict(dict)

    def place(self, report: Report) -> None:
        """Puts the report into the best draft that it fits, else into a new one."""
        keys = list(_keys(report, self._core(report)))
        draft = self._best(report, keys)
        if draft is None:
            draft = _Draft(len(self.drafts), window(report), report.claim.time is not None)
            self.drafts.append(draft)
        draft.add(report)
        for key in keys:
            self._found[key][draft.number] = None

    def _core(self, report: Report) -> tuple[str, ...]:
        event_type = self._ontology.types.get(report.claim.type)
        return event_type.core if event_type and event_type.core else tuple(report.fillers)

    def _best(self, report: Report, keys: Sequence[_Key]) -> _Draft | None:
        scored = [
            (score, -number)
            for number in self._candidates(keys)
            if (score := self._score(report, self.drafts[number])) is not None
        ]
        return self.drafts[-max(scored)[1]] if scored else None

    def _candidates(self, keys: Sequence[_Key]) -> list[int]:
        """The drafts that share most keys. An actor of whom too much is told counts only beside one of whom less is."""
        found = [(key[1:3], self._found.get(key, {})) for key in keys]
        crowded = {actor for actor, drafts in found if len(drafts) > _MOST_COMPARED}
        telling = [drafts for actor, drafts in found if actor not in crowded]
        if not telling:
            telling = [dict.fromkeys(list(drafts)[-_MOST_COMPARED:]) for _, drafts in found]
        numbers = {number for drafts in telling for number in drafts}
        hits = {number: sum(number in drafts for _, drafts in found) for number in numbers}
        return sorted(hits, key=lambda number: (-hits[number], number))[:_MOST_COMPARED]

    def _score(self, report: Report, draft: _Draft) -> tuple[int, int, int] | None:
        """How well the report fits: shared core actors, whether both are dated, nearness; None when it does not."""
        event_type = self._ontology.types.get(report.claim.type)
        core = self._core(report)
        shared = _shared(report, draft, core, event_type, self._places)
        if not shared or self._excluded(report, draft):
            return None
        complete = all(role in report.named and draft.fillers.get(role) for role in core)
        if not _days_agree(
            report, draft, complete=complete, conflict=event_type is not None and event_type.quad == _CONFLICT
        ):
            return None
        dated = report.claim.time is not None and draft.dated
        return shared, int(dated), -abs((report.day - draft.day).days)

    def _excluded(self, report: Report, draft: _Draft) -> bool:
        if draft.places and report.place and not self._places.meet([report.place], draft.places):
            return True
        if draft.modes and report.claim.mode and report.claim.mode not in draft.modes:
            return True
        if self._apart.get(report.claim.id, set()) & draft.claims:
            return True
        return not _article_fits(report, draft)


def _precision(report: Report) -> tuple[int, int, int, object]:
    """Sorts the claims that say most first: dated, exactly, with many named actors."""
    dated = report.claim.time is not None
    return int(not dated), window(report).days if dated else 0, -sum(map(len, report.named.values())), report.order


def _keys(report: Report, core: Sequence[str]) -> Iterator[_Key]:
    near = set(weeks(around(report.day)))
    if report.claim.time is not None:
        near |= set(weeks(window(report).widened(SLACK_DAYS)))
    for role in core:
        for actor in sorted(report.named.get(role, ())):
            yield from ((report.claim.type, role, actor, week) for week in sorted(near))


def _shared(
    report: Report, draft: _Draft, core: Sequence[str], event_type: EventType | None, places: Places
) -> int | None:
    """How many core actors both have in the same role; None when a core role that both fill disagrees."""
    shared = 0
    for role in core:
        ours, theirs = report.named.get(role), draft.fillers.get(role)
        if not ours or not theirs:
            continue
        many = event_type is None or role not in event_type.roles or event_type.roles[role].many
        if places.meet(ours, theirs) < (min(2, len(ours), len(theirs)) if many else 1):
            return None
        shared += len(ours & theirs)
    return shared


def _days_agree(report: Report, draft: _Draft, *, complete: bool, conflict: bool) -> bool:
    gap = window(report).gap(draft.days)
    if report.claim.time is not None and draft.dated:
        if (window(report).is_coarse or draft.days.is_coarse) and not complete:
            return False
        return gap <= (0 if conflict else SLACK_DAYS)
    reach = 1 if conflict else UNDATED_DAYS
    published = abs((report.day - draft.day).days) <= reach
    # Dated claims come first, so that only this claim can lack a date while the draft has one.
    told = draft.dated and not draft.days.is_coarse and draft.days.gap(Window(report.day, report.day)) <= reach
    return gap <= SLACK_DAYS and (published or told)


def _article_fits(report: Report, draft: _Draft) -> bool:
    """Whether the draft has no claim of the same article, but one that says the same as another article's too."""
    rivals = [other for other in draft.reports if other.claim.article == report.claim.article]
    if not rivals:
        return True
    return len(rivals) < len(draft.reports) and all(_says_the_same(report, other) for other in rivals)


def _says_the_same(one: Report, other: Report) -> bool:
    return one.fillers == other.fillers and window(one) == window(other) and _manner(one.claim) == _manner(other.claim)


def _manner(claim: Claim) -> tuple[object, ...]:
    return claim.factuality, claim.manner, claim.mode


def _joined(groups: Sequence[list[Report]], same: Sequence[Pair], apart: Mapping[str, set[str]]) -> list[list[Report]]:
    """The groups after the word of persons: those that they call one event are one."""
    home = {report.claim.id: number for number, group in enumerate(groups) for report in group}
    joined = {number: list(group) for number, group in enumerate(groups)}
    for left, right in same:
        one, other = sorted((home.get(left, -1), home.get(right, -1)))
        if one < 0 or one == other or _told_apart(joined[one], joined[other], apart):
            continue
        home.update((report.claim.id, one) for report in joined[other])
        joined[one] += joined.pop(other)
    return list(joined.values())


def _told_apart(some: Sequence[Report], others: Sequence[Report], apart: Mapping[str, set[str]]) -> bool:
    claims = {report.claim.id for report in others}
    return any(apart.get(report.claim.id, set()) & claims for report in some)
