"""Floors under the figures of extraction: what was reached on a corpus of annotated articles stays reached.

A corpus is known by the digest of what was annotated, so that a floor is never held against other articles.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import InputError
from kg.evaluation.gold import GoldArticle
from kg.evaluation.scorer import Figure, Score
from kg.model import digest
from kg.resources import data_folder


@dataclass(frozen=True, slots=True)
class Fallen:
    """A figure under its floor."""

    lang: str
    measure: str
    floor: float
    found: float

    def __str__(self) -> str:
        return f"{self.lang}, {self.measure}: {self.found:.3f} is under the floor, {self.floor:.3f}"


def corpus_digest(articles: Sequence[GoldArticle]) -> str:
    """What tells one annotated corpus from another: ids, texts, and every event with its facts, in the order of ids."""
    ordered = sorted(articles, key=lambda article: article.id)
    return digest(*(part for a in ordered for part in (a.id, a.text, repr(a.events), repr(sorted(a.types)))))


def floors_of(articles: Sequence[GoldArticle]) -> Mapping[str, Mapping[str, float]]:
    """The floors of a corpus by language and measure; raises `InputError` where there are none for it."""
    own = corpus_digest(articles)
    rows: Sequence[Mapping[str, Any]] = yaml.safe_load(_path().read_text(encoding="utf8"))
    found = next((row for row in rows if row["digest"] == own), None)
    if found is None:
        known = ", ".join(f"{row['corpus']} ({row['digest']})" for row in rows)
        advice = f"known: {known}; the articles or their annotation are others"
        raise InputError(f"there are no floors for this corpus, {own}", where=str(_path()), advice=advice)
    return {lang: dict(measures) for lang, measures in found["floors"].items()}


def fallen(scores: Mapping[str, Score], floors: Mapping[str, Mapping[str, float]]) -> tuple[Fallen, ...]:
    """The figures under their floors, F1 unless the measure ends in "precision"."""
    found = []
    for lang, measures in floors.items():
        for measure, floor in measures.items():
            figure = scores[lang].figures.get(measure.removesuffix(", precision"), Figure(0, 0, 0, 0))
            value = figure.precision if measure.endswith(", precision") else figure.f1
            if value < floor:
                found.append(Fallen(lang, measure, floor, round(value, 4)))
    return tuple(found)


def _path() -> Path:
    return data_folder() / "evaluation" / "floors.yaml"
