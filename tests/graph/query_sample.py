"""The sample graph with what the example queries ask for: a meeting, an office, an overdue visit on one voice."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph

from kg.graph import KnowledgeGraph
from kg.model import OPEN_END, Event, Kind, Period, PeriodKind, Status, digest
from tests.graph.builders import ACTING, BARRACK, SHARAA, actor, event_type, ontology, resolution, sample

MEETING = event_type(
    "Meeting",
    {"participant": ("both", ACTING)},
    {"ar": {"occurred": "لقاء {participant}"}, "en": {"occurred": "{participant} meet"}},
)
FAISAL = actor("faisal", Kind.PERSON, "فيصل بن فرحان", "Faisal bin Farhan", country="SAU")
HOSSEIN = actor("hossein", Kind.PERSON, "حسين أمير عبد اللهيان", "Hossein Amir-Abdollahian", country="IRN")
PRESIDENT = actor("president", Kind.OFFICE, "رئيس سوريا", "President of Syria", country="SYR")


def more_events() -> tuple[Event, ...]:
    """A meeting of a Saudi and an Iranian, and a visit that only Barrack announced; without their claims."""
    visit = next(each for each in resolution().events if each.status is Status.PLANNED)
    meeting = replace(
        visit,
        id=digest("meeting"),
        type="Meeting",
        status=Status.OCCURRED,
        claims=(),
        roles=tuple(sorted(("participant", each.id) for each in (FAISAL, HOSSEIN))),
        speakers=(),
        attributed=False,
    )
    alone = replace(
        visit, id=digest("alone"), claims=(), independent_sources=1, speakers=(BARRACK.id,), attributed=True
    )
    return meeting, alone


def term() -> Period:
    """The presidency of al-Sharaa, open at its end."""
    start = date(2025, 1, 29)
    return Period(digest("term"), PeriodKind.OFFICE, SHARAA.id, None, PRESIDENT.id, start, start, start, OPEN_END, ())


def query_sample() -> KnowledgeGraph:
    """The sample and those."""
    plain = resolution()
    whole = replace(
        plain,
        events=tuple(sorted((*plain.events, *more_events()), key=lambda each: each.id)),
        actors=tuple(sorted((*plain.actors, FAISAL, HOSSEIN, PRESIDENT), key=lambda each: each.id)),
        periods=tuple(sorted((*plain.periods, term()), key=lambda each: each.id)),
    )
    return sample(ontology=ontology(MEETING), resolution=whole)


def write_nquads(graph: KnowledgeGraph, folder: Path) -> Path:
    """The folder with `graph.nq` in it."""
    pyoxigraph.serialize(graph.quads(), str(folder / "graph.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    return folder
