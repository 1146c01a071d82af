"""What holds for every text: no error, true offsets, order; and every way to write a date is read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import time_words
from kg.errors import PackError
from kg.extraction.times import find_times
from kg.extraction.times.tokens import tokenizer

LANGUAGES = st.sampled_from(["ar", "en"])
WORDS = {lang: sorted(tokenizer(lang).lexicon.words) for lang in ("ar", "en")}
SIGNS = [
    "5",
    "31",
    "2018",
    "1440",
    "/",
    "-",
    "،",
    ",",
    ".",
    "(",
    ")",
    "و",
    "\n\n",
    "2018-02-30",
    "3rd",
    "May",
    "Friday",
    "'s",
]
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2100, 12, 31))
ARABIC_FAMILIES = list(time_words("ar")["months"].values())
ENGLISH_NAMES = time_words("en")["months"]["full"]
TATWEEL, SHADDA = "\u0640", "\u0651"


def check(text: str, lang: str, day: date) -> None:
    end = 0
    for each in find_times(text, lang, day):
        assert end <= each.span.start < each.span.end <= len(text)
        assert text[each.span.start : each.span.end] == each.text
        for time in (each.past, each.ahead):
            assert (time.text, time.span) == (each.text, each.span)
            assert time.earliest <= time.latest
        end = each.span.end


@given(st.text(), LANGUAGES, st.dates())
def test_any_text(text: str, lang: str, day: date) -> None:
    check(text, lang, day)


@given(st.data(), LANGUAGES, st.dates())
def test_any_words_of_time(data: st.DataObject, lang: str, day: date) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[lang] + SIGNS), max_size=12))
    check(" ".join(words), lang, day)


@given(
    DAYS,
    st.sampled_from(ARABIC_FAMILIES),
    st.sampled_from(["{0} {1} {2}", "{0} من {1} {2}", "يوم {0} من شهر {1} عام {2}"]),
)
def test_arabic_dates_are_read_back(day: date, family: list[str], form: str) -> None:
    text = form.format(day.day, family[day.month - 1], day.year)
    [found] = find_times(f"قال {text}، إن", "ar", date(2025, 11, 2))
    assert (found.text, found.past.earliest, found.past.iso) == (text, day, day.isoformat())


@given(
    DAYS,
    st.sampled_from(ARABIC_FAMILIES),
    st.sampled_from(ARABIC_FAMILIES),
    st.sampled_from(["{}/{}", "{} ({})", "{} / {}"]),
)
def test_doubled_months_are_read_back(day: date, first: list[str], second: list[str], form: str) -> None:
    text = f"{day.day} {form.format(first[day.month - 1], second[day.month - 1])} {day.year}"
    [found] = find_times(text, "ar", date(2025, 11, 2))
    assert (found.text, found.past.iso) == (text, day.isoformat())


@given(DAYS, st.sampled_from(["{0} {1} {2}", "{1} {0}, {2}", "{1} {0} {2}", "{0} of {1}, {2}"]))
def test_english_dates_are_read_back(day: date, form: str) -> None:
    text = form.format(day.day, ENGLISH_NAMES[day.month - 1], day.year)
    [found] = find_times(f"said on {text} that", "en", date(2025, 11, 2))
    assert (found.text, found.past.iso) == (text, day.isoformat())


@given(DAYS, LANGUAGES)
def test_dates_in_digits_are_read_back(day: date, lang: str) -> None:
    [found] = find_times(f"({day.isoformat()})", lang, date(2025, 11, 2))
    assert found.past.iso == day.isoformat()


@given(st.dates(min_value=date(1, 1, 20), max_value=date(9999, 12, 10)), st.integers(0, 6))
def test_weekdays_are_near(day: date, number: int) -> None:
    [found] = find_times(time_words("ar")["words"]["weekday"][number][0], "ar", day)
    past, ahead = found.resolve(forward=False).earliest, found.resolve(forward=True).earliest
    assert past.weekday() == ahead.weekday() == number
    assert 0 <= (day - past).days < 7
    assert 0 <= (ahead - day).days < 7


@pytest.mark.parametrize(
    "text",
    [
        "١٠ نوفمبر ٢٠٢٥",
        "10 نُوفَمْبِر 2025",
        "10 نوفـمبر 2025",
        "\u200f10\u200f نوفمبر 2025",
        "و10 نوفمبر 2025",
        "10 نوفمبر\n2025",
    ],
)
def test_spelling_does_not_matter(text: str) -> None:
    [found] = find_times(text, "ar", date(2018, 1, 1))
    assert found.past.iso == "2025-11-10"


@pytest.mark.parametrize("word", ["السبت", "والسبت", "فالسبت", "بالسبت", "للسبت", "وللسبت"])
def test_attached_letters_stay_outside(word: str) -> None:
    [found] = find_times(word, "ar", date(2025, 11, 2))
    assert found.text in ("السبت", "لسبت")
    assert found.span.end == len(word)


def test_marks_stay_inside() -> None:
    text = f"و{SHADDA}الس{SHADDA}ب{TATWEEL}ت"
    [found] = find_times(text, "ar", date(2025, 11, 2))
    assert found.text == text[2:]


def test_regional_tags_are_read() -> None:
    assert find_times("Friday", "en-GB", date(2025, 11, 2))


def test_other_languages_are_refused() -> None:
    with pytest.raises(PackError, match="'fr'"):
        find_times("vendredi", "fr", date(2025, 11, 2))


@pytest.mark.parametrize(
    ("text", "lang"), [("العام الماضي", "ar"), ("next year", "en"), ("قبل 5 سنوات", "ar"), ("غدا", "ar")]
)
def test_the_ends_of_the_calendar_give_nothing_or_a_time(text: str, lang: str) -> None:
    check(text, lang, date.min)
    check(text, lang, date.max)
