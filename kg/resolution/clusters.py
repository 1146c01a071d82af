"""Joins groups of actors by proposals, refusing those that would make one actor of two that are known to be two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.resolution.members import Node


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """That two nodes are one actor, for a `reason`. Sorts the surest first: by rank, then score, then ids."""

    rank: int
    distance: float
    left: str
    right: str
    reason: str

    @property
    def score(self) -> float:
        """How sure it is, in [0, 1]."""
        return round(1 - self.distance, 3)


@dataclass(slots=True)
class _Group:
    nodes: set[str]
    articles: set[str]
    entries: set[str]
    countries: set[str]


class Clusters:
    """Groups of nodes by id; a union-find that knows what must stay apart."""

    def __init__(self, nodes: Sequence[Node], apart: Iterable[tuple[str, str]]) -> None:
        self._root = {node.id: node.id for node in nodes}
        self._groups = {node.id: _group(node) for node in nodes}
        self._apart: dict[str, set[str]] = {}
        for left, right in apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def find(self, node: str) -> str:
        """The node that stands for its group."""
        while self._root[node] != node:
            self._root[node] = self._root[self._root[node]]
            node = self._root[node]
        return node

    def join(self, left: str, right: str, *, by_person: bool = False) -> bool:
        """Makes one group of two and says whether it did; a person's word is held back only by another person's."""
        one, other = sorted((self.find(left), self.find(right)))
        if one == other:
            return False
        a, b = self._groups[one], self._groups[other]
        if self._told_apart(a, b) or not (by_person or _may_join(a, b)):
            return False
        self._root[other] = one
        self._groups[one] = _Group(
            a.nodes | b.nodes, a.articles | b.articles, a.entries | b.entries, a.countries | b.countries
        )
        del self._groups[other]
        return True

    def _told_apart(self, a: _Group, b: _Group) -> bool:
        return any(other in b.nodes for node in a.nodes & self._apart.keys() for other in self._apart[node])


def _group(node: Node) -> _Group:
    articles = {member.article for member in node.members}
    return _Group({node.id}, articles, {node.entry} if node.entry else set(), {node.country} if node.country else set())


def _may_join(a: _Group, b: _Group) -> bool:
    # Two actors of one article were told apart when it was read.
    if a.articles & b.articles:
        return False
    return len(a.entries | b.entries) <= 1 and len(a.countries | b.countries) <= 1
