"""What a word before a full stop is: an abbreviation, an initial, or a word that a sentence can end with."""

import re
from collections.abc import Callable
from enum import Enum, auto
from functools import cache, lru_cache

from kg import grammar
from kg.language.base import LANGUAGES
from kg.text import is_arabic, normalise


class Kind(Enum):
    """What a word before a full stop is. `SHORT` words may be abbreviations that no list has."""

    TITLE = auto()
    ABBREVIATION = auto()
    INITIAL = auto()
    SHORT = auto()
    WORD = auto()


_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_VOWEL = re.compile("[aeiouyAEIOUY]")
_CLITIC = "و"
"""A conjunction that is written together with an abbreviation («ود. سعاد»)."""
_LONG_ARABIC, _LONG_LATIN = 3, 5


@lru_cache(maxsize=16384)
def kind(word: str) -> Kind:
    """The kind of a word, given without the full stop after it.

    >>> kind("Gov"), kind("gov"), kind("ق.م"), kind("ود")
    (<Kind.TITLE: 1>, <Kind.WORD: 5>, <Kind.ABBREVIATION: 2>, <Kind.TITLE: 1>)
    """
    if _listed(word, grammar.title_abbreviations):
        return Kind.ABBREVIATION if len(word) > 1 and word.isupper() else Kind.TITLE  # "MS" may be no "Ms"
    if _listed(word, grammar.abbreviations) or _DOTTED.fullmatch(word):
        return Kind.ABBREVIATION
    letters = normalise(word)
    if len(letters) == 1:
        return Kind.INITIAL
    if is_arabic(letters):
        return Kind.WORD if len(letters) >= _LONG_ARABIC else Kind.SHORT
    known = len(letters) >= _LONG_LATIN or (letters.islower() and _VOWEL.search(letters))
    return Kind.WORD if known else Kind.SHORT


@lru_cache(maxsize=4096)
def counts(word: str) -> bool:
    """Whether a word before a full stop is an abbreviation when a number follows ("No. 5")."""
    return _listed(word.lower(), grammar.number_abbreviations)


def _listed(word: str, names: Callable[[str], frozenset[str]]) -> bool:
    """Whether the word, in a case that it may have, is in a list of any language."""
    listed, form = in_any_language(names), normalise(word)
    forms = (form, form.lower(), form.capitalize() if form[:1].isupper() else form, form.removeprefix(_CLITIC))
    return any(written in listed for written in forms)


@cache
def in_any_language(names: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """The words that a list of `kg.grammar` has in any language: texts quote names and titles of others."""
    return frozenset().union(*map(names, LANGUAGES))
