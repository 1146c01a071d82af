"""Events: the words that name them, whether they happened, and what takes part in them."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.language.train.batches import Batch
from kg.language.train.examples import MISSING
from kg.language.train.network import Dropout
from kg.language.train.tasks.classify import Classify

NOTHING = 0.3
"""What a word that names no event counts for beside one that does: there are fifteen times as many."""
_NEVER = -1e4


class Triggers(Classify):
    """The event type that a word names; label 0 is none.

    Where an annotator did not look for a type, it takes no part in the loss: `Corpus.unseen`, and for a sentence that
    illustrates one type (label "event.only") every other one.
    """

    def loss(self, vectors: Tensor, batch: Batch) -> Tensor:
        """Cross entropy over the types that were looked for."""
        scores = self.score(self.dropout(vectors))
        barred = [i for i, label in enumerate(self.labels) if label in batch.corpus.unseen]
        if barred:
            scores = scores.index_fill(-1, torch.tensor(barred), _NEVER)
        only = batch.labels("event.only")
        kinds = torch.arange(len(self.labels))
        other = (only[..., None] >= 0) & (kinds != 0) & (kinds != only[..., None])
        scores = scores.masked_fill(other, _NEVER)
        weight = torch.ones(len(self.labels))
        weight[0] = NOTHING
        return functional.cross_entropy(
            scores.flatten(0, 1), batch.labels("event").flatten(), weight, ignore_index=MISSING
        )

    def figures(self, vectors: Tensor, batch: Batch) -> dict[str, tuple[float, float]]:
        """F1 of words that name an event, with its type and without."""
        gold, known = batch.labels("event"), batch.sentence >= 0
        found = self.score(vectors).argmax(-1)
        named, said = (gold > 0) & known, (found > 0) & known
        total = float(named.sum() + said.sum())
        return {
            f"event.{batch.corpus.lang}": (2.0 * float((named & said & (gold == found)).sum()), total),
            f"trigger.{batch.corpus.lang}": (2.0 * float((named & said).sum()), total),
        }


class Factuality(Classify):
    """Whether the event that a word names is said to have happened."""

    def figures(self, vectors: Tensor, batch: Batch) -> dict[str, tuple[float, float]]:
        """Labels that are right, of words that name an event."""
        gold = batch.labels(self.name)
        known = gold >= 0
        found = self.score(vectors).argmax(-1)
        return {self.name: (float(((found == gold) & known).sum()), float(known.sum()))}


class Roles(nn.Module):
    """What each word of a sentence is to each word that names an event, by a biaffine score; label 0 is nothing."""

    def __init__(self, roles: Sequence[str], hidden: int, *, weight: float, width: int = 128) -> None:
        super().__init__()
        self.roles, self.weight = tuple(roles), weight
        self.dropout = Dropout(0.25)
        self.trigger, self.word = nn.Linear(hidden, width), nn.Linear(hidden, width)
        self.table = nn.Parameter(torch.empty(len(roles), width + 1, width + 1))
        nn.init.normal_(self.table, std=0.02)

    def _views(self, vectors: Tensor) -> tuple[Tensor, Tensor]:
        seen = self.dropout(vectors)
        return (
            self.dropout(functional.gelu(self.trigger(seen))),
            self.dropout(functional.gelu(self.word(seen))),
        )

    def _scores(self, vectors: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        """Scores and labels of all pairs of a word that names an event and a word of its sentence."""
        rows, places = torch.nonzero(batch.labels("event") > 0, as_tuple=True)
        if len(rows) == 0:
            return vectors.new_zeros((0, len(self.roles))), torch.zeros(0, dtype=torch.long)
        triggers, words = map(_with_one, self._views(vectors))
        scores = torch.einsum("ti,lij,twj->twl", triggers[rows, places], self.table, words[rows])
        gold = torch.where(batch.sentence[rows] == batch.sentence[rows, places][:, None], 0, MISSING)
        at = {place: n for n, place in enumerate(zip(rows.tolist(), places.tolist(), strict=True))}
        for row, trigger, word, label in batch.links().tolist():
            gold[at[row, trigger], word] = label
        kept = gold != MISSING
        return scores[kept], gold[kept]

    def loss(self, vectors: Tensor, batch: Batch) -> Tensor:
        """Cross entropy over all pairs, summed by trigger."""
        scores, gold = self._scores(vectors, batch)
        triggers = max(1, int((batch.labels("event") > 0).sum()))
        return functional.cross_entropy(scores, gold, reduction="sum") / triggers

    def figures(self, vectors: Tensor, batch: Batch) -> dict[str, tuple[float, float]]:
        """F1 of links, at the right triggers."""
        scores, gold = self._scores(vectors, batch)
        found = scores.argmax(-1)
        right = float(((found == gold) & (gold > 0)).sum())
        return {f"role.{batch.corpus.lang}": (2 * right, float((found > 0).sum() + (gold > 0).sum()))}


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
