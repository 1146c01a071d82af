"""Model cards: what a language pack was made of, what it can do and what it cannot."""

from dataclasses import dataclass
from pathlib import Path

from kg.errors import PackError
from kg.language import PACKS
from kg.resources import data_folder


@dataclass(frozen=True, slots=True)
class Card:
    """`summary`: the first paragraph on one line. `text`: the whole card, Markdown. `megabytes`: 10⁶ bytes on disk."""

    summary: str
    text: str
    megabytes: float


def cards() -> dict[str, Card]:
    """The card of every pack, in the order of `PACKS`; raises `PackError` where one is missing."""
    return {pack: _card(data_folder() / "packs" / pack) for pack in PACKS}


def _card(folder: Path) -> Card:
    try:
        text = (folder / "CARD.md").read_text(encoding="utf8")
    except OSError as error:
        raise PackError("the language pack has no card", where=str(folder), advice="install hadath again") from error
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n") if not part.startswith("#")]
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return Card(paragraphs[0], text, size / 1e6)
