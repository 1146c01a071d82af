"""The spaCy component that reads a document with the encoder and fills everything in at once."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from thinc.types import Ints2d

from kg.language.boundaries import Boundary
from kg.language.encoder.analysis import LONGEST, Analyser, Analysis, Words
from kg.language.encoder.events import FOLDER
from kg.language.sentences import possible_boundaries, verdicts
from kg.language.windows import windows
from kg.resources import data_folder

TOGETHER = 160
"""Pieces that sentences read together have, where none has more; what training mostly saw."""
WIDTH = 384
_ATTRIBUTES = [POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]
_BEGIN, _INSIDE, _OUTSIDE = 3, 1, 2


@cache
def analyser(folder: Path) -> Analyser:
    """The analyser of a pack, one a process for all languages."""
    return Analyser(folder)


class EncoderComponent:
    """Fills POS, MORPH, LEMMA, DEP, HEAD, sentences, ENT and `Doc.tensor` (tokens, 384; zeros for white space).

    Sentences that the document has already are kept. What is said of a token depends on its document alone: windows
    are read one by one, never in batches.
    """

    def __init__(self, pack: str) -> None:
        self._pack = pack
        self._folder = data_folder() / "packs" / pack

    def __call__(self, doc: Doc) -> Doc:
        """The document, analysed."""
        words = np.flatnonzero([not token.is_space for token in doc])
        doc.user_data[FOLDER] = self._pack
        doc.tensor = np.zeros((len(doc), WIDTH), np.float32)
        if len(words):
            read = list(self._read(doc, words))
            doc.tensor[words] = np.concatenate([a.vectors for _, a in read])
            return _fill(doc, words, read)
        return _fill(doc, words, [])

    def _read(self, doc: Doc, words: npt.NDArray[np.int64]) -> Iterator[tuple[int, Analysis]]:
        """The analysis of each window and where in `words` it begins."""
        reader = analyser(self._folder)
        whole = _words(doc, words)
        costs = reader.costs(whole)
        for start, end in _windows(doc, words, whole.must, costs):
            part = replace(
                whole,
                written=whole.written[start:end],
                spaced=whole.spaced[start:end],
                must=whole.must[start:end],
                may=whole.may[start:end],
            )
            yield start, reader.read(part)

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Nothing: the graphs stay in the package, and the configuration names the pack."""

    def from_disk(self, path: str | Path, **_: Any) -> "EncoderComponent":
        """Nothing to read."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing."""
        return b""

    def from_bytes(self, data: bytes, **_: Any) -> "EncoderComponent":
        """Nothing to read."""
        return self


@Language.factory(
    "hadath_encoder",
    default_config={"pack": "default"},
    assigns=["token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "doc.ents", "doc.tensor"],
)
def make_encoder(nlp: Language, name: str, pack: str) -> EncoderComponent:
    """The factory that spaCy configurations name; `pack` is a folder of kg/data/packs."""
    return EncoderComponent(pack)


def _words(doc: Doc, words: npt.NDArray[np.int64]) -> Words:
    must, may = np.zeros(len(doc), bool), np.zeros(len(doc), bool)
    if doc.has_annotation("SENT_START"):
        must[[sentence.start for sentence in doc.sents]] = True
    else:
        known = verdicts(doc)
        may[possible_boundaries(doc, known)] = True
        must[[i for i, how in known.items() if how >= Boundary.LIKELY]] = True
    must[words[0]] = True
    tokens = [doc[int(i)] for i in words]
    return Words(
        lang=doc.lang_,
        written=[token.text for token in tokens],
        spaced=[t.i == 0 or bool(doc[t.i - 1].whitespace_) or doc[t.i - 1].is_space for t in tokens],
        must=must[words].tolist(),
        may=may[words].tolist(),
    )


def _windows(
    doc: Doc, words: npt.NDArray[np.int64], must: Sequence[bool], costs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Ranges of `words` to read together: as many sentences as `TOGETHER` holds; a longer stretch alone, and what is
    longer than `LONGEST` cut at sound places.
    """
    edges = [*np.flatnonzero(must).tolist(), len(words)]
    start, held = 0, 0
    for begin, end in itertools.pairwise(edges):
        cost = sum(costs[begin:end])
        if held and held + cost > TOGETHER:
            yield start, begin
            start, held = begin, 0
        if cost > LONGEST:
            yield from _cut(doc, words, begin, end, costs)
            start, held = end, 0
        else:
            held += cost
    if held:
        yield start, len(words)


def _cut(
    doc: Doc, words: npt.NDArray[np.int64], begin: int, end: int, costs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    span = doc[int(words[begin]) : int(words[end - 1]) + 1]
    spread = np.zeros(len(span), np.int64)
    spread[words[begin:end] - span.start] = costs[begin:end]
    for first, last in windows(span, LONGEST, spread.tolist()):
        found = np.searchsorted(words, (span.start + first, span.start + last))
        if found[0] < found[1]:
            yield int(found[0]), int(found[1])


def _fill(doc: Doc, words: npt.NDArray[np.int64], read: Sequence[tuple[int, Analysis]]) -> Doc:
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    rows = np.zeros((len(doc), len(_ATTRIBUTES)), np.uint64)
    rows[:, 5] = _OUTSIDE
    heads = np.zeros(len(doc), np.int64)
    _fill_space(doc, rows, heads, words)
    for start, found in read:
        places = words[start : start + len(found.tags)]
        rows[places, 0] = [IDS[tag] for tag in found.tags]
        rows[places, 1] = [morphology.add(features) for features in found.features]
        rows[places, 2] = [strings.add(lemma) for lemma in found.lemmas]
        rows[places, 3] = [strings.add("ROOT" if r == "root" else r) for r in found.relations]
        heads[places] = places[found.heads] - places
        for first, last, label in found.entities:
            inside = slice(int(places[first]), int(places[last - 1]) + 1)
            rows[inside, 5], rows[inside, 6] = _INSIDE, strings.add(LABELS[label])
            rows[inside.start, 5] = _BEGIN
    rows[:, 4] = heads.astype(np.uint64)
    return doc.from_array(_ATTRIBUTES, cast("Ints2d", rows))


def _fill_space(
    doc: Doc, rows: npt.NDArray[np.uint64], heads: npt.NDArray[np.int64], words: npt.NDArray[np.int64]
) -> None:
    """White space hangs on the word before it, or on the first word."""
    strings = doc.vocab.strings
    before = int(words[0]) if len(words) else 0
    known = set(words.tolist())
    for i, token in enumerate(doc):
        if i in known:
            before = i
            continue
        rows[i, 0] = IDS["SPACE"]
        rows[i, 2] = strings.add(token.text)
        rows[i, 3] = strings.add("dep" if before != i else "ROOT")
        heads[i] = before - i


LABELS = {
    "PERS": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "FAC",
    "NORP": "NORP",
    "OCC": "OFFICE",
    "EVENT": "EVENT",
    "LAW": "LAW",
    "DATE": "DATE",
    "TIME": "TIME",
    "CARDINAL": "CARDINAL",
    "ORDINAL": "ORDINAL",
    "MONEY": "MONEY",
    "CURR": "CURR",
    "QUANTITY": "QUANTITY",
    "UNIT": "UNIT",
    "LANGUAGE": "LANGUAGE",
    "PERCENT": "PERCENT",
    "PRODUCT": "PRODUCT",
    "WEBSITE": "WEBSITE",
}
"""Wojood's labels under the names that the rest of the project knows, OntoNotes' where it has the type."""
