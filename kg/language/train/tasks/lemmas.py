"""Lemmas as edit scripts, of which each language has its own."""

from collections.abc import Mapping
from typing import cast

from torch import Tensor, nn
from torch.nn import functional

from kg.language.train.batches import Batch
from kg.language.train.examples import MISSING
from kg.language.train.network import Dropout


class Lemmas(nn.Module):
    """A linear layer a language over its scripts."""

    def __init__(self, scripts: Mapping[str, list[str]], hidden: int, *, weight: float) -> None:
        super().__init__()
        self.scripts, self.weight = dict(scripts), weight
        self.dropout = Dropout(0.2)
        self.score = nn.ModuleDict({lang: nn.Linear(hidden, len(found)) for lang, found in scripts.items()})

    def loss(self, vectors: Tensor, batch: Batch) -> Tensor:
        """Cross entropy over the scripts of the batch's language."""
        scores = cast(Tensor, self.score[batch.corpus.lang](self.dropout(vectors)))
        return functional.cross_entropy(scores.flatten(0, 1), batch.labels("script").flatten(), ignore_index=MISSING)

    def figures(self, vectors: Tensor, batch: Batch) -> dict[str, tuple[float, float]]:
        """Scripts that are right; what the lexicon adds is measured with the pack."""
        gold, known = batch.labels("script"), batch.sentence >= 0
        found = self.score[batch.corpus.lang](vectors).argmax(-1)
        return {"script": (float(((found == gold) & known).sum()), float(known.sum()))}
