"""The dates that articles come with; `kg.dates` reads them for this layer."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import parse_date_line as published


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2 نوفمبر 2025 13:41", "2025-11-02T13:41:00"),
        ("٢ نوفمبر ٢٠٢٥", "2025-11-02"),
        ("الأحد، 2 تشرين الثاني 2025", "2025-11-02"),
        ("2 تشرين الثاني/نوفمبر 2025 - 13:41 بتوقيت غرينتش", "2025-11-02T13:41:00+00:00"),
        ("2 نوفمبر (تشرين الثاني) 2025م", "2025-11-02"),
        ("14 غشت 2024", "2024-08-14"),
        ("3 شتنبر 2024", "2024-09-03"),
        ("1 جانفي 2024", "2024-01-01"),
        ("5 جويلية 2024", "2024-07-05"),
        ("12 مايو 2025 9:05 مساءً", "2025-05-12T21:05:00"),
        ("12 أيار 2025 12:05 ص", "2025-05-12T00:05:00"),
        ("Sunday, 2 November 2025", "2025-11-02"),
        ("November 2, 2025 1:41 pm", "2025-11-02T13:41:00"),
        ("12 May 2025, 10:00 GMT+3", "2025-05-12T10:00:00+03:00"),
        ("2025-11-02", "2025-11-02"),
        ("2025/11/02", "2025-11-02"),
        ("2025-11-02 13:41", "2025-11-02T13:41:00"),
        ("2025-11-02T13:41:05Z", "2025-11-02T13:41:05+00:00"),
    ],
)
def test_a_date_as_outlets_write_it(text: str, iso: str) -> None:
    assert published(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "2025-13-45",
        "31 شباط 2025",
        "2 نوفمبر/آب 2025",  # two months that are not the same one
        "2025-11-02T25:00",
        "02/11/2025",  # day first or month first: not ours to guess
        "2 نوفمبر",
        "2 نوفمبر 2025 كتب مراسلنا",
        "1" * 200,
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert published(text) is None


@given(st.dates())
def test_iso_days_come_back(day: date) -> None:
    assert published(day.isoformat()) == day.isoformat()


def offsets() -> st.SearchStrategy[timezone]:
    return st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(timezones=offsets() | st.none()))
def test_iso_times_keep_their_offset(moment: datetime) -> None:
    text = moment.replace(microsecond=0).isoformat()
    assert published(text) == text


@given(st.text(max_size=120))
def test_any_text_is_a_date_or_none(text: str) -> None:
    iso = published(text)
    assert iso is None or datetime.fromisoformat(iso)
