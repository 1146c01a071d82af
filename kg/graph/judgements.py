"""The graph of judgements: who decided that two things are the same, or that a claim is rejected, and why."""

from collections.abc import Iterator

from pyoxigraph import Quad

from kg.errors import InputError
from kg.graph.statements import Pairs, Value, describe
from kg.graph.view import View
from kg.graph.vocabulary import KG, TYPE, iri, literal, number, value
from kg.model import Judgement


def judgement_quads(judgement: Judgement, view: View) -> Iterator[Quad]:
    """One judgement, in the graph of judgements."""
    return describe(view.iris.judgement(judgement.id), _pairs(judgement, view), view.iris.graph("judgements"))


def _pairs(judgement: Judgement, view: View) -> Pairs:
    yield TYPE, KG("Judgement")
    yield KG("left"), _side(judgement.left, view)
    yield KG("right"), _side(judgement.right, view) if judgement.right else None
    yield KG("verdict"), value(judgement.verdict)
    yield KG("by"), literal(judgement.by)
    yield KG("reason"), literal(judgement.reason)
    yield KG("score"), number(float(judgement.score))


def _side(name: str, view: View) -> Value:
    """What is judged: the actor, event or claim of that id, an IRI as it stands, else the bare id."""
    if name in view.actors:
        return view.actor(name)
    if name in view.events:
        return view.iris.event(name)
    if name in view.claims:
        return view.iris.claim(name)
    try:
        return iri(name)
    except InputError:
        return literal(name)
