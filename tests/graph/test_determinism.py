import hashlib
import subprocess
import sys

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.compare import to_isomorphic

from kg.graph.conversion import to_rdflib

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.*is deprecated:DeprecationWarning")  # by rdflib, of itself
WRITE = (
    "import sys; from pathlib import Path; from tests.graph.builders import sample; sample().write(Path(sys.argv[1]))"
)


def test_the_hash_seed_does_not_show_in_any_file(root, built, tmp_path):
    folder = tmp_path / "out"
    environment = {"PYTHONHASHSEED": "4711", "PYTHONPATH": str(root), "PATH": ""}
    subprocess.run([sys.executable, "-c", WRITE, str(folder)], check=True, env=environment, cwd=root)
    digests = [
        {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in where.iterdir()}
        for where in (built, folder)
    ]
    assert digests[0] == digests[1]


def terms(quad) -> tuple[str, str, str, str]:
    return str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name)


def test_pyoxigraph_and_rdflib_read_the_same_from_graph_nq(built):
    ours = {terms(quad) for quad in parse(path=built / "graph.nq", format=RdfFormat.N_QUADS)}
    dataset = rdflib.Dataset()
    dataset.parse(built / "graph.nq", format="nquads")
    theirs = set()
    for subject, predicate, object, name in dataset.quads():
        graph = "DEFAULT" if name is None or name == rdflib.graph.DATASET_DEFAULT_GRAPH_ID else f"<{name}>"
        theirs.add((f"<{subject}>", f"<{predicate}>", canonical(object), graph))
    assert theirs == ours


def canonical(term: rdflib.term.Node) -> str:
    """The N-Triples form as pyoxigraph writes it."""
    if not isinstance(term, rdflib.Literal):
        return f"<{term}>"
    if term.language:
        return str(pyoxigraph.Literal(str(term), language=term.language))
    return str(pyoxigraph.Literal(str(term), datatype=pyoxigraph.NamedNode(str(term.datatype or rdflib.XSD.string))))


def test_rdflib_gets_the_same_set_by_the_short_way(built, graph):
    parsed = rdflib.Dataset()
    parsed.parse(built / "graph.nq", format="nquads")
    assert set(to_rdflib(graph.quads()).quads()) == set(parsed.quads())
    assert to_isomorphic(graph.to_rdflib().default_graph) == to_isomorphic(parsed.default_graph)
