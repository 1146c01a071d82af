"""What is compared: the events that an article tells of, each with its facts, in one form for people and systems."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias

import yaml

from kg.model import Span
from kg.resources import data_folder

Mentions: TypeAlias = tuple[Span, ...]
Record: TypeAlias = Mapping[str, Any]


class FactKind(StrEnum):
    """What a fact says of its event, beside the type."""

    ROLE = "role"
    PLACE = "place"
    DATE = "date"
    SOURCE = "source"
    FACTUALITY = "factuality"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one event. `name`: of the role, else "". `value`: the mentions of an actor, or a word as written."""

    kind: FactKind
    name: str
    value: Mentions | str | None

    def agrees(self, other: "Fact") -> bool:
        """Whether both say the same; actors are the same when two mentions overlap, see `same_actor`."""
        if (self.kind, self.name) != (other.kind, other.name):
            return False
        if isinstance(self.value, tuple) and isinstance(other.value, tuple):
            return same_actor(self.value, other.value)
        return self.value == other.value


@dataclass(frozen=True, slots=True)
class Told:
    """One event as somebody tells it: its type, the words that name it, and its facts."""

    type: str
    triggers: tuple[Span, ...]
    facts: tuple[Fact, ...]


@cache
def scheme() -> Mapping[str, frozenset[str]]:
    """What the annotation covers: `types`, the types that every article was read for; `where`, roles that say where."""
    text = (data_folder() / "evaluation" / "scheme.yaml").read_text(encoding="utf8")
    return {name: frozenset(values) for name, values in yaml.safe_load(text).items()}


def same_actor(left: Mentions, right: Mentions) -> bool:
    """Whether any two mentions overlap by at least half of the shorter one.

    >>> same_actor((Span(0, 4),), (Span(2, 20),)), same_actor((Span(0, 4),), (Span(3, 20),))
    (True, False)
    """
    return any(_halves(one, other) for one in left for other in right)


def told(event: Record, triggers: tuple[Span, ...], actors: Mapping[str, Mentions]) -> Told:
    """The event of a record. `actors`: mentions by actor id; a role or place whose actor has none is no fact."""
    return Told(event["type"], triggers, tuple(_facts(event, actors)))


def agreeing(gold: Sequence[Fact], system: Sequence[Fact]) -> list[Fact]:
    """The gold facts that the system has too; each of the system's stands for one at most."""
    left, found = list(system), []
    for fact in gold:
        hit = next((index for index, other in enumerate(left) if fact.agrees(other)), None)
        if hit is not None:
            del left[hit]
            found.append(fact)
    return found


def _facts(event: Record, actors: Mapping[str, Mentions]) -> Iterator[Fact]:
    roles = [(given["role"], actors.get(given["entity"], ())) for given in event.get("roles", ())]
    yield from (Fact(FactKind.ROLE, name, mentions) for name, mentions in roles if mentions)
    place = actors.get(event.get("place") or "", ())
    if place and not any(same_actor(place, mentions) for name, mentions in roles if name in scheme()["where"]):
        yield Fact(FactKind.PLACE, "", place)
    if source := actors.get(event.get("source") or "", ()):
        yield Fact(FactKind.SOURCE, "", source)
    if event.get("date"):
        yield Fact(FactKind.DATE, "", event["date"])
    yield Fact(FactKind.FACTUALITY, "", event.get("factuality"))


def _halves(one: Span, other: Span) -> bool:
    shorter = min(one.end - one.start, other.end - other.start)
    return shorter > 0 and one.overlap(other) * 2 >= shorter
