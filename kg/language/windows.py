"""Divides a long document into windows that a model can read, at the soundest places there are.

A window is divided off with regard to nothing but the document, so that what a model says of a word does not depend on
the batch that it is read in.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate

from spacy.tokens import Doc, Span

from kg import grammar
from kg.language.abbreviations import in_any_language
from kg.language.boundaries import CLOSING, Boundary, closes
from kg.language.sentences import verdicts
from kg.text import fold


class Break(IntEnum):
    """How sound a place before a token is to cut at; the soundest first."""

    PARAGRAPH = 0
    SENTENCE = 1
    LIKELY_SENTENCE = 2
    CLAUSE = 3
    COMMA_AND_CONJUNCTION = 4
    COMMA = 5
    CONJUNCTION = 6
    SPACE = 7
    ANYWHERE = 8


_BOUNDARIES = {
    Boundary.PARAGRAPH: Break.PARAGRAPH,
    Boundary.CERTAIN: Break.SENTENCE,
    Boundary.LIKELY: Break.LIKELY_SENTENCE,
    Boundary.NEVER: Break.ANYWHERE,
}
_COMMAS = frozenset([",", "،"])
_CLAUSE_END = re.compile(r"[;؛:]|--?|–|—|ـ|…|\.\.+")


def windows(tokens: Doc | Span, limit: int, costs: Sequence[int] | None = None) -> list[tuple[int, int]]:
    """Consecutive half-open ranges of positions in `tokens` that leave nothing out, each of at most `limit` units of
    cost; a token that alone costs more is a window of its own.

    `costs`: what each token costs (the number of its word pieces, say); None: one unit each. Windows end at the
    soundest place in reach (`Break`), and among equally sound places so that all are about equally long. Raises
    `ValueError` for a limit below 1, a negative cost, or a number of costs that is not that of the tokens.
    """
    costs = [1] * len(tokens) if costs is None else costs
    if len(costs) != len(tokens):
        raise ValueError(f"{len(costs)} costs for {len(tokens)} tokens")
    if sum(costs) <= limit and limit > 0:
        return [(0, len(tokens))] if len(tokens) else []
    return divide(breaks(tokens), costs, limit)


def divide(ranks: Sequence[int], costs: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """`windows` for places of which the ranks are known: `ranks[i]` says how sound the place before `i` is (less is
    sounder).

    >>> divide([0, 7, 7, 1, 7, 7], [1, 1, 1, 1, 1, 1], 4)
    [(0, 3), (3, 6)]
    """
    if limit < 1 or any(cost < 0 for cost in costs):
        raise ValueError("a limit is at least 1, and no cost is below 0")
    sums = [0, *accumulate(costs)]
    cuts = list(_cuts(ranks, sums, limit)) if costs else [0]
    return list(zip(cuts, [*cuts[1:], len(costs)], strict=True)) if costs else []


def _cuts(ranks: Sequence[int], sums: Sequence[int], limit: int) -> Iterator[int]:
    """Where each window begins."""
    start = 0
    yield start
    while sums[-1] - sums[start] > limit and start + 1 < len(ranks):
        start = _cut(ranks, sums, start, limit)
        yield start


def _cut(ranks: Sequence[int], sums: Sequence[int], start: int, limit: int) -> int:
    """Where the window that begins at `start` ends.

    The rest is thought of as divided into as few equal windows as can be; no window gets less than half of such a part,
    so that each token is looked at a fixed number of times.
    """
    rest = sums[-1] - sums[start]
    parts = -(-rest // limit)
    half = rest // (2 * parts)
    last = max(start + 1, min(len(ranks) - 1, bisect_right(sums, sums[start] + limit) - 1))
    first = bisect_left(sums, sums[start] + half, start + 1, last)
    end = max(first, min(last, bisect_right(sums, sums[-1] - half) - 1))
    return min(range(first, end + 1), key=lambda i: (ranks[i], abs((sums[i] - sums[start]) * parts - rest), i))


def breaks(tokens: Doc | Span) -> list[Break]:
    """How sound the place before each token is to cut at."""
    text, known = tokens.text, verdicts(tokens)
    ranks, before, at = [], "", 0  # the last token that closes nothing; where the token begins
    for i, token in enumerate(tokens):
        word = token.text
        spaced = i > 0 and text[at - 1].isspace()
        if word.isspace():
            ranks.append(Break.ANYWHERE)
        else:
            closing = word in CLOSING and (not spaced or closes(text, at))
            verdict = _BOUNDARIES.get(known.get(i, Boundary.POSSIBLE))
            ranks.append(_rank(before, word, spaced, closing) if verdict is None else verdict)
            before = before if closing else word
        at += len(word) + len(token.whitespace_)
    return ranks


def _rank(before: str, word: str, spaced: bool, closing: bool) -> Break:
    """How sound the place before `word` is where no sentence ends; `before`: the word or mark before it."""
    if closing or not (spaced or before in _COMMAS):
        return Break.ANYWHERE
    if _CLAUSE_END.fullmatch(before):
        return Break.CLAUSE
    if before in _COMMAS:
        return Break.COMMA_AND_CONJUNCTION if _joins(word) else Break.COMMA
    return Break.CONJUNCTION if _joins(word) else Break.SPACE


@lru_cache(maxsize=65536)
def _joins(word: str) -> bool:
    return fold(word) in in_any_language(grammar.conjunctions)
