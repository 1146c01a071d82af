"""Lemmas of the words that a treebank knows, by form and part of speech, and edit scripts for all others."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kg.language.encoder import scripts

_TRIED = 5
"""How many scripts are tried, likeliest first, until one fits the word."""


class Lexicon:
    """Lemmas by (form, part of speech)."""

    def __init__(self, lemmas: Mapping[tuple[str, str], Sequence[str]]) -> None:
        self._lemmas = lemmas

    @classmethod
    def read(cls, path: Path) -> "Lexicon":
        """The lexicon in a file: form, part of speech and lemmas, tab-separated, a pair a line."""
        lemmas = {}
        for line in path.read_text(encoding="utf8").split("\n"):
            if line:
                form, tag, *found = line.split("\t")
                lemmas[form, tag] = tuple(found) or (form,)
        return cls(lemmas)

    def only(self, form: str, tag: str) -> str | None:
        """The lemma of a pair that has but one; None where there are several or none."""
        known = self._lemmas.get((form, tag), ())
        return known[0] if len(known) == 1 else None

    def best(self, form: str, tag: str, scores: npt.NDArray[np.floating], labels: Sequence[str]) -> str:
        """The lemma of the best script: among the lemmas known for the pair, else of any script that fits."""
        order = np.argsort(-scores, kind="stable")
        known = self._lemmas.get((form, tag), ())
        if known:
            ranks = {labels[i]: rank for rank, i in enumerate(order)}
            return min(known, key=lambda lemma: (ranks.get(scripts.derive(form, lemma), len(labels)), lemma))
        for i in order[:_TRIED]:
            lemma = scripts.apply(labels[i], form)
            if lemma:
                return lemma
        return form


def rows(counts: Iterable[tuple[tuple[str, str, str], int]]) -> list[str]:
    """The lines of a lexicon file from how often a treebank has (form, part of speech, lemma).

    A lemma that a pair has less than one time in ten is left out; a pair whose form is its lemma has the form alone.
    """
    found: dict[tuple[str, str], dict[str, int]] = {}
    for (form, tag, lemma), times in counts:
        found.setdefault((form, tag), {})[lemma] = times
    lines = []
    for (form, tag), lemmas in sorted(found.items()):
        kept = [m for m in sorted(lemmas, key=lambda m: (-lemmas[m], m)) if 10 * lemmas[m] >= sum(lemmas.values())]
        written = [] if kept == [form] else kept
        if not any(sign in "".join((form, *kept)) for sign in "\t\n"):
            lines.append("\t".join((form, tag, *written)))
    return lines
