"""Between pyoxigraph and rdflib."""

from collections.abc import Iterable

import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.serialising import graph_name
from kg.graph.vocabulary import PREFIXES


def to_rdflib(quads: Iterable[Quad]) -> rdflib.Dataset:
    """The quads as a dataset; the resolved view is its default graph."""
    dataset = rdflib.Dataset()
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, replace=True)
    for quad in quads:
        name = graph_name(quad)
        graph = dataset.graph(rdflib.URIRef(name)) if name else dataset.default_graph
        graph.add((_node(quad.subject), _node(quad.predicate), _term(quad.object)))
    return dataset


def to_union(quads: Iterable[Quad]) -> rdflib.Graph:
    """The triples of all graphs in one rdflib graph, for validation."""
    graph = rdflib.Graph()
    for quad in quads:
        graph.add((_node(quad.subject), _node(quad.predicate), _term(quad.object)))
    return graph


def _node(term: object) -> rdflib.URIRef | rdflib.BNode:
    """A node; a blank one can only come from a file that was changed by others."""
    return rdflib.URIRef(term.value) if isinstance(term, NamedNode) else rdflib.BNode(str(term)[2:])


def _term(term: object) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        datatype = rdflib.URIRef(term.datatype.value)
        if datatype == rdflib.XSD.string:
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    return _node(term)
