"""The values that the parts of the build pass on, and reading and writing of tables."""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.gazetteer.loading import COLUMNS
from kg.text import key

# fmt: off
TERRITORIES = frozenset({
    "AI", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CK", "CW", "CX", "FK", "FO", "GF", "GG", "GI",
    "GL", "GP", "GS", "GU", "HK", "HM", "IM", "IO", "JE", "KY", "MF", "MO", "MP", "MQ", "MS", "NC", "NF", "NU",
    "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX", "TC", "TF", "TK", "UM", "VG", "VI", "WF", "YT",
})
# fmt: on
"""Parts of a state with a code of their own."""
# fmt: off
ARAB = frozenset({
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA",
    "SD", "SO", "SY", "TN", "YE",
})
# fmt: on
"""States whose places are named in Arabic first."""
# fmt: off
NEAR = frozenset({
    "ER", "IL", "IR", "SS", "TD", "TR",
})
# fmt: on
"""States whose places Arabic news names by old names of their own."""
ALPHA3_OF_KOSOVO = "XKX"


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the places file."""

    qid: str
    type: str
    en: str
    ar: str
    country: str
    admin: str


@dataclass(frozen=True, slots=True)
class Out:
    """One line to write; `aliases` are (lang, type, text)."""

    id: str
    kind: str
    en: str = ""
    ar: str = ""
    country: str = ""
    within: str = ""
    latitude: str = ""
    longitude: str = ""
    capital_of: str = ""
    population: str = ""
    source: str = ""
    aliases: tuple[tuple[str, str, str], ...] = ()

    def line(self) -> str:
        """The row, tab-separated, in the order of `COLUMNS`."""
        cells = [getattr(self, column) for column in COLUMNS[:-1]]
        shown = "|".join(
            f"{lang}:{type}:{text}"
            for lang, type, text in self.aliases
            if key(text) not in {key(self.en), key(self.ar)}
        )
        return "\t".join([*cells, shown]).rstrip("\t")


@dataclass(slots=True)
class World:
    """What the parts of the build share."""

    places: list[Place]
    cities: list[dict[str, Any]]
    alpha3: dict[str, str]
    arabic: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Country -> keys of the Arabic names that the places file knows there."""
    states: dict[str, Out] = field(default_factory=dict)
    regions: dict[str, list[Out]] = field(default_factory=lambda: defaultdict(list))


def read(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file with a header."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield {name: (cell or "").strip() for name, cell in row.items() if name is not None}


def write(file: Path, columns: Iterable[str], lines: Iterable[str]) -> None:
    """Writes a table with its header line."""
    file.write_text("\n".join(["\t".join(columns), *lines]) + "\n", encoding="utf-8")


def plain(name: str) -> str:
    """A Latin name without the dots, bars and half rings of scientific romanisation."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return re.sub("[‘’ʿʾ`]", "'", unicodedata.normalize("NFC", bare)).replace("''", "'").strip("' ")
