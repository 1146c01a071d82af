"""Where nodes are drawn: computed here once, so that the page opens still and the same on every run.

Each connected part is laid out by networkx with a fixed seed, spread until no boxes overlap, and set beside the others.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]
Box: TypeAlias = tuple[float, float]

SEED = 7
SPRING_LIMIT = 400
"""Above this many nodes the spring layout is slow, and gives a hairball: then it goes community by community."""
EDGE = 150.0
GAP = 18.0
ROUNDS = 120
SPREAD_ROUNDS = 600
STRETCH_EVERY, STRETCH = 20, 1.03
ASPECT = 1.2
"""Of the whole picture; on most screens the space between the two side columns is about as wide as high."""


def lay_out(network: "nx.Graph[str]", boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """A whole-number position for the middle of each node. `boxes`: the width and height that each node is drawn in."""
    placed: dict[str, tuple[int, int]] = {}
    parts = [_part(network, nodes, boxes) for nodes in _components(network)]
    for (nodes, points), corner in zip(
        parts, _pack([_extent(points, nodes, boxes) for nodes, points in parts]), strict=True
    ):
        low = (points - _half(nodes, boxes)).min(axis=0)
        for node, (x, y) in zip(nodes, points - low + np.array(corner), strict=True):
            placed[node] = (round(float(x)), round(float(y)))
    return placed


def _components(network: "nx.Graph[str]") -> list[list[str]]:
    return sorted((sorted(part) for part in nx.connected_components(network)), key=lambda part: (-len(part), part))


def _part(network: "nx.Graph[str]", nodes: list[str], boxes: Mapping[str, Box]) -> tuple[list[str], Points]:
    part = _ordered(network, nodes)
    placed = _spring(part) if len(nodes) <= SPRING_LIMIT else _by_community(part)
    points = np.array([placed[node] for node in nodes], dtype=np.float64)
    return nodes, _spread(points, np.array([boxes[node] for node in nodes], dtype=np.float64))


def _ordered(network: "nx.Graph[str]", nodes: Iterable[str]) -> "nx.Graph[str]":
    """The part of a network on those nodes, built in sorted order, on which the layout depends."""
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(sorted(nodes))
    part.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in network.subgraph(nodes).edges()))
    return part


def _spring(part: "nx.Graph[str]") -> dict[str, Points]:
    """Positions about `EDGE` apart along edges, wider than high."""
    if len(part) == 1:
        return dict.fromkeys(part, np.zeros(2))
    scale = EDGE * (math.sqrt(len(part)) - 0.6) / 1.7
    placed = nx.spring_layout(part, seed=SEED, iterations=ROUNDS, k=1.3 / math.sqrt(len(part)), scale=scale)
    return {node: point * np.array([1.25, 0.8]) for node, point in placed.items()}


def _by_community(part: "nx.Graph[str]") -> dict[str, Points]:
    """Positions by community: communities are laid out as nodes of a network of their own, then each in its place."""
    groups = sorted(sorted(group) for group in nx.community.louvain_communities(part, seed=SEED))
    home = {node: index for index, group in enumerate(groups) for node in group}
    between: nx.Graph[int] = nx.Graph()
    between.add_nodes_from(range(len(groups)))
    between.add_edges_from(sorted({(home[a], home[b]) for a, b in part.edges() if home[a] != home[b]}))
    centres = nx.spring_layout(between, seed=SEED, iterations=ROUNDS, scale=EDGE * math.sqrt(len(part)) / 1.1)
    return {
        node: point + centres[index] * np.array([1.25, 0.8])
        for index, group in enumerate(groups)
        for node, point in _spring_any(_ordered(part, group)).items()
    }


def _spring_any(part: "nx.Graph[str]") -> dict[str, Points]:
    """The spring layout; a circle for a community too big for it (one actor with thousands of events)."""
    if len(part) <= SPRING_LIMIT:
        return _spring(part)
    return {
        node: np.asarray(point) for node, point in nx.spiral_layout(part, scale=EDGE * math.sqrt(len(part))).items()
    }


def _spread(points: Points, boxes: Points) -> Points:
    """The points moved apart, each pair along its shorter way, until no two boxes overlap or the rounds are used up.

    Where pushing alone does not part them, the whole is stretched a little now and then.
    """
    order = np.arange(len(points))
    points = points + np.stack([order * 1e-3, order * 1e-3], axis=1)  # no two in one place
    for turn in range(1, SPREAD_ROUNDS + 1):
        if turn % STRETCH_EVERY == 0:
            points = points * STRETCH
        left, right = _near(points[:, 0], boxes[:, 0].max() + GAP)
        apart = points[left] - points[right]
        over = (boxes[left] + boxes[right]) / 2 + GAP - np.abs(apart)
        clash = (over > 0).all(axis=1)
        if not clash.any():
            break
        left, right, apart, over = left[clash], right[clash], apart[clash], over[clash]
        along_x = over[:, 0] < over[:, 1]
        push = np.where(np.stack([along_x, ~along_x], axis=1), over * np.where(apart < 0, -0.5, 0.5), 0.0)
        np.add.at(points, left, push * 0.6)
        np.add.at(points, right, push * -0.6)
    return points


def _near(x: Points, reach: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The pairs of points that are less than `reach` apart along x, as two arrays of indices."""
    order = np.argsort(x, kind="stable")
    counts = np.searchsorted(x[order], x[order] + reach) - np.arange(len(x)) - 1
    first = np.repeat(np.arange(len(x)), counts)
    steps = np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts) + 1
    return order[first], order[first + steps]


def _half(nodes: Sequence[str], boxes: Mapping[str, Box]) -> Points:
    return np.array([boxes[node] for node in nodes], dtype=np.float64) / 2


def _extent(points: Points, nodes: Sequence[str], boxes: Mapping[str, Box]) -> Box:
    half = _half(nodes, boxes)
    width, height = (points + half).max(axis=0) - (points - half).min(axis=0)
    return float(width), float(height)


def _pack(sizes: Sequence[Box]) -> list[Box]:
    """The upper left corners of rectangles set in rows, in the order given, on a sheet of about `ASPECT`."""
    gap = 4 * GAP
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    sheet = max([math.sqrt(area * ASPECT), *(width for width, _ in sizes)])
    corners: list[Box] = []
    x = y = row = 0.0
    for width, height in sizes:
        if x and x + width > sheet:
            x, y, row = 0.0, y + row + gap, 0.0
        corners.append((x, y))
        x, row = x + width + gap, max(row, height)
    return corners
