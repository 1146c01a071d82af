from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Store

from kg.graph import KnowledgeGraph
from kg.model import OPEN_END, OPEN_START, Kind, Precision, ResolvedActor, Status, Time, digest
from tests.graph.builders import (
    ACCORD,
    BASE,
    DAMASCUS,
    DISPUTED_ATTACK,
    INVITATION,
    IRAQ,
    IS_MEMBER,
    KG,
    LEAGUE,
    PLANNED_VISIT,
    SHARAA,
    SIGNED,
    SYRIA,
    WASHINGTON,
    actor,
    event,
    event_type,
    ontology,
    resolution,
    sample,
    with_status,
)
from tests.graph.builders import VISIT_AR as CLAIM

PREFIXES = f"""PREFIX kg: <{KG}> PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa: <http://www.w3.org/ns/oa#> """


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    return sorted(tuple(term.value for term in row) for row in store.query(PREFIXES + query))


def store_of(graph) -> Store:
    store = Store()
    store.extend(graph.quads())
    return store


def values(store: Store, event, path: str) -> list[str]:
    """Local names, or texts, of what the event has on that path."""
    found = rows(store, f"SELECT ?o WHERE {{ <{BASE}event/{event.id}> {path} ?o }}")
    return [value.rpartition("#")[2] if value.startswith(KG) else value.removeprefix(BASE) for (value,) in found]


def test_the_resolved_view_says_what_the_design_shows(store):
    said = {
        path: values(store, PLANNED_VISIT, path)
        for path in ("kg:eventType", "kg:status", "kg:voice", "kg:visitor", "kg:destination", "sem:hasActor",
                     "sem:hasPlace", "kg:initiator",
                     "kg:recipient", "kg:initiatorCountry", "kg:recipientCountry", "kg:quad", "kg:country",
                     "kg:timePrecision", "kg:time",
                     "kg:timeText", "kg:firstReported", "kg:independentSources", "kg:accordingTo")
    }  # fmt: skip
    assert said == {
        "kg:eventType": ["Visit"],
        "kg:status": ["Planned"],
        "kg:voice": ["Attributed"],
        "kg:visitor": [f"actor/{SHARAA.id}"],
        "kg:destination": [f"place/{WASHINGTON.id}"],
        "sem:hasActor": [f"actor/{SHARAA.id}"],
        "sem:hasPlace": [f"place/{WASHINGTON.id}"],
        "kg:initiator": [f"actor/{SHARAA.id}"],
        "kg:recipient": [],
        "kg:initiatorCountry": ["SYR"],
        "kg:recipientCountry": ["USA"],
        "kg:quad": ["VerbalCooperation"],
        "kg:country": ["USA"],
        "kg:timePrecision": ["Day"],
        "kg:time": ["2025-11-10"],
        "kg:timeText": ["يوم 10 نوفمبر الجاري"],
        "kg:firstReported": ["2025-11-02"],
        "kg:independentSources": ["2"],
        "kg:accordingTo": [f"actor/{digest('barrack')}"],
    }


def test_every_event_has_both_bounds_as_dates(store):
    found = rows(
        store,
        """SELECT ?e (datatype(?a) AS ?x) (datatype(?b) AS ?y) WHERE { ?e a sem:Event ;
        sem:hasEarliestBeginTimeStamp ?a ; sem:hasLatestEndTimeStamp ?b }""",
    )
    assert [row[1:] for row in found] == [("http://www.w3.org/2001/XMLSchema#date",) * 2] * 5


@pytest.mark.parametrize("status", Status)
def test_only_a_visit_said_to_have_happened_is_a_visit(status):
    found = rows(store_of(with_status(status)), "SELECT ?e WHERE { ?e a kg:Visit }")
    assert found == ([(f"{BASE}event/{PLANNED_VISIT.id}",)] if status is Status.OCCURRED else [])


def test_superclasses_are_given_without_a_reasoner():
    told = event((CLAIM,), Status.OCCURRED, {"visitor": SHARAA}, type="StateVisit")
    store = store_of(sample(resolution=resolution((told,))))
    types = values(store, told, "a")
    assert [name for name in types if not name.startswith("http")] == ["StateVisit", "Visit"]
    assert values(store, told, "kg:visitor") == [f"actor/{SHARAA.id}"]  # a role of the type above it


def test_everybody_takes_part_but_documents_and_places_do_not(store):
    assert values(store, SIGNED, "sem:hasActor") == sorted([f"actor/{IRAQ.id}", f"actor/{SYRIA.id}"])
    assert values(store, SIGNED, "kg:document") == [f"document/{ACCORD.id}"]
    assert values(store, SIGNED, "sem:hasPlace") == [f"place/{DAMASCUS.id}"]


def test_both_sides_of_a_signing_are_initiators_and_recipients(store):
    both = sorted([f"actor/{IRAQ.id}", f"actor/{SYRIA.id}"])
    assert values(store, SIGNED, "kg:initiator") == values(store, SIGNED, "kg:recipient") == both


def test_an_invitation_does_not_take_place_where_it_invites_to():
    told = event((CLAIM,), Status.OCCURRED, {"inviter": SYRIA, "destination": WASHINGTON}, type=INVITATION.name)
    assert values(store_of(sample(resolution=resolution((told,)))), told, "sem:hasPlace") == []


def test_contradictions_join_the_claims(store):
    found = rows(
        store,
        """SELECT ?e ?what ?c WHERE { ?x a kg:Contradiction ; kg:about ?e ; kg:contested ?what ; kg:claim ?c .
        ?e kg:contested ?what }""",
    )
    assert [row[1].rpartition("#")[2] for row in found] == ["status", "status"]


