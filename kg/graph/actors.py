"""Actors, places, offices and documents of the resolved view."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.graph.statements import Pairs, describe
from kg.graph.terms import load_terms
from kg.graph.view import View
from kg.graph.vocabulary import (
    DCTERMS,
    KG,
    LABEL,
    OWL,
    SCHEMA,
    SKOS,
    TYPE,
    flag,
    iri,
    label,
    literal,
    named,
    number,
    value,
)
from kg.model import Article, Kind, Label, ResolvedActor, digest
from kg.text import is_arabic, key


def actor_quads(actor: ResolvedActor, view: View) -> Iterator[Quad]:
    """One actor, place, office or document: kind, labels, aliases, search keys, identifiers, where it lies."""
    return describe(view.actor(actor.id), _actor_pairs(actor, view))


def kind_classes(kind: Kind) -> Iterator[NamedNode]:
    """The class of a kind and those above it, so that nobody needs a reasoner."""
    yield value(kind)
    yield from map(named, load_terms().classes[value(kind).value.rpartition("#")[2]].parents)


def publisher_node(article: Article, view: View) -> NamedNode | None:
    """The organisation that published an article; None when the article names none."""
    if not article.publisher:
        return None
    known = view.publisher(article.publisher)
    return view.actor(known.id) if known else view.iris.actor(Kind.ORGANIZATION, _publisher_id(article.publisher))


def publisher_quads(articles: Iterable[Article], view: View) -> Iterator[Quad]:
    """The publishers that no text mentions, as organisations of that name."""
    names: dict[str, str] = {}
    for article in sorted(articles, key=lambda article: article.id):
        if article.publisher and view.publisher(article.publisher) is None:
            names.setdefault(_publisher_id(article.publisher), article.publisher)
    for id, name in sorted(names.items()):
        lang = "ar" if is_arabic(name) else "en"
        actor = ResolvedActor(id, Kind.ORGANIZATION, labels=(Label(name, lang),), mentions=())
        yield from describe(view.iris.actor(actor.kind, id), _actor_pairs(actor, view))


def _publisher_id(name: str) -> str:
    return digest("publisher", key(name) or name)


def _actor_pairs(actor: ResolvedActor, view: View) -> Pairs:
    yield from _name_pairs(actor)
    yield KG("named"), flag(actor.named)
    yield KG("count"), number(actor.count) if actor.count is not None else None
    code = view.country(actor)
    yield KG("country"), literal(code) if code else None
    yield DCTERMS("identifier"), literal(actor.entry) if actor.entry else None
    yield from ((OWL("sameAs"), iri(other)) for other in actor.same_as)
    yield SCHEMA("containedInPlace"), view.actor(actor.within) if actor.within and actor.within in view.actors else None
    yield SCHEMA("latitude"), number(actor.latitude) if actor.latitude is not None else None
    yield SCHEMA("longitude"), number(actor.longitude) if actor.longitude is not None else None


def _name_pairs(actor: ResolvedActor) -> Pairs:
    """Classes; one label a language, the first; all other names as alternatives; the search keys of all."""
    yield from ((TYPE, name) for name in kind_classes(actor.kind))
    languages: set[str] = set()
    for name in (*actor.labels, *actor.aliases):
        first = name in actor.labels and name.lang not in languages
        languages.add(name.lang)
        yield LABEL if first else SKOS("altLabel"), label(name.text, name.lang)
        yield KG("generatedLabel"), label(name.text, name.lang) if name.generated else None
        yield KG("key"), literal(key(name.text)) if key(name.text) else None
