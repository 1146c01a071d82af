"""Lemmas from the treebank's words and from scripts."""

import numpy as np

from kg.language.encoder import scripts
from kg.language.encoder.lexicon import Lexicon, rows
from kg.language.encoder.scripts import SAME, derive

KNOWN = Lexicon({("saw", "VERB"): ("see", "saw"), ("went", "VERB"): ("go",)})
SCRIPTS = [SAME, derive("saw", "see"), derive("children", "child")]


def test_a_word_with_one_lemma() -> None:
    assert KNOWN.only("went", "VERB") == "go"


def test_a_word_with_several_or_none_is_left_to_the_scripts() -> None:
    assert (KNOWN.only("saw", "VERB"), KNOWN.only("went", "NOUN")) == (None, None)


def test_scores_choose_among_known_lemmas_only() -> None:
    assert KNOWN.best("saw", "VERB", np.array([0.5, 0.2, 9.0]), SCRIPTS) == "saw"
    assert KNOWN.best("saw", "VERB", np.array([0.2, 0.5, 9.0]), SCRIPTS) == "see"


def test_a_script_that_does_not_fit_is_passed_over() -> None:
    assert KNOWN.best("ox", "NOUN", np.array([0.5, 0.2, 9.0]), SCRIPTS) == "ox"


def test_rows_leave_out_rare_lemmas_and_write_a_lemma_once() -> None:
    counts = {("saw", "VERB", "see"): 30, ("saw", "VERB", "saw"): 1, ("cat", "NOUN", "cat"): 2}
    assert rows(counts.items()) == ["cat\tNOUN", "saw\tVERB\tsee"]


def test_a_lemma_that_is_known_of_other_forms_wins_when_it_is_nearly_as_likely() -> None:
    lexicon = Lexicon({("walking", "VERB"): ("walk",)})
    labels = [scripts.derive("walked", "walke"), scripts.derive("walked", "walk")]
    assert lexicon.best("walked", "VERB", np.array([5.0, 3.0]), labels) == "walk"
    assert lexicon.best("walked", "VERB", np.array([9.0, 3.0]), labels) == "walke"
    assert lexicon.best("walked", "NOUN", np.array([5.0, 3.0]), labels) == "walke"
