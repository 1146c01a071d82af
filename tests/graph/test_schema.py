import json

import owlrl
import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import OWL, RDF, RDFS, URIRef

from kg.errors import FrameError
from kg.graph.conversion import to_union
from kg.graph.schema import context, ontology_quads, ontology_turtle
from kg.graph.terms import load_terms
from kg.graph.view import common_roles
from kg.model import Factuality, Finder, Kind, Precision, Stance, Status, Verdict
from kg.ontology import load_ontology
from kg.ontology.types import QUADS
from kg.resources import ontology_folder
from tests.graph.builders import BASE, KG, event_type, ontology, with_status

DOMAINS = [RDFS.domain, RDFS.range, OWL.equivalentClass, OWL.sameAs]


def test_the_committed_ontology_is_what_the_frames_give():
    """Run `python -m kg.graph.schema write` when it is not."""
    ours = load_ontology()
    assert (ontology_folder() / "ontology.ttl").read_bytes() == ontology_turtle(ours)
    assert (ontology_folder() / "context.jsonld").read_bytes() == context(ours)


def test_every_value_of_the_model_is_in_the_ontology():
    individuals = load_terms().individuals
    for values in (Status, Factuality, Precision, Stance, Finder, Verdict):
        for each in values:
            assert "".join(part.capitalize() for part in each.value.split("-")) in individuals
    assert {"".join(part.capitalize() for part in name.split("-")) for name in QUADS} <= individuals.keys()
    assert {kind.value.capitalize() for kind in Kind} <= load_terms().classes.keys()


def test_everything_has_a_label_in_both_languages():
    graph = rdflib.Graph().parse(data=ontology_turtle(ontology()), format="turtle")
    for subject in set(graph.subjects(RDF.type)):
        assert {label.language for label in graph.objects(subject, RDFS.label)} == {"ar", "en"}, subject


def test_every_name_that_a_graph_uses_is_in_the_ontology(graph):
    known = {quad.subject.value for quad in ontology_quads(ontology())}
    used = {
        term.value for quad in graph.quads() for term in (quad.predicate, quad.object) if isinstance(term, NamedNode)
    }
    assert {name for name in used if name.startswith(KG)} - {KG} <= known


def test_nothing_narrows_a_role():
    graph = rdflib.Graph().parse(data=ontology_turtle(ontology()), format="turtle")
    for predicate in DOMAINS:
        assert list(graph.triples((None, predicate, None))) == []
    disjoint = {frozenset(map(str, pair)) for pair in graph.subject_objects(OWL.disjointWith)}
    names = [f"{KG}{name}" for name in ("Person", "Document", "Office")]
    assert disjoint == {frozenset(pair) for pair in zip(names, names[1:] + names[:1], strict=True)}


def test_types_have_their_superclass_codes_and_quad_class():
    graph = rdflib.Graph().parse(data=ontology_turtle(ontology()), format="turtle")
    kg = rdflib.Namespace(KG)
    assert (kg.StateVisit, RDFS.subClassOf, kg.Visit) in graph
    assert (kg.Visit, RDFS.subClassOf, URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/Event")) in graph
    assert {str(code) for code in graph.objects(kg.Visit, kg.cameo)} == {"042", "043"}
    assert (
        kg.Visit,
        URIRef("http://www.w3.org/2004/02/skos/core#closeMatch"),
        URIRef("https://schema.org/TravelAction"),
    ) in graph
    assert (kg.visitor, RDFS.subPropertyOf, URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/hasActor")) in graph
    assert (kg.destination, RDFS.subPropertyOf, None) not in graph


def test_a_users_own_type_is_described_below_the_base():
    own = event_type("Launch", {"launcher": ("initiator", "organization")}, {}, own=True)
    text = ontology_turtle(ontology(own), base=BASE).decode("utf8")
    assert f"<{BASE}ontology#Launch> a owl:Class" in text
    assert f"<{BASE}ontology#launcher> a owl:ObjectProperty" in text


@pytest.mark.parametrize(("name", "role"), [("Visit", "status"), ("Person", "visitor"), ("Planned", "visitor")])
def test_a_frame_cannot_take_a_name_that_means_something_else(name, role):
    with pytest.raises(FrameError):
        common_roles(ontology(event_type(name, {role: (None, "person")}, {})), load_terms())


CLOSURES = [(owlrl.RDFS_Semantics, status) for status in Status if status is not Status.OCCURRED]
"""The closure under OWL-RL is slow, so one status must do for it."""


@pytest.mark.parametrize(("closure", "status"), [*CLOSURES, (owlrl.OWLRL_Semantics, Status.PLANNED)])
def test_a_reasoner_makes_no_visit_of_what_did_not_happen(closure, status):
    graph = to_union(quad for quad in with_status(status).quads() if "graph" not in str(quad.graph_name))
    graph.parse(data=ontology_turtle(ontology()), format="turtle")
    before = set(graph.query(f"SELECT ?e WHERE {{ ?e a <{KG}Visit> }}"))
    owlrl.DeductiveClosure(closure).expand(graph)
    after = set(graph.query(f"SELECT ?e WHERE {{ ?e a <{KG}Visit> }}"))
    assert before == after == set()
    assert (None, RDF.type, URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")) not in graph


def test_a_reasoner_adds_no_participant():
    """What follows from subproperties and superclasses is in the graph already."""
    graph = to_union(with_status(Status.OCCURRED).quads())
    wanted = [URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/hasActor"), URIRef(f"{KG}initiator")]
    events = set(graph.subjects(RDF.type, URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/Event")))
    before = {triple for name in wanted for triple in graph.triples((None, name, None)) if triple[0] in events}
    types = {(s, o) for s, o in graph.subject_objects(RDF.type) if s in events}
    graph.parse(data=ontology_turtle(ontology()), format="turtle")
    owlrl.DeductiveClosure(owlrl.RDFS_Semantics).expand(graph)
    assert {triple for name in wanted for triple in graph.triples((None, name, None)) if triple[0] in events} == before
    assert {(s, o) for s, o in graph.subject_objects(RDF.type) if s in events} - types <= {
        (e, RDFS.Resource) for e in events
    }


def test_the_context_makes_plain_words_of_our_names():
    document = json.loads(context(ontology()))["@context"]
    text = {
        "@context": document,
        "id": f"{BASE}event/1",
        "type": "Visit",
        "status": "kg:Planned",
        "visitor": f"{BASE}actor/1",
        "firstReported": "2025-11-02",
        "label": {"ar": "زيارة", "en": "visit"},
    }
    quads = {str(quad) for quad in parse(json.dumps(text), format=RdfFormat.JSON_LD)}
    event = f"<{BASE}event/1>"
    assert quads == {
        f"{event} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{KG}Visit>",
        f"{event} <{KG}status> <{KG}Planned>",
        f"{event} <{KG}visitor> <{BASE}actor/1>",
        f'{event} <{KG}firstReported> "2025-11-02"^^<http://www.w3.org/2001/XMLSchema#date>',
        f'{event} <http://www.w3.org/2000/01/rdf-schema#label> "زيارة"@ar',
        f'{event} <http://www.w3.org/2000/01/rdf-schema#label> "visit"@en',
    }
