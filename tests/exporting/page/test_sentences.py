"""The sentence around a trigger."""

import pytest

from kg.exporting.page.sentences import LONGEST, around
from kg.exporting.page.wrapping import wrap
from kg.model import Span


def shown(text: str, words: str) -> tuple[str, str, str]:
    start = text.index(words)
    return around(text, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("Title\n\nHe left. She will visit Rome. They stay.", "visit", ("She will ", "visit", " Rome.")),
        ("عنوان\n\nقال ذلك. هل يزور واشنطن؟ لا.", "يزور", ("هل ", "يزور", " واشنطن؟")),
        ("Mr. Barrack will visit.", "visit", ("Mr. Barrack will ", "visit", ".")),
        ("قال د. أحمد إنه سيزور دمشق", "سيزور", ("قال د. أحمد إنه ", "سيزور", " دمشق")),
        ("at 3.5 percent they met", "met", ("at 3.5 percent they ", "met", "")),
        ("one\ntwo", "two", ("", "two", "")),
    ],
)
def test_sentence(text: str, words: str, sentence: tuple[str, str, str]) -> None:
    assert shown(text, words) == sentence


def test_long_sentence_is_cut_at_words() -> None:
    before, _, after = shown("word " * 200 + "met " + "word " * 200, "met")
    assert len(before) + len(after) <= LONGEST + 2
    assert before.startswith("…word")
    assert after.endswith("word…")


def test_labels_are_wrapped_at_words_and_cut() -> None:
    lines = wrap("الإعلان المشترك للسلام والصداقة بين إثيوبيا وإريتريا في أسمرة").split("\n")
    assert len(lines) == 3
    assert all(line[0] == "\u2068" and line[-1] == "\u2069" for line in lines)
    assert lines[-1].endswith("…\u2069")
    assert wrap("") == ""
