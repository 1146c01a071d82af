"""A document is cut at the soundest places, evenly, and nothing is lost."""

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.language.arabic.tokenizer import ArabicTokenizer
from kg.language.windows import Break, breaks, divide, windows

ARABIC = ArabicTokenizer(spacy.blank("ar").vocab)
ENGLISH = spacy.blank("en").tokenizer


def texts(doc: Doc, limit: int) -> list[str]:
    return [doc[start:end].text for start, end in windows(doc, limit)]


def test_how_sound_each_place_is() -> None:
    doc = ENGLISH("Title\n\nHe came. Mr. Li left; she, and he, so it seems, stayed and slept at NATO. Then")
    found = {doc[i].text: rank for i, rank in enumerate(breaks(doc)) if rank not in (Break.SPACE, Break.ANYWHERE)}
    assert found == {
        "He": Break.PARAGRAPH,
        "Mr.": Break.SENTENCE,
        "she": Break.CLAUSE,
        "and": Break.CONJUNCTION,
        "so": Break.COMMA_AND_CONJUNCTION,
        "stayed": Break.COMMA,
        "Then": Break.LIKELY_SENTENCE,
    }


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("أحمد وصل\n\nسعاد غادرت. ثم عاد", 5, ["أحمد وصل\n\n", "سعاد غادرت. ثم عاد"]),
        ("وصل الوفد. غادر الوزير، ثم عاد", 6, ["وصل الوفد.", "غادر الوزير، ثم عاد"]),
        ("وصل الوفد إلى دمشق؛ غادر الوزير، ثم عاد", 8, ["وصل الوفد إلى دمشق؛", "غادر الوزير، ثم عاد"]),
        ("زار الوزير، أمس، دمشق، ثم بيروت وعمان", 9, ["زار الوزير، أمس، دمشق،", "ثم بيروت وعمان"]),
        ("زار الوزير دمشق ثم بيروت وعمان", 4, ["زار الوزير دمشق", "ثم بيروت وعمان"]),
        ("زار الوزير دمشق بيروت عمان بغداد", 4, ["زار الوزير دمشق", "بيروت عمان بغداد"]),
    ],
)
def test_arabic_is_cut_where_it_is_soundest(text: str, limit: int, parts: list[str]) -> None:
    assert texts(ARABIC(text), limit) == parts


def test_a_conjunction_that_was_split_off_begins_a_window() -> None:
    words = ["زار", "الوزير", "دمشق", "،", "و", "غادر", "اليوم"]
    doc = Doc(ARABIC.vocab, words=words, spaces=[True, True, False, True, False, True, False])
    assert windows(doc, 5) == [(0, 4), (4, 7)]


def test_english_is_cut_before_a_conjunction_rather_than_between_words() -> None:
    doc = ENGLISH("the tall man from Rome left and the small man from Oslo slept")
    assert texts(doc, 8) == ["the tall man from Rome left", "and the small man from Oslo slept"]


def test_windows_are_about_equal_and_leave_no_tiny_rest() -> None:
    assert divide([7] * 101, [1] * 101, 100) == [(0, 50), (50, 101)]


def test_a_sound_place_near_the_beginning_makes_no_tiny_window() -> None:
    assert divide([7, 0, *[7] * 8], [1] * 10, 6) == [(0, 5), (5, 10)]


def test_costs_count() -> None:
    doc = ENGLISH("one two three four")
    assert windows(doc, 10, [9, 1, 1, 9]) == [(0, 2), (2, 4)]


def test_a_token_beyond_the_limit_is_a_window_of_its_own() -> None:
    assert divide([7, 7, 7], [1, 50, 1], 10) == [(0, 1), (1, 2), (2, 3)]


def test_a_document_that_fits_is_one_window() -> None:
    assert windows(ENGLISH("He came. She left."), 100) == [(0, 6)]
    assert windows(ENGLISH(""), 100) == []


@pytest.mark.parametrize(
    ("limit", "costs", "reason"),
    [(0, None, "at least 1"), (3, [1], "1 costs for 3 tokens"), (1, [1, -1, 5], "no cost is below 0")],
)
def test_what_cannot_be_is_refused(limit: int, costs: list[int] | None, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        windows(ENGLISH("a b c"), limit, costs)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 12)), max_size=200), st.integers(1, 40))
def test_windows_partition_the_tokens(places: list[tuple[int, int]], limit: int) -> None:
    ranks, costs = [rank for rank, _ in places], [cost for _, cost in places]
    parts = divide(ranks, costs, limit)
    assert [i for start, end in parts for i in range(start, end)] == list(range(len(places)))
    assert all(start < end for start, end in parts)
    assert all(sum(costs[start:end]) <= limit or end - start == 1 for start, end in parts)


@given(st.lists(st.integers(0, 8), min_size=1, max_size=300), st.integers(4, 60))
def test_no_window_is_less_than_a_quarter_of_the_limit(ranks: list[int], limit: int) -> None:
    parts = divide(ranks, [1] * len(ranks), limit)
    assert len(parts) == 1 or all(end - start >= limit // 4 for start, end in parts)


@given(st.text(alphabet=st.sampled_from("وقال د. ؟…«»()\n -،؛aB1"), max_size=120), st.integers(1, 20))
@settings(deadline=None)
def test_windows_give_the_text_back(text: str, limit: int) -> None:
    for tokenizer in (ARABIC, ENGLISH):
        doc = tokenizer(text)
        assert "".join(doc[start:end].text_with_ws for start, end in windows(doc, limit)) == text


@pytest.mark.parametrize("cost", [0, 1, 3])
def test_time_is_linear(cost: int) -> None:
    start = time.perf_counter()
    divide([7] * 200_000, [cost] * 200_000, 500)
    assert time.perf_counter() - start < 4
