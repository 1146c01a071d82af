"""Days that several events share: those of one clause, and what one speaker goes on to say."""

import pytest

from kg.model import Extraction
from tests.extraction.conftest import Read


def days(extraction: Extraction) -> dict[str, str | None]:
    """The day of each type that the text tells of."""
    return {c.type: c.time.iso if c.time else None for c in extraction.claims}


@pytest.mark.parametrize(
    ("lang", "text", "types"),
    [
        ("en", "An attack on the market killed five people and injured ten others on Monday.", {"Killing", "Injury"}),
        ("en", "On Monday an air strike on the camp killed five people.", {"Attack", "Killing"}),
        ("ar", "قتل خمسة جنود وأصيب عشرة آخرون يوم الاثنين.", {"Killing", "Injury"}),
    ],
)
def test_what_one_clause_tells_happened_on_one_day(read: Read, lang: str, text: str, types: set[str]) -> None:
    found = days(read(lang, text))
    assert {name: found.get(name) for name in types} == dict.fromkeys(types, "2024-05-13")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The minister criticised Iran on Monday. The minister also urged Turkey to help."),
        ("ar", "انتقد الوزير إيران يوم الاثنين. ودعا الوزير تركيا إلى المساعدة."),
    ],
)
def test_a_speaker_goes_on_on_the_same_day(read: Read, lang: str, text: str) -> None:
    found = days(read(lang, text))
    assert (found["Condemnation"], found["Appeal"]) == ("2024-05-13", "2024-05-13")


def test_another_speaker_has_not_spoken_that_day(read: Read) -> None:
    found = days(read("en", "The minister criticised Iran on Monday. The king urged Turkey to help."))
    assert (found["Condemnation"], found["Appeal"]) == ("2024-05-13", None)


def test_what_is_yet_to_be_said_has_no_day(read: Read) -> None:
    found = days(read("en", "The minister criticised Iran on Monday. The minister will urge Turkey to help."))
    assert found["Appeal"] is None


def test_an_appeal_is_no_report_of_its_speaker(read: Read) -> None:
    extraction = read("en", "The minister said he urged Turkey to help.")
    (appeal,) = [c for c in extraction.claims if c.type == "Appeal"]
    assert (appeal.speaker, appeal.utterance) == (None, None)
