"""Fits the weights that say whether two claims of an article tell of one event.

`python -m kg.evaluation.same_event GOLD DOCS` reads annotated articles, takes the drafts that extraction makes of them,
joins those of one annotated event in the order of the text, and learns from each pair of a draft and what was joined
before it. One article in five, by file name, is left out, for measuring.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

from kg.evaluation.gold import GoldArticle, read_gold
from kg.extraction import Extractor
from kg.extraction.claims import Draft, join
from kg.extraction.pipeline import Assembly
from kg.extraction.same_event import apart, features
from kg.extraction.words import span_of
from kg.gazetteer import load_gazetteer
from kg.language import load
from kg.model import Article
from kg.ontology import load_ontology
from kg.resources import data_folder

FOLD = 5
PENALTY = 1.0
Pair = tuple[dict[str, float], bool]


def pairs(gold: GoldArticle, assembly: Assembly) -> Iterator[Pair]:
    """The features of each draft with each event of its type before it, and whether they are one event; not of those
    that grammar sets apart.
    """
    where = assembly.setting()
    before: dict[int, Draft] = {}
    for draft in assembly.drafts:
        own = _event(gold, draft)
        if own is None:
            continue
        for number, earlier in before.items():
            if earlier.event_type is draft.event_type and not apart(earlier, draft, where):
                yield features(earlier, draft, where), number == own
        if own in before:
            join(before[own], draft, assembly.actor_of)
        else:
            before[own] = draft


def _event(gold: GoldArticle, draft: Draft) -> int | None:
    """The annotated event that a draft's trigger stands in; None for none."""
    candidate = draft.matches[0].candidate
    span = span_of(candidate.token.doc, candidate.start, candidate.end)
    for number, event in enumerate(gold.events):
        if event.type == draft.event_type.name and any(span.overlap(other) > 0 for other in event.triggers):
            return number
    return None


def fit(found: Sequence[Pair]) -> dict[str, float]:
    """The weights of a logistic regression with a penalty on their squares, by Newton's method."""
    names = sorted({name for features, _ in found for name in features})
    x = np.array([[features[name] for name in names] for features, _ in found])
    y = np.array([same for _, same in found], float)
    penalty = np.diag([0.0 if name == "bias" else PENALTY for name in names])
    w: npt.NDArray[np.float64] = np.zeros(len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + penalty + 1e-9 * np.eye(len(names))
        step = np.linalg.solve(hessian, x.T @ (y - p) - penalty @ w)
        w += step
        if np.abs(step).max() < 1e-9:
            break
    return {name: round(float(value), 2) for name, value in zip(names, w, strict=True)}


def collect(articles: Iterable[GoldArticle], extractor: Extractor) -> list[Pair]:
    """The pairs of all articles."""
    found: list[Pair] = []
    for gold in articles:
        record = json.loads(gold.file.read_text(encoding="utf8"))
        article = Article(gold.id, gold.lang, record["date"], record["title"], gold.text)
        found += pairs(gold, extractor.assembly(article, load(gold.lang)(gold.text)))
    return found


def main() -> None:
    """The command."""
    gold = [g for i, g in enumerate(read_gold(Path(sys.argv[1]), Path(sys.argv[2]))) if i % FOLD]
    found = collect(gold, Extractor(load_ontology(), load_gazetteer()))
    weights = fit(found)
    path = data_folder() / "extraction" / "same_event.yaml"
    head = "# The weights of kg/extraction/same_event.py, as python -m kg.evaluation.same_event writes them.\n"
    path.write_text(head + yaml.safe_dump(weights, sort_keys=True), encoding="utf8")
    print(f"{len(found)} pairs, {sum(same for _, same in found)} of one event; written to {path}")


if __name__ == "__main__":
    main()
