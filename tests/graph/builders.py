"""Two articles, one Arabic and one English, and by hand what is read out of them and made of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kg.gazetteer import Entry, Gazetteer
from kg.gazetteer.offices import Offices
from kg.graph import KnowledgeGraph
from kg.model import (
    OPEN_END,
    OPEN_START,
    Actor,
    Argument,
    Article,
    Claim,
    Contradiction,
    Event,
    Extraction,
    Factuality,
    Issue,
    Judgement,
    Kind,
    Label,
    Period,
    PeriodKind,
    Precision,
    Resolution,
    ResolvedActor,
    Severity,
    Span,
    Stance,
    Status,
    Time,
    Utterance,
    Verdict,
    digest,
)
from kg.ontology import EventType, Ontology, Role
from kg.settings import Settings

KG = "https://w3id.org/hadath/ontology#"
BASE = "https://w3id.org/hadath/id/"

ARABIC = Article(
    id="ar/sharaa",
    lang="ar",
    published="2025-11-02T09:30:00+03:00",
    title="الشرع يزور واشنطن",
    text=(
        "الشرع يزور واشنطن\n\n"
        "أعلن المبعوث الأميركي توم باراك في المنامة السبت أن الرئيس السوري أحمد الشرع "
        "سيزور واشنطن يوم 10 نوفمبر الجاري. "
        "ولن تزور الوفود موسكو. ووقّعت سوريا والعراق اتفاق الطاقة في دمشق. وسوريا عضو في جامعة الدول العربية. "
        "وهاجم مسلحون تدمر."
    ),
    publisher="عينات حدث",
    url="https://example.org/ar/الشرع",
)
ENGLISH = Article(
    id="en-sharaa",
    lang="en",
    published="2025-11-03",
    title="Sharaa to visit Washington",
    text=(
        "Sharaa to visit Washington\n\n"
        "Ahmed al-Sharaa will visit Washington on 10 November, Tom Barrack said. "
        "Syria and Iraq signed the Energy Accord. "
        "Nobody attacked Palmyra, the ministry said."
    ),
    publisher="Hadath samples",
    url="javascript:alert(1)",
)


def span(article: Article, words: str, nth: int = 0) -> Span:
    """The n-th occurrence of these words in an article."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return Span(start, start + len(words))


def event_type(
    name: str, roles: Mapping[str, tuple[str | None, str]], titles: Mapping[str, Mapping[str, str]], **more: object
) -> EventType:
    """An event type of ours without patterns; `roles`: name -> (side, kinds with spaces between)."""
    built = {
        role: Role(role, {"ar": f"دور {role}", "en": role}, frozenset(map(Kind, kinds.split())), side)
        for role, (side, kinds) in roles.items()
    }
    values = {
        "name": name,
        "parent": None,
        "label": {"ar": f"نوع {name}", "en": name.lower()},
        "definition": {"ar": "تعريف", "en": "definition"},
        "titles": titles,
        "quad": "verbal-cooperation",
        "roles": built,
        "core": tuple(built),
        "patterns": {},
        "examples": (),
    }
    return EventType(**(values | more))


ACTING = "person organization state group"
VISIT = event_type(
    "Visit",
    {"visitor": ("initiator", ACTING), "host": ("recipient", ACTING), "destination": ("recipient", "place state")},
    {
        "ar": {
            "occurred": "زيارة {visitor} إلى {destination} {host}",
            "planned": "زيارة مرتقبة من {visitor} إلى {destination} {host}",
            "negated": "لا زيارة من {visitor} إلى {destination} {host}",
        },
        "en": {
            "occurred": "{visitor} visits {destination} {host}",
            "planned": "{visitor} to visit {destination} {host}",
            "negated": "no visit of {visitor} to {destination} {host}",
        },
    },
    mappings={"plover": "CONSULT/visit", "cameo": ["042", "043"], "schema": ["schema:TravelAction"]},
)
SIGNING = event_type(
    "Signing",
    {"signatory": ("both", ACTING), "document": (None, "document")},
    {
        "ar": {"occurred": "توقيع {signatory} على {document}"},
        "en": {"occurred": "{signatory} sign {document}"},
    },
)
MEMBERSHIP = event_type(
    "Membership",
    {"member": ("initiator", ACTING), "organization": ("recipient", "organization document")},
    {
        "ar": {"occurred": "عضوية {member} في {organization}"},
        "en": {"occurred": "membership of {member} in {organization}"},
    },
    period="states",
)
ATTACK = event_type(
    "Attack",
    {"attacker": ("initiator", ACTING), "target": ("recipient", f"{ACTING} place")},
    {"ar": {"occurred": "هجوم على {target}"}, "en": {"occurred": "attack on {target}"}},
    quad="material-conflict",
    modes=("armed", "bomb"),
    mode_labels={"armed": {"ar": "مسلح", "en": "armed"}, "bomb": {"ar": "بقنبلة", "en": "by bomb"}},
)
INVITATION = event_type(
    "Invitation",
    {"inviter": ("initiator", ACTING), "destination": (None, "place state")},
    {"ar": {"occurred": "دعوة من {inviter}"}, "en": {"occurred": "invitation by {inviter}"}},
    content=True,
)
STATE_VISIT = event_type("StateVisit", {}, VISIT.titles, parent="Visit")


