"""What the encoder learns: each task is a plug-in that brings a head, a loss and figures.

A new task is a class like those here and an entry in `build`; its labels come with the sentences of a corpus that names
it.
"""

from collections.abc import Mapping
from typing import Protocol

from torch import Tensor, nn

from kg.language.train.batches import Batch
from kg.language.train.inventory import Inventory
from kg.language.train.tasks.classify import Classify
from kg.language.train.tasks.entities import Entities
from kg.language.train.tasks.events import Factuality, Roles, Triggers
from kg.language.train.tasks.features import Features
from kg.language.train.tasks.lemmas import Lemmas
from kg.language.train.tasks.parsing import Parsing
from kg.language.train.tasks.similarity import Similarity

Figures = dict[str, tuple[float, float]]
"""Right and total, by measure; totals of batches add up."""


class Task(Protocol):
    """A head on the word vectors."""

    weight: float

    def loss(self, vectors: Tensor, batch: Batch) -> Tensor:
        """The mean loss of a batch, given (batch, words, hidden)."""

    def figures(self, vectors: Tensor, batch: Batch) -> Figures:
        """What is right in a batch, of how much."""


def build(inventory: Inventory, hidden: int) -> nn.ModuleDict:
    """Every task by its name."""
    return nn.ModuleDict(
        {
            "upos": Classify("upos", inventory.labels("upos"), hidden, weight=0.5),
            "start": Classify("start", ["no", "yes"], hidden, weight=0.3),
            "features": Features({n: inventory.labels(n) for n in inventory.names("feature.")}, hidden, weight=0.3),
            "lemma": Lemmas({lang: inventory.labels(f"script.{lang}") for lang in ("ar", "en")}, hidden, weight=0.4),
            "parse": Parsing(inventory.labels("relation"), hidden, weight=1.0),
            "entity": Entities(inventory.labels("entity"), hidden, weight=1.0),
            "similarity": Similarity(hidden, weight=1.0),
            "event": Triggers("event", inventory.labels("event"), hidden, weight=2.0),
            "factuality": Factuality("factuality", inventory.labels("factuality"), hidden, weight=0.5),
            "role": Roles(inventory.labels("role"), hidden, weight=0.2),
        }
    )


def percentages(figures: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """Each measure as a share."""
    return {name: round(right / max(total, 1), 4) for name, (right, total) in sorted(figures.items())}
