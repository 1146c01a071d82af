from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode

from kg.graph.vocabulary import VOID, Iris
from tests.graph.builders import ANNOUNCED, ARABIC, BASE, ENGLISH, MANAMA, SHARAA, SIGNED_AR, VISIT_AR, sample, span
from tests.graph.test_events import rows

IRIS = Iris(BASE)
GRAPH = IRIS.claims_graph(ARABIC.id).value


def test_a_claim_is_in_the_graph_of_its_article_only(store):
    found = rows(store, "SELECT ?g ?c WHERE { GRAPH ?g { ?c a kg:Claim } }")
    assert len(found) == 8
    assert {graph for graph, _ in found} == {GRAPH, IRIS.claims_graph(ENGLISH.id).value}
    assert rows(store, "SELECT ?c WHERE { ?c a kg:Claim }") == []


def test_a_claim_says_what_the_design_shows(store):
    claim = IRIS.claim(VISIT_AR.id).value
    found = dict(
        rows(store, f"SELECT ?p ?o WHERE {{ GRAPH <{GRAPH}> {{ <{claim}> ?p ?o FILTER(?p NOT IN (kg:argument)) }} }}")
    )
    said = {name.rpartition("#")[2].rpartition("/")[2]: value.removeprefix(BASE) for name, value in found.items()}
    assert said["about"].startswith("event/")
    assert said["claimedType"].endswith("#Visit")
    assert said["factuality"].endswith("#Planned")
    assert said["carriedBy"] == f"utterance/{ANNOUNCED.id}"
    assert said["foundBy"].endswith("#Frame")
    assert said["score"] == "0.87"
    start = ARABIC.text.index("سيزور")
    assert said["evidence"] == IRIS.article(ARABIC.id).value.removeprefix(BASE) + f"#char={start},{start + 5}"
    assert said["timeText"] == "يوم 10 نوفمبر الجاري"
    assert said["wasDerivedFrom"] == IRIS.article(ARABIC.id).value.removeprefix(BASE)


def test_an_argument_has_role_filler_words_and_evidence(store):
    argument = IRIS.argument(VISIT_AR.id, "1").value
    query = f"""SELECT ?r ?f ?s ?x WHERE {{ GRAPH ?g {{ <{argument}> kg:role ?r ; kg:filler ?f ; kg:surface ?s ;
        kg:evidence/oa:hasSelector/oa:exact ?x }} }}"""
    assert rows(store, query) == [
        ("https://w3id.org/hadath/ontology#visitor", f"{BASE}actor/{SHARAA.id}", "أحمد الشرع", "أحمد الشرع")
    ]


def test_the_place_of_a_claim_carries_its_span(store):
    place = IRIS.argument(SIGNED_AR.id, "place").value
    assert rows(store, f"SELECT ?x WHERE {{ GRAPH ?g {{ <{place}> kg:evidence/oa:hasSelector/oa:exact ?x }} }}") == [
        ("دمشق",)
    ]


def test_an_utterance_keeps_cue_time_and_place(store):
    node = IRIS.utterance(ARABIC.id, ANNOUNCED.id).value
    found = rows(store, f"SELECT ?c ?t ?p WHERE {{ GRAPH ?g {{ <{node}> kg:cue ?c ; kg:time ?t ; kg:place ?p }} }}")
    assert found == [("أعلن", "2025-11-01", f"{BASE}place/{MANAMA.id}")]


def test_a_quotation_keeps_thirty_characters_around(store):
    where = span(ENGLISH, "Energy Accord")
    quote = IRIS.selector(ENGLISH, where, "quote").value
    (found,) = rows(
        store, f"SELECT ?b ?x ?a WHERE {{ GRAPH ?g {{ <{quote}> oa:prefix ?b ; oa:exact ?x ; oa:suffix ?a }} }}"
    )
    assert found == (
        ENGLISH.text[where.start - 30 : where.start],
        "Energy Accord",
        ENGLISH.text[where.end : where.end + 30],
    )


def test_no_text_of_an_article_is_in_the_graph(graph):
    longest = max((quad.object.value for quad in graph.quads() if isinstance(quad.object, Literal)), key=len)
    assert len(longest) < 150


def test_no_blank_nodes_and_every_quad_once(graph):
    quads = list(graph.quads())
    assert len(set(quads)) == len(quads)
    for quad in quads:
        assert isinstance(quad.subject, NamedNode)
        assert not isinstance(quad.object, BlankNode)


def test_an_address_that_is_no_safe_iri_is_left_out(store):
    assert rows(store, "SELECT ?u WHERE { ?a a kg:Article ; <https://schema.org/url> ?u }") == [
        ("https://example.org/ar/الشرع",)
    ]


def test_judgements_provenance_and_description_have_graphs_of_their_own(graph):
    names = {
        quad.graph_name.value.removeprefix(f"{BASE}graph/")
        for quad in graph.quads()
        if quad.graph_name != DefaultGraph()
    }
    assert {name for name in names if "/" not in name} == {"judgements", "provenance", "description"}


def test_the_description_counts_what_there_is(graph, store):
    query = f"""SELECT ?n WHERE {{ GRAPH ?g {{ ?d {VOID("class")} sem:Event ; {VOID("entities")} ?n }} }}"""
    assert rows(store, query) == [("5",)]
    described = [quad for quad in graph.quads() if str(quad.graph_name) == f"<{BASE}graph/description>"]
    total = rows(store, "SELECT ?n WHERE { GRAPH ?g { ?d <http://rdfs.org/ns/void#triples> ?n ; a ?c } }")
    assert {n for (n,) in total} == {str(len(list(graph.quads())) - len(described))}


def test_the_run_is_the_same_for_everybody(graph):
    assert sample().run.id == graph.run.id
    assert sample(articles=(ARABIC,), extractions=graph.extractions[:1]).run.id != graph.run.id
