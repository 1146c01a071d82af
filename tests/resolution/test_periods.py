from datetime import date

import pytest

from kg.model import OPEN_END, OPEN_START, Factuality, Kind, Period, PeriodKind, Precision, Time
from kg.resolution.spans import Mark, Says, read_stretches
from kg.resolution.windows import Window
from tests.resolution.world import World, day


def tell(world: World, id: str, type: str, published: str, when: str | None, **more: object) -> None:
    world.article(id, published)
    roles = {"member": world.entry(id, "Q858"), "organization": world.entry(id, "Q7172")}
    world.claim(id, type, roles, time=day(when) if when else None, **more)


def bounds(period: Period) -> tuple[str, str, str, str]:
    days = (period.earliest_start, period.latest_start, period.earliest_end, period.latest_end)
    return tuple(each.isoformat() for each in days)  # type: ignore[return-value]


OPEN = OPEN_END.isoformat()


def test_joined_and_not_left_is_open(world: World) -> None:
    tell(world, "a", "Joining", "2023-05-08", "2023-05-07")
    [period] = world.resolve().periods
    assert period.kind is PeriodKind.MEMBERSHIP
    assert bounds(period) == ("2023-05-07", "2023-05-07", OPEN, OPEN)
    assert period.events == (world.resolve().events[0].id,)


def test_a_planned_joining_makes_no_period(world: World) -> None:
    world.article("a", "2023-05-01")
    roles = {"member": world.entry("a", "Q858"), "organization": world.entry("a", "Q7172")}
    world.claim("a", "Joining", roles, Factuality.PLANNED, time=day("2023-05-07"))
    assert world.resolve().periods == ()


def test_left_and_came_back_are_two_periods(world: World) -> None:
    tell(world, "a", "Joining", "1945-03-23", "1945-03-22")
    tell(world, "b", "Leaving", "2011-11-13", "2011-11-12")
    tell(world, "c", "Joining", "2023-05-08", "2023-05-07")
    periods = sorted(world.resolve().periods, key=lambda period: period.earliest_start)
    assert [bounds(period) for period in periods] == [
        ("1945-03-22", "1945-03-22", "2011-11-12", "2011-11-12"),
        ("2023-05-07", "2023-05-07", OPEN, OPEN),
    ]


def test_a_statement_bounds_the_beginning_and_says_the_day(world: World) -> None:
    tell(world, "a", "Membership", "2024-02-03", None)
    [period] = world.resolve().periods
    assert bounds(period) == (OPEN_START.isoformat(), "2024-02-03", OPEN, OPEN)
    assert period.stated == (date(2024, 2, 3),)


def test_a_statement_goes_with_an_earlier_joining(world: World) -> None:
    tell(world, "a", "Joining", "2023-05-08", "2023-05-07")
    tell(world, "b", "Membership", "2024-02-03", None)
    [period] = world.resolve().periods
    assert bounds(period)[0] == "2023-05-07"
    assert period.stated == (date(2024, 2, 3),)
    assert len(period.events) == 2


SINCE = {
    "since 1952": (date(1952, 1, 1), "1952-12-31"),
    "منذ عام 1952": (date(1952, 1, 1), "1952-12-31"),
    "since May 1952": (date(1952, 5, 1), "1952-05-31"),
    "since 3 May 1952": (date(1952, 5, 3), "1952-05-03"),
    "since 2024": (date(2024, 1, 1), "2024-02-03"),
    "ever since": (date(1952, 1, 1), "2024-02-03"),
}


@pytest.mark.parametrize("words", SINCE)
def test_a_member_since_a_time_began_in_it(world: World, words: str) -> None:
    earliest, latest = SINCE[words]
    world.article("a", "2024-02-03")
    roles = {"member": world.entry("a", "Q858"), "organization": world.entry("a", "Q7172")}
    world.claim("a", "Membership", roles, time=Time(earliest, OPEN_END, Precision.NOT_BEFORE, words))
    [period] = world.resolve().periods
    assert bounds(period) == (earliest.isoformat(), latest, OPEN, OPEN)
    assert period.stated == (date(2024, 2, 3),)


