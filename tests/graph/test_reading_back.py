"""Folders are read back with the frames and names of the package, so these graphs use them."""

from dataclasses import replace

import pytest

from kg.errors import FolderError
from kg.gazetteer import load_gazetteer
from kg.graph import KnowledgeGraph
from kg.graph.check import check
from kg.model import Judgement, Verdict
from kg.ontology import load_ontology
from kg.resolution import resolve
from kg.settings import Settings
from tests.graph.builders import ARABIC, ENGLISH, ISSUE, READ_ARABIC, READ_ENGLISH


def visits_only(extraction):
    return replace(extraction, claims=tuple(claim for claim in extraction.claims if claim.type == "Visit"))


ARABIC_VISITS, ENGLISH_VISITS = visits_only(READ_ARABIC), visits_only(READ_ENGLISH)


@pytest.fixture(scope="module")
def real() -> KnowledgeGraph:
    """Both articles, resolved."""
    return built((ARABIC, ENGLISH), (ARABIC_VISITS, ENGLISH_VISITS))


def built(articles, extractions, judgements=()) -> KnowledgeGraph:
    ontology, gazetteer = load_ontology(), load_gazetteer()
    resolution = resolve(articles, extractions, ontology=ontology, gazetteer=gazetteer, judgements=judgements)
    return KnowledgeGraph(articles, extractions, resolution, (ISSUE,), ontology, gazetteer, Settings())


def test_what_is_read_back_is_written_to_the_same_bytes(real, tmp_path):
    real.write(tmp_path / "one")
    KnowledgeGraph.read(tmp_path / "one").write(tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_a_resolved_graph_conforms(real, tmp_path):
    real.write(tmp_path, [])
    assert check(tmp_path) == ()


def test_articles_added_later_make_the_graph_of_all_of_them(real, tmp_path):
    first = built((ARABIC,), (ARABIC_VISITS,))
    first.with_extractions((ENGLISH,), (ENGLISH_VISITS,)).write(tmp_path / "added", [])
    real.write(tmp_path / "at once", [])
    for path in (tmp_path / "added").iterdir():
        assert path.read_bytes() == (tmp_path / "at once" / path.name).read_bytes(), path.name


def test_a_persons_judgement_survives(real, tmp_path):
    claim = ARABIC_VISITS.claims[0]
    judgement = Judgement("j1", claim.id, "", Verdict.REJECTED, "editor", "a typing error")
    built(real.articles, real.extractions, (judgement,)).write(tmp_path, [])
    read = KnowledgeGraph.read(tmp_path)
    assert judgement in read.resolution.judgements
    assert claim.id not in read.resolution.about


def test_claims_without_their_article_are_refused(real, tmp_path):
    real.write(tmp_path, [])
    (tmp_path / "articles.jsonl").write_text("", encoding="utf8")
    with pytest.raises(FolderError, match="has claims of article 'ar/sharaa' but not the article"):
        KnowledgeGraph.read(tmp_path)


def test_a_type_that_no_frame_describes_is_refused(real, tmp_path):
    real.write(tmp_path, [])
    path = tmp_path / "claims.jsonl"
    path.write_text(path.read_text(encoding="utf8").replace('"Visit"', '"Launch"'), encoding="utf8")
    with pytest.raises(FolderError, match="type Launch, which no frame describes"):
        KnowledgeGraph.read(tmp_path)
