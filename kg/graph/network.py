"""The graph as a network for networkx: events and actors as nodes, roles as edges."""

from typing import TYPE_CHECKING

import networkx

from kg.graph.roles import fillers
from kg.graph.titles import LANGUAGES, actor_name
from kg.model import Event, ResolvedActor

if TYPE_CHECKING:
    from kg.graph.view import View

Network = networkx.MultiDiGraph
PLACE, SPEAKER, CONTENT = "place", "accordingTo", "content"
"""Keys of the edges that are no roles: where, according to whom, which event it is about."""


def to_networkx(view: "View") -> "networkx.MultiDiGraph[str]":
    """A directed multigraph whose nodes are IRIs; edges go from an event to what fills its roles, keyed by role.

    Attributes are text and numbers only, so that every file format of networkx takes them; what is not known is left
    out. Nodes have `node` ("event" or "actor"), `label`, `label_ar`, `label_en`; events `type`, `status`, `earliest`,
    `latest`, `precision`, `independent_sources`, `voice`; actors `kind`, `country`. Edges have `role`, `label_ar`,
    `label_en`.
    """
    network: networkx.MultiDiGraph[str] = Network()
    for actor in view.resolution.actors:
        network.add_node(view.actor(actor.id).value, **_actor(actor, view))
    for event in view.resolution.events:
        network.add_node(view.iris.event(event.id).value, **_event(event))
    for event in view.resolution.events:
        _add_edges(network, event, view)
    return network


def _event(event: Event) -> dict[str, str | int]:
    titles = {f"label_{label.lang}": label.text for label in event.labels}
    return {
        "node": "event",
        "label": titles.get("label_en", event.type),
        **titles,
        "type": event.type,
        "status": event.status.value,
        "earliest": event.time.earliest.isoformat(),
        "latest": event.time.latest.isoformat(),
        "precision": event.time.precision.value,
        "independent_sources": event.independent_sources,
        "voice": "attributed" if event.attributed else "own",
    }


def _actor(actor: ResolvedActor, view: "View") -> dict[str, str | int]:
    names: dict[str, str | int] = {f"label_{lang}": actor_name(actor, lang) for lang in LANGUAGES}
    country = view.country(actor)
    kind = {"node": "actor", "label": names["label_en"], **names, "kind": actor.kind.value}
    return {**kind, "country": country} if country else kind


def _add_edges(network: "networkx.MultiDiGraph[str]", event: Event, view: "View") -> None:
    node = view.iris.event(event.id).value
    for role, actor in fillers(event, view):
        labels = {f"label_{lang}": role.label[lang] for lang in LANGUAGES}
        network.add_edge(node, view.actor(actor.id).value, key=role.name, role=role.name, **labels)
    for id in [event.place] if event.place in view.actors else []:
        network.add_edge(node, view.actor(str(id)).value, key=PLACE, role=PLACE, label_ar="المكان", label_en="place")
    for id in (speaker for speaker in event.speakers if speaker in view.actors):
        labels = {"label_ar": "بحسب", "label_en": "according to"}
        network.add_edge(node, view.actor(id).value, key=SPEAKER, role=SPEAKER, **labels)
    if event.content in view.events:
        other = view.iris.event(str(event.content)).value
        network.add_edge(node, other, key=CONTENT, role=CONTENT, label_ar="المضمون", label_en="content")
