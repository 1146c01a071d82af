"""One label a word."""

from collections.abc import Sequence
from typing import Self

from torch import Tensor, nn
from torch.nn import functional

from kg.language.train.batches import Batch
from kg.language.train.examples import MISSING
from kg.language.train.network import Dropout, divergence


class Classify(nn.Module):
    """A linear layer over the labels of a word."""

    def __init__(self, name: str, labels: Sequence[str], hidden: int, *, weight: float) -> None:
        super().__init__()
        self.name, self.labels, self.weight = name, tuple(labels), weight
        self.dropout = Dropout(0.2)
        self.score = nn.Linear(hidden, len(labels))

    def loss(self, vectors: Tensor, batch: Batch) -> Tensor:
        """Cross entropy over the words that have a label."""
        scores = self.score(self.dropout(vectors))
        return functional.cross_entropy(scores.flatten(0, 1), batch.labels(self.name).flatten(), ignore_index=MISSING)

    def agreement(self, vectors: Tensor, batch: Batch, teacher: Self, seen: Tensor) -> Tensor:
        """How far the labels are from what the teacher believes of the vectors it has seen."""
        known = batch.sentence >= 0
        return divergence(self.score(self.dropout(vectors))[known], teacher.score(seen)[known])

    def figures(self, vectors: Tensor, batch: Batch) -> dict[str, tuple[float, float]]:
        """Labels that are right."""
        gold = batch.labels(self.name)
        known = batch.sentence >= 0
        found = self.score(vectors).argmax(-1)
        if self.name == "start":
            right = float(((found == 1) & (gold == 1)).sum())
            return {"start": (2 * right, float(((found == 1) & known).sum() + (gold == 1).sum()))}
        return {self.name: (float(((found == gold) & known).sum()), float(known.sum()))}
