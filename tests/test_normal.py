"""The map between a text and its normal form: exact, monotone, nothing left out."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.model import Span
from kg.normal import normal_text
from kg.text import normalise

ARABIC = st.text(
    alphabet=st.sampled_from(
        "اأإآبتلمنويىةءؤئ"  # letters
        "ًٌٍَُِّْٰٕٓٔ"  # marks, with those that compose: madda and hamza
        "ـ\u200b\u200c\u200d\u200e\u200f\u202b\u2067\u2069\u061c\ufeff"  # tatweel, invisible
        "ﻻﷺﷲﻼﹱﱞﳲیکھ٠٣۴۵«»“”„…٫٪ .aé\u0301ſﬁ"
        "각ᄀ\u1161\u11a8ﾐﾞ\U0001f469\u200d\U0001f680\u2764\ufe0f"
    ),
    max_size=40,
)
ANY = st.one_of(ARABIC, st.text(max_size=40))


@given(ANY)
@example("e\u0301")
@example("\u064b\u0640")
@example("ᄀ\u1161\u11a8")
@example("ﾐﾞ")
def test_the_normal_form_is_that_of_the_whole_text(text: str) -> None:
    assert normal_text(text).normal == normalise(text)


@given(ANY)
def test_ranges_ascend_and_cover_the_text(text: str) -> None:
    mapped = normal_text(text)
    ranges = list(zip(mapped.starts, mapped.ends, strict=True))
    assert len(ranges) == len(mapped.normal)
    if ranges:
        assert (ranges[0][0], ranges[-1][1]) == (0, len(text))
    assert all(a < b for a, b in ranges)
    assert all(left == right or left[1] == right[0] for left, right in pairwise(ranges))


@given(ANY, st.data())
def test_a_normal_span_lies_in_the_normal_form_of_its_original(text: str, data: st.DataObject) -> None:
    mapped = normal_text(text)
    start = data.draw(st.integers(0, len(mapped.normal)))
    end = data.draw(st.integers(start, len(mapped.normal)))
    span = mapped.original_span(start, end)
    assert mapped.normal[start:end] in normalise(text[span.start : span.end])
    back = mapped.normal_span(span.start, span.end)
    assert start == end or (back.start <= start and end <= back.end)
    assert mapped.original_span(back.start, back.end) == span or start == end


@given(ANY, st.data())
def test_an_original_span_lies_in_the_original_of_its_normal_form(text: str, data: st.DataObject) -> None:
    mapped = normal_text(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = mapped.normal_span(start, end)
    around = mapped.original_span(span.start, span.end)
    assert start == end or not mapped.normal or (around.start <= start and end <= around.end)


@pytest.mark.parametrize(
    ("text", "normal", "part", "original"),
    [
        ("مـــحمد", "محمد", "م", "مـــ"),
        ("يُوَقِّعُ العقد", "يوقع العقد", "يوقع", "يُوَقِّعُ"),
        ("ﻻ أحد", "لا احد", "لا", "ﻻ"),
        ("النبي ﷺ قال", "النبي صلي الله عليه وسلم قال", "قال", "قال"),
        ("عبد ﷲ", "عبد الله", "الله", "ﷲ"),
        ("کیلو", "كيلو", "كي", "کی"),
        ("عام ۲۰۱۵ و٢٠١٦", "عام 2015 و2016", "2016", "٢٠١٦"),
        ("«نعم» “لا”", '"نعم" "لا"', '"لا"', "“لا”"),
        ("\u202bقال\u202c ثم", "قال ثم", "قال", "\u202bقال\u202c"),
        ("ا\u0653ن", "ان", "ان", "ا\u0653ن"),
        ("cafe\u0301 noir", "caf\u00e9 noir", "caf\u00e9", "cafe\u0301"),
        ("نعم 👩\u200d🚀 لا", "نعم 👩🚀 لا", "👩🚀", "👩\u200d🚀"),
        ("ﬁne", "fine", "ne", "ne"),
        ("قال…", "قال...", "...", "…"),
    ],
)
def test_where_a_part_of_the_normal_form_comes_from(text: str, normal: str, part: str, original: str) -> None:
    mapped = normal_text(text)
    at = normal.index(part)
    span = mapped.original_span(at, at + len(part))
    assert mapped.normal == normal
    assert text[span.start : span.end] == original


def test_half_of_a_ligature_is_the_whole_sign() -> None:
    assert normal_text("ﻻ").original_span(1, 2) == Span(0, 1)


def test_marks_alone_have_no_normal_form() -> None:
    mapped = normal_text("\u064b\u0640")
    assert (mapped.normal, mapped.normal_span(0, 2), mapped.original_span(0, 0)) == ("", Span(0, 0), Span(2, 2))


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 1), (0, 4)])
def test_a_range_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"{start}:{end} is no range of a text of 3 characters"):
        normal_text("abc").original_span(start, end)
