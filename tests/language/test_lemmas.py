"""Lemmas from a table."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from kg.language.lemmas import LemmaTable, TableLemmatizer

COUNTS = {
    ("visited", "VERB", "visit"): 5,
    ("visited", "VERB", "visited"): 1,
    ("signed", "VERB", "sign"): 2,
    ("joined", "VERB", "join"): 2,
    ("Reed", "PROPN", "Reed"): 9,
    ("مجالس", "NOUN", "مجلس"): 3,
    ("المدينة", "NOUN", "مدينة"): 3,
    ("القرية", "NOUN", "قرية"): 1,
    ("الدولة", "NOUN", "دولة"): 1,
}
TABLE = LemmaTable.learn(COUNTS.items())


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("visited", "VERB", "visit"),  # the commonest
        ("مجالس", "NOUN", "مجلس"),  # known, though no ending says so
        ("attacked", "VERB", "attack"),  # by its ending
        ("attacked", "NOUN", "attacked"),  # which says nothing of nouns
        ("الجزيرة", "NOUN", "جزيرة"),
        ("ed", "VERB", "ed"),  # the script would leave nothing
        ("Freed", "PROPN", "Freed"),
    ],
)
def test_lemma(form: str, tag: str, lemma: str) -> None:
    assert TABLE.lemma(form, tag) == lemma


def test_a_table_comes_back_from_its_files(tmp_path: Path) -> None:
    TABLE.write(tmp_path)
    again = LemmaTable.read(tmp_path)
    assert (again.words, again.endings) == (TABLE.words, TABLE.endings)


def test_an_ending_that_repeats_a_shorter_one_is_not_kept() -> None:
    assert ("…ned", "VERB") not in TABLE.endings


def test_the_article_is_restored_and_space_left_alone() -> None:
    doc = Doc(spacy.blank("ar").vocab, words=["ل", "لمدينة", "\n"], spaces=[False, False, False])
    for token, tag in zip(doc, ("ADP", "NOUN", "SPACE"), strict=True):
        token.pos_ = tag
    part = TableLemmatizer()
    part.table = TABLE
    assert [t.lemma_ for t in part(doc)] == ["ل", "مدينة", "\n"]
