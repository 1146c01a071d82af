"""Clitic boundaries inside an Arabic word: a character CRF, cached by word.

A word is written with its conjunctions, prepositions, article and pronouns attached; Universal Dependencies treats
them as words of their own. The pieces stay as written (surface), so offsets stay true; `normal_forms` gives the words
they stand for («للتحالف» is written ل + لتحالف and stands for ل + التحالف).
"""

import re
import struct
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import pycrfsuite

from kg.language.arabic.clitics import ENCLITICS, PROCLITICS, SHAPED, features
from kg.language.arabic.wordlist import WordList
from kg.text import normalise

__all__ = ["ENCLITICS", "PROCLITICS", "Segmenter", "features", "model_bytes", "normal_forms", "restored"]

_LONGEST = 40
"""Words longer than this are no Arabic words; they are left whole."""
_SEATED = re.compile("ا[ئؤ]$")
"""Alef and a hamza on a seat, as «لقاء» is written before a pronoun («لقائه», «لقاؤه»)."""
_TORN = {(letter, rest) for letter in "عم" for rest in ("ما", "من")} | {("ا", "لا")}
"""Words that lose their nun in «عما», «ممن», «ألا», by what is left of them and what follows."""


def normal_forms(pieces: list[str]) -> list[str]:
    """The normalised word that each surface piece stands for: the article restored after ل, the hamza before a pronoun,
    the nun that a preposition lost («عما» is written ع + ما).

    >>> normal_forms(["ل", "لتحالف"]), normal_forms(["لقائ", "ه"])
    (['ل', 'التحالف'], ['لقاء', 'ه'])
    """
    return restored([normalise(piece) for piece in pieces])


def restored(pieces: Sequence[str]) -> list[str]:
    """The words that the pieces of a word stand for, letters as they are given.

    >>> restored(["أ", "لا"]), restored(["ل", "لتحالف"])
    (['أن', 'لا'], ['ل', 'التحالف'])
    """
    forms = list(pieces)
    for i in range(1, len(forms)):
        if forms[i - 1] == "ل" and forms[i].startswith("ل") and len(forms[i]) > 3:
            forms[i] = "ا" + forms[i]
        if (normalise(forms[i - 1]), forms[i]) in _TORN:
            forms[i - 1] += "ن"
        if forms[i] in ENCLITICS:
            forms[i - 1] = _SEATED.sub("اء", forms[i - 1])
    return forms


_LENGTH = struct.Struct("<I")


def model_bytes(words: WordList, crf: bytes) -> bytes:
    """A model of the segmenter in one piece: the word list, its length before it, then the CRF."""
    listed = words.to_bytes()
    return _LENGTH.pack(len(listed)) + listed + crf


def _parts(model: bytes) -> tuple[WordList, bytes]:
    end = _LENGTH.size + _LENGTH.unpack_from(model)[0]
    return WordList.from_bytes(model[_LENGTH.size : end]), model[end:]


class Segmenter:
    """Splits words by a trained CRF and its word list, given as the bytes of its model file (`model_bytes`). The same
    word always gives the same pieces.
    """

    def __init__(self, model: bytes) -> None:
        self.model = model
        self._words, self._crf = _parts(model)  # the tagger reads the CRF where it lies
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._crf)
        self._cuts = lru_cache(maxsize=200_000)(self._predict)

    def _predict(self, word: str) -> tuple[int, ...]:
        labels = self._tagger.tag(features(word, self._words))
        return tuple(i for i, label in enumerate(labels) if label == "B" and i)

    def cuts(self, word: str) -> tuple[int, ...]:
        """Boundaries inside `word` as it is written, in code points, ascending; () where it is one piece."""
        if not 1 < len(word) <= _LONGEST:
            return ()
        kept = [(i, char if char in SHAPED else form) for i, char in enumerate(word) if (form := normalise(char))]
        if any(len(letter) != 1 for _, letter in kept):
            return ()
        return tuple(kept[cut][0] for cut in self._cuts("".join(letter for _, letter in kept)))

    def split(self, word: str) -> list[str]:
        """The surface pieces of `word`; joined they give the word back."""
        edges = [0, *self.cuts(word), len(word)]
        return [word[a:b] for a, b in pairwise(edges)]
