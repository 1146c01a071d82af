"""The sentence around a span of an article, for showing; found by punctuation, since a graph keeps no parsed text."""

import re

from kg.model import Span

LONGEST = 360
"""How many characters of a sentence are shown at most."""

_END = re.compile(r"(?:[.!?؟…]+[\"'”’»)\]]*\s+)|\s*\n\s*")
_INITIAL = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St)|(?<!\w)[أدم])\.\s*$")


def around(text: str, span: Span) -> tuple[str, str, str]:
    """The words before the span in its sentence, the span, and the words after it, as they are written.

    >>> around("One. He visited Rome today. Two.", Span(8, 15))
    ('He ', 'visited', ' Rome today.')
    """
    sentence = sentence_of(text, span)
    before, words, after = text[sentence.start : span.start], text[span.start : span.end], text[span.end : sentence.end]
    return _last(before, LONGEST // 2), " ".join(words.split()), _first(after, LONGEST // 2)


def sentence_of(text: str, span: Span) -> Span:
    """The sentence that the span stands in, its own punctuation kept; the sentences when it reaches into several.

    >>> sentence_of("One. He visited Rome today. Two.", Span(8, 15))
    Span(start=5, end=27)
    """
    start = max((end.end() for end in _ends(text[: span.start])), default=0)
    rest = text[span.end :]
    stop = next((end.start() for end in _ends(rest)), None)
    return Span(start, len(text) if stop is None else span.end + _kept(rest, stop))


def _ends(text: str) -> list["re.Match[str]"]:
    return [end for end in _END.finditer(text) if not _INITIAL.search(text[: end.end()])]


def _kept(text: str, stop: int) -> int:
    """Where the sentence ends, its own punctuation kept."""
    end = _END.match(text, stop)
    return stop + len(end[0].rstrip()) if end else stop


def _last(text: str, length: int) -> str:
    return text if len(text) <= length else "…" + text[-length:].partition(" ")[2]


def _first(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rpartition(" ")[0] + "…"
