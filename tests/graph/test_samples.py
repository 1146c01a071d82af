"""The graph of the sample articles: the example queries, and plain type queries, in more than one engine."""

from pathlib import Path

import owlrl
import pytest
import rdflib

from kg.graph.examples import Example, examples
from kg.graph.query import bind, run_query
from kg.resources import ontology_folder
from tests.graph.test_examples import ours, theirs

pytestmark = pytest.mark.filterwarnings(
    "ignore:Dataset.(default_context|contexts) is deprecated:DeprecationWarning"
)  # rdflib's own
GIVEN = {
    "members-on-day": {"organization": "حلف شمال الأطلسي", "day": "2024-04-01"},
}
"""Parameters with which an example has something to find, where its defaults find nothing in these articles."""
VISITS = "PREFIX kg: <https://w3id.org/hadath/ontology#> SELECT ?e WHERE { ?e a kg:Visit }"
OCCURRED = f"{VISITS[:-1]}; kg:eventType kg:Visit ; kg:status kg:Occurred }}"


@pytest.fixture(scope="module")
def dataset(samples: Path) -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=False)
    dataset.parse(data=(samples / "graph.nq").read_text(encoding="utf8"), format="nquads")
    return dataset


@pytest.mark.parametrize("one", examples().values(), ids=lambda one: one.name)
def test_example_finds_the_same_in_two_engines(one: Example, samples: Path, dataset: rdflib.Dataset) -> None:
    values = one.values(GIVEN.get(one.name, {}))
    answer = run_query(samples, one.sparql, parameters=values)
    result = dataset.query(bind(one.sparql, values))
    assert [tuple(map(ours, row)) for row in answer.rows] == [tuple(map(theirs, row)) for row in result]  # type: ignore[arg-type]
    assert answer.rows


def test_plain_type_query_gives_what_occurred_before_and_after_a_closure(samples: Path) -> None:
    """A reasoner must not turn planned, denied or disputed visits into visits."""
    graph = rdflib.Graph()
    graph.parse(data=(samples / "graph.ttl").read_text(encoding="utf8"), format="turtle")
    graph.parse(data=(ontology_folder() / "ontology.ttl").read_text(encoding="utf8"), format="turtle")
    occurred = set(graph.query(OCCURRED))
    assert set(graph.query(VISITS)) == occurred
    owlrl.DeductiveClosure(owlrl.RDFS_Semantics).expand(graph)
    assert set(graph.query(VISITS)) == occurred
    others = graph.query(VISITS.replace("a kg:Visit", "kg:eventType kg:Visit ; kg:status kg:Planned"))
    assert len(set(others)) > 0, "there is a planned visit that could have been taken for one"
