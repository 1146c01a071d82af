"""The resolved view of one event: one value where one is meant, and a mark where claims differ."""

from collections.abc import Mapping, Sequence

from kg.model import Contradiction, Event, digest
from kg.ontology import Ontology
from kg.resolution.contradictions import PLACE, STATUS, TIME, read_contradictions
from kg.resolution.reports import Places, Report, witnesses
from kg.resolution.status import rule_status
from kg.resolution.values import resolve_content, resolve_mode, resolve_place, resolve_role, resolve_time


def event_id(claim: str) -> str:
    """The id of the event whose earliest claim is this one."""
    return digest("event", claim)


def view_event(
    reports: Sequence[Report], *, about: Mapping[str, str], ontology: Ontology, places: Places
) -> tuple[Event, tuple[Contradiction, ...]]:
    """The event of these reports (earliest first) and its contradictions; `about`: claim id -> event id."""
    id = event_id(reports[0].claim.id)
    ruling = rule_status(reports)
    time, times = resolve_time(reports, ruling)
    place, sites = resolve_place(reports, places)
    roles, rivals = _roles(reports, ontology, places)
    found = read_contradictions(id, {STATUS: ruling.contradicting, TIME: times, PLACE: sites, **rivals})
    event = Event(
        id=id,
        type=reports[0].claim.type,
        status=ruling.status,
        claims=tuple(sorted(report.claim.id for report in reports)),
        roles=roles,
        time=time,
        first_reported=min(report.day for report in reports),
        independent_sources=witnesses(reports),
        place=place,
        manner=ruling.manner,
        mode=resolve_mode(reports),
        contested=tuple(contradiction.about for contradiction in found),
        speakers=tuple(sorted({report.speaker for report in reports if report.speaker})),
        attributed=all(report.speaker for report in reports),
        content=resolve_content(reports, about, id),
    )
    return event, found


def _roles(
    reports: Sequence[Report], ontology: Ontology, places: Places
) -> tuple[tuple[tuple[str, str], ...], dict[str, tuple[str, ...]]]:
    """(role, actor id) pairs, sorted, and the claims that differ on each role."""
    event_type = ontology.types.get(reports[0].claim.type)
    pairs, rivals = [], {}
    for role in sorted({role for report in reports for role in report.fillers}):
        known = event_type.roles.get(role) if event_type else None
        fillings = [(report, report.fillers[role]) for report in reports if role in report.fillers]
        named = frozenset(actor for report in reports for actor in report.named.get(role, ()))
        actors, rivals[role] = resolve_role(fillings, named=named, many=known is None or known.many, places=places)
        pairs += [(role, actor) for actor in sorted(actors)]
    return tuple(pairs), rivals
