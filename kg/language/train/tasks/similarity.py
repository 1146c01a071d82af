"""A vector a sentence, alike for alike meaning in both languages: kept from the encoder that training starts with."""

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.language.train.batches import Batch


class Similarity(nn.Module):
    """A linear map of the mean word vector, taught to point where the untouched encoder's sentence vector points."""

    def __init__(self, hidden: int, *, weight: float) -> None:
        super().__init__()
        self.weight = weight
        self.project = nn.Linear(hidden, hidden)

    def _cosines(self, vectors: Tensor, batch: Batch) -> Tensor:
        found = []
        for i, window in enumerate(batch.windows):
            means = [vectors[i, batch.sentence[i] == n].mean(0) for n in range(len(window))]
            taught = torch.stack([torch.from_numpy(s.vector) for s in window])
            found.append(functional.cosine_similarity(self.project(torch.stack(means)), taught, dim=-1))
        return torch.cat(found)

    def loss(self, vectors: Tensor, batch: Batch) -> Tensor:
        """One minus the cosine to the teacher's vector, on a scale like that of the other losses."""
        return cast(Tensor, 10 * (1 - self._cosines(vectors, batch)).mean())

    def figures(self, vectors: Tensor, batch: Batch) -> dict[str, tuple[float, float]]:
        """The mean cosine to the teacher's vector."""
        cosines = self._cosines(vectors, batch)
        return {f"cosine.{batch.corpus.lang}": (float(cosines.sum()), float(len(cosines)))}