def ontology(*more: EventType) -> Ontology:
    """The types above and more."""
    types = (VISIT, SIGNING, MEMBERSHIP, ATTACK, INVITATION, STATE_VISIT, *more)
    return Ontology({each.name: each for each in sorted(types, key=lambda each: each.name)}, "0" * 64)


def gazetteer() -> Gazetteer:
    """Syria, Damascus in it, and the United States."""
    rows = [
        Entry("Q858", Kind.STATE, {"en": "Syria", "ar": "سوريا"}, country="SYR"),
        Entry("Q3766", Kind.PLACE, {"en": "Damascus", "ar": "دمشق"}, country="SYR", within="Q858"),
        Entry("Q30", Kind.STATE, {"en": "United States", "ar": "الولايات المتحدة"}, country="USA"),
    ]
    entries = {row.id: row for row in rows}
    return Gazetteer(entries, demonyms={}, offices=Offices((), {}), digest="1" * 64)


def actor(key: str, kind: Kind, ar: str | None, en: str | None, **more: object) -> ResolvedActor:
    """A resolved actor with one label a language."""
    labels = tuple(Label(text, lang) for lang, text in (("ar", ar), ("en", en)) if text)
    values = {"id": digest(key), "kind": kind, "labels": labels, "mentions": ()}
    return ResolvedActor(**(values | more))


SHARAA = actor("sharaa", Kind.PERSON, "أحمد الشرع", "Ahmed al-Sharaa", country="SYR", aliases=(Label("الشرع", "ar"),))
BARRACK = actor("barrack", Kind.PERSON, "توم باراك", "Tom Barrack", country="USA")
WASHINGTON = actor("washington", Kind.PLACE, "واشنطن", "Washington", country="USA", latitude=38.9, longitude=-77.04)
MANAMA = actor("manama", Kind.PLACE, "المنامة", None)
MOSCOW = actor("moscow", Kind.PLACE, "موسكو", None)
DELEGATIONS = actor("delegations", Kind.GROUP, "الوفود", None, named=False)
SYRIA = actor(
    "syria", Kind.STATE, "سوريا", "Syria", entry="Q858", country="SYR", same_as=("http://www.wikidata.org/entity/Q858",)
)
IRAQ = actor("iraq", Kind.STATE, "العراق", "Iraq", country="IRQ")
DAMASCUS = actor("damascus", Kind.PLACE, "دمشق", "Damascus", entry="Q3766", country="SYR", within=digest("syria"))
ACCORD = actor("accord", Kind.DOCUMENT, "اتفاق الطاقة", "Energy Accord")
LEAGUE = actor("league", Kind.ORGANIZATION, "جامعة الدول العربية", None)
GUNMEN = actor("gunmen", Kind.GROUP, "مسلحون", None, named=False)
PALMYRA = actor("palmyra", Kind.PLACE, "تدمر", "Palmyra", country="SYR")
MINISTRY = actor("ministry", Kind.ORGANIZATION, None, "the ministry", named=False)
ACTORS = (
    SHARAA,
    BARRACK,
    WASHINGTON,
    MANAMA,
    MOSCOW,
    DELEGATIONS,
    SYRIA,
    IRAQ,
    DAMASCUS,
    ACCORD,
    LEAGUE,
    GUNMEN,
    PALMYRA,
    MINISTRY,
)

