"""Cutting a text into tokens that know their group, with offsets into the text as it is.

Attached Arabic و and ف (group "and") and ب ل ك ("attached") become tokens of their own where a known word follows.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from kg.dates import read_numeric
from kg.extraction.times.lexicon import Entry, Lexicon, load_lexicon
from kg.text import fold

GROUPS = frozenset(
    [
        "word",
        "name",
        "other",
        "and",
        "attached",
        "possessive",
        "number",
        "count",
        "year-number",
        "nth",
        "numeric-date",
        "clock",
        "comma",
        "dot",
        "slash",
        "dash",
        "open",
        "close",
        "break",
    ]
)
"""The groups that tokens may have beside those of the lexicon."""

_MARK = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_TOKEN = re.compile(
    rf"""
      (?P<word>(?!https?:|www\.)[^\W\d_](?:[{_MARK}{_INVISIBLE}]*[^\W\d_])*[{_MARK}]*)
    | (?P<skip>https?:\S+ | www\.\S+ | [#@]\w+ | [$£€¥№]\s?\d[\d.,]* | \+\d[\d\s-]+\d | \d[\d.,]*\s?[%٪])
    | (?P<possessive>['’]s\b)
    | (?P<numeric>(?<![\d./-])\d{{1,4}}(?P<sep>[-/.])\d{{1,2}}(?P=sep)\d{{1,4}}(?![\d/-]|\.\d)
        (?:[Tt]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?)?)
    | (?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?!\d))
    | (?P<skipped>\d{{1,3}}(?:[,٬]\d{{3}})+(?!\d) | \d+(?:[.٫]\d+)+)
    | (?P<nth>\d{{1,2}}(?:st|nd|rd|th)\b)
    | (?P<junk>\d+[A-Za-z]\w*)
    | (?P<digits>\d+)
    | (?P<blank>\n[ \t\r]*\n\s*)
    | (?P<sign>[^\s\w{_INVISIBLE}])
    """,
    re.VERBOSE,
)
_SIGNS = {
    ",": "comma",
    "،": "comma",
    ".": "dot",
    "/": "slash",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "(": "open",
    ")": "close",
}
_CUT = re.compile(r"\w+|[^\w\s]")
_AND, _ATTACHED = ("و", "ف"), ("ب", "ل", "ك")
_CACHED_WORDS = 1 << 15
_LONGEST_NUMBER = 6


class Token(NamedTuple):
    """A stretch of the text, its group, and what it counts for: a number, a day, or a reading (see `readers`)."""

    group: str
    start: int
    end: int
    value: Any = 0
    form: str = ""


class Piece(NamedTuple):
    """A part of a word: where it lies in the word, its folded form and its entry."""

    start: int
    end: int
    form: str
    entry: Entry


class Tokenizer:
    """Cuts texts of one language."""

    def __init__(self, lang: str) -> None:
        self.lexicon: Lexicon = load_lexicon(lang, _phrase)
        self._arabic = lang == "ar"
        self._split: Callable[[str], tuple[Piece, ...]] = lru_cache(_CACHED_WORDS)(self._split_word)

    def __call__(self, text: str) -> list[Token]:
        """The tokens of a text, in order; white space is none, except a blank line ("break")."""
        tokens: list[Token] = []
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            if match.lastgroup == "word":
                pieces = self._split(match.group())
                if pieces:
                    tokens.extend(
                        Token(p.entry.group, start + p.start, start + p.end, p.entry.value, p.form) for p in pieces
                    )
                else:
                    tokens.append(Token("name" if text[start].isupper() else "word", start, end))
            else:
                tokens.append(self._sign(match.lastgroup or "", match.group(), start, end))
        return self._join(tokens)

    def _split_word(self, word: str) -> tuple[Piece, ...]:
        """The parts of a word; none when it is not known."""
        form = fold(word)
        for size, pieces in _prefixes(form):
            entry = self.lexicon.words.get(form[size:] if not pieces or pieces[-1] != "ال" else "ال" + form[size:])
            if entry and (not size or self._arabic) and self._fits(entry, word):
                return tuple(_pieces(word, form, size, [p for p in pieces if p != "ال"], entry))
        return ()

    def _fits(self, entry: Entry, word: str) -> bool:
        return word[0].isupper() or entry.group not in self.lexicon.capitalised

    def _sign(self, kind: str, piece: str, start: int, end: int) -> Token:
        match kind:
            case "digits":
                return _number(piece, start, end)
            case "nth":
                number = int(piece[:-2])
                return Token("nth" if 1 <= number <= 31 else "other", start, end, number)
            case "numeric":
                day = read_numeric(fold(piece).split("t")[0], day_first=self._arabic)
                return Token("numeric-date" if day else "other", start, end, day)
            case "possessive" | "clock":
                return Token(kind, start, end, form=piece)
            case "blank":
                return Token("break", start, end)
            case _:
                return Token(_SIGNS.get(piece, "other"), start, end, form=piece if piece.isascii() else fold(piece))

    def _join(self, tokens: list[Token]) -> list[Token]:
        """The tokens with each phrase of the lexicon joined into one, the longest first."""
        joined: list[Token] = []
        position = 0
        while position < len(tokens):
            token = tokens[position]
            size = 1
            for rest, entry in self.lexicon.phrases.get(token.form, ()) if token.form else ():
                end = position + 1 + len(rest)
                if tuple(each.form for each in tokens[position + 1 : end]) == rest:
                    token = Token(entry.group, token.start, tokens[end - 1].end, entry.value)
                    size = end - position
                    break
            joined.append(token)
            position += size
        return joined


@cache
def tokenizer(lang: str) -> Tokenizer:
    """The tokenizer of a language; raises `PackError` for one without words of time."""
    return Tokenizer(lang)


def _number(piece: str, start: int, end: int) -> Token:
    number = int(piece) if len(piece) <= _LONGEST_NUMBER else 0
    if 1 <= number <= 31 and len(piece) <= 2:
        return Token("number", start, end, number, str(number))
    if len(piece) == 4 and 1000 <= number <= 2100:
        return Token("year-number", start, end, number, str(number))
    return Token("count" if number else "other", start, end, number, str(number))


def _prefixes(form: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """How many letters at the start of a word may be attached ones, and which; "ال" where its alef is lost after ل."""
    yield 0, ()
    first = form[:1]
    conjunction = (first,) if first in _AND else ()
    if conjunction:
        yield 1, conjunction
    size = len(conjunction)
    second = form[size : size + 1]
    if second in _ATTACHED and len(form) > size + 2:
        if form[size : size + 2] == "لل":
            yield size + 2, (*conjunction, "ل", "ال")
        yield size + 1, (*conjunction, second)


def _pieces(word: str, form: str, size: int, prefixes: list[str], entry: Entry) -> Iterator[Piece]:
    start = 0
    for prefix in prefixes:
        end = _offset(word, start, 1)
        yield Piece(start, end, prefix, Entry("and" if prefix in _AND else "attached"))
        start = end
    rest = form[size:] if size == len(prefixes) else "ال" + form[size:]
    yield Piece(start, len(word), rest, entry)


def _offset(word: str, start: int, letters: int) -> int:
    """Where in the word, from an offset on, so many letters end; their marks belong to them."""
    position = start
    while position < len(word) and letters > 0:
        letters -= len(fold(word[position]))
        position += 1
    while position < len(word) - 1 and not fold(word[position]):
        position += 1
    return position


def _phrase(phrase: str, words: Mapping[str, Entry]) -> list[str]:
    """The folded pieces of a phrase, و before a known word on its own."""
    found: list[str] = []
    for piece in _CUT.findall(phrase):
        if piece[0] in _AND and piece not in words and piece[1:] in words:
            found += [piece[0], piece[1:]]
        else:
            found.append(piece)
    return found
