"""Date lines of articles, and the tables of months."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import hijri_months, months, parse_date_line, read_numeric, time_words
from kg.errors import PackError

LINES = [
    ("2 نوفمبر 2025 13:41", "2025-11-02T13:41:00"),
    ("٢ نوفمبر، ٢٠٢٥", "2025-11-02"),
    ("الأحد 2 تشرين الثاني/نوفمبر 2025", "2025-11-02"),
    ("الأحد، 2 نوفمبر 2025 1:41 مساءً", "2025-11-02T13:41:00"),
    ("2 يونيو (حزيران) 2025", "2025-06-02"),
    ("الأحد 11 جمادى الأولى 1447 هـ - 2 نوفمبر 2025 م", "2025-11-02"),
    ("نشر في: 02/11/2025 - 13:41", "2025-11-02T13:41:00"),
    ("آخر تحديث: الأحد 02 نوفمبر 2025", "2025-11-02"),
    ("2 نوفمبر 2025 1:41 م بتوقيت مكة المكرمة", "2025-11-02T13:41:00+03:00"),
    ("2 نوفمبر 2025 13:41 بتوقيت غرينتش", "2025-11-02T13:41:00+00:00"),
    ("7 غشت 2014", "2014-08-07"),
    ("5 جانفي 2011", "2011-01-05"),
    ("2025-11-02", "2025-11-02"),
    ("2025-11-02T13:41:00+03:00", "2025-11-02T13:41:00+03:00"),
    ("2025-11-02T13:41:00Z", "2025-11-02T13:41:00+00:00"),
    ("2025-11-02 13:41:00.123", "2025-11-02T13:41:00"),
    ("2025/11/02", "2025-11-02"),
    ("25.12.2024 10:00", "2024-12-25T10:00:00"),
    ("2 November 2025", "2025-11-02"),
    ("November 2nd, 2025", "2025-11-02"),
    ("Sunday, Nov. 2, 2025", "2025-11-02"),
    ("Published: Nov. 2, 2025 at 1:41 p.m.", "2025-11-02T13:41:00"),
    ("Nov 2, 2025 12:05 AM", "2025-11-02T00:05:00"),
    ("Sun, 02 Nov 2025 13:41:00 GMT", "2025-11-02T13:41:00+00:00"),
    ("Sun, 02 Nov 2025 13:41:00 +0300", "2025-11-02T13:41:00+03:00"),
    ("Updated 13:41 GMT, 2 November 2025", "2025-11-02T13:41:00+00:00"),
]
NO_LINES = [
    "",
    "2025",
    "13:41",
    "نوفمبر 2025",
    "2 نوفمبر",
    "02/11/2025",
    "30 فبراير 2025",
    "2025-13-01",
    "2 نوفمبر 2025 25:00",
    "أحداث 11 سبتمبر 2001",
    "سيناء الإخبارية",
    "2 نوفمبر 2025 و3 نوفمبر 2025",
    "The war of 2 November 2025",
    "2 November 2025 " * 20,
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_date_line(line: str, expected: str) -> None:
    assert parse_date_line(line) == expected


@pytest.mark.parametrize("line", NO_LINES)
def test_no_date_line(line: str) -> None:
    assert parse_date_line(line) is None


@given(st.text())
def test_any_text_gives_a_date_or_none(text: str) -> None:
    found = parse_date_line(text)
    assert found is None or datetime.fromisoformat(found)


@given(st.datetimes(min_value=datetime(1000, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_iso_is_read_back(moment: datetime, minutes: int) -> None:
    whole = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert parse_date_line(whole.isoformat()) == whole.isoformat()


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(list(time_words("ar")["months"].values())))
def test_every_family_of_months_is_read_back(day: date, family: list[str]) -> None:
    assert parse_date_line(f"{day.day} {family[day.month - 1]} {day.year}") == day.isoformat()


def test_families_of_months() -> None:
    assert {months("ar")[name] for name in ("تشرين الاول", "اكتوبر")} == {10}
    assert hijri_months("ar")["ربيع الاخر"] == 4


@pytest.mark.parametrize("lang", ["fr", "../ar", ""])
def test_other_languages_are_refused(lang: str) -> None:
    with pytest.raises(PackError):
        time_words(lang)


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("10/11/2025", True, date(2025, 11, 10)),
        ("10/11/2025", False, None),
        ("11/11/2025", False, date(2025, 11, 11)),
        ("12/25/2025", False, date(2025, 12, 25)),
        ("12/25/2025", True, None),
        ("2025.1.2", False, date(2025, 1, 2)),
        ("1/2/18", True, None),
        ("2025/1/2025", True, None),
    ],
)
def test_numeric_dates(text: str, day_first: bool, expected: date | None) -> None:
    assert read_numeric(text, day_first=day_first) == expected
