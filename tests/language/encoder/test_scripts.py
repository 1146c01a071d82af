"""Edit scripts: what derives them undoes them, and one serves many words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.encoder.scripts import SAME, apply, derive

WORDS = st.text(alphabet="abcAB مجلسةين", min_size=1, max_size=9)


@given(form=WORDS, lemma=WORDS.map(str.lower))
def test_a_script_gives_the_lemma_it_was_derived_from(form: str, lemma: str) -> None:
    assert apply(derive(form, lemma), form) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "other", "its_lemma"),
    [
        ("visited", "visit", "signed", "sign"),
        ("Visits", "visit", "Talks", "talk"),
        ("مسؤولين", "مسؤول", "صحفيين", "صحفي"),
        ("المدينة", "مدينة", "القرية", "قرية"),
    ],
)
def test_words_of_one_pattern_share_a_script(form: str, lemma: str, other: str, its_lemma: str) -> None:
    assert apply(derive(form, lemma), other) == its_lemma


def test_a_word_that_is_its_lemma() -> None:
    assert derive("Cairo", "Cairo") == SAME


@pytest.mark.parametrize("word", ["a", "go"])
def test_a_script_that_does_not_fit_gives_nothing(word: str) -> None:
    assert apply(derive("children", "child"), word) is None


def test_nothing_is_left_of_a_word() -> None:
    assert apply("k||-", "x") is None
