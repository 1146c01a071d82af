"""The picture itself: nodes and edges as vis-network takes them, made with pyvis, at the places of the layout."""

import json
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.exporting.page.content import LANGUAGES, both, type_label
from kg.exporting.page.layout import Box, lay_out
from kg.exporting.page.projection import Link, Projection
from kg.exporting.page.wrapping import extent, isolate, wrap
from kg.model import Event, Precision, ResolvedActor, Status

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FONT = 14
LARGEST_FONT = 30
MARGIN = (22.0, 16.0)
SIGNS = {Precision.NOT_AFTER: "≤ ", Precision.NOT_BEFORE: "≥ "}

Style = Mapping[str, Any]
Words = Mapping[str, Mapping[str, str]]


def draw(projection: Projection, graph: "KnowledgeGraph", *, style: Style, words: Words) -> dict[str, Any]:
    """`nodes`, `edges` and `options` for vis-network. Each node has its label in both languages (`labels`)."""
    from pyvis.network import Network  # pyvis fetches IPython: only when a page is made

    network = Network(directed=True)
    nodes = _nodes(projection, graph, words)
    places = lay_out(projection.network(), {id: _box(node) for id, node in nodes.items()})
    for id, node in nodes.items():
        x, y = places[id]
        network.add_node(id, x=x, y=y - _drop(node), **_look(node, style), **node)
    for number, link in enumerate(projection.links):
        network.add_edge(link.event, link.other, id=number, **_line(link))
    network.set_options(json.dumps(style["options"]))
    drawn_nodes, drawn_edges, _, _, _, options = network.get_network_data()
    return {"nodes": drawn_nodes, "edges": drawn_edges, "options": json.loads(options)}


def _nodes(projection: Projection, graph: "KnowledgeGraph", words: Words) -> dict[str, dict[str, Any]]:
    degree: dict[str, int] = {}
    for link in projection.links:
        degree[link.other] = degree.get(link.other, 0) + 1
    events = {event.id: _event(event, graph, words) for event in projection.events}
    return events | {actor.id: _actor(actor, degree.get(actor.id, 0)) for actor in projection.actors}


def _event(event: Event, graph: "KnowledgeGraph", words: Words) -> dict[str, Any]:
    names = type_label(event.type, graph)
    known = graph.ontology.types.get(event.type)
    labels = {}
    for lang in LANGUAGES:
        status = "" if event.status is Status.OCCURRED else words[lang][event.status.value]
        lines = [
            wrap(_capital(names[lang])),
            isolate(_when(event)) if _when(event) else "",
            isolate(status) if status else "",
        ]
        labels[lang] = "\n".join(line for line in lines if line)
    return {
        "label": labels["en"],
        "labels": labels,
        "kind": "event",
        "quad": known.quad if known else "verbal-cooperation",
        "status": event.status.value,
        "text": FONT,
    }


def _actor(actor: ResolvedActor, degree: int) -> dict[str, Any]:
    """An actor; the more events it is in, the larger, so that who matters can be read from afar."""
    text = min(LARGEST_FONT, FONT - 1 + round(3 * math.log2(max(degree, 1))))
    labels = {lang: wrap(name) for lang, name in both(actor.labels).items()}
    return {
        "label": labels["en"],
        "labels": labels,
        "kind": actor.kind.value,
        "text": text,
        "size": round(text * 0.62, 1),
    }


def _box(node: Mapping[str, Any]) -> Box:
    """About how wide and high a node is drawn, with the longer of its labels."""
    extents = [extent(label, node["text"]) for label in node["labels"].values()]
    width, height = max(width for width, _ in extents), max(height for _, height in extents)
    if node["kind"] == "event":
        return width + MARGIN[0], height + MARGIN[1]
    return max(width, 2 * node["size"]), height + 2 * node["size"] + 8


def _drop(node: Mapping[str, Any]) -> int:
    """How far the middle of what is drawn lies below the middle of the sign: an actor's label stands under its sign."""
    return 0 if node["kind"] == "event" else round((_box(node)[1] - 2 * node["size"]) / 2)


def _look(node: Mapping[str, Any], style: Style) -> dict[str, Any]:
    """What depends on the style file; colours are set by the page, which has a light and a dark look."""
    if node["kind"] != "event":
        return {"shape": style["kinds"][node["kind"]]["shape"], "borderWidth": 1.5, "font": {"size": node["text"]}}
    status = style["statuses"][node["status"]]
    return {
        "shape": "box",
        "borderWidth": status["width"],
        "shapeProperties": {"borderDashes": status["dashes"], "borderRadius": 6},
        "font": {"size": node["text"]},
    }


def _line(link: Link) -> dict[str, Any]:
    return {"way": link.way, "roles": list(link.names), "arrows": ""}


def _when(event: Event) -> str:
    """The time of an event in the short form of a label, alike in both languages; "" when nothing is known."""
    time = event.time
    if time.iso and "/" not in time.iso:
        return time.iso
    if time.precision is Precision.NOT_AFTER:
        return SIGNS[time.precision] + time.latest.isoformat()
    if time.precision is Precision.NOT_BEFORE:
        return SIGNS[time.precision] + time.earliest.isoformat()
    same_month = (time.earliest.year, time.earliest.month) == (time.latest.year, time.latest.month)
    return (
        f"{time.earliest.isoformat()}–{time.latest.day:02}"
        if same_month
        else f"{time.earliest:%Y-%m}–{time.latest:%Y-%m}"
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
