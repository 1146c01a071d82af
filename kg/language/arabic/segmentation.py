"""Clitic boundaries inside an Arabic word: a character CRF, cached by word.

A word is written with its conjunctions, prepositions, article and pronouns attached; Universal Dependencies treats
them as words of their own. The pieces stay as written (surface), so offsets stay true; `normal_forms` gives the words
they stand for («للتحالف» is written ل + لتحالف and stands for ل + التحالف).
"""

import re
from functools import lru_cache
from itertools import pairwise

import pycrfsuite

from kg.text import normalise

PROCLITICS = frozenset("وفبلكس")
ENCLITICS = frozenset(["ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "كما", "ني", "ي", "كن"])
_WINDOW = 4
_LONGEST = 40
"""Words longer than this are no Arabic words; they are left whole."""


def features(word: str) -> list[list[str]]:
    """One list of CRF features a character of the normalised `word`."""
    padded = f"^{word}$"
    rows = []
    for at in range(1, len(padded) - 1):
        row = [f"at={min(at, 6)}", f"left={min(len(padded) - at, 6)}", f"word={word}"]
        for offset in range(-_WINDOW, _WINDOW + 1):
            start = at + offset
            if start >= 0:
                row += [
                    f"{offset}:{padded[start : start + size]}" for size in (1, 2, 3, 4) if start + size <= len(padded)
                ]
        if at < 6:
            row.append(f"head={padded[: at + 1]}")
        if len(padded) - at < 7:
            row.append(f"tail={padded[at:]}")
        rows.append(row)
    return rows


_SEATED = re.compile("ا[ئؤ]$")
"""Alef and a hamza on a seat, as «لقاء» is written before a pronoun («لقائه», «لقاؤه»)."""


def normal_forms(pieces: list[str]) -> list[str]:
    """The normalised word that each surface piece stands for: the article restored after ل, the hamza before a pronoun.

    >>> normal_forms(["ل", "لتحالف"]), normal_forms(["لقائ", "ه"])
    (['ل', 'التحالف'], ['لقاء', 'ه'])
    """
    forms = [normalise(piece) for piece in pieces]
    for i in range(1, len(forms)):
        if forms[i - 1] == "ل" and forms[i].startswith("ل") and len(forms[i]) > 3:
            forms[i] = "ا" + forms[i]
        if forms[i] in ENCLITICS:
            forms[i - 1] = _SEATED.sub("اء", forms[i - 1])
    return forms


class Segmenter:
    """Splits words by a trained CRF, given as the bytes of its model file. The same word always gives the same
    pieces.
    """

    def __init__(self, model: bytes) -> None:
        self.model = model
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)
        self._cuts = lru_cache(maxsize=200_000)(self._predict)

    def _predict(self, word: str) -> tuple[int, ...]:
        labels = self._tagger.tag(features(word))
        return tuple(i for i, label in enumerate(labels) if label == "B" and i)

    def cuts(self, word: str) -> tuple[int, ...]:
        """Boundaries inside `word` as it is written, in code points, ascending; () where it is one piece."""
        if not 1 < len(word) <= _LONGEST:
            return ()
        kept = [(i, form) for i, char in enumerate(word) if (form := normalise(char))]
        if any(len(form) != 1 for _, form in kept):
            return ()
        return tuple(kept[cut][0] for cut in self._cuts("".join(form for _, form in kept)))

    def split(self, word: str) -> list[str]:
        """The surface pieces of `word`; joined they give the word back."""
        edges = [0, *self.cuts(word), len(word)]
        return [word[a:b] for a, b in pairwise(edges)]
