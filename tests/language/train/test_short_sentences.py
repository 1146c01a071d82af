"""The short Arabic sentences that are built by rule: trees, words that agree, and the same again for the same seed."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.language.train import short
from kg.language.train.short.arabic import sentences
from kg.language.train.short.trees import Tree, document


@pytest.fixture(scope="module")
def made() -> list[Doc]:
    vocab = spacy.blank("ar").vocab
    return [document([tree], vocab) for tree in sentences(400, 3)]


def test_the_same_seed_gives_the_same_sentences(made: list[Doc]) -> None:
    again = [document([tree], made[0].vocab) for tree in sentences(400, 3)]
    assert [doc.text for doc in again] == [doc.text for doc in made]
    assert len({doc.text for doc in made}) > 380


def test_each_is_one_tree_without_crossing_arcs(made: list[Doc]) -> None:
    for doc in made:
        assert len(list(doc.sents)) == 1
        for token in doc:
            first, last = token.left_edge.i, token.right_edge.i
            assert [t.i for t in token.subtree] == list(range(first, last + 1))


def test_verbs_agree_with_their_subjects(made: list[Doc]) -> None:
    checked = 0
    for doc in made:
        for verb in doc:
            subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            adjective = next((c for c in subject.children if c.dep_ == "amod"), None) if subject is not None else None
            if verb.pos_ == "VERB" and adjective is not None:
                assert verb.morph.get("Gender") == adjective.morph.get("Gender")
                checked += 1
    assert checked > 50


def test_a_full_stop_is_glued_to_the_last_word(made: list[Doc]) -> None:
    stopped = [doc for doc in made if doc[-1].text == "."]
    assert stopped
    assert all(not doc[-2].whitespace_ for doc in stopped)


def test_proclitics_are_glued_and_nothing_else() -> None:
    word = Tree("الأردن", "الأردن", "PROPN").led(("case", Tree("ب", "ب", "ADP", glued=True)))
    root = Tree("رحب", "رحب", "VERB").followed(("obl:arg", word))
    doc = document([root], spacy.blank("ar").vocab)
    assert doc.text.strip() == "رحب بالأردن"
    assert [(t.text, t.dep_, t.head.text) for t in doc] == [
        ("رحب", "ROOT", "رحب"),
        ("ب", "case", "الأردن"),
        ("الأردن", "obl:arg", "رحب"),
    ]


def test_training_takes_six_thousand() -> None:
    assert len(short.documents(spacy.blank("ar").vocab)) == short.SENTENCES
