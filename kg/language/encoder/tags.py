"""Entities as a tag a word (BIOES: begin, inside, outside, end, single) and back, by the best well-formed sequence."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

Span = tuple[int, int, str]
"""First word, word after the last, label."""
OUTSIDE = "O"


def encode(size: int, spans: Iterable[Span]) -> list[str]:
    """The tags of `size` words; of spans that overlap the longest is kept, then the first.

    >>> encode(4, [(0, 1, "PERS"), (1, 4, "ORG")])
    ['S-PERS', 'B-ORG', 'I-ORG', 'E-ORG']
    """
    tags = [OUTSIDE] * size
    for start, end, label in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if end > start and all(tag == OUTSIDE for tag in tags[start:end]):
            if end == start + 1:
                tags[start] = f"S-{label}"
            else:
                tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 2), f"E-{label}"]
    return tags


def decode(tags: Sequence[str]) -> list[Span]:
    """The spans of well-formed tags.

    >>> decode(["O", "B-ORG", "E-ORG", "S-PERS"])
    [(1, 3, 'ORG'), (3, 4, 'PERS')]
    """
    spans, start = [], 0
    for i, tag in enumerate(tags):
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES":
            spans.append((start, i + 1, tag[2:]))
    return spans


class Tagger:
    """Finds the best well-formed sequence of tags for scores of single words."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        follows = np.array([[_follows(a, b) for b in labels] for a in labels])
        self._step = np.where(follows, 0.0, -1e9)
        self._first = np.where([tag[0] in "BSO" for tag in labels], 0.0, -1e9)
        self._last = np.where([tag[0] in "ESO" for tag in labels], 0.0, -1e9)

    def best(self, scores: npt.NDArray[np.floating]) -> list[str]:
        """The tags of (words, labels) scores; of equal sequences the first in label order."""
        if not len(scores):
            return []
        at = scores[0] + self._first
        back = []
        for row in scores[1:]:
            total = at[:, None] + self._step
            before = total.argmax(0)
            back.append(before)
            at = total[before, np.arange(len(before))] + row
        best = [int((at + self._last).argmax())]
        for before in reversed(back):
            best.append(int(before[best[-1]]))
        return [self.labels[i] for i in reversed(best)]


def _follows(a: str, b: str) -> bool:
    """Whether tag `b` may come after tag `a`."""
    if a[0] in "BI":
        return b[0] in "IE" and a[2:] == b[2:]
    return b[0] in "OBS"
