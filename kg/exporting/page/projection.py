"""What of a graph is drawn: events, the actors in them, and the links between, within a budget of nodes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from kg.model import Event, ResolvedActor

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

BUDGET = 2_000
"""How many nodes are drawn at most: more are slow to draw and no help to the eye."""

ROLE, PLACE, SPEAKER, CONTENT = "role", "place", "speaker", "content"
"""The ways in which two nodes are linked."""


@dataclass(frozen=True, slots=True)
class Link:
    """A line from an event to an actor, or to the event it is about. `names`: the roles that it stands for."""

    event: str
    other: str
    way: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """What is drawn. `total`: how many events and actors there are to draw in the whole graph, whatever the budget."""

    events: tuple[Event, ...]
    actors: tuple[ResolvedActor, ...]
    links: tuple[Link, ...]
    total: tuple[int, int]

    def network(self) -> "nx.Graph[str]":
        """The undirected network that the layout works on; nodes and edges in sorted order."""
        network: nx.Graph[str] = nx.Graph()
        network.add_nodes_from(sorted([event.id for event in self.events] + [actor.id for actor in self.actors]))
        network.add_edges_from(sorted((link.event, link.other) for link in self.links if link.way != SPEAKER))
        return network


def project(graph: "KnowledgeGraph", *, budget: int = BUDGET) -> Projection:
    """The projection of a graph: the best witnessed, then the newest events with their actors, within the budget."""
    resolution = graph.resolution
    actors = {actor.id: actor for actor in resolution.actors}
    links = {event.id: tuple(_links(event, actors)) for event in resolution.events}
    events = _within(resolution.events, links, budget)
    shown = {event.id for event in events} | {
        link.other for event in events for link in links[event.id] if link.way != CONTENT
    }
    reached = {link.other for event in resolution.events for link in links[event.id] if link.way != CONTENT}
    return Projection(
        events=tuple(sorted(events, key=_in_time)),
        actors=tuple(actors[id] for id in sorted(shown & actors.keys())),
        links=tuple(link for event in sorted(events, key=_in_time) for link in links[event.id] if link.other in shown),
        total=(len(resolution.events), len(reached)),
    )


def _links(event: Event, actors: Mapping[str, ResolvedActor]) -> Iterator[Link]:
    roles: dict[str, list[str]] = {}
    for role, actor in event.roles:
        roles.setdefault(actor, []).append(role)
    yield from (Link(event.id, actor, ROLE, tuple(names)) for actor, names in roles.items() if actor in actors)
    if event.place in actors and event.place not in roles:
        yield Link(event.id, str(event.place), PLACE, ())
    yield from (
        Link(event.id, actor, SPEAKER, ()) for actor in event.speakers if actor in actors and actor not in roles
    )
    if event.content:
        yield Link(event.id, event.content, CONTENT, ())


def _within(events: Iterable[Event], links: Mapping[str, tuple[Link, ...]], budget: int) -> list[Event]:
    """The events that fit the budget together with their actors, best first."""
    taken: list[Event] = []
    nodes: set[str] = set()
    for event in sorted(events, key=_best_first):
        wanted = {event.id} | {link.other for link in links[event.id] if link.way != CONTENT}
        if len(nodes | wanted) > budget:
            break
        nodes |= wanted
        taken.append(event)
    return taken


def _best_first(event: Event) -> tuple[int, int, str]:
    return -event.independent_sources, -event.first_reported.toordinal(), event.id


def _in_time(event: Event) -> tuple[object, ...]:
    return event.time.latest if event.time.earliest.year == 1 else event.time.earliest, event.time.latest, event.id
