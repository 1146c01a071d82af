"""Windows of consecutive sentences, and batches of windows as padded tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from kg.language.encoder.pieces import END, PAD, START, UNKNOWN
from kg.language.train.examples import MISSING, Corpus, Sentence

LONGEST = 480
"""Pieces of a window; the encoder has 512 positions."""

Window = Sequence[Sentence]


@dataclass
class Batch:
    """Windows of one corpus as padded tensors."""

    corpus: Corpus
    windows: list[Window]
    pieces: Tensor = field(init=False)
    pool: Tensor = field(init=False)
    sentence: Tensor = field(init=False)

    def __post_init__(self) -> None:
        rows = [[START, *(p for s in w for q in s.pieces for p in q), END] for w in self.windows]
        width = max(map(len, rows))
        self.pieces = torch.tensor([row + [PAD] * (width - len(row)) for row in rows])
        words = max(sum(len(s.words) for s in w) for w in self.windows)
        self.pool = torch.zeros(len(rows), words, width)
        self.sentence = torch.full((len(rows), words), -1)
        for i, window in enumerate(self.windows):
            at, word = 1, 0
            for n, sentence in enumerate(window):
                self.sentence[i, word : word + len(sentence.words)] = n
                for cut in sentence.pieces:
                    self.pool[i, word, at : at + len(cut)] = 1 / len(cut)
                    at, word = at + len(cut), word + 1

    def hidden(self, share: float) -> Tensor:
        """The pieces with a share of the words, drawn at random, made unknown: what is left must tell the rest."""
        chosen = (torch.rand(self.sentence.shape) < share) & (self.sentence >= 0)
        covered = (self.pool * chosen[..., None]).sum(1) > 0
        return self.pieces.masked_fill(covered, UNKNOWN)

    def labels(self, task: str) -> Tensor:
        """(batch, words) labels of a task, `MISSING` where there are none."""
        found = torch.full(self.sentence.shape, MISSING)
        for i, window in enumerate(self.windows):
            at = 0
            for sentence in window:
                if task in sentence.labels:
                    found[i, at : at + len(sentence.words)] = torch.from_numpy(sentence.labels[task])
                at += len(sentence.words)
        return found

    def links(self) -> Tensor:
        """(links, 4) row, word, other word and label of every link, words counted within the window."""
        found = [torch.zeros((0, 4), dtype=torch.long)]
        for i, window in enumerate(self.windows):
            at = 0
            for sentence in window:
                if sentence.links is not None and len(sentence.links):
                    links = torch.from_numpy(sentence.links)
                    found.append(torch.cat([torch.full_like(links[:, :1], i), links[:, :2] + at, links[:, 2:]], 1))
                at += len(sentence.words)
        return torch.cat(found)

    def heads(self) -> Tensor:
        """(batch, words) the head of each word, counted from 1 within the window; 0 is the root."""
        found = self.labels("heads")
        for i, window in enumerate(self.windows):
            at = 0
            for sentence in window:
                part = found[i, at : at + len(sentence.words)]
                part[part > 0] += at
                at += len(sentence.words)
        return found


def windows(corpus: Corpus, chance: random.Random | None, *, most: int = 160) -> Iterator[Window]:
    """Every sentence once, in windows of one or several; without `chance` each sentence alone.

    With it, windows hold as many pieces as a random limit allows, so that models see single sentences and running text.
    """
    for block in corpus.blocks:
        held: list[Sentence] = []
        limit = _limit(chance, most)
        for sentence in block:
            if held and sum(s.cost for s in held) + sentence.cost > limit:
                yield held
                held, limit = [], _limit(chance, most)
            held.append(sentence)
        if held:
            yield held


def _limit(chance: random.Random | None, most: int) -> int:
    if chance is None or chance.random() < 0.4:
        return 0
    return chance.randint(most // 4, most)


def batches(corpus: Corpus, size: int, chance: random.Random | None) -> Iterator[Batch]:
    """Batches of windows of like length with about `size` pieces each, once over the corpus; in random order with
    `chance`.
    """
    found = [w for w in windows(corpus, chance) if sum(s.cost for s in w) <= LONGEST]
    if chance:
        chance.shuffle(found)
        costs = [sum(s.cost for s in w) + chance.random() for w in found]
    else:
        costs = [float(sum(s.cost for s in w)) for w in found]
    order = sorted(range(len(found)), key=costs.__getitem__)
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and (costs[i] + 2) * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(i)
    if chance:
        chance.shuffle(groups)
    for group in groups:
        yield Batch(corpus, [found[i] for i in group])


def endless(corpus: Corpus, size: int, chance: random.Random) -> Iterator[Batch]:
    """Batches without end."""
    while True:
        yield from batches(corpus, size, chance)
