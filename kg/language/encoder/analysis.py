"""Reads words with the pack's graphs and decides: tags, features, lemmas, trees, sentences, entities.

Scores are rounded to `DIGITS` before they decide and ties go by the order of labels, so that the last bits of a
processor's sums decide nothing.
"""

import itertools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.errors import PackError
from kg.language.encoder.graphs import Floats, graph
from kg.language.encoder.lexicon import Lexicon
from kg.language.encoder.pieces import END, MARK, START, Vocabulary, forms
from kg.language.encoder.tags import Span, Tagger, decode
from kg.language.encoder.trees import best_tree

DIGITS = 3
LONGEST = 480
"""Pieces that one window may have."""
_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is said of each of the words read; positions count from 0 in these words.

    `vectors`: (words, width) float32. `heads`: the position of each word's head, its own for the root of a sentence.
    `starts`: whether a sentence begins with it. `features`: "Case=Nom|Gender=Masc", "" for none.
    """

    vectors: Floats
    tags: list[str]
    features: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    starts: list[bool]
    entities: list[Span]


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be read together: as written, whether white space comes before each, whether a sentence must or may
    begin with it.
    """

    lang: str
    written: Sequence[str]
    spaced: Sequence[bool]
    must: Sequence[bool]
    may: Sequence[bool]


