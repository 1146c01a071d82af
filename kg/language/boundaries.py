"""Where sentences of a text begin, by rule: paragraph breaks, final punctuation, closing quotes; not decimals,
initials, titles, addresses.

One pass over the characters, in both languages alike. What a rule cannot know it does not decide: a boundary is
certain, likely, possible or none.
"""

import re
from collections.abc import Callable, Iterator
from enum import IntEnum

from kg import grammar
from kg.language.abbreviations import Kind, counts, in_any_language, kind
from kg.language.datelines import dateline_end
from kg.text import fold, is_arabic


class Boundary(IntEnum):
    """How sure it is that a sentence begins at a place."""

    NEVER = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3
    PARAGRAPH = 4


FINAL = frozenset(".!?؟۔…")
"""The marks that end a sentence."""
CLOSING = frozenset("\"'”’“»«›)]")
"""What may stand between a final mark and the space after it. Opening quotes are among them: where a text was mirrored
they close.
"""

_LINE = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE_ENDS = frozenset(_LINE)
_INVISIBLE = "\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069"
_EVENT = re.compile(
    rf"""
      (?P<line>[{_LINE}]\s*)
    | (?P<marks>[.!?؟۔…][.!?؟۔…"'”’“»«›)\]{_INVISIBLE}]*)(?P<space>[^\S{_LINE}]*)
    | (?P<item>\s[•▪●■◦►‣]\s)
    | [()]
    """,
    re.VERBOSE,
)
_OPENING = re.compile(rf"[\"'“”‘«»‹(\[¿¡•{_INVISIBLE} \t\u00a0]*")
_WORD = re.compile(r"[^\W\d_]+")
_SPEAKER = re.compile(r"(?:[A-Z][\w.’'-]*\s+){0,4}([^\W\d_]+)")
_INITIAL = re.compile(r"[^\W\d_]\.")
_PAIRS = {"»": "«", "”": "“", ")": "(", "]": "["}
_BEFORE = 32
"""How many characters before a full stop are looked at: an abbreviation and the word before it."""
_BRACKET = 400
"""How far a bracket reaches; one that is not closed by then is a slip."""
_WRAPPED = 50
"""A line of so many characters may have been broken by a program that wraps lines."""


def boundaries(text: str) -> list[tuple[int, Boundary]]:
    """The places where a sentence may begin, ascending: the offset of its first character that is no white space, and
    how sure it is. The beginning of the text is not among them; nor are places that no mark tells of.

    >>> [(at, how.name) for at, how in boundaries("Dr. Li left. He is 3.5 m tall.")]
    [(4, 'NEVER'), (13, 'CERTAIN')]
    """
    found = dict(_scan(text))
    for start in [0, *(at for at, how in found.items() if how is Boundary.PARAGRAPH)]:
        end = dateline_end(text, start)
        if end is not None:
            found[end] = max(Boundary.LIKELY, found.get(end, Boundary.NEVER))
    return sorted(found.items())


def _scan(text: str) -> Iterator[tuple[int, Boundary]]:
    how: Boundary | None
    begin, inside = 0, False  # where the last sentence begins; whether a bracket is open in it
    for event in _EVENT.finditer(text):
        at, name = event.end(), event.lastgroup
        if name == "line":
            how, inside = _after_line(text, begin, event.start(), at), False
        elif name == "space":
            at = _after_spaced(text, at) if event["space"] else at
            how = _after_marks(text, event.start(), event["marks"], at)
            if inside and how and how > Boundary.POSSIBLE and ")" in text[at : at + _BRACKET]:
                how = Boundary.POSSIBLE
            inside = inside and ")" not in event["marks"]
        elif name == "item":
            at, how = event.start() + 1, Boundary.LIKELY
        else:
            inside = event[0] == "(" and event.start() != begin
            continue
        if at < len(text) and how is not None:
            yield at, how
            begin = at if how > Boundary.POSSIBLE else begin


def _after_line(text: str, begin: int, end: int, at: int) -> Boundary | None:
    """Whether a line break ends a paragraph, or was only put in to wrap the line (None)."""
    if end > 0 and at < len(text) and text[end:at].count("\n") == 1:
        wrapped = text[at].islower() and text[end - 1] not in FINAL and end - begin >= _WRAPPED
        if wrapped or text[end - 1] in ",،":
            return Boundary.POSSIBLE
    return Boundary.PARAGRAPH


def _after_spaced(text: str, at: int) -> int:
    """Where the sentence after a mark begins when closing quotes and brackets stand apart («. »»)."""
    while at + 1 < len(text) and text[at + 1].isspace() and closes(text, at):
        at = next((i for i in range(at + 1, len(text)) if not text[i].isspace() or text[i] in _LINE_ENDS), len(text))
    return at


def closes(text: str, at: int) -> bool:
    """Whether the character at `at` closes a quotation or bracket that is open; straight quotes never tell."""
    opening = _PAIRS.get(text[at])
    if not opening:
        return False
    near = max(0, at - _BRACKET)
    return text.rfind(opening, near, at) > text.rfind(text[at], near, at)


def _after_marks(text: str, start: int, marks: str, at: int) -> Boundary | None:
    """Whether final punctuation, with what closes after it, ends the sentence that began before; None where it is part
    of a word.
    """
    if at == len(text) or text[at] in _LINE_ENDS:
        return None
    place = _first(text, at)
    if not text[at - 1].isspace():
        return _glued(text, start, marks, at)
    after = text[place : place + 1]
    if not after or after in ",،;؛:" or after in _LINE_ENDS:
        return Boundary.NEVER
    if after in "-–—" or after in FINAL:
        return Boundary.POSSIBLE
    if start and text[start - 1] in "([" and marks[-1] in ")]":
        return Boundary.POSSIBLE  # words left out: (...)
    if after.isdigit() and text[place - 1] in "([":
        return Boundary.POSSIBLE  # the number of a note
    how = _after_stops(text, start, marks, place)
    if marks[-1] in FINAL or how < Boundary.LIKELY:
        return how
    return Boundary.POSSIBLE if _goes_on(text, marks, place) else Boundary.LIKELY


