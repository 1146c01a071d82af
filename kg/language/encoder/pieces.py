"""Words as the encoder reads them: a written form per token, cut into the pieces of a unigram vocabulary.

A token that starts a word carries the mark `▁`, as in the vocabulary of XLM-RoBERTa. Arabic clitics are tokens of
their own here, so a stem after a proclitic is marked too («و» + «كتاب» reads ▁و ▁كتاب, which the vocabulary
knows well); pronouns at the end of a word are not, which tells them from words that are written alike.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kg.language.arabic.segmentation import ENCLITICS, restored
from kg.text import is_arabic, strip_marks

MARK = "▁"
START, PAD, END, UNKNOWN = 0, 1, 2, 3
"""The identifiers of the four special pieces."""
LONGEST = 16
"""How many pieces of a token are read; more than that is no word of a language."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„«»‟", '"'),
        **dict.fromkeys("‘’‚‛`", "'"),
        **dict.fromkeys("–—―‒", "-"),
        "ی": "ي",
        "ک": "ك",
        "ٱ": "ا",
        **{chr(base + digit): str(digit) for base in (0x660, 0x6F0) for digit in range(10)},
    }
)


def plain(word: str) -> str:
    """A word without diacritics, tatweel and invisible marks, with plain quotes, dashes and digits; hamza stays.

    >>> plain("«"), plain("إنّ"), plain("٢٠٢٤")
    ('"', 'إن', '2024')
    """
    return strip_marks(unicodedata.normalize("NFKC", word)).translate(_PLAIN)


def forms(words: Sequence[str], spaced: Sequence[bool]) -> list[str]:
    """What the encoder reads for each token: `spaced` says whether white space (or nothing) comes before it.

    >>> forms(["ل", "لتحالف", "لقائ", "ه", "."], [True, False, True, False, False])
    ['▁ل', '▁التحالف', '▁لقاء', 'ه', '.']
    """
    read = [plain(word) or word for word in words]
    marked = list(spaced)
    for start, end in _written_together(read, spaced):
        read[start:end] = restored(read[start:end])
        for i in range(start + 1, end):
            marked[i] = read[i] not in ENCLITICS and read[i - 1] not in ENCLITICS
    return [MARK + word if mark else word for word, mark in zip(read, marked, strict=True)]


def _written_together(read: Sequence[str], spaced: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Ranges of Arabic tokens without white space between them."""
    start = 0
    for i in range(1, len(read) + 1):
        if i == len(read) or spaced[i] or not (is_arabic(read[i]) and is_arabic(read[i - 1])):
            if i > start + 1:
                yield start, i
            start = i


class Vocabulary:
    """The pieces of a unigram language model (Kudo 2018) with their log probabilities; identifiers are positions."""

    def __init__(self, pieces: Iterable[str], scores: Iterable[float]) -> None:
        self.pieces = tuple(pieces)
        self.scores = tuple(scores)
        self._known = {piece: i for i, piece in enumerate(self.pieces) if i > UNKNOWN}
        self._longest = max(map(len, self.pieces))
        self._penalty = min(self.scores) - 10
        self.cut = lru_cache(maxsize=300_000)(self._cut)

    def __len__(self) -> int:
        return len(self.pieces)

    def _cut(self, form: str) -> tuple[int, ...]:
        """The identifiers of the likeliest pieces of a form, at most `LONGEST`; never empty."""
        form = form[: LONGEST * self._longest]
        best = [0.0, *[float("-inf")] * len(form)]
        last = [(0, UNKNOWN)] * (len(form) + 1)
        for start in range(len(form)):
            for end in range(start + 1, min(len(form), start + self._longest) + 1):
                piece = self._known.get(form[start:end])
                if piece is None:
                    if end > start + 1:
                        continue
                    score = best[start] + self._penalty
                else:
                    score = best[start] + self.scores[piece]
                if score > best[end]:
                    best[end], last[end] = score, (start, UNKNOWN if piece is None else piece)
        found, at = [], len(form)
        while at:
            at, piece = last[at]
            found.append(piece)
        return tuple(reversed(found))[:LONGEST] or (UNKNOWN,)
