"""What follows from a role: who takes part, who does it to whom, where it happens."""

from collections.abc import Iterable, Iterator

from kg.graph.view import View
from kg.model import Event, Kind, ResolvedActor
from kg.ontology import EventType, Ontology, Role

ACTING = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.STATE, Kind.GROUP, Kind.OTHER})
"""The kinds that are actors in any role."""
_PLACES = frozenset({Kind.PLACE, Kind.STATE})
_NO_SIDE = frozenset({Kind.PLACE, Kind.DOCUMENT})
_OF_MEMBERS = frozenset({"joins", "states", "leaves"})
"""What event types about memberships say of a period."""


def is_place_role(role: Role) -> bool:
    """Whether the role says where: it takes places, but no persons and groups."""
    return Kind.PLACE in role.kinds and not role.kinds & {Kind.PERSON, Kind.GROUP}


def is_acting_role(role: Role) -> bool:
    """Whether whoever fills the role takes part in the event."""
    return bool(role.kinds & ACTING) and not is_place_role(role)


def acting_names(ontology: Ontology) -> frozenset[str]:
    """The roles that are subproperties of `sem:hasActor`: those that are acting in every type that has them."""
    roles = [role for event_type in ontology.types.values() for role in event_type.roles.values()]
    return frozenset(role.name for role in roles) - {role.name for role in roles if not is_acting_role(role)}


def fillers(event: Event, view: View) -> Iterator[tuple[Role, ResolvedActor]]:
    """The roles of an event with those who fill them, without stated totals of members (see `totals`)."""
    return ((role, actor) for role, actor in all_fillers(event, view) if not _is_total(role, actor, event, view))


def totals(event: Event, view: View) -> list[int]:
    """The stated totals of members ("88 states"), sorted: numbers of an event about memberships, never members."""
    return sorted({actor.count or 0 for role, actor in all_fillers(event, view) if _is_total(role, actor, event, view)})


def all_fillers(event: Event, view: View) -> Iterator[tuple[Role, ResolvedActor]]:
    """The roles of an event with all that fills them, for titles; what the ontology or the resolution does not know is
    left out.
    """
    for name, id in event.roles:
        role = view.role(event.type, name)
        if role is not None and id in view.actors:
            yield role, view.actors[id]


def _is_total(role: Role, actor: ResolvedActor, event: Event, view: View) -> bool:
    """Whether it is a number of members without names. A user's own type may call the role otherwise: its first one."""
    event_type = view.ontology.types[event.type]
    if actor.named or actor.count is None or event_type.period not in _OF_MEMBERS:
        return False
    return role.name == ("member" if "member" in event_type.roles else next(iter(event_type.core), "member"))


def participants(event: Event, view: View) -> Iterator[ResolvedActor]:
    """Those who take part, in any role."""
    return (actor for role, actor in fillers(event, view) if is_acting_role(role) or actor.kind in ACTING)


def side(event: Event, view: View, name: str) -> list[ResolvedActor]:
    """Those on one side of the event ("initiator", "recipient"), places and documents included."""
    return [actor for role, actor in fillers(event, view) if role.side in (name, "both")]


def has_side(actor: ResolvedActor) -> bool:
    """Whether an actor can do something or have it done to him; a place or a document only points to a country."""
    return actor.kind not in _NO_SIDE


def places(event: Event, view: View) -> list[ResolvedActor]:
    """Where it happens: the place told, and what fills place roles, unless it is another event that is placed so."""
    told = [view.actors[event.place]] if event.place and event.place in view.actors else []
    if view.ontology.types[event.type].content:
        return told
    return told + [
        actor for role, actor in fillers(event, view) if _is_scene(role, actor, view.ontology.types[event.type])
    ]


def _is_scene(role: Role, actor: ResolvedActor, event_type: EventType) -> bool:
    """A place in a role is where it happens when the role says where, or when something is done to it."""
    if is_place_role(role):
        return actor.kind in _PLACES
    return actor.kind is Kind.PLACE and event_type.quad.startswith("material")


def countries(actors: Iterable[ResolvedActor], view: View) -> list[str]:
    """The alpha-3 codes of the countries of these, sorted."""
    return sorted({code for actor in actors if (code := view.country(actor))})


def role_names(event_type: EventType, view: View) -> list[str]:
    """The roles of a type in the order of its file, then those of the types above it."""
    return list(dict.fromkeys(name for step in view.ancestors(event_type.name) for name in step.roles))