IN_ARABIC = {
    "أحمد الشرع": SHARAA,
    "توم باراك": BARRACK,
    "واشنطن": WASHINGTON,
    "المنامة": MANAMA,
    "موسكو": MOSCOW,
    "الوفود": DELEGATIONS,
    "سوريا": SYRIA,
    "العراق": IRAQ,
    "دمشق": DAMASCUS,
    "اتفاق الطاقة": ACCORD,
    "جامعة الدول العربية": LEAGUE,
    "مسلحون": GUNMEN,
    "تدمر": PALMYRA,
}
IN_ENGLISH = {
    "Ahmed al-Sharaa": SHARAA,
    "Tom Barrack": BARRACK,
    "Washington": WASHINGTON,
    "Syria": SYRIA,
    "Iraq": IRAQ,
    "Energy Accord": ACCORD,
    "Palmyra": PALMYRA,
    "the ministry": MINISTRY,
}
TENTH = Time(
    date(2025, 11, 10), date(2025, 11, 10), Precision.DAY, "يوم 10 نوفمبر الجاري", span(ARABIC, "يوم 10 نوفمبر الجاري")
)


def mentioned(article: Article, names: Mapping[str, ResolvedActor]) -> tuple[Actor, ...]:
    """The actors of an article; the id of each is its name."""
    return tuple(
        Actor(name, resolved.kind, name, (span(article, name),), named=resolved.named)
        for name, resolved in names.items()
    )


def claim(
    article: Article, type: str, trigger: str, factuality: Factuality, roles: Mapping[str, str], **more: object
) -> Claim:
    """A claim whose roles are filled by names of actors, a comma between several."""
    at = span(article, trigger)
    filled = [(role, name) for role, names in roles.items() for name in names.split(", ")]
    arguments = tuple(Argument(role, name, span(article, name)) for role, name in filled)
    return Claim(digest(article.id, type, str(at.start)), article.id, type, (at,), arguments, factuality, **more)


ANNOUNCED = Utterance(
    digest(ARABIC.id, "أعلن"),
    ARABIC.id,
    "توم باراك",
    span(ARABIC, "أعلن"),
    time=Time(date(2025, 11, 1), date(2025, 11, 1), Precision.DAY, "السبت", span(ARABIC, "السبت")),
    place="المنامة",
)
SAID = Utterance("u1", ENGLISH.id, "Tom Barrack", span(ENGLISH, "said"))
DENIED = Utterance("u2", ENGLISH.id, "the ministry", span(ENGLISH, "said", 1), stance=Stance.DENIES)

VISIT_AR = claim(
    ARABIC, "Visit", "سيزور", Factuality.PLANNED, {"visitor": "أحمد الشرع", "destination": "واشنطن"},
    time=TENTH, speaker="توم باراك", utterance=ANNOUNCED.id, score=0.87,
)  # fmt: skip
VISIT_EN = claim(
    ENGLISH, "Visit", "visit Washington", Factuality.PLANNED,
    {"visitor": "Ahmed al-Sharaa", "destination": "Washington"},
    speaker="Tom Barrack", utterance="u1",
)  # fmt: skip
NO_VISIT = claim(ARABIC, "Visit", "تزور", Factuality.NEGATED, {"visitor": "الوفود", "destination": "موسكو"})
SIGNED_AR = claim(
    ARABIC, "Signing", "وقّعت", Factuality.OCCURRED, {"signatory": "سوريا, العراق", "document": "اتفاق الطاقة"},
    place=Argument("place", "دمشق", span(ARABIC, "دمشق")),
)  # fmt: skip
SIGNED_EN = claim(
    ENGLISH, "Signing", "signed", Factuality.OCCURRED, {"signatory": "Syria, Iraq", "document": "Energy Accord"}
)
MEMBER = claim(
    ARABIC, "Membership", "عضو", Factuality.OCCURRED, {"member": "سوريا", "organization": "جامعة الدول العربية"}
)
ATTACKED = claim(ARABIC, "Attack", "هاجم", Factuality.OCCURRED, {"attacker": "مسلحون", "target": "تدمر"}, mode="armed")
NOT_ATTACKED = claim(
    ENGLISH, "Attack", "attacked", Factuality.NEGATED, {"target": "Palmyra"},
    speaker="the ministry", utterance="u2", manner="denied",
)  # fmt: skip

READ_ARABIC = Extraction(
    ARABIC.id, mentioned(ARABIC, IN_ARABIC), (VISIT_AR, NO_VISIT, SIGNED_AR, MEMBER, ATTACKED), (ANNOUNCED,)
)
READ_ENGLISH = Extraction(
    ENGLISH.id, mentioned(ENGLISH, IN_ENGLISH), (VISIT_EN, SIGNED_EN, NOT_ATTACKED), (SAID, DENIED)
)

