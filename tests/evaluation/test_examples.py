"""Checking a frame's examples: every difference is named, and a right reading names none."""

from datetime import date
from pathlib import Path

import pytest

from kg.evaluation.examples import check_example
from kg.extraction import Extractor
from kg.gazetteer import load_gazetteer
from kg.model import Factuality
from kg.ontology import EventType, Example, ExpectedClaim, Ontology
from tests.extraction.frames import small_ontology

TEXT = "The king visited Cairo on Sunday, his spokesman said."
RIGHT = ExpectedClaim(
    trigger="visited",
    roles={"traveller": ("The king",), "destination": ("Cairo",)},
    factuality=Factuality.OCCURRED,
    date="2024-05-12",
    source="his spokesman",
)


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    folder: Path = tmp_path_factory.mktemp("frames")
    return small_ontology(folder)


@pytest.fixture(scope="module")
def trip(ontology: Ontology) -> EventType:
    return ontology.types["Trip"]


@pytest.fixture(scope="module")
def extractor(ontology: Ontology) -> Extractor:
    return Extractor(ontology, load_gazetteer())


def example(*claims: ExpectedClaim, text: str = TEXT) -> Example:
    return Example("en", text, date(2024, 5, 15), claims, "trip.yaml:1")


def changed(**fields: object) -> ExpectedClaim:
    kept = {name: getattr(RIGHT, name) for name in ("trigger", "roles", "factuality", "date", "source")}
    return ExpectedClaim(**{**kept, **fields})  # type: ignore[arg-type]


def test_a_right_reading_has_no_fault(trip: EventType, extractor: Extractor) -> None:
    assert check_example(trip, example(RIGHT), extractor) == ()


def test_a_mention_may_be_given_in_part(trip: EventType, extractor: Extractor) -> None:
    part = changed(roles={"traveller": ("king",), "destination": ("Cairo",)}, source="spokesman")
    assert check_example(trip, example(part), extractor) == ()


def test_what_an_example_leaves_open_is_not_compared(trip: EventType, extractor: Extractor) -> None:
    assert check_example(trip, example(changed(factuality=None, date=None, source=None)), extractor) == ()


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"trigger": "Cairo"}, "no claim at 'Cairo'"),
        ({"factuality": Factuality.PLANNED}, "factuality is occurred, not planned"),
        ({"date": "2024-05-13"}, "date is 2024-05-12, not 2024-05-13"),
        ({"source": ""}, "source is his spokesman, not the article"),
        ({"source": "Sunday"}, "source is his spokesman, not Sunday"),
        ({"roles": {"traveller": ("The king",)}}, "destination is filled by 'Cairo', which is not expected"),
        ({"roles": {"traveller": ("The king",), "destination": ("spokesman",)}}, "destination lacks 'spokesman'"),
        ({"roles": {"traveller": ("The king",), "destination": ("spokesman",)}}, "destination has 'Cairo' beyond"),
    ],
)
def test_every_difference_is_named(
    trip: EventType, extractor: Extractor, fields: dict[str, object], fault: str
) -> None:
    assert fault in check_example(trip, example(changed(**fields)), extractor)


def test_a_claim_beyond_is_a_fault(trip: EventType, extractor: Extractor) -> None:
    assert check_example(trip, example(), extractor) == ("a claim that is not expected, at 'visited'",)


def test_claims_of_other_types_do_not_count(ontology: Ontology, extractor: Extractor) -> None:
    assert check_example(ontology.types["Strike"], example(), extractor) == ()


def test_one_claim_does_for_one_expectation(trip: EventType, extractor: Extractor) -> None:
    assert check_example(trip, example(RIGHT, RIGHT), extractor) == ("no claim at 'visited'",)


def test_two_claims_are_told_apart_by_their_triggers(trip: EventType, extractor: Extractor) -> None:
    text = "The king visited Cairo. The minister arrived in Rome."
    first = ExpectedClaim("visited", {"traveller": ("The king",), "destination": ("Cairo",)}, source="")
    second = ExpectedClaim("arrived", {"traveller": ("The minister",), "destination": ("Rome",)}, source="")
    assert check_example(trip, example(second, first, text=text), extractor) == ()
