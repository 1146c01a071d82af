"""Named entities as one tag a word."""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.nn import functional

from kg.language.encoder.tags import Tagger, decode
from kg.language.train.batches import Batch
from kg.language.train.examples import MISSING
from kg.language.train.network import Dropout

UNSEEN = {"en": frozenset(["OCC", "CURR", "UNIT", "WEBSITE"])}
"""Types that the annotation of a language does not have: its sentences say nothing about them."""


class Entities(nn.Module):
    """A linear layer over tags; where a language does not annotate a type, its tags take no part in the loss."""

    def __init__(self, tags: Sequence[str], hidden: int, *, weight: float) -> None:
        super().__init__()
        self.tags, self.weight = tuple(tags), weight
        self.dropout = Dropout(0.2)
        self.score = nn.Linear(hidden, len(tags))
        self._tagger = Tagger(tags)

    def loss(self, vectors: Tensor, batch: Batch) -> Tensor:
        """Cross entropy of the tags."""
        scores = self.score(self.dropout(vectors))
        unseen = UNSEEN.get(batch.corpus.lang, frozenset())
        barred = [i for i, tag in enumerate(self.tags) if tag[2:] in unseen]
        if barred:
            scores = scores.index_fill(-1, scores.new_tensor(barred).long(), -1e4)
        return functional.cross_entropy(scores.flatten(0, 1), batch.labels("entity").flatten(), ignore_index=MISSING)

    def figures(self, vectors: Tensor, batch: Batch) -> dict[str, tuple[float, float]]:
        """F1 of whole entities, over words as they are written: twice the right ones, of gold and found together."""
        scores, gold, whole = self.score(vectors).numpy(), batch.labels("entity"), batch.labels("whole")
        right = total = 0
        for i in range(len(scores)):
            at = 0
            for sentence in batch.windows[i]:
                end = at + len(sentence.words)
                words = whole[i, at:end].tolist()
                found = _written(decode(self._tagger.best(scores[i, at:end])), words)
                true = _written(decode([self.tags[t] if t >= 0 else "O" for t in gold[i, at:end].tolist()]), words)
                right += len(found & true)
                total += len(found) + len(true)
                at = end
        return {f"entity.{batch.corpus.lang}": (2.0 * right, float(total))}


def _written(spans: Sequence[tuple[int, int, str]], words: Sequence[int]) -> set[tuple[int, int, str]]:
    """Spans in words as they are written, which clitics are a part of."""
    return {(words[start], words[end - 1], label) for start, end, label in spans}
