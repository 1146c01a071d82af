"""The graph of provenance: which run of which version made the graphs of the articles, with what.

A run's id is made from the version, the settings and the digests of all that went in; there is no clock, so the same
run of anybody has the same id.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Quad

from kg.graph.statements import Pairs, describe
from kg.graph.view import View
from kg.graph.vocabulary import KG, LABEL, PROV, TYPE, label, literal
from kg.model import digest


@dataclass(frozen=True, slots=True)
class Run:
    """What made a graph. `extractor`: version and models; `settings`: those that are no paths; the rest are digests."""

    version: str
    extractor: str
    settings: dict[str, object]
    ontology: str
    gazetteer: str
    articles: str

    @property
    def id(self) -> str:
        """The hashed part of its IRI."""
        settings = json.dumps(self.settings, sort_keys=True, ensure_ascii=False)
        return digest(self.version, self.extractor, settings, self.ontology, self.gazetteer, self.articles)


def provenance_quads(run: Run, view: View) -> Iterator[Quad]:
    """The run, the software, and for every article's graph where it comes from."""
    graph = view.iris.graph("provenance")
    yield from describe(view.iris.run(run.id), _run_pairs(run, view), graph)
    yield from describe(view.iris.agent(run.version), _agent_pairs(run), graph)
    for article in sorted(view.extractions):
        pairs = [
            (TYPE, PROV("Entity")),
            (PROV("wasGeneratedBy"), view.iris.run(run.id)),
            (PROV("wasDerivedFrom"), view.iris.article(article)),
        ]
        yield from describe(view.iris.claims_graph(article), pairs, graph)


def _run_pairs(run: Run, view: View) -> Pairs:
    yield TYPE, PROV("Activity")
    yield LABEL, label(f"Hadath {run.version}: {len(view.articles)} articles", "en")
    yield LABEL, label(f"حدث {run.version}: {len(view.articles)} من المقالات", "ar")
    yield PROV("wasAssociatedWith"), view.iris.agent(run.version)
    yield KG("extractor"), literal(run.extractor)
    yield KG("ontologyDigest"), literal(run.ontology)
    yield KG("gazetteerDigest"), literal(run.gazetteer)
    yield KG("articlesDigest"), literal(run.articles)
    yield from ((PROV("used"), view.iris.article(article)) for article in sorted(view.articles))


def _agent_pairs(run: Run) -> Pairs:
    yield TYPE, PROV("SoftwareAgent")
    yield LABEL, label(f"Hadath {run.version}", "en")
    yield LABEL, label(f"حدث {run.version}", "ar")
    yield KG("version"), literal(run.version)
