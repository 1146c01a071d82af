"""Events and contradictions of the resolved view."""

from collections.abc import Iterator
from datetime import date

from pyoxigraph import NamedNode, Quad

from kg.graph.roles import countries, fillers, has_side, participants, places, side, totals
from kg.graph.statements import Pairs, describe, time_pairs
from kg.graph.titles import event_labels
from kg.graph.view import View
from kg.graph.vocabulary import KG, LABEL, SEM, TYPE, day, label, literal, number, value
from kg.model import Claim, Contradiction, Event, Precision, Status
from kg.text import is_arabic


def event_quads(event: Event, view: View) -> Iterator[Quad]:
    """One event of the resolved view; an instance of its types exactly when it is said to have happened."""
    return describe(view.iris.event(event.id), _event_pairs(event, view))


def contradiction_quads(contradiction: Contradiction, view: View) -> Iterator[Quad]:
    """A contradiction: the event, the property on which its claims differ, and the claims."""
    return describe(view.iris.contradiction(contradiction.id), _contradiction_pairs(contradiction, view))


def event_claims(event: Event, view: View) -> list[Claim]:
    """The claims of an event, the earliest first: by day of publication, article, place in the text."""
    claims = [view.claims[id] for id in event.claims if id in view.claims]
    return sorted(claims, key=lambda claim: (view.articles[claim.article].day, claim.article, claim.triggers, claim.id))


def _event_pairs(event: Event, view: View) -> Pairs:
    yield TYPE, SEM("Event")
    yield KG("eventType"), view.event_type(event.type)
    yield from _type_pairs(event, view)
    yield KG("status"), value(event.status)
    yield KG("voice"), KG("Attributed" if event.attributed else "Own")
    yield KG("quad"), value(view.ontology.types[event.type].quad)
    yield KG("manner"), value(event.manner) if event.manner else None
    yield KG("mode"), view.mode(event.mode) if event.mode else None
    yield KG("content"), view.iris.event(event.content) if event.content and event.content in view.events else None
    yield from _role_pairs(event, view)
    yield from _side_pairs(event, view)
    yield from _place_pairs(event, view)
    yield from time_pairs(event.time, _time_language(event, view))
    yield from _source_pairs(event, view)
    yield from _label_pairs(event, view)


def _label_pairs(event: Event, view: View) -> Pairs:
    for title in event_labels(event, view):
        yield LABEL, label(title.text, title.lang)
        yield KG("generatedLabel"), label(title.text, title.lang) if title.generated else None


def _type_pairs(event: Event, view: View) -> Pairs:
    if event.status is Status.OCCURRED:
        for event_type in view.ancestors(event.type):
            yield TYPE, view.event_type(event_type.name)


def _role_pairs(event: Event, view: View) -> Pairs:
    for role, actor in fillers(event, view):
        yield view.role_property(role.name), view.actor(actor.id)
    for actor in participants(event, view):
        yield SEM("hasActor"), view.actor(actor.id)
    counts = totals(event, view)
    yield from ((KG("memberCount"), number(count)) for count in counts)
    yield KG("memberCountOn"), day(_count_day(event)) if counts else None


def _count_day(event: Event) -> date:
    """The day of which a total is told: the event's when it is known to the day, else that of the first report."""
    return event.time.earliest if event.time.precision is Precision.DAY else event.first_reported


def _side_pairs(event: Event, view: View) -> Pairs:
    for name in ("initiator", "recipient"):
        actors = side(event, view, name)
        for actor in filter(has_side, actors):
            yield KG(name), view.actor(actor.id)
        for code in countries(actors, view):
            yield KG(f"{name}Country"), literal(code)


def _place_pairs(event: Event, view: View) -> Pairs:
    found = places(event, view)
    for place in found:
        yield SEM("hasPlace"), view.actor(place.id)
    for code in countries(found, view):
        yield KG("country"), literal(code)


def _source_pairs(event: Event, view: View) -> Pairs:
    yield KG("firstReported"), day(event.first_reported)
    yield KG("independentSources"), number(event.independent_sources)
    for name in event.contested:
        yield KG("contested"), _contested(name, view)
    for speaker in event.speakers:
        yield KG("accordingTo"), view.actor(speaker) if speaker in view.actors else None
    for claim in event_claims(event, view):
        yield KG("reportedIn"), view.iris.article(claim.article)


def _contested(name: str, view: View) -> NamedNode:
    """The property whose value is contested."""
    return KG(name) if name in ("status", "time", "place") else view.role_property(name)


def _time_language(event: Event, view: View) -> str:
    """The language of the article whose words date the event, else that of their script."""
    for claim in event_claims(event, view):
        if claim.time is not None and claim.time.text == event.time.text:
            return view.articles[claim.article].lang
    return "ar" if is_arabic(event.time.text) else "en"


def _contradiction_pairs(contradiction: Contradiction, view: View) -> Pairs:
    yield TYPE, KG("Contradiction")
    yield KG("about"), view.iris.event(contradiction.event)
    yield KG("contested"), _contested(contradiction.about, view)
    yield from ((KG("claim"), view.iris.claim(claim)) for claim in contradiction.claims)
