import importlib
from pathlib import Path

import pytest

from kg.engines import processes
from kg.model import Article, Issue
from kg.settings import Settings

ARTICLES = [Article(f"a{number}", "en", "2025-11-04", "Title", f"Title\n\nText {number}") for number in range(5)]


@pytest.fixture(autouse=True)
def stand_in(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    monkeypatch.setattr(processes, "_in_worker", importlib.import_module("stand_in").work)


@pytest.mark.slow
def test_results_come_in_the_order_of_the_articles():
    results = list(processes._in_processes(ARTICLES, Settings(), 2))
    assert [result.article for result in results] == ["a0", "a1", "a2", "a3", "a4"]


@pytest.mark.slow
def test_an_article_that_kills_its_process_is_an_issue_and_no_other_is_lost():
    articles = [*ARTICLES[:2], Article("bad", "en", "2025-11-04", "die", "die"), *ARTICLES[2:]]
    results = list(processes._in_processes(articles, Settings(), 2))
    assert [result.where if isinstance(result, Issue) else result.article for result in results] == [
        "a0",
        "a1",
        "bad",
        "a2",
        "a3",
        "a4",
    ]
    assert "its process died" in results[2].what
