"""Stretches of days."""

from datetime import date

import pytest

from kg.extraction.times import calendar
from kg.extraction.times.hijri import hijri_day, hijri_month
from kg.model import Precision, Time

DAY = date(2025, 11, 2)


def bounds(time: Time) -> tuple[str, str]:
    return time.earliest.isoformat(), time.latest.isoformat()


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert bounds(calendar.week(DAY)) == ("2025-10-27", "2025-11-02")


def test_months_carry_over_years() -> None:
    assert calendar.shift_month(date(2025, 1, 31), -1).iso == "2024-12"


@pytest.mark.parametrize(
    ("direction", "strictly", "expected"),
    [(-1, False, "2025-11-02"), (-1, True, "2025-10-26"), (1, False, "2025-11-02"), (1, True, "2025-11-09")],
)
def test_the_own_weekday_counts_unless_strictly(direction: int, strictly: bool, expected: str) -> None:
    assert calendar.weekday(DAY, 6, direction, strictly=strictly).iso == expected


def test_a_day_that_comes_back_after_eight_years() -> None:
    time = calendar.yearly(date(1903, 1, 1), -1, lambda year: calendar.on(date(year, 2, 29)), strictly=False)
    assert time.iso == "1896-02-29"


def test_a_winter_that_contains_the_day() -> None:
    time = calendar.yearly(date(2025, 1, 15), 1, lambda year: calendar.season(year, 4), strictly=False)
    assert bounds(time) == ("2024-12-01", "2025-03-22")


def test_thirds_of_a_short_month() -> None:
    assert [bounds(calendar.third(calendar.month(2025, 2), number)) for number in (1, 2, 3)] == [
        ("2025-02-01", "2025-02-10"),
        ("2025-02-11", "2025-02-20"),
        ("2025-02-21", "2025-02-28"),
    ]


def test_a_third_of_a_day_is_the_day() -> None:
    assert calendar.third(calendar.on(DAY), 1) == calendar.on(DAY)


def test_the_last_week_of_a_month() -> None:
    assert bounds(calendar.week_of_month(calendar.month(2025, 2), -1)) == ("2025-02-22", "2025-02-28")


def test_a_fifth_quarter_is_refused() -> None:
    with pytest.raises(ValueError, match="number 5"):
        calendar.fraction(calendar.year(2025), 5, 4)


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="comes before"):
        calendar.span(DAY, date(2025, 1, 1))


def test_only_bounds_that_are_known_are_shown() -> None:
    assert calendar.not_before(DAY).precision is Precision.NOT_BEFORE
    assert calendar.not_before(DAY).iso is None


def test_hijri_days_have_a_day_on_each_side() -> None:
    assert bounds(hijri_day(1447, 5, 11)) == ("2025-11-01", "2025-11-03")


def test_hijri_months_have_a_day_on_each_side() -> None:
    assert bounds(hijri_month(1440, 9)) == ("2019-05-05", "2019-06-04")
