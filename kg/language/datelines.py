"""The dateline that opens a report: place, day and agency before a dash ("CAIRO, Jan 5 (Reuters) - ")."""

import re

from kg import grammar
from kg.language.abbreviations import in_any_language
from kg.text import fold, is_arabic

_LINE = "\n\r\u2028\u2029"
_HEAD = re.compile(rf"(?P<head>[^{_LINE}!?؟…:]{{2,70}}?)[ \t\u00a0](?:--?|–|—)[ \t\u00a0]+(?=\S)")
_REST = re.compile(rf"[^{_LINE}]*")
_DASH = re.compile(r"\s(?:--?|–|—)\s")
_STOP = re.compile(r"[.!?؟…]\s")
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_STOPPED = re.compile(r"(\w+)\.\s")
_ENDED = re.compile(r"[.!?؟…][\"'”’»)\]]*\s*$")
_MOST_WORDS = 8
_ABBREVIATED = 4
_BARE_ARABIC = 3
"""How many words an Arabic dateline has at most that names no agency: nothing but its length tells it from a clause."""


def dateline_end(text: str, start: int) -> int | None:
    """The offset after the dash of a dateline that opens the paragraph at `start`; None where there is none.

    >>> dateline_end("CAIRO - The king left.", 0), dateline_end("The king - who is ill - left.", 0)
    (8, None)
    """
    match = _HEAD.match(text, start)
    if not match:
        return None
    line = _REST.match(text, match.end())
    head, rest = match["head"], line[0] if line else ""
    words, second = _WORD.findall(head), _agency_first(rest)
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    named = second > 0 or _names_agency(head) or head.endswith(")")
    fits = _arabic(words, rest, named) if is_arabic(words[0]) else _latin(head, words, rest, named)
    return match.end() + second if fits else None


def _latin(head: str, words: list[str], rest: str, named: bool) -> bool:
    """Whether Latin words are a dateline: each begins with a capital, no sentence ends among them, and they are no
    headline.
    """
    stopped = any(len(word) > _ABBREVIATED for word in _STOPPED.findall(head))
    sure = named or (words[0].isupper() and len(words[0]) > 1) or _ENDED.search(rest[-8:])
    return bool(sure) and not stopped and all(word[0].isupper() or word[0].isdigit() for word in words)


def _arabic(words: list[str], rest: str, named: bool) -> bool:
    """Whether Arabic words are a dateline: they name an agency or end in brackets, or they are few and names, and no
    second dash makes a parenthesis of what follows.
    """
    if named:
        return not _is_no_name(words[0])
    few = len(words) <= _BARE_ARABIC and not any(map(_is_no_name, words))
    return few and bool(_ENDED.search(rest[-8:])) and not _DASH.search(_STOP.split(rest, maxsplit=1)[0])


def _agency_first(rest: str) -> int:
    """How far into the rest an agency between two dashes reaches («سانا - »); 0 where there is none."""
    dash = _DASH.search(rest[:40])
    return dash.end() if dash and _names_agency(rest[: dash.start()]) else 0


def _is_no_name(word: str) -> bool:
    return word[0] == "و" or fold(word) in in_any_language(grammar.prepositions) | in_any_language(grammar.conjunctions)


def _names_agency(words: str) -> bool:
    bare = f" {' '.join(_WORD.findall(fold(words)))} "
    return any(f" {name} " in bare for name in in_any_language(grammar.agencies))
