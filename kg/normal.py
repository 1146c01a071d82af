"""The normal form of a text with an exact map back to the text as it is written.

The text is cut into units that normalise independently: a base character with what combines with it. NFKC composes and
reorders within a unit and never across one, so the normal form of the text is that of its units, one after the other.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.model import Span
from kg.text import normalise

_VOWELS_AND_FINALS_OF_HANGUL = (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))
_LAST_THAT_COMPOSES = 0x20000
"""Beyond this there are ideographs, which decompose into single characters."""


@dataclass(frozen=True, slots=True)
class NormalText:
    """A text, its normal form, and where each normal character comes from.

    `starts[i]` and `ends[i]` are the half-open range of `original` that `normal[i]` comes from. Both ascend; the ranges
    cover the original: characters that vanish (diacritics, tatweel, invisible marks) belong to the character before
    them, at the start to the one after them. Characters that one sign expands to (ﻻ, ﷺ) share its range.

    >>> text = normal_text("مـحمّدﷺ")
    >>> text.normal[:4], text.original_span(0, 4), text.normal_span(0, 3)
    ('محمد', Span(start=0, end=6), Span(start=0, end=2))
    """

    original: str
    normal: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original_span(self, start: int, end: int) -> Span:
        """The range of the original that `normal[start:end]` comes from; an empty range gives an empty one.

        Raises `ValueError` for a range outside the normal form.
        """
        _check(start, end, len(self.normal))
        if start == end:
            at = self.starts[start] if start < len(self.normal) else len(self.original)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])

    def normal_span(self, start: int, end: int) -> Span:
        """The range of all normal characters that come from `original[start:end]` in whole or in part; an empty range
        gives an empty one. Raises `ValueError` for a range outside the original.
        """
        _check(start, end, len(self.original))
        if start == end:
            at = bisect_left(self.starts, start)
            return Span(at, at)
        return Span(bisect_right(self.ends, start), bisect_left(self.starts, end))


def normal_text(text: str) -> NormalText:
    """The normal form of `kg.text.normalise` with its map back, in time linear in the text."""
    if text.isascii():
        return NormalText(text, text, range(len(text)), range(1, len(text) + 1))
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _units(text):
        form = _form(text[start:end])
        if not form and ends:
            ends[-len(forms[-1]) :] = [end] * len(forms[-1])
            continue
        if form:
            forms.append(form)
            starts += [start if starts else 0] * len(form)
            ends += [end] * len(form)
    return NormalText(text, "".join(forms), tuple(starts), tuple(ends))


def _check(start: int, end: int, length: int) -> None:
    if not 0 <= start <= end <= length:
        raise ValueError(f"{start}:{end} is no range of a text of {length} characters")


def _units(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of the units, ascending, without gaps."""
    begin = 0
    for at, char in enumerate(text):
        if at and not _joins(char):
            yield begin, at
            begin = at
    if text:
        yield begin, len(text)


@lru_cache(maxsize=65536)
def _joins(char: str) -> bool:
    """Whether a character may combine with what stands before it."""
    first = unicodedata.normalize("NFKD", char)[0]
    return unicodedata.combining(first) != 0 or first in _composing()


@cache
def _composing() -> frozenset[str]:
    """The characters that are second in a canonical composition; Unicode lists the pairs, and Hangul by rule."""
    parts = (unicodedata.decomposition(chr(code)).split() for code in range(_LAST_THAT_COMPOSES))
    seconds = (int(pair[1], 16) for pair in parts if len(pair) == 2 and not pair[0].startswith("<"))
    return frozenset(map(chr, (*seconds, *_VOWELS_AND_FINALS_OF_HANGUL)))


_form = lru_cache(maxsize=65536)(normalise)
