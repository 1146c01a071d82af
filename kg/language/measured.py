"""English sentences whose names were labelled in full by hand, as places in articles that stand beside the project."""

import json
from dataclasses import dataclass
from functools import cache

from kg.resources import data_folder

KINDS = ("PERS", "ORG", "PLACE")


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence (start, end) of the article at position `article` of the news file, and its names (start, end, kind);
    all in code points of the article's text.
    """

    article: int
    start: int
    end: int
    names: tuple[tuple[int, int, str], ...]


@cache
def sentences() -> tuple[NamedSentence, ...]:
    """Every sentence, in the order in which they were drawn."""
    lines = (data_folder() / "evaluation" / "names-en.jsonl").read_text(encoding="utf8").splitlines()
    rows = [json.loads(line) for line in lines]
    return tuple(
        NamedSentence(r["article"], r["start"], r["end"], tuple((a, b, kind) for a, b, kind in r["entities"]))
        for r in rows
    )


def articles() -> frozenset[int]:
    """The positions of the articles that they are taken from; training leaves these out."""
    return frozenset(sentence.article for sentence in sentences())