class Analyser:
    """The pack in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self._labels: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf8"))
            rows = [r.split("\t") for r in (folder / "pieces.tsv").read_text(encoding="utf8").split("\n") if r]
        except (OSError, ValueError) as error:
            raise PackError(f"the language pack is missing or broken: {error}", where=str(folder)) from error
        self.vocabulary = Vocabulary([row[1] for row in rows], [float(row[0]) for row in rows])
        self._tagger = Tagger(self._labels["entity"])
        self._barred = {lang: self._bars(lang) for lang in ("ar", "en")}
        self._attributes = [name for name in sorted(self._labels) if name.startswith("feature.")]

    def _bars(self, lang: str) -> dict[str, Floats]:
        """What is added to scores so that a language gets no label that its treebank does not have."""
        bars = {}
        for name, seen in self._labels["seen"][lang].items():
            bars[name] = np.full(len(self._labels[name]), _NEVER, np.float32)
            bars[name][seen] = 0
        return bars

    def costs(self, words: Words) -> list[int]:
        """How many pieces each word has."""
        return [len(self.vocabulary.cut(form)) for form in forms(words.written, words.spaced)]

    def read(self, words: Words) -> Analysis:
        """The analysis of one window: at most `LONGEST` pieces; raises `ValueError` for more."""
        read = forms(words.written, words.spaced)
        vectors = self._vectors(read)
        scores = graph(self._folder / "heads.onnx")(vectors=vectors)
        starts = _starts(words, scores["start"])
        found = self._best(words.lang, "upos", scores["upos"])
        heads = self._heads(scores["arcs"], starts)
        relations = self._relations(words.lang, scores, heads)
        return Analysis(
            vectors=vectors,
            tags=found,
            features=self._features(words.lang, scores["features"]),
            lemmas=self._lemmas(words, read, found, vectors),
            heads=[i if head == 0 else head - 1 for i, head in enumerate(heads.tolist())],
            relations=relations,
            starts=starts.tolist(),
            entities=self._entities(scores["entity"], starts),
        )

    def _vectors(self, read: Sequence[str]) -> Floats:
        cuts = [self.vocabulary.cut(form) for form in read]
        size = sum(map(len, cuts)) + 2
        if size > LONGEST + 2:
            raise ValueError(f"a window of {size - 2} pieces; {LONGEST} are the most")
        pool = np.zeros((len(cuts), size), np.float32)
        at = 1
        for i, cut in enumerate(cuts):
            pool[i, at : at + len(cut)] = 1 / len(cut)
            at += len(cut)
        pieces = np.array([START, *(piece for cut in cuts for piece in cut), END], np.int64)
        return graph(self._folder / "encoder.onnx")(pieces=pieces, pool=pool)["vectors"]

    def _best(self, lang: str, name: str, scores: Floats) -> list[str]:
        labels = self._labels[name]
        chosen = (np.round(scores, DIGITS) + self._barred[lang][name]).argmax(1)
        return [labels[i] for i in chosen]

    def _features(self, lang: str, scores: Floats) -> list[str]:
        found: list[list[str]] = [[] for _ in scores]
        at = 0
        for name in self._attributes:
            size = len(self._labels[name])
            values = self._best(lang, name, scores[:, at : at + size])
            for features, value in zip(found, values, strict=True):
                if value:
                    features.append(f"{name.removeprefix('feature.')}={value}")
            at += size
        return ["|".join(features) for features in found]

    def _heads(self, arcs: Floats, starts: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
        """Heads counted from 1, a tree for each sentence."""
        heads = np.zeros(len(arcs), np.int64)
        rounded = np.round(arcs.astype(np.float64), DIGITS)
        for start, end in _sentences(starts):
            own = best_tree(np.concatenate([rounded[start:end, :1], rounded[start:end, start + 1 : end + 1]], axis=1))
            heads[start:end] = np.where(own > 0, own + start, 0)
        return heads

    def _relations(self, lang: str, scores: dict[str, Floats], heads: npt.NDArray[np.int64]) -> list[str]:
        labels = self._labels["relation"]
        found = graph(self._folder / "relations.onnx")(word=scores["label_word"], head=scores["label_head"][heads])
        rounded = np.round(found["relations"], DIGITS) + self._barred[lang]["relation"]
        root = labels.index("root")
        rounded[heads == 0] = _NEVER
        rounded[heads == 0, root] = 0
        rounded[heads > 0, root] = _NEVER
        return [labels[i] for i in rounded.argmax(1)]

    def _lemmas(self, words: Words, read: Sequence[str], found: Sequence[str], vectors: Floats) -> list[str]:
        """Lemmas; an Arabic mark is its own, whichever quotation mark it was read as."""
        lang, lexicon = words.lang, self.lexicon(words.lang)
        bare = [form.removeprefix(MARK) for form in read]
        lemmas = [lexicon.only(form, tag) for form, tag in zip(bare, found, strict=True)]
        open_ = [i for i, lemma in enumerate(lemmas) if lemma is None]
        if open_:
            scores = graph(self._folder / f"lemmas-{lang}.onnx")(vectors=vectors[open_])["scripts"]
            for i, row in zip(open_, np.round(scores, DIGITS), strict=True):
                lemmas[i] = lexicon.best(bare[i], found[i], row, self._labels[f"script.{lang}"])
        kept = [w if lang == "ar" and tag == "PUNCT" else None for w, tag in zip(words.written, found, strict=True)]
        return [own or lemma or form for own, lemma, form in zip(kept, lemmas, bare, strict=True)]

    @cache  # noqa: B019  (an analyser lives as long as the process)
    def lexicon(self, lang: str) -> Lexicon:
        """The lemmas of words known from the treebank."""
        return Lexicon.read(self._folder / f"lexicon-{lang}.tsv")

    def _entities(self, scores: Floats, starts: npt.NDArray[np.bool_]) -> list[Span]:
        """Entities, none across a sentence boundary."""
        rounded = np.round(scores.astype(np.float64), DIGITS)
        return [
            (start + a, start + b, label)
            for start, end in _sentences(starts)
            for a, b, label in decode(self._tagger.best(rounded[start:end]))
        ]

    def sentence_vector(self, vectors: Floats) -> Floats:
        """The unit vector of the meaning of a run of words, given their vectors; alike across languages."""
        mean = vectors.mean(axis=0, keepdims=True)
        found = graph(self._folder / "similarity.onnx")(vectors=mean)["sentence"][0]
        unit: Floats = found / max(float(np.linalg.norm(found)), 1e-9)
        return unit


def _starts(words: Words, scores: Floats) -> npt.NDArray[np.bool_]:
    rounded = np.round(scores, DIGITS)
    starts = np.array(words.must, bool) | (np.array(words.may, bool) & (rounded[:, 1] > rounded[:, 0]))
    starts[0] = True
    return starts


def _sentences(starts: npt.NDArray[np.bool_]) -> Iterable[tuple[int, int]]:
    edges = [*np.flatnonzero(starts).tolist(), len(starts)]
    return itertools.pairwise(edges)
