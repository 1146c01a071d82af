"""The sample graph that is committed is the one that the sample articles give today."""

import json
from pathlib import Path

import pytest

from kg.graph.check import check


@pytest.mark.parametrize("name", ["graph.ttl", "events.csv", "summary.json"])
def test_committed_exports_are_not_stale(name: str, samples: Path, root: Path) -> None:
    committed = root / "exports" / name
    assert committed.is_file(), f"exports/{name} is missing: run make, and commit it"
    same = committed.read_bytes() == (samples / name).read_bytes()  # compared first: a diff of the whole takes minutes
    assert same, f"exports/{name} is not what sources/ gives: run make, and commit it"


def test_every_sample_article_is_read_without_a_fault(samples: Path, root: Path) -> None:
    articles = {path.stem for path in (root / "sources").glob("*/*.txt")}
    built = [json.loads(line)["id"] for line in (samples / "articles.jsonl").read_text(encoding="utf8").splitlines()]
    assert {id.rpartition("/")[2] for id in built} == articles
    assert (samples / "issues.jsonl").read_text(encoding="utf8") == ""


def test_sample_graph_conforms(samples: Path) -> None:
    assert check(samples) == ()
