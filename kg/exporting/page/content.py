"""What the page knows of each node: the values of its panel, as plain JSON values."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.exporting.page.projection import Projection
from kg.exporting.page.sentences import around
from kg.model import OPEN_END, OPEN_START, Article, Claim, Contradiction, Event, Label, Period, ResolvedActor, Time

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

LANGUAGES = ("ar", "en")
EVIDENCE = 3
"""How many sentences of one claim are shown at most."""


class Content:
    """Looks up what the panels say. Made once for one graph and what of it is drawn."""

    def __init__(self, graph: "KnowledgeGraph", projection: Projection) -> None:
        self.graph = graph
        self.projection = projection
        self.articles: Mapping[str, Article] = {article.id: article for article in graph.articles}
        self.claims = {claim.id: claim for extraction in graph.extractions for claim in extraction.claims}
        self.placed = graph.resolution.placed
        self.drawn = {each.id for each in projection.events} | {each.id for each in projection.actors}
        self.names = {actor.id: both(actor.labels) for actor in graph.resolution.actors}

    def event(self, event: Event) -> dict[str, Any]:
        """The panel of an event."""
        return {
            "event": True,
            "label": event_label(event, self.graph),
            "type": event.type,
            "status": event.status.value,
            "manner": event.manner,
            "mode": event.mode,
            "time": time(event.time),
            "place": event.place,
            "roles": [list(pair) for pair in event.roles],
            "says": list(event.speakers),
            "reported": event.first_reported.isoformat(),
            "sources": event.independent_sources,
            "contested": list(event.contested),
            "content": event.content,
            "claims": [self.claim(self.claims[id]) for id in event.claims if id in self.claims],
        }

    def claim(self, claim: Claim) -> dict[str, Any]:
        """One claim: which article says what, according to whom, in which sentences (before, trigger, after)."""
        article = self.articles[claim.article]
        speaker = self.placed.get((claim.article, claim.speaker)) if claim.speaker else None
        return {
            "id": claim.id,
            "article": claim.article,
            "factuality": claim.factuality.value,
            "says": speaker,
            "time": time(claim.time) if claim.time else None,
            "sentences": [list(around(article.text, span)) for span in claim.triggers[:EVIDENCE]],
        }

    def actor(self, actor: ResolvedActor) -> dict[str, Any]:
        """The panel of an actor, place, office or document."""
        shown = self.names[actor.id].values()
        return {
            "event": False,
            "label": both(actor.labels),
            "kind": actor.kind.value,
            "generated": [label.lang for label in actor.labels if label.generated],
            "aliases": [{"text": each.text, "lang": each.lang} for each in actor.aliases if each.text not in shown],
            "country": actor.country,
            "within": actor.within,
            "count": actor.count,
            "same": list(actor.same_as),
            "periods": [period(each) for each in self.periods(actor.id)],
        }

    def periods(self, actor: str) -> list[Period]:
        """The memberships and terms of office that an actor is a side of."""
        sides = (
            each for each in self.graph.resolution.periods if actor in (each.holder, each.organization, each.office)
        )
        return sorted(sides, key=lambda each: (each.latest_start, each.id))

    def mentioned(self) -> dict[str, dict[str, str]]:
        """The names of actors that panels name though they are not drawn."""
        wanted: set[str] = set()
        for event in self.projection.events:
            wanted.update(actor for _, actor in event.roles)
            wanted.update(event.speakers)
            wanted.update([event.place] if event.place else [])
            said = (self.claims[id] for id in event.claims if id in self.claims)
            wanted.update(self.placed.get((claim.article, claim.speaker or ""), "") for claim in said)
        for actor in self.projection.actors:
            wanted.update(
                side
                for each in self.periods(actor.id)
                for side in (each.holder, each.organization, each.office)
                if side
            )
            wanted.update([actor.within] if actor.within else [])
        return {id: self.names[id] for id in sorted(wanted - self.drawn) if id in self.names}

    def sources(self) -> dict[str, dict[str, Any]]:
        """The articles that the panels quote, by id."""
        quoted = {
            self.claims[id].article for event in self.projection.events for id in event.claims if id in self.claims
        }
        return {id: source(self.articles[id]) for id in sorted(quoted)}

    def contradictions(self) -> list[dict[str, Any]]:
        """The contradictions between claims of events that are drawn."""
        return [contradiction(each) for each in self.graph.resolution.contradictions if each.event in self.drawn]


def both(labels: Iterable[Label]) -> dict[str, str]:
    """The best label in each language; a language without one borrows the other's, so that nothing is nameless."""
    found: dict[str, str] = {}
    for label in labels:
        found.setdefault(label.lang.partition("-")[0], label.text)
    fallback = next(iter(found.values()), "?")
    return {lang: found.get(lang, fallback) for lang in LANGUAGES}


def event_label(event: Event, graph: "KnowledgeGraph") -> dict[str, str]:
    """The title of an event in each language; the name of its type where no title was made."""
    made = {label.lang: label.text for label in event.labels}
    return {lang: made.get(lang) or type_label(event.type, graph)[lang] for lang in LANGUAGES}


def type_label(name: str, graph: "KnowledgeGraph") -> dict[str, str]:
    """The name of an event type in each language."""
    known = graph.ontology.types.get(name)
    return {lang: known.label[lang] if known else name for lang in LANGUAGES}


def time(when: Time) -> dict[str, str | None]:
    """A time: its bounds (None where open), what they mean, and the words that it comes from."""
    return {
        "earliest": None if when.earliest == OPEN_START else when.earliest.isoformat(),
        "latest": None if when.latest == OPEN_END else when.latest.isoformat(),
        "precision": when.precision.value,
        "text": when.text,
    }


def period(each: Period) -> dict[str, Any]:
    """A membership or term of office; bounds are None where open."""
    return {
        "kind": each.kind.value,
        "holder": each.holder,
        "organization": each.organization,
        "office": each.office,
        "start": None if each.earliest_start == OPEN_START else each.earliest_start.isoformat(),
        "end": None if each.latest_end == OPEN_END else each.latest_end.isoformat(),
        "stated": [day.isoformat() for day in each.stated],
    }


def source(article: Article) -> dict[str, Any]:
    """An article, without its text; `url` only when a browser may safely follow it."""
    safe = article.url if article.url and article.url.startswith(("https://", "http://")) else None
    return {
        "title": article.title,
        "lang": article.lang,
        "published": article.published,
        "publisher": article.publisher,
        "url": safe,
    }


def contradiction(each: Contradiction) -> dict[str, Any]:
    """A contradiction: of which event, about which value, between which claims."""
    return {"event": each.event, "about": each.about, "claims": list(each.claims)}
