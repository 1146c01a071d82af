"""All quads of a knowledge graph.

| graph | what |
|---|---|
| default | the resolved view: events, actors, places, periods, contradictions, articles, publishers |
| `<base>graph/article/…` | one an article: its claims, arguments, acts of saying, evidence |
| `<base>graph/judgements` | decisions that two things are the same, and the like |
| `<base>graph/provenance` | the run and what it used |
| `<base>graph/description` | the dataset: VoID, DCAT |

So who, what, when and where are asked without GRAPH; with it one asks which article says so, in which words.
"""

from collections.abc import Iterator

from pyoxigraph import Quad

from kg.graph.actors import actor_quads, publisher_quads
from kg.graph.articles import article_quads
from kg.graph.claims import article_graph_quads
from kg.graph.description import Counts, description_quads
from kg.graph.events import contradiction_quads, event_quads
from kg.graph.judgements import judgement_quads
from kg.graph.periods import period_quads
from kg.graph.provenance import Run, provenance_quads
from kg.graph.view import View


def all_quads(view: View, run: Run) -> Iterator[Quad]:
    """Every quad once, in an order that depends only on the set of articles; no blank nodes."""
    counts = Counts()
    yield from counts.watch(_content(view, run))
    yield from description_quads(counts, run, view)


def resolved_quads(view: View) -> Iterator[Quad]:
    """The resolved view."""
    resolution = view.resolution
    for event in resolution.events:
        yield from event_quads(event, view)
    for actor in resolution.actors:
        yield from actor_quads(actor, view)
    for period in resolution.periods:
        yield from period_quads(period, view)
    for contradiction in resolution.contradictions:
        yield from contradiction_quads(contradiction, view)
    yield from publisher_quads(view.articles.values(), view)
    for _, article in sorted(view.articles.items()):
        yield from article_quads(article, view)


def _content(view: View, run: Run) -> Iterator[Quad]:
    yield from resolved_quads(view)
    for _, extraction in sorted(view.extractions.items()):
        yield from article_graph_quads(extraction, view)
    for judgement in view.resolution.judgements:
        yield from judgement_quads(judgement, view)
    yield from provenance_quads(run, view)
