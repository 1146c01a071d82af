import json

import pytest

from kg.engines.local import build, extract_each
from kg.errors import ArticleError, FrameError
from kg.extraction import Extractor
from kg.model import Issue, Severity
from kg.settings import Settings

SETTINGS = Settings()


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_graph_holds_every_article_and_its_events(news):
    graph = build([news], settings=SETTINGS)
    assert [article.id for article in graph.articles] == ["ar-1", "en-1", "en-2"]
    assert "Visit" in {event.type for event in graph.events()}
    assert graph.issues == ()


def test_progress_is_told_after_each_article(news):
    told = []
    build([news], settings=SETTINGS, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_order_of_articles_does_not_matter(news, tmp_path):
    turned = tmp_path / "turned" / "news.jsonl"
    turned.parent.mkdir()
    turned.write_text("".join(reversed(news.read_text(encoding="utf8").splitlines(keepends=True))), encoding="utf8")
    for name, source in (("one", news), ("two", turned)):
        build([source], settings=SETTINGS).write(tmp_path / name)
    assert files(tmp_path / "one") == files(tmp_path / "two")


@pytest.mark.slow
def test_the_number_of_workers_does_not_matter(news, tmp_path):
    for workers in (1, 2):
        build([news], settings=SETTINGS, workers=workers).write(tmp_path / str(workers))
    assert files(tmp_path / "1") == files(tmp_path / "2")


def test_an_article_that_extraction_fails_on_is_an_issue_and_the_others_are_built(news, monkeypatch):
    extract = Extractor.extract

    def failing(self, article):
        if article.id == "ar-1":
            raise IndexError("no such token")
        return extract(self, article)

    monkeypatch.setattr(Extractor, "extract", failing)
    graph = build([news], settings=SETTINGS)
    assert [article.id for article in graph.articles] == ["en-1", "en-2"]
    [issue] = graph.issues
    assert (issue.severity, issue.where) == (Severity.ERROR, "ar-1")
    assert issue.what == "extraction failed: IndexError: no such token"


def test_faults_are_told_and_kept_and_the_rest_is_built(news, tmp_path):
    told: list[Issue] = []
    graph = build([news, tmp_path / "missing.txt"], settings=SETTINGS, report=told.append)
    assert [issue.what for issue in told] == ["no such file or folder"]
    assert graph.issues == tuple(told)
    assert len(graph.articles) == 3


def test_strict_builds_nothing_when_there_is_a_fault(news, tmp_path):
    with pytest.raises(ArticleError, match="1 fault in the input"):
        build([news, tmp_path / "missing.txt"], settings=SETTINGS, strict=True)


def test_adding_gives_what_building_all_at_once_gives(news, tmp_path):
    lines = news.read_text(encoding="utf8").splitlines(keepends=True)
    parts = [tmp_path / "part-1.jsonl", tmp_path / "part-2.jsonl"]
    for path, part in zip(parts, (lines[:1], lines[1:]), strict=True):
        path.write_text("".join(part), encoding="utf8")
    first = build(parts[:1], settings=SETTINGS)
    build(parts[1:], settings=SETTINGS, add_to=first).write(tmp_path / "added")
    build(parts, settings=SETTINGS).write(tmp_path / "whole")
    assert files(tmp_path / "added") == files(tmp_path / "whole")


def test_another_article_of_an_id_that_is_there_is_a_fault(news, tmp_path):
    first = build([news], settings=SETTINGS)
    other = tmp_path / "other.json"
    other.write_text(json.dumps({"id": "en-1", "lang": "en", "date": "2025-11-05", "text": "Another text altogether."}))
    graph = build([other], settings=SETTINGS, add_to=first)
    assert len(graph.articles) == 3
    assert [issue.what for issue in graph.issues] == ["another article of this id is there already"]


def test_a_score_that_no_claim_reaches_leaves_articles_without_events(news):
    graph = build([news], settings=SETTINGS, min_score=1.01)
    assert len(graph.articles) == 3
    assert graph.events() == ()


def test_a_broken_frame_file_stops_everything(news, tmp_path):
    frames = tmp_path / "frames"
    frames.mkdir()
    (frames / "broken.yaml").write_text("type: [", encoding="utf8")
    with pytest.raises(FrameError, match=r"broken\.yaml"):
        build([news], settings=Settings(frames=(frames,)))


def test_each_article_is_extracted_as_it_is_read(news, tmp_path):
    items = list(extract_each([news, tmp_path / "missing.txt"], settings=SETTINGS))
    assert [item.what if isinstance(item, Issue) else item[0].id for item in items] == [
        "no such file or folder",
        "en-1",
        "ar-1",
        "en-2",
    ]