NOT_AFTER = Time(OPEN_START, date(2025, 11, 2), Precision.NOT_AFTER)


def event(
    claims: tuple[Claim, ...],
    status: Status,
    roles: Mapping[str, ResolvedActor | tuple[ResolvedActor, ...]],
    **more: object,
) -> Event:
    """The event of these claims, the earliest first."""
    pairs = [
        (role, each.id) for role, found in roles.items() for each in (found if isinstance(found, tuple) else (found,))
    ]
    values = {
        "id": digest("event", claims[0].id),
        "type": claims[0].type,
        "status": status,
        "claims": tuple(each.id for each in claims),
        "roles": tuple(sorted(pairs)),
        "time": NOT_AFTER,
        "first_reported": date(2025, 11, 2),
        "independent_sources": len({each.article for each in claims}),
    }
    return Event(**(values | more))


PLANNED_VISIT = event(
    (VISIT_AR, VISIT_EN), Status.PLANNED, {"visitor": SHARAA, "destination": WASHINGTON},
    time=TENTH, speakers=(BARRACK.id,), attributed=True,
)  # fmt: skip
NEGATED_VISIT = event((NO_VISIT,), Status.NEGATED, {"visitor": DELEGATIONS, "destination": MOSCOW})
SIGNED = event(
    (SIGNED_AR, SIGNED_EN), Status.OCCURRED, {"signatory": (SYRIA, IRAQ), "document": ACCORD}, place=DAMASCUS.id
)
IS_MEMBER = event((MEMBER,), Status.OCCURRED, {"member": SYRIA, "organization": LEAGUE})
DISPUTED_ATTACK = event(
    (ATTACKED, NOT_ATTACKED), Status.DISPUTED, {"attacker": GUNMEN, "target": PALMYRA},
    contested=("status",), mode="armed", manner="denied", speakers=(MINISTRY.id,),
)  # fmt: skip
EVENTS = (PLANNED_VISIT, NEGATED_VISIT, SIGNED, IS_MEMBER, DISPUTED_ATTACK)

PERIOD = Period(
    digest("period"), PeriodKind.MEMBERSHIP, SYRIA.id, LEAGUE.id, None,
    OPEN_START, date(2025, 11, 2), date(2025, 11, 2), OPEN_END, (IS_MEMBER.id,), (date(2025, 11, 2),),
)  # fmt: skip
CONTRADICTION = Contradiction(digest("contradiction"), DISPUTED_ATTACK.id, "status", (ATTACKED.id, NOT_ATTACKED.id))
JUDGEMENT = Judgement(
    digest("judgement"), SYRIA.id, "http://www.wikidata.org/entity/Q858", Verdict.SAME, "gazetteer", "its name", 0.9
)
ISSUE = Issue(Severity.ERROR, "bad.txt", "the file is not UTF-8", "save it as UTF-8")


def resolution(events: tuple[Event, ...] = EVENTS) -> Resolution:
    """What the two articles come to."""
    placed = {(ARABIC.id, name): found.id for name, found in IN_ARABIC.items()}
    placed |= {(ENGLISH.id, name): found.id for name, found in IN_ENGLISH.items()}
    return Resolution(
        events=tuple(sorted(events, key=lambda each: each.id)),
        actors=tuple(sorted(ACTORS, key=lambda each: each.id)),
        periods=(PERIOD,),
        contradictions=(CONTRADICTION,),
        judgements=(JUDGEMENT,),
        placed=placed,
        about={id: each.id for each in events for id in each.claims},
    )


def sample(**changes: object) -> KnowledgeGraph:
    """The graph of both articles, with changes to its parts."""
    parts = {
        "articles": (ARABIC, ENGLISH),
        "extractions": (READ_ARABIC, READ_ENGLISH),
        "resolution": resolution(),
        "issues": (ISSUE,),
        "ontology": ontology(),
        "gazetteer": gazetteer(),
        "settings": Settings(),
    }
    return KnowledgeGraph(**(parts | changes))


def with_status(status: Status) -> KnowledgeGraph:
    """The sample in which the visit to Washington has that status."""
    events = tuple(replace(each, status=status) if each is PLANNED_VISIT else each for each in EVENTS)
    return sample(resolution=resolution(events))