def _first(text: str, at: int) -> int:
    """Where the first letter, digit or sign stands at or after `at`, opening quotes and spaces passed over."""
    opening = _OPENING.match(text, at)
    return opening.end() if opening else at


def _after_stops(text: str, start: int, marks: str, place: int) -> Boundary:
    after = text[place : place + 1]
    if after.islower() and marks[0] != ".":
        return Boundary.POSSIBLE
    if not any(mark in marks for mark in "!?؟۔"):
        if "…" in marks or ".." in marks:
            said = marks[-1] not in FINAL and after == "و"
            return Boundary.LIKELY if said or after.isupper() else Boundary.POSSIBLE
        return _after_word(text, start, place)
    named = _words_before(text, start)[0][:1].isupper()  # "Yahoo! News"
    return Boundary.CERTAIN if after.isalnum() and not named else Boundary.LIKELY


def _after_word(text: str, start: int, place: int) -> Boundary:
    """Whether one full stop ends the sentence, from the word before it and the character after it."""
    after = text[place : place + 1]
    word, before = _words_before(text, start)
    if not word or not word[-1].isalnum():
        return Boundary.POSSIBLE if after.islower() else Boundary.CERTAIN
    if len(word) <= 2 and _opens_line(text, start - len(word)):
        return Boundary.NEVER  # the number or letter of an item
    if word[-1].isdigit():
        return _after_number(word, after)
    if after.isdigit() and counts(word):
        return Boundary.NEVER
    rule = _RULES.get(kind(word))
    if rule:
        return rule(text, place, before)
    if after.islower():
        return Boundary.POSSIBLE
    return Boundary.CERTAIN if kind(word) is Kind.WORD and after.isalnum() else Boundary.LIKELY


def _words_before(text: str, start: int) -> tuple[str, str]:
    """The word that ends at `start`, what opens before it taken off, and the word before that; "" where none is."""
    near = text[max(0, start - _BEFORE) : start]
    if not near or near[-1].isspace():
        return "", ""
    words = near.split()
    return words[-1].lstrip("\"'“”‘«»([‎‏"), words[-2] if len(words) > 1 else ""


def _opens_line(text: str, at: int) -> bool:
    return at == 0 or (at > 0 and text[at - 1] in _LINE_ENDS)


def _after_number(word: str, after: str) -> Boundary:
    if after.islower():
        return Boundary.POSSIBLE
    if after.isdigit():
        return Boundary.POSSIBLE if len(word) <= 2 else Boundary.LIKELY
    return Boundary.CERTAIN


def _after_title(text: str, place: int, before: str) -> Boundary:
    return Boundary.NEVER


def _after_abbreviation(text: str, place: int, before: str) -> Boundary:
    after = text[place : place + 1]
    if after.islower():
        return Boundary.NEVER
    measured = before[-1:].isdigit() and not after.isdigit()  # «320 م. », "21.7 secs. "
    return Boundary.LIKELY if measured or _opens_sentence(text, place) else Boundary.POSSIBLE


def _after_initial(text: str, place: int, before: str) -> Boundary:
    """After a letter: a unit where a number stands before it, else part of a name."""
    if _INITIAL.match(text, place):
        return Boundary.NEVER
    if before[-1:].isdigit() or not is_arabic(text[place : place + 1]):
        return _after_abbreviation(text, place, before)
    return Boundary.POSSIBLE


_RULES: dict[Kind, Callable[[str, int, str], Boundary]] = {
    Kind.TITLE: _after_title,
    Kind.ABBREVIATION: _after_abbreviation,
    Kind.INITIAL: _after_initial,
}


def _opens_sentence(text: str, place: int) -> bool:
    """Whether the word at `place` begins sentences and no names: by list, in Arabic also with «و» before it."""
    match = _WORD.match(text, place)
    if not match:
        return False
    word = match[0]
    return fold(word) in in_any_language(grammar.sentence_openers) or (word[0] == "و" and len(word) >= 4)


def _goes_on(text: str, marks: str, place: int) -> bool:
    """Whether the sentence goes on after a quotation («"سنعود." مضيفا», '"Why?" Smith asked')."""
    match = _SPEAKER.match(text, place)
    if not match:
        return False
    word = fold(match[1])
    called = marks[0] != "." and word in in_any_language(grammar.quote_verbs)
    return called or word in in_any_language(grammar.quote_tails)


def _glued(text: str, start: int, marks: str, at: int) -> Boundary | None:
    """Whether a sentence ends at a mark that no space follows («انتهى.وقال»): a word before, one that opens after."""
    near = text[max(0, start - _BEFORE) : start].split()
    if not near or not near[-1][-1].isalpha() or any(sign in near[-1] for sign in "/@") or len(near[-1]) < 3:
        return None
    match = _WORD.match(text, at)
    if not match or len(match[0]) < 3 or "." in (text[match.end() : match.end() + 1], *near[-1]):
        return None
    if is_arabic(match[0]):
        return Boundary.LIKELY if marks[0] in "!؟" or _opens_sentence(text, at) else None
    return Boundary.LIKELY if near[-1][-1].islower() and match[0].istitle() else None
