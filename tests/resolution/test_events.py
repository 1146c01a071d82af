from datetime import date

import pytest

from kg.model import OPEN_END, OPEN_START, Factuality, Kind, Precision, Status, Time
from kg.model import digest as digested
from tests.resolution.world import World, day, event_of

PLANNED, NEGATED = Factuality.PLANNED, Factuality.NEGATED


def visit(world: World, article: str, factuality: Factuality = Factuality.OCCURRED, **more: object) -> str:
    visitor, destination = world.actor(article, "Karim Nasser"), world.entry(article, "Q61")
    return world.claim(article, "Visit", {"visitor": visitor, "destination": destination}, factuality, **more)


def test_a_plan_and_its_fulfilment_are_one_event(world: World) -> None:
    world.article("a", "2025-11-02")
    world.article("b", "2025-11-11")
    plan = visit(world, "a", PLANNED, time=day("2025-11-10"))
    done = visit(world, "b", time=day("2025-11-10"))
    resolution = world.resolve()
    event = event_of(resolution, plan)
    assert event_of(resolution, done) == event
    assert event.id == digested("event", plan)
    assert event.status is Status.OCCURRED
    assert (event.independent_sources, event.first_reported.isoformat(), event.contested) == (2, "2025-11-02", ())
    assert event.time == day("2025-11-10")


def test_a_second_visit_is_another_event(world: World) -> None:
    world.article("a", "2025-11-11")
    world.article("b", "2025-12-11")
    visit(world, "a", time=day("2025-11-10"))
    visit(world, "b", time=day("2025-12-10"))
    assert len(world.resolve().events) == 2


@pytest.mark.parametrize(("published", "events"), [("2025-11-09", 1), ("2025-11-10", 2)])
def test_undated_reports_belong_together_for_a_week(world: World, published: str, events: int) -> None:
    world.article("a", "2025-11-02")
    world.article("b", published)
    visit(world, "a")
    visit(world, "b")
    assert len(world.resolve().events) == events


def test_an_undated_report_goes_by_the_day_of_the_event(world: World) -> None:
    world.article("a", "2025-06-01")
    world.article("b", "2025-11-12")
    visit(world, "a", PLANNED, time=day("2025-11-10"))
    visit(world, "b")
    assert len(world.resolve().events) == 1


def test_attacks_of_two_days_are_two(world: World) -> None:
    for id, when in (("a", "2025-01-01"), ("b", "2025-01-02"), ("c", "2025-01-02")):
        world.article(id, when)
        roles = {"attacker": world.actor(id, "Red Front", Kind.ORGANIZATION), "target": world.entry(id, "Q858")}
        world.claim(id, "Attack", roles, time=day(when))
    assert sorted(len(event.claims) for event in world.resolve().events) == [1, 2]


def test_attacks_of_one_day_in_two_towns_are_two(world: World) -> None:
    for id, town in (("a", "Wadi al-Nahr"), ("b", "Tell Ahmar")):
        world.article(id, "2025-01-01")
        place = world.actor(id, town, Kind.PLACE)
        roles = {"attacker": world.actor(id, "Red Front", Kind.ORGANIZATION)}
        world.claim(id, "Attack", roles, time=day("2025-01-01"), place=place)
    assert len(world.resolve().events) == 2


def test_a_town_and_its_country_agree_and_the_smaller_is_shown(world: World) -> None:
    world.article("a", "2025-11-10")
    world.article("b", "2025-11-10")
    visit(world, "a", time=day("2025-11-10"))
    roles = {"visitor": world.actor("b", "Karim Nasser"), "destination": world.entry("b", "Q30")}
    world.claim("b", "Visit", roles, time=day("2025-11-10"))
    [event] = world.resolve().events
    destinations = [actor for role, actor in event.roles if role == "destination"]
    assert destinations == [digested("entry", "Q61")]
    assert event.contested == ()


def test_meetings_need_two_shared_participants_or_all_of_one_side(world: World) -> None:
    people = {"a": ("Karim Nasser", "Layla Omar"), "b": ("Karim Nasser", "Sara Aziz"), "c": ("Layla Omar",)}
    for id, names in people.items():
        world.article(id, "2025-01-01")
        world.claim(id, "Meeting", {"participant": [world.actor(id, name) for name in names]}, time=day("2025-01-01"))
    resolution = world.resolve()
    assert len(resolution.events) == 2
    claims = {id: world.claims[id][0].id for id in people}
    assert resolution.about[claims["a"]] == resolution.about[claims["c"]]


def test_claims_of_one_article_stay_apart_also_through_a_third(world: World) -> None:
    world.article("a", "2025-11-11")
    world.article("b", "2025-11-11")
    visit(world, "a", time=day("2025-11-10"))
    visit(world, "a", time=day("2025-11-11"))
    visit(world, "b")
    resolution = world.resolve()
    assert sorted(len(event.claims) for event in resolution.events) == [1, 2]


def test_events_of_unnamed_actors_do_not_merge(world: World) -> None:
    for id in ("a", "b"):
        world.article(id, "2025-01-01")
        world.claim(id, "Meeting", {"participant": world.actor(id, "two men", Kind.GROUP, named=False)})
    assert len(world.resolve().events) == 2


