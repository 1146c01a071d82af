from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Factuality, Judgement, Kind, Verdict
from tests.resolution.world import World, day

NAMES = ("Karim Nasser", "كريم ناصر", "Karim Nasser Omar", "Layla Omar", "ليلى عمر", "Nasser", "Karim Nasser Aziz")
TYPES = ("Visit", "Meeting", "Joining", "Leaving", "Attack")
ROLES = {
    "Visit": ("visitor", "destination"),
    "Meeting": ("participant", "participant"),
    "Joining": ("member", "organization"),
    "Leaving": ("member", "organization"),
    "Attack": ("attacker", "target"),
}

claims = st.tuples(
    st.sampled_from(TYPES),
    st.sampled_from(NAMES),
    st.sampled_from(("Q858", "Q61", "Q7172", "gn:170654")),
    st.sampled_from(Factuality),
    st.one_of(st.none(), st.integers(0, 12)),
    st.sampled_from((None, "SYR", "TUR")),
)
articles = st.lists(st.tuples(st.integers(0, 12), st.lists(claims, max_size=3)), max_size=6)


def fill(world: World, told: list[tuple[int, list[tuple[object, ...]]]]) -> None:
    start = date(2025, 1, 1)
    for number, (offset, made) in enumerate(told):
        id = f"a{number}"
        world.article(id, (start + timedelta(offset)).isoformat(), publisher=f"Outlet {number % 3}")
        for type, name, entry, factuality, when, country in made:
            first, second = ROLES[str(type)]
            roles = [(first, world.actor(id, str(name), country=country)), (second, world.entry(id, str(entry)))]
            time = day((start + timedelta(when)).isoformat()) if isinstance(when, int) else None
            merged: dict[str, list[tuple[str, str]]] = {}
            for role, actor in roles:
                merged.setdefault(role, []).append(actor)
            world.claim(id, str(type), merged, Factuality(str(factuality)), time=time)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=articles, seed=st.integers(0, 1000))
def test_the_order_of_the_input_does_not_matter(
    world: World, told: list[tuple[int, list[tuple[object, ...]]]], seed: int
) -> None:
    world.articles, world.actors, world.claims = [], {}, {}
    fill(world, told)
    ids = [claim.id for some in world.claims.values() for claim in some]
    verdicts = [Verdict.SAME, Verdict.DIFFERENT, Verdict.REJECTED]
    judgements = [
        Judgement(f"j{n}", left, right, verdicts[n % 3], "Salma", "so")
        for n, (left, right) in enumerate(zip(ids, ids[3:], strict=False))
    ]
    assert world.resolve(*judgements) == world.resolve(*judgements, seed=seed)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=articles)
def test_nothing_dangles(world: World, told: list[tuple[int, list[tuple[object, ...]]]]) -> None:
    world.articles, world.actors, world.claims = [], {}, {}
    fill(world, told)
    resolution = world.resolve()
    actors = {actor.id for actor in resolution.actors}
    events = {event.id for event in resolution.events}
    assert len(actors) == len(resolution.actors)
    assert set(resolution.placed) == {(id, actor.id) for id, some in world.actors.items() for actor in some}
    assert set(resolution.about) == {claim.id for some in world.claims.values() for claim in some}
    assert {actor.within for actor in resolution.actors} <= actors | {None}
    assert {filler for event in resolution.events for _, filler in event.roles} <= actors
    assert set(resolution.about.values()) <= events
    for period in resolution.periods:
        assert {period.holder, period.organization, period.office} <= actors | {None}
        assert set(period.events) <= events
        assert period.earliest_start <= period.latest_start
        assert period.earliest_end <= period.latest_end
        assert period.earliest_start <= period.latest_end


def test_everything_is_sorted(world: World) -> None:
    fill(world, [(n, [("Joining", name, "Q7172", "occurred", n, None)]) for n, name in enumerate(NAMES)])
    resolution = world.resolve()
    for values in (resolution.events, resolution.actors, resolution.periods, resolution.judgements):
        ids = [value.id for value in values]
        assert ids == sorted(ids)
    assert list(resolution.about) == sorted(resolution.about)


def test_thousands_of_claims_are_grouped(world: World) -> None:
    """A group-by: with all pairs compared this would take minutes."""
    start = date(2025, 1, 1)
    for number in range(1000):
        id = f"a{number:04}"
        when = start + timedelta(number // 10)
        world.article(id, when.isoformat(), publisher=f"Outlet {number % 7}")
        speaker = world.actor(id, f"Person{number % 50} Family{number % 50}")
        roles = {"visitor": speaker, "destination": world.entry(id, "Q61")}
        world.claim(id, "Visit", roles, time=day(when.isoformat()))
        world.claim(id, "Meeting", {"participant": [speaker, world.actor(id, "United Front", Kind.ORGANIZATION)]})
    resolution = world.resolve()
    assert len(resolution.about) == 2000
    assert len([event for event in resolution.events if event.type == "Visit"]) == 1000
