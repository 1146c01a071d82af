"""Morphological features: each attribute decided on its own, so that combinations never seen are possible."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.language.train.batches import Batch
from kg.language.train.examples import MISSING
from kg.language.train.network import Dropout


class Features(nn.Module):
    """One linear layer whose outputs are the values of all attributes side by side; the first value is none."""

    def __init__(self, values: Mapping[str, list[str]], hidden: int, *, weight: float) -> None:
        super().__init__()
        self.values, self.weight = dict(values), weight
        self.dropout = Dropout(0.2)
        self.score = nn.Linear(hidden, sum(map(len, values.values())))

    def _parts(self, vectors: Tensor) -> list[tuple[str, Tensor]]:
        sizes = [len(found) for found in self.values.values()]
        return list(zip(self.values, self.score(vectors).split(sizes, dim=-1), strict=True))

    def loss(self, vectors: Tensor, batch: Batch) -> Tensor:
        """Cross entropy of every attribute, summed."""
        losses = [
            functional.cross_entropy(scores.flatten(0, 1), batch.labels(name).flatten(), ignore_index=MISSING)
            for name, scores in self._parts(self.dropout(vectors))
        ]
        return torch.stack(losses).sum()

    def figures(self, vectors: Tensor, batch: Batch) -> dict[str, tuple[float, float]]:
        """Words whose features are all right."""
        known = batch.sentence >= 0
        right = known.clone()
        for name, scores in self._parts(vectors):
            gold = batch.labels(name)
            right &= (scores.argmax(-1) == gold) | (gold == MISSING)
        return {"features": (float(right.sum()), float(known.sum()))}
