"""What tasks learn from: sentences with labels, in corpora."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

MISSING = -100
"""The label of a word that has none."""

Labels = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as identifiers of pieces, a tuple a word, and labels a word by task.

    `heads` counts from 1 within the sentence, 0 being the root, as CoNLL-U does. `vector` is a label of the sentence
    as a whole. `links`: (links, 3) a word, another, and the label of the second as seen from the first.
    """

    lang: str
    words: tuple[str, ...]
    pieces: tuple[tuple[int, ...], ...]
    labels: Mapping[str, Labels]
    vector: npt.NDArray[np.float32] | None = None
    links: Labels | None = None

    @property
    def cost(self) -> int:
        """How many pieces it has."""
        return sum(map(len, self.pieces))


@dataclass(frozen=True)
class Corpus:
    """Sentences in the order of their texts, for the tasks named; `blocks` are runs that belong together.

    `lexicon`: how often it has a (form, part of speech, lemma). `unlabelled`: its sentences have no labels, only a
    teacher can say something of them. `unseen`: event types that its annotators did not look for.
    """

    name: str
    lang: str
    tasks: tuple[str, ...]
    blocks: list[list[Sentence]]
    lexicon: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    unlabelled: bool = False
    unseen: frozenset[str] = frozenset()

    @property
    def cost(self) -> int:
        """How many pieces all sentences have."""
        return sum(s.cost for block in self.blocks for s in block)


def array(values: Sequence[Any]) -> Labels:
    """Labels of a sentence as an array."""
    return np.array(values, np.int64)
