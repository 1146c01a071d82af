"""Answers as JSON, CSV, TSV and Turtle, read back by pyoxigraph where it can."""

import json

import pyoxigraph
import pytest

from kg.errors import QueryError
from kg.graph.answers import to_csv, to_json, to_tsv, to_turtle
from kg.graph.query import Answer

DAY = pyoxigraph.Literal("2025-11-10", datatype=pyoxigraph.NamedNode("http://www.w3.org/2001/XMLSchema#date"))
VISIT = pyoxigraph.NamedNode("https://w3id.org/hadath/ontology#Visit")
ARABIC = pyoxigraph.Literal('زيارة "واشنطن"\tو\nغيرها', language="ar")
ROWS = Answer(("x", "y"), ((VISIT, ARABIC), (DAY, None), (pyoxigraph.Literal("=1+1"), pyoxigraph.Literal(-3))))
TRIPLE = pyoxigraph.Triple(VISIT, VISIT, ARABIC)


def read_back(text: str, form: pyoxigraph.QueryResultsFormat) -> list[tuple[object, ...]]:
    found = pyoxigraph.parse_query_results(text.encode("utf8"), format=form)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return [tuple(row) for row in found]


def test_json_and_tsv_lose_nothing() -> None:
    assert read_back(to_json(ROWS), pyoxigraph.QueryResultsFormat.JSON) == list(ROWS.rows)
    assert read_back(to_tsv(ROWS), pyoxigraph.QueryResultsFormat.TSV) == list(ROWS.rows)


def test_json_shows_arabic_as_it_is() -> None:
    assert "زيارة" in to_json(ROWS)
    assert json.loads(to_json(Answer(boolean=True))) == {"head": {}, "boolean": True}


def test_csv_runs_no_formula_and_leaves_numbers_alone() -> None:
    assert to_csv(ROWS).split("\r\n") == [
        "x,y",
        'https://w3id.org/hadath/ontology#Visit,"زيارة ""واشنطن""\tو\nغيرها"',
        "2025-11-10,",
        "'=1+1,-3",
        "",
    ]


def test_turtle_uses_our_prefixes() -> None:
    text = to_turtle(Answer(triples=(TRIPLE,)))
    assert "kg:Visit kg:Visit" in text
    assert next(iter(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))).triple == TRIPLE
    assert "foaf" not in text


def test_form_that_does_not_fit_is_refused() -> None:
    with pytest.raises(QueryError, match="ask for ttl"):
        to_csv(Answer(triples=(TRIPLE,)))
    with pytest.raises(QueryError, match="CONSTRUCT"):
        to_turtle(ROWS)
