"""Memberships and terms of office, from the events that begin, state and end them, and from the gazetteer's terms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.gazetteer import Gazetteer, Term
from kg.model import Event, Factuality, Kind, Period, PeriodKind, Precision, ResolvedActor, Status, digest
from kg.ontology import EventType, Ontology
from kg.resolution.actors import add_entry, add_office
from kg.resolution.beginnings import beginning
from kg.resolution.reports import Report
from kg.resolution.spans import Mark, Says, Stretch, read_stretches
from kg.resolution.windows import Window

_SAYS = {
    "joins": (PeriodKind.MEMBERSHIP, Says.BEGINS),
    "states": (PeriodKind.MEMBERSHIP, Says.HOLDS),
    "leaves": (PeriodKind.MEMBERSHIP, Says.ENDS),
    "takes-office": (PeriodKind.OFFICE, Says.BEGINS),
    "leaves-office": (PeriodKind.OFFICE, Says.ENDS),
}
_ROLES = {PeriodKind.MEMBERSHIP: ("member", "organization"), PeriodKind.OFFICE: ("officeholder", "body", "office")}

_Bearer = tuple[PeriodKind, str, str | None, str | None]
"""Kind, holder, organisation or body, office."""


def read_periods(
    events: Iterable[Event],
    reports: Iterable[Report],
    actors: dict[str, ResolvedActor],
    *,
    ontology: Ontology,
    gazetteer: Gazetteer,
) -> tuple[Period, ...]:
    """The periods, sorted by id. Only events that occurred make one, and only of actors with a name.

    Adds to `actors` the offices and bodies of the gazetteer's terms, and the states whose offices are held.
    """
    by_claim = {report.claim.id: report for report in reports}
    marks: dict[_Bearer, list[Mark]] = defaultdict(list)
    for event in events:
        event_type = ontology.types.get(event.type)
        if event_type is None or event_type.period not in _SAYS or event.status is not Status.OCCURRED:
            continue
        kind, says = _SAYS[event_type.period]
        said = list(_marks(event, says, [by_claim[claim] for claim in event.claims]))
        for bearer in _bearers(kind, event, event_type, actors, gazetteer):
            marks[bearer] += said
    found = [_period(bearer, stretch) for bearer, group in _united(marks).items() for stretch in read_stretches(group)]
    found += _terms(found, actors, gazetteer)
    return tuple(sorted(found, key=lambda period: period.id))


def _marks(event: Event, says: Says, reports: Sequence[Report]) -> Iterator[Mark]:
    """What an event says of a period: one mark, and with "a member since 1952" how it began."""
    told = [report for report in reports if report.claim.factuality is Factuality.OCCURRED]
    if says is Says.HOLDS:
        begun = {window for report in told if (window := beginning(report))}
        yield from (Mark(Says.BEGINS, window, event.id) for window in begun)
    yield _mark(event, says, told)


def _mark(event: Event, says: Says, told: Sequence[Report]) -> Mark:
    within = Window(event.time.earliest, event.time.latest)
    first = min(report.day for report in told)
    # What is reported as done was done by then.
    if within.earliest <= first < within.latest:
        within = Window(within.earliest, first)
    if says is not Says.HOLDS:
        return Mark(says, within, event.id)
    days = {report.day for report in told if report.claim.time is None or beginning(report)}
    days |= {time.earliest for report in told if (time := report.claim.time) and time.precision is Precision.DAY}
    return Mark(says, Window(min(days), max(days)) if days else within, event.id, tuple(sorted(days)))


def _bearers(
    kind: PeriodKind, event: Event, event_type: EventType, actors: dict[str, ResolvedActor], gazetteer: Gazetteer
) -> Iterator[_Bearer]:
    fillers: list[list[str]] = []
    for position, name in enumerate(_ROLES[kind]):
        # A user's own type may call its roles otherwise; then the core roles are taken in order.
        role = name if name in event_type.roles else next(iter(event_type.core[position : position + 1]), name)
        fillers.append([actor for filled, actor in event.roles if filled == role and actors[actor].named])
    holders, bodies, offices = fillers[0], fillers[1], fillers[2] if kind is PeriodKind.OFFICE else []
    for holder in holders:
        if kind is PeriodKind.MEMBERSHIP:
            yield from ((kind, holder, body, None) for body in bodies if body != holder)
        for office in offices:
            yield from ((kind, holder, body, office) for body in bodies or (_state_of(office, actors, gazetteer),))
        if kind is PeriodKind.OFFICE and not offices:
            yield from ((kind, holder, body, None) for body in bodies)


def _state_of(office: str, actors: dict[str, ResolvedActor], gazetteer: Gazetteer) -> str | None:
    """The state whose office it is, when its country is known."""
    country = actors[office].country
    if country is None:
        return None
    try:
        return add_entry(actors, gazetteer.state(country), gazetteer)
    except KeyError:
        return None


def _united(marks: Mapping[_Bearer, list[Mark]]) -> dict[_Bearer, list[Mark]]:
    """The marks by bearer; one that lacks body or office goes with the only one of its holder that has both."""
    united: dict[_Bearer, list[Mark]] = defaultdict(list)
    by_holder: dict[tuple[PeriodKind, str], list[_Bearer]] = defaultdict(list)
    for bearer in marks:
        by_holder[bearer[:2]].append(bearer)
    for bearer in sorted(marks, key=str):
        fuller = [other for other in by_holder[bearer[:2]] if other != bearer and _fits(bearer, other)]
        united[fuller[0] if len(fuller) == 1 else bearer] += marks[bearer]
    return united


def _fits(bearer: _Bearer, fuller: _Bearer) -> bool:
    return None not in fuller[2:] and all(
        ours in (None, theirs) for ours, theirs in zip(bearer[2:], fuller[2:], strict=True)
    )


def _period(bearer: _Bearer, stretch: Stretch) -> Period:
    kind, holder, organization, office = bearer
    return Period(
        id=digest("period", str(kind), holder, organization or "", office or "", stretch.opening),
        kind=kind,
        holder=holder,
        organization=organization,
        office=office,
        earliest_start=stretch.start.earliest,
        latest_start=stretch.start.latest,
        earliest_end=stretch.end.earliest,
        latest_end=stretch.end.latest,
        events=stretch.events,
        stated=stretch.stated,
    )


def _terms(known: Sequence[Period], actors: dict[str, ResolvedActor], gazetteer: Gazetteer) -> list[Period]:
    """The gazetteer's terms of the persons who are told of; one that an event already tells is left out."""
    told = {(period.holder, period.office): period for period in known}
    people = [actor for actor in actors.values() if actor.kind is Kind.PERSON and actor.entry and actor.mentions]
    periods = []
    for person in sorted(people, key=lambda actor: actor.id):
        for term in gazetteer.terms(person.entry or ""):
            period = _term(person.id, term, actors, gazetteer)
            rival = told.get((period.holder, period.office))
            if rival is None or not (
                rival.earliest_start <= period.latest_end and period.earliest_start <= rival.latest_end
            ):
                periods.append(period)
    return periods


def _term(holder: str, term: Term, actors: dict[str, ResolvedActor], gazetteer: Gazetteer) -> Period:
    entry = gazetteer.entry(term.body)
    body, office = add_entry(actors, entry, gazetteer), add_office(actors, term.post, entry)
    days = (term.earliest_start, term.latest_start, term.earliest_end, term.latest_end)
    id = digest("period", str(PeriodKind.OFFICE), holder, body, office, *(day.isoformat() for day in days))
    return Period(id, PeriodKind.OFFICE, holder, body, office, *days, events=())
