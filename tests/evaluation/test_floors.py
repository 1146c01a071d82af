"""Floors under the figures of extraction: found by the corpus, named when a figure falls, held in CI."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from kg.errors import InputError
from kg.evaluation import floors
from kg.evaluation.floors import corpus_digest, fallen, floors_of
from kg.evaluation.gold import GoldArticle, read_gold
from kg.evaluation.scorer import score
from kg.evaluation.system import find
from kg.settings import Settings

ARTICLES = [
    GoldArticle(f"a{i}", "en", "The king visited Rome.", (), frozenset({"Visit"}), Path("a.json")) for i in (1, 2)
]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.yaml"
    rows = [{"corpus": "toy", "digest": corpus_digest(ARTICLES), "floors": {"en": {"event": 0.5, "facts": 0}}}]
    path.write_text(yaml.safe_dump(rows), encoding="utf8")
    monkeypatch.setattr(floors, "_path", lambda: path)
    return path


@pytest.mark.usefixtures("written")
def test_floors_belong_to_what_was_annotated() -> None:
    assert floors_of(ARTICLES) == {"en": {"event": 0.5, "facts": 0}}
    assert floors_of(ARTICLES[::-1]) == floors_of(ARTICLES)
    for other in ([ARTICLES[0]], [replace(ARTICLES[0], text="No."), ARTICLES[1]]):
        with pytest.raises(InputError, match="no floors for this corpus"):
            floors_of(other)


def test_a_fallen_figure_is_named() -> None:
    scores = {"en": score(ARTICLES, {})}
    (under,) = fallen(scores, {"en": {"event": 0.5, "facts": 0, "event, precision": 0}})
    assert str(under) == "en, event: 0.000 is under the floor, 0.500"


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(("gold", "docs", "every"), [("dev", "docs", 1), ("train", "train-docs", 5)])
def test_no_figure_of_extraction_falls_under_its_floor(gold: str, docs: str, every: int, shared: Path) -> None:
    articles = read_gold(shared / "gold" / gold, shared / "gold" / docs, every=every)
    found = dict(find(articles, Settings()))
    scores = {lang: score([a for a in articles if a.lang == lang], found) for lang in ("ar", "en")}
    assert not [str(each) for each in fallen(scores, floors_of(articles))]
