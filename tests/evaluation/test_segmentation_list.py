"""The list of segmented words is well formed, and the scorer counts words, not cuts."""

from collections import Counter

import pytest

from kg.errors import InputError
from kg.evaluation.segmentation import GROUPS, SegmentedWord, read_words, score_segmentation, shipped_words
from kg.language.arabic.segmentation import ENCLITICS, PROCLITICS

TORN = {"ع+ما", "م+من"}
"""عن and من before ما and من lose their nun: the only pieces that are cut and are no clitics by their letters."""


def test_pieces_joined_give_the_word() -> None:
    assert [w for w in shipped_words() if "".join(w.pieces) != w.word or "" in w.pieces] == []


def test_no_word_stands_twice() -> None:
    assert [word for word, n in Counter(w.word for w in shipped_words()).items() if n > 1] == []


def test_every_group_is_known_and_large_enough() -> None:
    counts = Counter(w.group for w in shipped_words())
    assert set(counts) == set(GROUPS)
    assert counts["name"] + counts["clitic_name"] >= 300
    assert min(counts["loan"], counts["ambiguous"]) >= 60


def test_bare_names_are_one_piece_and_the_others_are_not() -> None:
    assert {len(w.pieces) for w in shipped_words() if w.group == "name"} == {1}
    assert min(len(w.pieces) for w in shipped_words() if w.group == "clitic_name") == 2


def test_what_is_cut_off_is_a_clitic() -> None:
    """One stem at most is left when conjunctions, prepositions, the future and pronouns are off."""

    def stems(word: SegmentedWord) -> list[str]:
        return [piece for piece in word.pieces if piece not in PROCLITICS | ENCLITICS]

    odd = [w.word for w in shipped_words() if len(stems(w)) > 1 and "+".join(w.pieces) not in TORN]
    assert odd == []


def test_a_line_without_pieces_is_refused() -> None:
    with pytest.raises(InputError, match="line 2"):
        read_words(["# words", "name\tبوتين"])


def test_a_word_is_right_only_when_all_its_cuts_are() -> None:
    words = read_words(["name\tبوتين\tبوتين", "loan\tوكوادرهم\tو+كوادر+هم"])
    score = score_segmentation(words, lambda word: ["و", word[1:]] if word.startswith("و") else [word])
    assert (score.share("name"), score.share("loan"), score.share()) == (1.0, 0.0, 0.5)
    assert score.mistakes == ((words[1], ("و", "كوادرهم")),)


def test_an_empty_group_has_no_share() -> None:
    assert score_segmentation((), list).share("name") == 0.0