def test_a_half_open_time_has_no_time_to_show(store):
    assert values(store, SIGNED, "kg:time") == []
    assert values(store, SIGNED, "sem:hasEarliestBeginTimeStamp") == [OPEN_START.isoformat()]


def test_a_planned_event_without_a_day_is_open_towards_the_future():
    time = Time(PLANNED_VISIT.first_reported, OPEN_END, Precision.NOT_BEFORE)
    told = event((CLAIM,), Status.PLANNED, {"visitor": SHARAA}, time=time)
    store = store_of(sample(resolution=resolution((told,))))
    assert values(store, told, "sem:hasLatestEndTimeStamp") == ["9999-12-31"]


def test_a_users_own_type_and_role_live_below_the_base():
    own = event_type(
        "Launch",
        {"launcher": ("initiator", "organization"), "destination": (None, "place")},
        {"ar": {}, "en": {}},
        own=True,
    )
    told = event((CLAIM,), Status.OCCURRED, {"launcher": SYRIA, "destination": WASHINGTON}, type="Launch")
    store = store_of(sample(ontology=ontology(own), resolution=resolution((told,))))
    assert values(store, told, "kg:eventType") == ["ontology#Launch"]
    assert values(store, told, f"<{BASE}ontology#launcher>") == [f"actor/{SYRIA.id}"]
    assert values(store, told, "kg:destination") == [f"place/{WASHINGTON.id}"]  # a role that ours have too


def test_who_what_when_need_no_graph_clause(store):
    found = rows(
        store,
        """SELECT ?who ?paper WHERE { ?e kg:eventType kg:Visit ; kg:status kg:Planned ; sem:hasActor ?a ;
        kg:reportedIn ?r ; sem:hasEarliestBeginTimeStamp ?t . FILTER(?t >= "2025-11-01"^^xsd:date) ?a rdfs:label ?who .
        FILTER(lang(?who) = "ar")
        ?r <http://purl.org/dc/terms/publisher>/rdfs:label ?paper }""",
    )
    assert found == [("أحمد الشرع", "Hadath samples"), ("أحمد الشرع", "عينات حدث")]


def test_a_day_of_membership_is_one_filter(store):
    query = """SELECT ?m WHERE {{ ?p a kg:MembershipPeriod ; org:member/rdfs:label ?m ; kg:from ?f ; kg:to ?t .
        FILTER(?f <= "{0}"^^xsd:date && ?t >= "{0}"^^xsd:date && lang(?m) = "en") }}"""
    assert rows(store, query.format("2026-01-01")) == [("Syria",)]
    assert rows(store, query.format("2025-11-01")) == []


STATES = actor("states", Kind.GROUP, None, "88 states", named=False, count=88, country="USA")


def with_members(*members: ResolvedActor, **more: object) -> KnowledgeGraph:
    """The sample in which these are told to be members of the league."""
    told = replace(IS_MEMBER, roles=(*(("member", each.id) for each in members), ("organization", LEAGUE.id)), **more)
    plain = resolution((told,))
    return sample(resolution=replace(plain, actors=(*plain.actors, STATES), periods=(), contradictions=()))


def test_a_stated_total_is_a_number_of_members_and_no_member():
    store = store_of(with_members(STATES))
    said = {
        path: values(store, IS_MEMBER, path)
        for path in ("kg:memberCount", "kg:memberCountOn", "kg:member", "kg:initiator", "kg:initiatorCountry")
    }
    assert said == {
        "kg:memberCount": ["88"],
        "kg:memberCountOn": ["2025-11-02"],
        "kg:member": [],
        "kg:initiator": [],
        "kg:initiatorCountry": [],
    }
    assert values(store, IS_MEMBER, "sem:hasActor") == [f"actor/{LEAGUE.id}"]
    assert "membership of 88 states in جامعة الدول العربية" in values(store, IS_MEMBER, "rdfs:label")


def test_a_total_has_the_day_of_its_event_and_leaves_the_named_members():
    day = date(2025, 6, 1)
    store = store_of(with_members(SYRIA, STATES, time=Time(day, day, Precision.DAY)))
    assert values(store, IS_MEMBER, "kg:memberCountOn") == ["2025-06-01"]
    assert values(store, IS_MEMBER, "kg:member") == [f"actor/{SYRIA.id}"]


def test_people_counted_elsewhere_take_part(store):
    told = event((CLAIM,), Status.OCCURRED, {"visitor": STATES, "destination": WASHINGTON})
    plain = resolution((told,))
    found = store_of(sample(resolution=replace(plain, actors=(*plain.actors, STATES), contradictions=())))
    assert values(found, told, "kg:visitor") == [f"actor/{STATES.id}"]
    assert values(found, told, "kg:memberCount") == values(store, IS_MEMBER, "kg:memberCount") == []


def test_titles_made_from_templates_are_marked(store):
    titles = values(store, PLANNED_VISIT, "rdfs:label")
    assert len(titles) == 2
    assert values(store, PLANNED_VISIT, "kg:generatedLabel") == titles


def test_modes_are_individuals_and_a_users_own_live_below_the_base(store):
    assert values(store, DISPUTED_ATTACK, "kg:mode") == ["Armed"]
    own = event_type("Launch", {}, {"ar": {}, "en": {}}, own=True, modes=("at-sea",))
    told = event((CLAIM,), Status.OCCURRED, {}, type="Launch", mode="at-sea")
    found = store_of(sample(ontology=ontology(own), resolution=resolution((told,))))
    assert values(found, told, "kg:mode") == ["ontology#AtSea"]