def test_unnamed_fillers_are_not_counted_twice(world: World) -> None:
    """Each article has its own "seven soldiers": the event must not show fourteen."""
    for id in ("a", "b"):
        world.article(id, "2025-01-01")
        soldiers = world.actor(id, "seven soldiers", Kind.GROUP, named=False, count=7)
        roles = {"attacker": world.actor(id, "Red Front", Kind.ORGANIZATION), "target": soldiers}
        world.claim(id, "Attack", roles, time=day("2025-01-01"))
    [event] = world.resolve().events
    assert [role for role, _ in event.roles] == ["attacker", "target"]


def test_days_that_differ_are_contested_and_both_stay(world: World) -> None:
    for id, when, publisher in (("a", "10", "One"), ("b", "11", "Two"), ("c", "11", "Three")):
        world.article(id, "2025-11-12", publisher=publisher)
        visit(world, id, time=day(f"2025-11-{when}"))
    resolution = world.resolve()
    [event] = resolution.events
    assert event.time == day("2025-11-11"), "two publishers say so"
    assert event.contested == ("time",)
    [contradiction] = resolution.contradictions
    assert (contradiction.event, contradiction.about, len(contradiction.claims)) == (event.id, "time", 3)


def test_the_most_precise_time_wins_without_contradiction(world: World) -> None:
    month = Time(date(2025, 11, 1), date(2025, 11, 30), Precision.MONTH, "in November")
    for id, time in (("a", month), ("b", day("2025-11-10")), ("c", None)):
        world.article(id, "2025-11-12")
        visit(world, id, time=time)
    [event] = world.resolve().events
    assert event.time == day("2025-11-10")
    assert event.contested == ()


def test_times_without_a_date_are_bounded_by_publication(world: World) -> None:
    world.article("a", "2025-11-02")
    world.article("b", "2025-11-05")
    done = world.claim("a", "Meeting", {"participant": world.actor("a", "Karim Nasser")})
    plan = world.claim("b", "Meeting", {"participant": world.actor("b", "Layla Omar")}, PLANNED)
    resolution = world.resolve()
    past, future = event_of(resolution, done).time, event_of(resolution, plan).time
    assert (past.earliest, past.latest.isoformat(), past.precision) == (OPEN_START, "2025-11-02", Precision.NOT_AFTER)
    assert (future.earliest.isoformat(), future.latest, future.precision) == (
        "2025-11-05",
        OPEN_END,
        Precision.NOT_BEFORE,
    )


def test_a_single_role_with_two_fillers_is_contested(world: World) -> None:
    for id, host, publisher in (("a", "Layla Omar", "One"), ("b", "Sara Aziz", "Two"), ("c", "Sara Aziz", "Three")):
        world.article(id, "2025-11-10", publisher=publisher)
        roles = {"visitor": world.actor(id, "Karim Nasser"), "host": world.actor(id, host)}
        world.claim(id, "Visit", roles, time=day("2025-11-10"))
    resolution = world.resolve()
    [event] = resolution.events
    assert event.contested == ("host",)
    hosts = [actor for role, actor in event.roles if role == "host"]
    assert hosts == [resolution.placed["b", "x2"]]
    assert len(resolution.contradictions[0].claims) == 3


def test_who_says_so(world: World) -> None:
    world.article("a", "2025-11-10", publisher="The Courier")
    world.article("b", "2025-11-10", publisher="Courier")
    spokesman = world.actor("a", "Omar Aziz")
    claim = visit(world, "a", speaker=spokesman)
    alone = event_of(world.resolve(), claim)
    assert alone.attributed
    assert alone.speakers == (world.resolve().placed[spokesman],)
    visit(world, "b")
    [event] = world.resolve().events
    assert not event.attributed
    assert event.independent_sources == 1, "one publisher, written twice"


def test_content_points_to_the_event_of_the_other_claim(world: World) -> None:
    world.article("a", "2025-11-10")
    plan = visit(world, "a", Factuality.HYPOTHETICAL)
    call = world.claim("a", "Invitation", {"inviter": world.actor("a", "Layla Omar")}, content=plan)
    resolution = world.resolve()
    assert event_of(resolution, call).content == resolution.about[plan]


def test_modes_that_differ_keep_events_apart(world: World) -> None:
    for id, mode in (("a", "summit"), ("b", "call")):
        world.article(id, "2025-01-01")
        world.claim(id, "Meeting", {"participant": world.actor(id, "Karim Nasser")}, mode=mode)
    assert len(world.resolve().events) == 2


def test_an_actor_of_whom_much_is_told_does_not_hide_an_event(world: World) -> None:
    """The United States meet a hundred others in one week, and each meeting is told twice."""
    for number in range(200):
        id = f"a{number:03}"
        world.article(id, "2025-01-01")
        other = world.actor(id, f"Karim Nasser{number % 100}")
        world.claim(id, "Meeting", {"participant": [world.entry(id, "Q30"), other]}, time=day("2025-01-01"))
    assert [len(event.claims) for event in world.resolve().events] == [2] * 100


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-01T00:00:00+03:00", "9999-12-31T23:00:00-03:00"])
def test_the_ends_of_the_calendar_are_no_fault(world: World, published: str) -> None:
    world.article("a", published)
    world.article("b", published)
    visit(world, "a")
    visit(world, "b")
    assert len(world.resolve().events) == 1
