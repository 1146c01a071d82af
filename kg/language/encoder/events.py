"""What the encoder's event heads say of a document that it has read: types, factuality and roles of words.

The heads read the word vectors in `Doc.tensor`, so that the encoder runs once.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from kg.language.encoder.graphs import Floats, graph
from kg.resources import data_folder

FOLDER = "hadath_encoder"
"""The key of `Doc.user_data` under which the encoder leaves the name of its pack."""
DIGITS = 3


@dataclass(frozen=True)
class EventScores:
    """Probabilities, rounded to `DIGITS`; tokens are those of the document.

    `types`, `factuality_values`, `roles`: the labels of the columns; the first type and the first role are "" for none.
    `of_type`: (tokens, types). `factuality`: (tokens, values).
    """

    types: tuple[str, ...]
    factuality_values: tuple[str, ...]
    roles: tuple[str, ...]
    of_type: Floats
    factuality: Floats
    _folder: Path
    _trigger: Floats
    _word: Floats

    def type_of(self, token: int) -> tuple[str, float]:
        """The likeliest type that a token names, "" left out, and its probability."""
        best = 1 + int(self.of_type[token, 1:].argmax())
        return self.types[best], float(self.of_type[token, best])

    def probability(self, token: int, event_type: str) -> float:
        """How likely a token names an event of a type; 0 for a type that the heads do not know."""
        return float(self.of_type[token, self.types.index(event_type)]) if event_type in self.types else 0.0

    def role_scores(self, trigger: int, start: int, end: int) -> Floats:
        """(end - start, roles) how likely each token from `start` to `end` is in each role of the event at a token."""
        pair = {"trigger": self._trigger[trigger : trigger + 1], "word": self._word[start:end]}
        found = graph(self._folder / "roles.onnx")(**pair)["roles"][0].T  # (roles, words) as the graph gives them
        return _probabilities(np.ascontiguousarray(found))


def event_scores(doc: Doc) -> EventScores | None:
    """What the heads say of a document; None where no pack with event heads has read it."""
    pack = doc.user_data.get(FOLDER)
    if pack is None or not len(doc):
        return None
    folder = data_folder() / "packs" / pack
    if not (folder / "events.onnx").is_file():
        return None
    labels = _labels(folder)
    found = graph(folder / "events.onnx")(vectors=doc.tensor)
    of_type = _probabilities(found["event"])
    blank = [token.i for token in doc if token.is_space]
    of_type[blank] = 0
    of_type[blank, 0] = 1
    return EventScores(
        types=labels["event"],
        factuality_values=labels["factuality"],
        roles=labels["role"],
        of_type=of_type,
        factuality=_probabilities(found["factuality"]),
        _folder=folder,
        _trigger=found["trigger"],
        _word=found["word"],
    )


@cache
def _labels(folder: Path) -> dict[str, tuple[str, ...]]:
    read = json.loads((folder / "labels.json").read_text(encoding="utf8"))
    return {name: tuple(read[name]) for name in ("event", "factuality", "role")}


def _probabilities(scores: Floats) -> Floats:
    shifted = np.exp(np.round(scores.astype(np.float64), DIGITS) - scores.max(-1, keepdims=True))
    found: Floats = np.round(shifted / shifted.sum(-1, keepdims=True), DIGITS).astype(np.float32)
    return found
