"""Running queries: answers, parameters, refusals, limits."""

import sys
import time
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import FolderError, QueryError
from kg.graph.query import bind, run_query
from tests.graph.builders import sample
from tests.graph.query_sample import write_nquads

SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_nquads(sample(), tmp_path_factory.mktemp("graph"))


def test_folder_and_graph_give_the_same(folder: Path) -> None:
    sparql = "SELECT ?event ?title { ?event kg:eventType kg:Visit ; rdfs:label ?title } ORDER BY STR(?title)"
    answer = run_query(folder, sparql)
    assert answer == run_query(sample(), sparql)
    assert answer.variables == ("event", "title")
    assert pyoxigraph.Literal("Ahmed al-Sharaa to visit Washington", language="en") in [row[1] for row in answer.rows]


def test_planned_and_denied_visits_are_no_visits(folder: Path) -> None:
    assert run_query(folder, "SELECT ?e { ?e a kg:Visit }").rows == ()
    assert run_query(folder, "ASK { ?e kg:eventType kg:Visit }").boolean is True


def test_claims_are_only_in_their_graphs(folder: Path) -> None:
    assert run_query(folder, "ASK { ?claim a kg:Claim }").boolean is False
    assert run_query(folder, "ASK { GRAPH ?g { ?claim a kg:Claim } }").boolean is True


def test_triples_and_unbound_and_labels(folder: Path) -> None:
    triples = run_query(folder, "CONSTRUCT { ?s kg:x ?o } WHERE { ?s kg:country ?o }").triples
    assert triples
    assert all(triple.predicate.value.endswith("#x") for triple in triples)
    answer = run_query(folder, "SELECT ?s ?no { ?s kg:country 'SYR' . OPTIONAL { ?s kg:nothing ?no } }", labels=True)
    assert {row[1] for row in answer.rows} == {None}
    assert {"ar": "سوريا", "en": "Syria"} in answer.labels.values()


def test_own_declaration_of_a_prefix_counts(folder: Path) -> None:
    assert run_query(folder, "PREFIX kg: <http://example.org/> ASK { ?e kg:eventType ?t }").boolean is False


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT *\nWHERE { ?s ?p , ?o }", "line 2, column 17: '?o }' is not understood (expected"),
        ("SELECT * WHERE { ?s ?p ", "line 1, column 24: something is missing before the end of the line (expected"),
        ("SELECT * WHERE { ?s nope:p ?o }", "a prefix is not declared"),
        ("SELECT * WHERE { ?s <a b> ?o }", "the IRI is not a valid one"),
        ("SELECT ?x WHERE { ?x ?y ?z } GROUP BY ?y", "The SELECT contains a variable that is unbound"),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "line 1, column 18: SERVICE is not allowed"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE is an update"),
        ("SELECT * WHERE { ?s ?p '\ud800' }", "the query cannot be answered"),
    ],
)
def test_fault_in_one_line(folder: Path, sparql: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        run_query(folder, sparql)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_fault_is_placed_in_the_query_as_it_was_given(folder: Path) -> None:
    """Once the parameter is put in, everything after it stands further right."""
    with pytest.raises(QueryError, match="line 1, column 38"):
        run_query(folder, "SELECT * WHERE { VALUES ?x { 1 } ?s }", parameters={"x": "a long text"})


def test_stopped_at_the_deadline(folder: Path) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match="stopped after 1 s"):
        run_query(folder, SLOW, timeout=1)
    assert time.monotonic() - start < 10


def test_rows_are_capped_and_that_is_said(folder: Path) -> None:
    answer = run_query(folder, "SELECT * { ?s ?p ?o }", rows=3)
    assert (len(answer.rows), answer.truncated) == (3, True)
    answer = run_query(folder, "SELECT * { ?s ?p ?o } LIMIT 3", rows=3)
    assert (len(answer.rows), answer.truncated) == (3, False)
    assert run_query(folder, "CONSTRUCT WHERE { ?s ?p ?o }", rows=3).truncated


def test_a_query_that_breaks_the_engine_does_not_break_us(folder: Path) -> None:
    with pytest.raises(QueryError):
        run_query(folder, "SELECT * WHERE " + "{" * 100_000 + "}" * 100_000, timeout=20)


def test_folder_without_a_graph(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match=r"no graph\.nq here"):
        run_query(tmp_path, "ASK { }")


def test_parameter_without_default_is_put_into_the_pattern(folder: Path) -> None:
    answer = run_query(folder, "SELECT ?s { ?s kg:country ?code }", parameters={"code": "SYR"})
    assert answer.rows
    assert answer == run_query(folder, "SELECT ?s { ?s kg:country 'SYR' }")


def test_parameter_that_the_query_does_not_have() -> None:
    with pytest.raises(QueryError, match=r"no variable \?day to set \(it has s\)"):
        bind("SELECT ?s { ?s a kg:Visit }", {"day": "x"})


def test_parameter_in_short_construct_is_refused() -> None:
    with pytest.raises(QueryError, match="cannot be set"):
        bind("CONSTRUCT WHERE { ?s ?p ?o }", {"o": "x"})


HOSTILE = st.sampled_from(['" } } #', "' . SERVICE <http://x> { ", "\\", "\\u0022 }", '"""', "}", "\n", "الشرع", "<a>"])


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.lists(HOSTILE, max_size=4).map("".join)))
def test_a_parameter_stays_one_literal_whatever_it_says(text: str) -> None:
    for sparql in ("SELECT ?x { VALUES ?x { 'default' } }", "SELECT ?x { BIND(?y AS ?x) }"):
        name = "x" if "?y" not in sparql else "y"
        rows = list(pyoxigraph.Store().query(bind(sparql, {name: text})))  # type: ignore[arg-type]
        assert [row["x"] for row in rows] == [pyoxigraph.Literal(text)]


def test_worker_imports_nothing_of_ours() -> None:
    """It would cost seconds a query; and a file of this folder must not stand in for one of the library."""
    text = (Path(sys.modules["kg.graph.query"].__file__ or "").parent / "worker.py").read_text(encoding="utf8")
    assert "from kg" not in text
    assert "import kg" not in text


@pytest.mark.parametrize("seconds", [float("nan"), 0.0, -1.0])
def test_a_time_limit_that_is_none_is_a_fault(folder, seconds):
    with pytest.raises(QueryError, match="is no time to answer a query in"):
        run_query(folder, "ASK {}", timeout=seconds)
