"""Clitics in the pack: everyday words that look as if they had some, and the same words with real ones."""

import pytest

from kg.evaluation.segmentation import score_segmentation, shipped_words
from kg.language import load
from kg.language.arabic.segmentation import Segmenter, model_bytes, normal_forms
from kg.language.arabic.wordlist import WordList
from kg.resources import data_folder

WHOLE = """وفد بلد كمال ولد لجنة بنك وزير وكالة فرق كتب ليبيا بيان كبير سلم وقع ورقة ولاية بحث فريق كما لأن
    فتح فيتو بوتين واشنطن فيسبوك كورونا لافروف مياه متهم سندات كوادر بروتوكول لوجستي ليبرالي"""
CUT = """وفد+ها و+وفد بلد+هم و+بلد+ه كتب+ه و+كتب لجنت+ها ل+لجنة بنك+ها ل+لبنك وزير+ه و+وزير ل+وكالة و+فرق و+بيان
    سلم+ها و+وقع و+ورقة ولايت+ه و+ولاية ل+بحث ف+هو و+لكن ل+هذا س+يكون و+أدى و+بوتين ل+واشنطن و+ب+الكونغرس
    ل+لناتو بروتوكولات+ها و+كوادر+هم تغريدت+ه ف+س+يكون"""


def pieces(word: str) -> list[str]:
    return [token.text for token in load("ar").make_doc(word)]


@pytest.mark.parametrize("word", WHOLE.split())
def test_a_word_that_only_looks_cut_stays_whole(word: str) -> None:
    assert pieces(word) == [word]


@pytest.mark.parametrize("cut", CUT.split())
def test_clitics_are_cut_off(cut: str) -> None:
    assert pieces(cut.replace("+", "")) == cut.split("+")


@pytest.mark.parametrize(("word", "cut"), [("وادي", ["وادي"]), ("وأدى", ["و", "أدى"])])
def test_a_hamza_tells_words_apart_that_have_one_normal_form(word: str, cut: list[str]) -> None:
    assert pieces(word) == cut


@pytest.mark.parametrize("cut", ["وَ+بوتين", "و+بـــوتين"])
def test_marks_and_tatweel_do_not_move_a_cut(cut: str) -> None:
    assert pieces(cut.replace("+", "")) == cut.split("+")


FLOOR = {"name": 0.95, "clitic_name": 0.99, "loan": 0.98, "ambiguous": 0.99}
"""Below what was measured when the model was trained (.955, .993, .985, .993); a worse model is a step back."""


def test_the_list_of_segmented_words() -> None:
    score = score_segmentation(shipped_words(), pieces)
    assert {group: score.share(group) >= FLOOR[group] for group in score.words} == dict.fromkeys(score.words, True)


def test_a_model_carries_its_words() -> None:
    shipped = Segmenter((data_folder() / "packs" / "default" / "ar" / "tokenizer").read_bytes())
    again = Segmenter(shipped.model)
    assert (again.cuts("وبوتين"), again.cuts("x"), again.cuts("")) == ((1,), (), ())


def test_a_word_list_survives_writing() -> None:
    words = WordList({"قال": 9, "قالت": 8, "ب": 1}, frozenset(["قاليباف", "ب"]))
    again = WordList.from_bytes(words.to_bytes())
    assert [again.level(w) for w in ("قال", "قالت", "ب", "قاليباف", "غائب")] == [9, 8, 4, 4, 0]
    assert again.names == words.names


def test_the_length_of_the_list_stands_before_it() -> None:
    listed = WordList({"قال": 9}).to_bytes()
    assert model_bytes(WordList({"قال": 9}), b"crf") == len(listed).to_bytes(4, "little") + listed + b"crf"


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        (["ع", "ما"], ["عن", "ما"]),
        (["و", "م", "من"], ["و", "من", "من"]),
        (["أ", "لا"], ["ان", "لا"]),
        (["ل", "لتحالف"], ["ل", "التحالف"]),
        (["لقائ", "ه"], ["لقاء", "ه"]),
    ],
)
def test_normal_forms_of_pieces(written: list[str], forms: list[str]) -> None:
    assert normal_forms(written) == forms
