"""Words as the encoder reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.encoder.pieces import LONGEST, UNKNOWN, Vocabulary, forms, plain

SMALL = Vocabulary(
    ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁al", "a", "l", "▁alba", "ba", "b"],
    [0, 0, 0, 0, -2, -3, -4, -4, -9, -5, -5],
)


@pytest.mark.parametrize(
    ("words", "spaced", "read"),
    [
        (["و", "كتاب"], [True, False], ["▁و", "▁كتاب"]),  # a stem after a proclitic is a word of its own
        (["كتاب", "ها"], [True, False], ["▁كتاب", "ها"]),  # a pronoun at the end is none
        (["ها", "هو"], [True, True], ["▁ها", "▁هو"]),
        (["ل", "لجيش"], [True, False], ["▁ل", "▁الجيش"]),  # the article that is written together with ل
        (["ل", "له"], [True, False], ["▁ل", "▁له"]),
        (["لقاؤ", "ه"], [True, False], ["▁لقاء", "ه"]),
        (["did", "n't", "."], [True, False, False], ["▁did", "n't", "."]),
        (["«", "نعم", "»"], [True, False, False], ['▁"', "نعم", '"']),
    ],
)
def test_forms(words: list[str], spaced: list[bool], read: list[str]) -> None:
    assert forms(words, spaced) == read


def test_a_word_of_marks_alone_stays() -> None:
    assert forms(["ـــ"], [True]) == ["▁ـــ"]


@pytest.mark.parametrize("word", ["ﻣﺪﯾﻨﺔ", "مَدِينَة", "مـديـنة", "مدینة"])
def test_the_spelling_of_a_word_does_not_matter(word: str) -> None:
    assert plain(word) == "مدينة"


def test_hamza_stays() -> None:
    assert plain("إنَّ") != plain("أنَّ")


def test_the_likeliest_pieces_win() -> None:
    assert [SMALL.pieces[i] for i in SMALL.cut("▁alba")] == ["▁al", "ba"]


def test_a_sign_that_is_not_known() -> None:
    assert SMALL.cut("▁a☃") == (4, 6, UNKNOWN)


@given(st.text(max_size=80))
def test_every_form_has_pieces_but_not_too_many(form: str) -> None:
    assert 1 <= len(SMALL.cut(form)) <= LONGEST


def test_a_special_piece_is_never_found_in_text() -> None:
    assert not {0, 1, 2} & set(SMALL.cut("<s></s><pad>"))
