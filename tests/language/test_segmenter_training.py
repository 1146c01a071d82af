"""What the segmenter learns from: the treebank mended and cleaned, names, and forms made of both."""

from collections import Counter

import pytest

from kg.language.arabic.wordlist import WordList
from kg.language.train.clitic_forms import is_own, joined, of_name, of_word
from kg.language.train.segmenter import Word, clean, examples, fit, score
from kg.language.train.surface import mend

WORDS = WordList({"البورصات": 5, "بالبورصات": 1, "بوش": 6, "وبوش": 2, "وفد": 7, "باول": 6}, frozenset(["بوش", "باول"]))


@pytest.mark.parametrize(
    ("words", "pieces", "mended"),
    [
        (["ل", "الله"], ["ل", "لله"], ["ل", "له"]),
        (["ل", "اللاجئين"], ["ل", "للاجئين"], ["ل", "لاجئين"]),
        (["و", "نقلوا", "ه"], ["و", "نقلوا", "ه"], ["و", "نقلو", "ه"]),
        (["مستوى", "ه"], ["مستوا", "ه"], ["مستوا", "ه"]),
        (["و", "من", "ما"], ["و", "من", "ما"], ["و", "م", "ما"]),
        (["أن", "لا"], ["أن", "لا"], ["أ", "لا"]),
    ],
)
def test_a_word_is_written_as_writers_write_it(words: list[str], pieces: list[str], mended: list[str]) -> None:
    assert mend(words, pieces) == mended


def test_a_word_left_whole_with_an_article_in_it_is_not_learnt() -> None:
    assert list(clean(Counter({Word("بالبورصات", ()): 2, Word("وفد", ()): 1}), WORDS)) == [Word("وفد", ())]


def test_a_rare_name_with_a_conjunction_is_not_learnt_when_nobody_analysed_it() -> None:
    counts = Counter({Word("وبوش", (), "X"): 1, Word("باول", (), "X"): 9})
    assert list(clean(counts, WORDS)) == [Word("باول", (), "X")]


def test_a_word_cut_in_two_ways_is_learnt_in_the_usual_one() -> None:
    counts = Counter({Word("لأن", ()): 9, Word("لأن", (1,)): 2})
    assert clean(counts, WORDS) == Counter({Word("لأن", ()): 11})


def test_two_words_without_their_space_are_not_learnt() -> None:
    assert clean(Counter({Word("وأكدتالوزارة", (1, 5)): 1}), WORDS) == Counter()


def test_words_are_learnt_with_and_without_hamzas() -> None:
    learnt = [(word, cuts) for word, cuts, _ in examples(Counter({Word("وأكد", (1,)): 5}), WordList({}))]
    assert learnt == [("وأكد", (1,))] * 3 + [("واكد", (1,))]


@pytest.mark.parametrize(
    ("before", "stem", "pronoun", "form"),
    [
        ("و", "بوتين", "", ("وبوتين", (1,))),
        ("وب", "حكومة", "ها", ("وبحكومتها", (1, 2, 7))),
        ("", "قتلوا", "هم", ("قتلوهم", (4,))),
        ("", "مستوى", "ه", ("مستواه", (5,))),
    ],
)
def test_a_stem_is_written_with_its_clitics(before: str, stem: str, pronoun: str, form: object) -> None:
    assert joined(before, stem, pronoun) == form


def test_forms_are_made_of_nouns_and_verbs_only_and_always_the_same() -> None:
    words = ["برلمان", "يعلن", "أبلغ", "حكومة", "يصوت", "رفض"]
    assert [list(of_word(word, "P-")) for word in words] == [[]] * 6
    made = [form for word in words for tag in ("N-", "VI", "VP") for form in of_word(word, tag)]
    assert made
    assert made == [form for word in words for tag in ("N-", "VI", "VP") for form in of_word(word, tag)]
    assert all(cuts for _, cuts in made)


def test_a_name_is_learnt_alone() -> None:
    assert next(of_name("بوتين")) == ("بوتين", ())


@pytest.mark.parametrize("word", ["والتعاون", "للأنباء", "الشرع", "وبوش", "كيم"])
def test_words_of_names_that_teach_nothing(word: str) -> None:
    assert not is_own(word, WORDS)


def test_a_trained_model_cuts_what_it_learnt() -> None:
    counts = Counter({Word("وأكد", (1,)): 9, Word("وفد", ()): 9, Word("كتابه", (4,)): 9, Word("بنك", ()): 9})
    segmenter = fit(counts, WordList({"اكد": 9, "كتاب": 8}))
    assert [segmenter.split(w) for w in ("وأكد", "وفد", "كتابه")] == [["و", "أكد"], ["وفد"], ["كتاب", "ه"]]
    assert score(segmenter, counts)["words_exact"] == 1.0
