"""Lemmas of the words that a treebank knows, by form and part of speech, and edit scripts for all others."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kg.language.encoder import scripts

_TRIED = 5
"""How many scripts are tried, likeliest first, until one fits the word."""
_NEAR = 3.0
"""How far the score of a script may lie under the best one's if it gives a lemma that the treebank knows."""


class Lexicon:
    """Lemmas by (form, part of speech)."""

    def __init__(self, lemmas: Mapping[tuple[str, str], Sequence[str]]) -> None:
        self._lemmas = lemmas
        self._known = frozenset((lemma, tag) for (_, tag), found in lemmas.items() for lemma in found)

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
        """The lemma of the best script: among the lemmas known for the pair, else of the scripts that fit the
        first that gives a lemma known of other forms and is nearly the best, else the best.
        """
        order = np.argsort(-scores, kind="stable")
        known = self._lemmas.get((form, tag), ())
        if known:
            ranks = {labels[i]: rank for rank, i in enumerate(order)}
            return min(known, key=lambda lemma: (ranks.get(scripts.derive(form, lemma), len(labels)), lemma))
        tried = [(lemma, scores[i]) for i in order[:_TRIED] if (lemma := scripts.apply(labels[i], form))]
        if not tried:
            return form
        near = (lemma for lemma, score in tried if score >= tried[0][1] - _NEAR and (lemma, tag) in self._known)
        return next(near, tried[0][0])


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
