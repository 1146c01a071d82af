"""What training reads: treebanks as our tokenizer writes them, labels as numbers."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from kg.language.arabic.segmentation import Segmenter
from kg.language.arabic.tokenizer import ArabicTokenizer
from kg.language.encoder.pieces import Vocabulary
from kg.language.train import readers
from kg.language.train.examples import MISSING
from kg.language.train.inventory import Inventory
from kg.language.train.readers import Reader

SMALL = Vocabulary(["<s>", "<pad>", "</s>", "<unk>", "▁", "ا", "ل"], [0, 0, 0, 0, -1, -2, -3])


def padt_like() -> Doc:
    return Doc(
        spacy.blank("ar").vocab,
        words=["دعا", "ل", "الحوار", "."],
        spaces=[True, False, False, False],
        pos=["VERB", "ADP", "NOUN", "PUNCT"],
        lemmas=["دَعَا", "لِ", "حِوَار", "."],
        morphs=["Aspect=Perf", "", "Case=Gen|Definite=Def", ""],
        heads=[0, 2, 0, 0],
        deps=["ROOT", "case", "obl:arg", "punct"],
    )


def test_a_treebank_is_read_as_written() -> None:
    found = readers.reference(padt_like(), "ar")
    assert found.text == "دعا للحوار."
    assert [t.norm_ for t in found] == ["دعا", "ل", "الحوار", "."]
    assert [t.lemma_ for t in found] == ["دعا", "ل", "حوار", "."]


def test_labels_of_a_sentence() -> None:
    inventory = Inventory()
    reader = Reader(SMALL, inventory)
    reader.prepare([padt_like()])
    [[sentence]] = reader.treebank([padt_like()], "ar")
    assert sentence.labels["heads"].tolist() == [0, 3, 1, 1]
    assert [inventory.labels("relation")[i] for i in sentence.labels["relation"]] == [
        "root",
        "case",
        "obl:arg",
        "punct",
    ]
    assert [inventory.labels("feature.Case")[i] for i in sentence.labels["feature.Case"]] == ["", "", "Gen", ""]
    assert sentence.labels["start"].tolist() == [1, 0, 0, 0]
    assert reader.lexicon[("الحوار", "NOUN", "حوار")] == 1


def test_a_closed_inventory_knows_no_new_labels(tmp_path: Path) -> None:
    inventory = Inventory()
    assert [inventory.index("upos", tag) for tag in ("NOUN", "VERB", "NOUN")] == [0, 1, 0]
    inventory.write(tmp_path / "labels.json")
    again = Inventory.read(tmp_path / "labels.json")
    assert (again.index("upos", "VERB"), again.index("upos", "ADJ")) == (1, MISSING)


@pytest.mark.parametrize(("start", "outside"), [(0, 1), (1, 1)])
def test_clitics_stay_outside_names(start: int, outside: int) -> None:
    doc = Doc(spacy.blank("ar").vocab, words=["و", "مصر", "فازت"], spaces=[False, True, False])
    assert readers.without_proclitics(doc, start, 2) == outside


def test_a_name_that_is_a_clitic_alone_stays() -> None:
    doc = Doc(spacy.blank("ar").vocab, words=["ب", "فاز"], spaces=[True, False])
    assert readers.without_proclitics(doc, 0, 1) == 0


def test_words_of_several_tokens_in_conllu(tmp_path: Path) -> None:
    rows = [
        "1-2\tوقال\t_\t_\t_\t_\t_\t_\t_\t_",
        "1\tو\tو\tCCONJ\t_\t_\t2\tcc\t_\t_",
        "2\tقال\tقال\tVERB\t_\tAspect=Perf\t0\troot\t_\t_",
        "3\tأمس\tأمس\tNOUN\t_\t_\t2\tobl\t_\tSpaceAfter=No",
        "4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_",
    ]
    (tmp_path / "x.conllu").write_text("# text = وقال أمس.\n" + "\n".join(rows) + "\n\n", encoding="utf8")
    [doc] = readers.conllu(tmp_path / "x.conllu", spacy.blank("ar").vocab)
    assert doc.text == "وقال أمس. "
    assert [t.head.i for t in doc] == [1, 1, 1, 1]


def test_whole_words_of_entities() -> None:
    doc = ArabicTokenizer(spacy.blank("ar").vocab)("زار مصر.")
    [[sentence]] = Reader(SMALL, Inventory()).named([(doc, [(1, 2, "GPE")])], "ar")
    assert sentence.labels["whole"].tolist() == [0, 1, 1]
    assert np.count_nonzero(sentence.labels["entity"]) == 1


def test_the_segmenter_of_the_pack_opens() -> None:
    from kg.language import load

    tokenizer = load("ar").tokenizer
    assert isinstance(Segmenter(tokenizer.to_bytes()), Segmenter)
