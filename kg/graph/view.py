"""Everything that the modules of this folder look up while they describe one knowledge graph."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.errors import FrameError
from kg.gazetteer import Entry, Gazetteer
from kg.graph.terms import Terms, load_terms
from kg.graph.vocabulary import KG, Iris, term_name
from kg.model import Article, Claim, Event, Extraction, Kind, Resolution, ResolvedActor
from kg.ontology import EventType, Ontology, Role
from kg.text import key

SHARED_NAMES = frozenset({"initiator", "recipient", "speaker", "office", "organization", "document"})
"""Properties that may also be roles of event types, since they mean the same."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The parts of a knowledge graph, by id. Made by `view_of`, never changed."""

    iris: Iris
    articles: Mapping[str, Article]
    extractions: Mapping[str, Extraction]
    claims: Mapping[str, Claim]
    resolution: Resolution
    actors: Mapping[str, ResolvedActor]
    events: Mapping[str, Event]
    ontology: Ontology
    gazetteer: Gazetteer
    by_name: Mapping[str, ResolvedActor | None]
    common_roles: frozenset[str]
    common_modes: frozenset[str]

    def actor(self, id: str) -> NamedNode:
        """The IRI of a resolved actor."""
        return self.iris.actor(self.actors[id].kind, id)

    def placed(self, article: str, actor: str) -> NamedNode | None:
        """The IRI of what an actor of an article was resolved to; None when it was left out."""
        id = self.resolution.placed.get((article, actor))
        return None if id is None else self.actor(id)

    def event_type(self, name: str) -> NamedNode:
        """The class of an event type."""
        return self.iris.own(name) if self.ontology.types[name].own else KG(name)

    def ancestors(self, name: str) -> tuple[EventType, ...]:
        """The event type and all those above it, nearest first."""
        chain = []
        step: str | None = name
        while step is not None:
            chain.append(self.ontology.types[step])
            step = self.ontology.types[step].parent
        return tuple(chain)

    def role(self, type: str, name: str) -> Role | None:
        """What a type, or one above it, says of its role; None when none does."""
        return next((t.roles[name] for t in self.ancestors(type) if name in t.roles), None)

    def role_property(self, name: str) -> NamedNode:
        """The property of a role; a user's own only when none of our types has a role of that name."""
        return KG(name) if name in self.common_roles else self.iris.own(name)

    def mode(self, name: str) -> NamedNode:
        """The individual of a mode; a user's own only when none of our types has a mode of that name."""
        return KG(term_name(name)) if name in self.common_modes else self.iris.own(term_name(name))

    def entry(self, id: str | None) -> Entry | None:
        """The gazetteer's row of that id, None when there is none (any more)."""
        return self.gazetteer.entry(id) if id is not None and id in self.gazetteer else None

    def country(self, actor: ResolvedActor) -> str | None:
        """The alpha-3 code of the state that an actor is, or belongs to, or lies in."""
        entry = self.entry(actor.entry)
        return actor.country or (entry.country if entry else None)

    def publisher(self, name: str) -> ResolvedActor | None:
        """The organisation of that name among the resolved actors, when there is just one."""
        return self.by_name.get(key(name))


def view_of(
    articles: Iterable[Article],
    extractions: Iterable[Extraction],
    resolution: Resolution,
    *,
    ontology: Ontology,
    gazetteer: Gazetteer,
    base: str,
) -> View:
    """The view of these parts; raises `FrameError` when a frame takes a name that means something else already."""
    readings = {extraction.article: extraction for extraction in extractions}
    return View(
        iris=Iris(base),
        articles={article.id: article for article in articles},
        extractions=readings,
        claims={claim.id: claim for extraction in readings.values() for claim in extraction.claims},
        resolution=resolution,
        actors={actor.id: actor for actor in resolution.actors},
        events={event.id: event for event in resolution.events},
        ontology=ontology,
        gazetteer=gazetteer,
        by_name=_organizations(resolution.actors),
        common_roles=common_roles(ontology, load_terms()),
        common_modes=common_modes(ontology, load_terms()),
    )


def common_roles(ontology: Ontology, terms: Terms) -> frozenset[str]:
    """The names of the roles of our own event types; raises `FrameError` for one that means something else already."""
    names: set[str] = set()
    for event_type in ontology.types.values():
        if event_type.own:
            continue
        taken = (terms.properties.keys() - SHARED_NAMES) & event_type.roles.keys()
        if event_type.name in terms.classes or event_type.name in terms.individuals:
            taken = {event_type.name}
        if taken:
            raise FrameError(f"{min(taken)!r} is the name of something else in the ontology", where=event_type.where)
        names.update(event_type.roles)
    return frozenset(names)


def common_modes(ontology: Ontology, terms: Terms) -> frozenset[str]:
    """The modes of our own event types; raises `FrameError` for one whose name means something else already."""
    names: set[str] = set()
    types = {name for name, event_type in ontology.types.items() if not event_type.own}
    for event_type in (ontology.types[name] for name in sorted(types)):
        for mode in event_type.modes:
            if term_name(mode) in types | terms.classes.keys() | terms.individuals.keys():
                raise FrameError(f"mode {mode!r} is the name of something else in the ontology", where=event_type.where)
        names.update(event_type.modes)
    return frozenset(names)


def _organizations(actors: Iterable[ResolvedActor]) -> dict[str, ResolvedActor | None]:
    """Key of a name -> the organisation of that name; None when several have it."""
    found: dict[str, ResolvedActor | None] = {}
    for actor in actors:
        if actor.kind is not Kind.ORGANIZATION or not actor.named:
            continue
        for name in {key(label.text) for label in (*actor.labels, *actor.aliases)}:
            found[name] = actor if found.get(name, actor) is actor else None
    return found
