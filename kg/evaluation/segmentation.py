"""Scores the segmentation of Arabic words against a list segmented by hand."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import InputError
from kg.resources import data_folder

GROUPS = ("name", "clitic_name", "loan", "ambiguous")
"""What the words of the list are; its head says more."""


@dataclass(frozen=True, slots=True)
class SegmentedWord:
    """A word as it is written, with its pieces; joined they give the word back."""

    group: str
    word: str
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SegmentationScore:
    """How many words of each group there are and are cut exactly right, and those that are not with what came out."""

    words: Counter[str]
    right: Counter[str]
    mistakes: tuple[tuple[SegmentedWord, tuple[str, ...]], ...]

    def share(self, group: str | None = None) -> float:
        """The share cut exactly right, of a group or of all; 0 where there are no words."""
        words = self.words.total() if group is None else self.words[group]
        right = self.right.total() if group is None else self.right[group]
        return right / words if words else 0.0


def read_words(lines: Iterable[str], *, where: str = "the list") -> tuple[SegmentedWord, ...]:
    r"""The words in lines of group, word and pieces joined by `+`, tab-separated; `#` starts a remark.

    Raises `InputError` that names the line.

    >>> read_words(["# a remark", "name\tوبوتين\tو+بوتين"])
    (SegmentedWord(group='name', word='وبوتين', pieces=('و', 'بوتين')),)
    """
    words = []
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 3:
                raise InputError("has not three fields (group, word, pieces)", where=f"{where}, line {number}")
            words.append(SegmentedWord(fields[0], fields[1], tuple(fields[2].split("+"))))
    return tuple(words)


@cache
def shipped_words() -> tuple[SegmentedWord, ...]:
    """The list that comes with the package."""
    file: Path = data_folder() / "evaluation" / "segmentation.tsv"
    return read_words(file.read_text(encoding="utf8").splitlines(), where=str(file))


def score_segmentation(words: Iterable[SegmentedWord], segment: Callable[[str], Sequence[str]]) -> SegmentationScore:
    r"""The score of `segment`, which gives the pieces of a word.

    >>> score_segmentation(read_words(["name\tوبوتين\tو+بوتين"]), lambda word: [word]).share()
    0.0
    """
    total, right, mistakes = Counter[str](), Counter[str](), []
    for word in words:
        found = tuple(segment(word.word))
        total[word.group] += 1
        right[word.group] += found == word.pieces
        if found != word.pieces:
            mistakes.append((word, found))
    return SegmentationScore(total, right, tuple(mistakes))
