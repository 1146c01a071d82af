"""Where nodes are put."""

import itertools

import networkx as nx
import pytest

from kg.exporting.page.layout import lay_out

BOX = (100.0, 40.0)


def star(points: int) -> "nx.Graph[str]":
    network: nx.Graph[str] = nx.Graph()
    network.add_edges_from(("hub", f"n{number:04}") for number in range(points))
    return network


def overlaps(places: dict[str, tuple[int, int]]) -> int:
    pairs = itertools.combinations(places.values(), 2)
    return sum(abs(a[0] - b[0]) < BOX[0] and abs(a[1] - b[1]) < BOX[1] for a, b in pairs)


def test_no_boxes_overlap_in_one_part_and_between_parts() -> None:
    network = star(30)
    network.add_edge("a", "b")
    network.add_node("alone")
    places = lay_out(network, dict.fromkeys(network, BOX))
    assert len(places) == 34
    assert overlaps(places) == 0


def test_no_boxes_overlap_where_everything_is_linked() -> None:
    """Pushing alone went round in circles among the states of the sample articles."""
    dense: nx.Graph[str] = nx.Graph()
    dense.add_edges_from((f"e{event:03}", f"a{(event * step) % 23:03}") for event in range(120) for step in (1, 5, 7))
    assert overlaps(lay_out(dense, dict.fromkeys(dense, BOX))) == 0


def test_same_places_whatever_the_order_of_nodes() -> None:
    network = star(20)
    turned: nx.Graph[str] = nx.Graph()
    turned.add_edges_from(reversed(list(network.edges)))
    boxes = dict.fromkeys(network, BOX)
    assert lay_out(network, boxes) == lay_out(turned, boxes)


def test_nothing_to_lay_out() -> None:
    assert lay_out(nx.Graph(), {}) == {}


@pytest.mark.slow
def test_an_actor_with_a_thousand_events_is_laid_out() -> None:
    network = star(1_000)
    places = lay_out(network, dict.fromkeys(network, BOX))
    assert len(set(places.values())) == 1_001
    assert overlaps(places) < 100
