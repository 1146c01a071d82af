"""Dependency trees by deep biaffine attention (Dozat and Manning 2017); arcs never leave their sentence."""

from collections.abc import Sequence
from typing import Self

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.language.train.batches import Batch
from kg.language.train.examples import MISSING
from kg.language.train.network import Dropout, divergence

_NEVER = -1e4


class Parsing(nn.Module):
    """Scores of every head for every word, and of every relation for a word and its head."""

    def __init__(
        self, relations: Sequence[str], hidden: int, *, weight: float, arc: int = 384, label: int = 128
    ) -> None:
        super().__init__()
        self.relations, self.weight = tuple(relations), weight
        self.dropout = Dropout(0.25)
        self.root = nn.Parameter(torch.zeros(hidden))
        self.arc_head, self.arc_word = nn.Linear(hidden, arc), nn.Linear(hidden, arc)
        self.label_head, self.label_word = nn.Linear(hidden, label), nn.Linear(hidden, label)
        self.arc = nn.Parameter(torch.empty(arc + 1, arc))
        self.label = nn.Parameter(torch.empty(len(relations), label + 1, label + 1))
        nn.init.normal_(self.root, std=0.02)
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.label, std=0.02)

    def _views(self, vectors: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        root = self.root.expand(vectors.size(0), 1, -1)
        both = self.dropout(torch.cat([root, vectors], 1))
        words = both[:, 1:]
        return (
            self.dropout(functional.gelu(self.arc_head(both))),
            self.dropout(functional.gelu(self.arc_word(words))),
            self.dropout(functional.gelu(self.label_head(both))),
            self.dropout(functional.gelu(self.label_word(words))),
        )

    def arcs(self, heads: Tensor, words: Tensor, sentence: Tensor) -> Tensor:
        """(batch, words, 1 + words) scores of every head; the root is column 0; other sentences never win."""
        scores = _with_one(words) @ self.arc @ heads.transpose(1, 2)
        same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, None, :]
        same &= ~torch.eye(sentence.size(1), dtype=torch.bool)
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
        return scores.masked_fill(~allowed, _NEVER)

    def labels(self, heads: Tensor, words: Tensor, chosen: Tensor) -> Tensor:
        """(batch, words, relations) scores for the heads chosen, counted from 1."""
        picked = torch.gather(heads, 1, chosen[..., None].expand(-1, -1, heads.size(-1)))
        return torch.einsum("bni,lij,bnj->bnl", _with_one(words), self.label, _with_one(picked))

    def loss(self, vectors: Tensor, batch: Batch) -> Tensor:
        """Cross entropy of heads and, at the right heads, of relations."""
        arc_head, arc_word, label_head, label_word = self._views(vectors)
        gold = batch.heads()
        arcs = self.arcs(arc_head, arc_word, batch.sentence)
        labels = self.labels(label_head, label_word, gold.clamp(min=0))
        heads = functional.cross_entropy(arcs.flatten(0, 1), gold.flatten(), ignore_index=MISSING)
        return heads + functional.cross_entropy(
            labels.flatten(0, 1), batch.labels("relation").flatten(), ignore_index=MISSING
        )

    def agreement(self, vectors: Tensor, batch: Batch, teacher: Self, seen: Tensor) -> Tensor:
        """How far heads are from what the teacher believes, and relations at the heads it believes in most."""
        known = batch.sentence >= 0
        theirs, ours = teacher._views(seen), self._views(vectors)
        believed = teacher.arcs(*theirs[:2], batch.sentence)
        heads = divergence(self.arcs(*ours[:2], batch.sentence)[known], believed[known])
        chosen = believed.argmax(-1)
        relations = divergence(self.labels(*ours[2:], chosen)[known], teacher.labels(*theirs[2:], chosen)[known])
        return heads + relations

    def figures(self, vectors: Tensor, batch: Batch) -> dict[str, tuple[float, float]]:
        """Attachment scores of the best head of each word, which need not make a tree."""
        arc_head, arc_word, label_head, label_word = self._views(vectors)
        chosen = self.arcs(arc_head, arc_word, batch.sentence).argmax(-1)
        found = self.labels(label_head, label_word, chosen).argmax(-1)
        known = batch.sentence >= 0
        right = (chosen == batch.heads()) & known
        total = float(known.sum())
        both = right & (found == batch.labels("relation"))
        return {"uas": (float(right.sum()), total), "las": (float(both.sum()), total)}


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
