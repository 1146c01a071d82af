"""A teacher that is the running mean of the model it teaches (Tarvainen and Valpola 2017, Mean Teacher).

It reads news as they are; the model reads them with words hidden and has to come to the same view. A treebank of a few
thousand sentences is soon known by heart; what the teacher says of other text keeps the model from it.
"""

import copy

import torch
from torch import Tensor, nn

from kg.language.train.batches import Batch

KEPT = 0.998
"""How much of itself the teacher keeps at a step."""


class Teacher:
    """The running mean of a model's weights, read without dropout."""

    def __init__(self, model: nn.Module) -> None:
        self.model = copy.deepcopy(model).eval().requires_grad_(False)

    @torch.no_grad()
    def follow(self, model: nn.Module) -> None:
        """Moves a little towards the model."""
        for mine, theirs in zip(self.model.parameters(), model.parameters(), strict=True):
            mine.lerp_(theirs, 1 - KEPT)

    @torch.no_grad()
    def vectors(self, batch: Batch) -> Tensor:
        """(batch, words, hidden) what it sees in the whole text."""
        return self.model.encoder(batch.pieces, batch.pool)
