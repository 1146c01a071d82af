import json
from dataclasses import replace
from datetime import date

from kg.exporting.score_jsonl import as_score_record
from kg.model import (
    Actor,
    Argument,
    Article,
    Claim,
    Extraction,
    Factuality,
    Kind,
    Precision,
    Span,
    Stance,
    Time,
    Utterance,
)

ARTICLE = Article("a1", "en", "2025-11-02", "Envoy: president to visit Prague", "Envoy: president to visit Prague")
ENVOY = Actor("x1", Kind.PERSON, "Envoy", (Span(0, 5),))
PRESIDENT = Actor("x2", Kind.PERSON, "president", (Span(7, 16),), named=False)
PRAGUE = Actor("x3", Kind.PLACE, "Prague", (Span(26, 32),), entry="Q1085")
DAY = Time(date(2025, 11, 10), date(2025, 11, 10), Precision.DAY, "10 November", Span(0, 5))
VISIT = Claim(
    id="c1",
    article="a1",
    type="Visit",
    triggers=(Span(20, 25),),
    arguments=(Argument("visitor", "x2", Span(7, 16)),),
    factuality=Factuality.PLANNED,
    time=DAY,
    place=Argument("place", "x3", Span(26, 32)),
    speaker="x1",
    utterance="u1",
)
SAYING = Utterance("u1", "a1", "x1", Span(5, 6), Stance.ASSERTS)
EXTRACTION = Extraction("a1", (ENVOY, PRESIDENT, PRAGUE), (VISIT,), (SAYING,))


def test_an_event_has_what_the_scorer_reads():
    [event] = as_score_record(ARTICLE, EXTRACTION)["events"]
    assert {name: event[name] for name in ("id", "type", "triggers", "place", "date", "factuality", "source")} == {
        "id": "c1",
        "type": "Visit",
        "triggers": [[20, 25]],
        "place": "x3",
        "date": "2025-11-10",
        "factuality": "planned",
        "source": "x1",
    }
    assert event["roles"] == [{"role": "visitor", "entity": "x2", "span": [7, 16]}]


def test_kinds_are_in_capitals():
    entities = as_score_record(ARTICLE, EXTRACTION)["entities"]
    assert [(entity["id"], entity["type"]) for entity in entities] == [
        ("x1", "PERSON"),
        ("x2", "PERSON"),
        ("x3", "PLACE"),
    ]


def test_a_time_with_one_known_bound_is_no_date():
    open_time = replace(DAY, precision=Precision.NOT_AFTER)
    [event] = as_score_record(ARTICLE, replace(EXTRACTION, claims=(replace(VISIT, time=open_time),)))["events"]
    assert event["date"] is None
    assert event["time"]["latest"] == "2025-11-10"


def test_an_article_without_events_is_a_record_all_the_same():
    record = as_score_record(ARTICLE, Extraction("a1"))
    assert record == {"id": "a1", "lang": "en", "date": "2025-11-02", "entities": [], "events": [], "utterances": []}


def test_the_record_is_plain_json():
    record = as_score_record(ARTICLE, EXTRACTION)
    assert json.loads(json.dumps(record)) == record
    assert record["utterances"][0]["stance"] == "asserts"