def test_since_goes_with_the_joining_and_the_leaving(world: World) -> None:
    tell(world, "a", "Joining", "1952-02-19", "1952-02-18")
    world.article("b", "2010-02-03")
    roles = {"member": world.entry("b", "Q858"), "organization": world.entry("b", "Q7172")}
    world.claim("b", "Membership", roles, time=Time(date(1952, 1, 1), OPEN_END, Precision.NOT_BEFORE, "since 1952"))
    tell(world, "c", "Leaving", "2011-11-13", "2011-11-12")
    [period] = world.resolve().periods
    assert bounds(period) == ("1952-02-18", "1952-02-18", "2011-11-12", "2011-11-12")
    assert period.stated == (date(2010, 2, 3),)


def test_an_undated_joining_was_before_the_first_statement() -> None:
    joined = Mark(Says.BEGINS, Window(OPEN_START, date(2025, 11, 12)), "joining")
    stated = Mark(Says.HOLDS, Window(date(2025, 11, 10), date(2025, 11, 10)), "statement", (date(2025, 11, 10),))
    [stretch] = read_stretches([joined, stated])
    assert stretch.start == Window(OPEN_START, date(2025, 11, 10))


def test_a_leaving_alone_bounds_both_ends(world: World) -> None:
    tell(world, "a", "Leaving", "2011-11-13", "2011-11-12")
    [period] = world.resolve().periods
    assert bounds(period) == (OPEN_START.isoformat(), "2011-11-12", "2011-11-12", "2011-11-12")


def test_what_is_told_as_done_was_done_when_it_was_told(world: World) -> None:
    world.article("a", "2023-05-07")
    roles = {"member": world.entry("a", "Q858"), "organization": world.entry("a", "Q7172")}
    world.claim("a", "Joining", roles, time=Time(date(2023, 5, 1), date(2023, 5, 31), Precision.MONTH, "in May"))
    [period] = world.resolve().periods
    assert bounds(period)[:2] == ("2023-05-01", "2023-05-07")


def test_a_joining_told_again_does_not_begin_anew(world: World) -> None:
    tell(world, "a", "Joining", "2023-05-08", "2023-05-07")
    tell(world, "b", "Joining", "2024-05-08", "2024-05-07")
    [period] = world.resolve().periods
    assert bounds(period)[0] == "2023-05-07"


def test_unnamed_members_have_no_period(world: World) -> None:
    world.article("a", "2023-05-07")
    members = world.actor("a", "three states", Kind.GROUP, named=False)
    world.claim("a", "Joining", {"member": members, "organization": world.entry("a", "Q7172")})
    assert world.resolve().periods == ()


def test_a_term_of_office_with_its_state(world: World) -> None:
    for id, type, when in (("a", "TakingOffice", "2020-01-02"), ("b", "LeavingOffice", "2022-03-04")):
        world.article(id, when)
        office = world.actor(id, "President", Kind.OFFICE, country="SYR")
        roles = {"officeholder": world.actor(id, "Karim Nasser"), "office": office}
        world.claim(id, type, roles, time=day(when))
    resolution = world.resolve()
    [period] = resolution.periods
    assert period.kind is PeriodKind.OFFICE
    assert bounds(period) == ("2020-01-02", "2020-01-02", "2022-03-04", "2022-03-04")
    state = next(actor for actor in resolution.actors if actor.id == period.organization)
    assert state.entry == "Q858"


def test_a_leaving_without_office_ends_the_only_term(world: World) -> None:
    world.article("a", "2020-01-02")
    world.article("b", "2022-03-04")
    first = {
        "officeholder": world.actor("a", "Karim Nasser"),
        "office": world.actor("a", "President", Kind.OFFICE, country="SYR"),
        "body": world.entry("a", "Q858"),
    }
    world.claim("a", "TakingOffice", first, time=day("2020-01-02"))
    last = {"officeholder": world.actor("b", "Karim Nasser"), "body": world.entry("b", "Q858")}
    world.claim("b", "LeavingOffice", last, time=day("2022-03-04"))
    [period] = world.resolve().periods
    assert bounds(period)[2] == "2022-03-04"


def test_terms_of_the_gazetteer_come_with_their_holder(world: World) -> None:
    world.article("a", "2025-01-01")
    holder = world.entry("a", "Q1")
    resolution = world.resolve()
    [period] = resolution.periods
    assert period.holder == resolution.placed[holder]
    assert bounds(period) == ("2000-07-01", "2000-07-01", "2011-03-01", "2011-03-01")
    known = {actor.id: actor for actor in resolution.actors}
    assert known[period.organization or ""].entry == "Q858"
    assert known[period.office or ""].kind is Kind.OFFICE
    assert known[period.office or ""].labels[0].generated
