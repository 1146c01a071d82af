"""The rule of DESIGN §4 as a table: what two or three publishers say, in order of publication, and what comes of it."""

from datetime import date

import pytest

from kg.model import Factuality, Precision, Status, Time
from tests.resolution.world import World

TABLE = [
    ("planned", Status.PLANNED, None, ()),
    ("planned/announced possible possible", Status.POSSIBLE, None, ()),
    ("possible planned", Status.PLANNED, None, ()),
    ("planned possible", Status.POSSIBLE, None, ()),
    ("planned occurred", Status.OCCURRED, None, ()),
    ("hypothetical occurred", Status.OCCURRED, None, ()),
    ("occurred negated/denied", Status.DISPUTED, "denied", ("status",)),
    ("planned negated/cancelled", Status.NEGATED, "cancelled", ()),
    ("planned planned negated/failed", Status.NEGATED, "failed", ()),
    ("planned planned negated/denied", Status.PLANNED, None, ("status",)),
    ("planned/announced planned/postponed", Status.PLANNED, "postponed", ()),
    ("negated/cancelled planned", Status.PLANNED, None, ()),
    ("hypothetical", Status.HYPOTHETICAL, None, ()),
]


@pytest.mark.parametrize(("told", "status", "manner", "contested"), TABLE)
def test_status(world: World, told: str, status: Status, manner: str | None, contested: tuple[str, ...]) -> None:
    for number, word in enumerate(told.split()):
        factuality, _, how = word.partition("/")
        id = f"a{number}"
        world.article(id, f"2025-11-0{number + 1}")
        roles = {"visitor": world.actor(id, "Karim Nasser"), "destination": world.entry(id, "Q61")}
        when = Time(date(2025, 11, 10), date(2025, 11, 10), Precision.DAY)
        world.claim(id, "Visit", roles, Factuality(factuality), manner=how or None, time=when)
    resolution = world.resolve()
    [event] = resolution.events
    assert (event.status, event.manner, event.contested) == (status, manner, contested)
    assert tuple(c.about for c in resolution.contradictions) == contested


def test_one_publisher_does_not_count_twice(world: World) -> None:
    for number, (publisher, factuality) in enumerate([("One", "planned"), ("One", "planned"), ("Two", "possible")]):
        id = f"a{number}"
        world.article(id, f"2025-11-0{number + 1}", publisher=publisher)
        roles = {"visitor": world.actor(id, "Karim Nasser"), "destination": world.entry(id, "Q61")}
        world.claim(id, "Visit", roles, Factuality(factuality))
    [event] = world.resolve().events
    assert event.status is Status.POSSIBLE, "one publisher each: the later one counts"
