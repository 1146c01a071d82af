"""A small world: a hand-made ontology and gazetteer, and a builder of articles with what was read out of them."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kg.gazetteer import Entry, Gazetteer, Term
from kg.model import (
    Actor,
    Argument,
    Article,
    Claim,
    Event,
    Extraction,
    Factuality,
    Judgement,
    Kind,
    Precision,
    Resolution,
    ResolvedActor,
    Span,
    Time,
    digest,
)
from kg.ontology import EventType, Ontology, Role
from kg.resolution import resolve


def event_type(
    name: str,
    core: str,
    *,
    many: str = "",
    extra: str = "",
    quad: str = "verbal-cooperation",
    period: str | None = None,
) -> EventType:
    roles = {
        role: Role(role, {"en": role, "ar": role}, frozenset(Kind), many=role in many.split())
        for role in [*core.split(), *extra.split()]
    }
    return EventType(
        name=name,
        parent=None,
        label={"en": name, "ar": name},
        definition={"en": name, "ar": name},
        titles={},
        quad=quad,
        roles=roles,
        core=tuple(core.split()),
        patterns={},
        examples=(),
        period=period,
    )


TYPES = (
    event_type("Visit", "visitor destination", many="visitor", extra="host"),
    event_type("Meeting", "participant", many="participant"),
    event_type("Signing", "signatory document", many="signatory"),
    event_type("Attack", "attacker target", many="attacker target", quad="material-conflict"),
    event_type("Joining", "member organization", many="member", period="joins"),
    event_type("Membership", "member organization", many="member", period="states"),
    event_type("Leaving", "member organization", many="member", period="leaves"),
    event_type("TakingOffice", "officeholder office", extra="body", period="takes-office"),
    event_type("LeavingOffice", "officeholder office", extra="body", period="leaves-office"),
    event_type("Invitation", "inviter invitee", many="invitee"),
)

ENTRIES = (
    Entry(
        "Q858",
        Kind.STATE,
        {"en": "Syria", "ar": "سوريا"},
        (("ar", "الجمهورية العربية السورية", "official"), ("en", "Siria", "variant")),
        "SYR",
    ),
    Entry("Q30", Kind.STATE, {"en": "United States", "ar": "الولايات المتحدة"}, country="USA"),
    Entry("Q43", Kind.STATE, {"en": "Turkey", "ar": "تركيا"}, country="TUR"),
    Entry("gn:170654", Kind.PLACE, {"en": "Damascus", "ar": "دمشق"}, (), "SYR", "x-rif", 33.5, 36.3, capital_of="Q858"),
    Entry("x-rif", Kind.PLACE, {"en": "Damascus Governorate", "ar": "محافظة دمشق"}, (), "SYR", "Q858"),
    Entry("Q61", Kind.PLACE, {"en": "Washington", "ar": "واشنطن"}, (), "USA", "Q30", 38.9, -77.0),
    Entry("Q7172", Kind.ORGANIZATION, {"en": "Arab League", "ar": "جامعة الدول العربية"}),
    Entry("Q1", Kind.PERSON, {"en": "Sami Haddad", "ar": "سامي حداد"}, country="SYR"),
)
TERMS = (Term("Q1", "Haddad", "president", "Q858", *[date(2000, 7, 1)] * 2, *[date(2011, 3, 1)] * 2),)
TITLES = {"president": "president", "رييس": "president"}


def day(text: str) -> Time:
    value = date.fromisoformat(text)
    return Time(value, value, Precision.DAY, text)


@dataclass
class World:
    ontology: Ontology
    gazetteer: Gazetteer
    articles: list[Article] = field(default_factory=list)
    actors: dict[str, list[Actor]] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=dict)

    def article(self, id: str, published: str, *, publisher: str | None = None, lang: str = "en") -> str:
        self.articles.append(Article(id, lang, published, id, id, publisher or f"Outlet {id}"))
        self.actors[id], self.claims[id] = [], []
        return id

    def actor(self, article: str, name: str, kind: Kind = Kind.PERSON, **more: object) -> tuple[str, str]:
        known = self.actors[article]
        start = 10 * len(known)
        made = Actor(f"x{len(known) + 1}", kind, name, (Span(start, start + len(name)),))
        known.append(replace(made, **more))  # type: ignore[arg-type]
        return article, made.id

    def entry(self, article: str, id: str) -> tuple[str, str]:
        row = self.gazetteer.entry(id)
        return self.actor(article, row.names["en"], row.kind, entry=id, country=row.country)

    def claim(
        self,
        article: str,
        type: str,
        roles: Mapping[str, tuple[str, str] | Iterable[tuple[str, str]]],
        factuality: Factuality = Factuality.OCCURRED,
        *,
        place: tuple[str, str] | None = None,
        speaker: tuple[str, str] | None = None,
        **more: object,
    ) -> str:
        number = len(self.claims[article])
        fillers = [(role, x) for role, some in roles.items() for x in ([some] if isinstance(some, tuple) else some)]
        made = Claim(
            id=digest("claim", article, type, str(number)),
            article=article,
            type=type,
            triggers=(Span(number, number + 1),),
            arguments=tuple(Argument(role, actor, Span(0, 1)) for role, (_, actor) in fillers),
            factuality=factuality,
            place=Argument("place", place[1], Span(0, 1)) if place else None,
            speaker=speaker[1] if speaker else None,
        )
        self.claims[article].append(replace(made, **more))  # type: ignore[arg-type]
        return made.id

    def extractions(self) -> list[Extraction]:
        return [Extraction(a.id, tuple(self.actors[a.id]), tuple(self.claims[a.id])) for a in self.articles]

    def resolve(self, *judgements: Judgement, seed: int | None = None) -> Resolution:
        articles, extractions, given = list(self.articles), self.extractions(), list(judgements)
        if seed is not None:
            for items in (articles, extractions, given):
                random.Random(seed).shuffle(items)
        return resolve(articles, extractions, ontology=self.ontology, gazetteer=self.gazetteer, judgements=given)


def where(resolution: Resolution, member: tuple[str, str]) -> ResolvedActor:
    """The resolved actor that a member went to."""
    return next(actor for actor in resolution.actors if actor.id == resolution.placed[member])


def event_of(resolution: Resolution, claim: str) -> Event:
    """The event that a claim is about."""
    return next(event for event in resolution.events if event.id == resolution.about[claim])
