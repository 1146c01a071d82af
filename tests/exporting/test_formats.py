import io
import json

import pytest
import rdflib
from pyoxigraph import DefaultGraph, RdfFormat, parse

from kg.errors import SettingsError
from kg.exporting import FORMATS, chosen, format_named
from kg.graph.serialising import sorted_nquads
from kg.graph.source import Source
from tests.graph.builders import PLANNED_VISIT, sample

WHOLE = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
RESOLVED = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES}


@pytest.fixture(scope="module")
def graph():
    return sample()


def written(graph, name: str) -> bytes:
    target = io.BytesIO()
    format_named(name).export(Source(graph), target)
    assert not target.closed
    return target.getvalue()


@pytest.mark.parametrize("name", WHOLE)
def test_a_format_with_named_graphs_holds_every_quad(graph, name):
    quads = list(parse(written(graph, name), format=WHOLE[name]))
    assert set(quads) == set(graph.quads())


@pytest.mark.parametrize("name", RESOLVED)
def test_a_format_without_them_holds_the_resolved_view(graph, name):
    expected = {quad for quad in graph.quads() if isinstance(quad.graph_name, DefaultGraph)}
    assert set(parse(written(graph, name), format=RESOLVED[name])) == expected


@pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning")  # rdflib, of itself
@pytest.mark.parametrize(("name", "parser"), [("turtle", "turtle"), ("trig", "trig"), ("jsonld", "json-ld")])
def test_rdflib_reads_as_many_statements(graph, name, parser):
    dataset = rdflib.Dataset()
    dataset.parse(data=written(graph, name), format=parser)
    resolved = sum(1 for quad in graph.quads() if isinstance(quad.graph_name, DefaultGraph))
    assert len(list(dataset.quads())) == (resolved if name == "turtle" else len(list(graph.quads())))


@pytest.mark.parametrize("exporter", FORMATS, ids=lambda exporter: exporter.name)
def test_the_same_graph_gives_the_same_bytes(exporter, graph):
    assert written(graph, exporter.name) == written(sample(), exporter.name)
    assert exporter.title
    assert "/" in exporter.media_type


def test_a_format_is_found_by_name_suffix_and_media_type():
    assert {format_named(name).name for name in ("turtle", "ttl", ".ttl", "TTL", "text/turtle")} == {"turtle"}
    with pytest.raises(SettingsError, match="no format 'pdf'"):
        format_named("pdf")


def test_every_build_has_turtle_and_never_nquads_twice():
    assert [exporter.name for exporter in chosen(["csv", "nq"])] == ["turtle", "csv"]


def test_turtle_puts_types_first_and_shortens_our_iris(graph):
    text = written(graph, "turtle").decode("utf8")
    assert f"event:{PLANNED_VISIT.id} a sem:Event ;" in text
    header = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert header == sorted(header)


def test_json_ld_is_one_document_with_a_node_a_line_and_no_foreign_context(graph):
    text = written(graph, "jsonld").decode("utf8")
    document = json.loads(text)
    assert all(isinstance(value, str) and value.endswith(("#", "/")) for value in document["@context"].values())
    node = next(node for node in document["@graph"] if node["@id"].endswith(PLANNED_VISIT.id))
    assert node["kg:status"] == {"@id": "kg:Planned"}
    assert sum(line.startswith('{"@id"') for line in text.splitlines()) > 50


def test_sorting_in_many_runs_gives_the_same(graph):
    assert list(sorted_nquads(graph.quads(), run=50)) == list(sorted_nquads(graph.quads()))
