"""The labels of every task, in the order in which training first met them."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.language.train.examples import MISSING


class Inventory:
    """Lists of labels by name. It grows while training data are read; once `closed`, an unknown label is `MISSING`."""

    def __init__(self, labels: Mapping[str, Iterable[str]] | None = None) -> None:
        self._labels = {name: {label: i for i, label in enumerate(found)} for name, found in (labels or {}).items()}
        self.closed = labels is not None

    def index(self, name: str, label: str) -> int:
        """The number of a label."""
        known = self._labels.setdefault(name, {})
        if label not in known and not self.closed:
            known[label] = len(known)
        return known.get(label, MISSING)

    def labels(self, name: str) -> list[str]:
        """The labels under a name, in order."""
        return list(self._labels.get(name, ()))

    def names(self, prefix: str) -> list[str]:
        """The names that start with a prefix, sorted."""
        return sorted(name for name in self._labels if name.startswith(prefix))

    def as_dict(self) -> dict[str, list[str]]:
        """Everything, for a file."""
        return {name: list(known) for name, known in sorted(self._labels.items())}

    def write(self, path: Path) -> None:
        """Writes it as JSON."""
        path.write_text(json.dumps(self.as_dict(), ensure_ascii=False, indent=0) + "\n", encoding="utf8")

    @classmethod
    def read(cls, path: Path) -> "Inventory":
        """A closed inventory from a file."""
        return cls(json.loads(path.read_text(encoding="utf8")))
