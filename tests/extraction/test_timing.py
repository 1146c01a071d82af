"""Which time dates which event, and what a time says of whether it happened."""

from datetime import date

import pytest

from kg.model import Factuality, Precision
from tests.extraction.conftest import Tell

DAYS = [
    # language, text, type, the day in ISO 8601 (None: not dated)
    ("en", "The king visited Cairo on Sunday.", "Trip", "2024-05-12"),
    ("en", "The king will visit Cairo on Sunday.", "Trip", "2024-05-19"),
    ("en", "On Sunday the king visited Cairo.", "Trip", "2024-05-12"),
    ("en", "The French president visited Beirut in 2020.", "Trip", "2020"),
    ("en", "Egypt signed a treaty with Jordan in Geneva on 3 April 2024.", "Treaty", "2024-04-03"),
    ("en", "The French president paid a visit to Lebanon on Thursday.", "Trip", "2024-05-09"),
    ("en", "Russian air strikes on Aleppo continued on Friday.", "Strike", "2024-05-10"),
    ("en", "The minister said on Monday that the king visited Cairo.", "Trip", None),
    ("en", "The minister said on Monday that the king will visit Cairo on Thursday.", "Trip", "2024-05-16"),
    ("en", "The king visited Cairo on Sunday, his spokesman said on Monday.", "Trip", "2024-05-12"),
    ("en", "The king visited Cairo yesterday.", "Trip", "2024-05-14"),
    ("ar", "وصل الملك إلى القاهرة يوم الأحد.", "Trip", "2024-05-12"),
    ("ar", "سيصل الملك إلى القاهرة يوم الأحد.", "Trip", "2024-05-19"),
    ("ar", "زار الرئيس الفرنسي بيروت عام 2020.", "Trip", "2020"),
    ("ar", "قام الرئيس الفرنسي يوم الخميس بزيارة إلى لبنان.", "Trip", "2024-05-09"),
    ("ar", "قام الرئيس الفرنسي بزيارة إلى لبنان يوم الخميس.", "Trip", "2024-05-09"),
    ("ar", "قال الوزير يوم الاثنين إن الملك زار القاهرة.", "Trip", None),
    ("ar", "قال الوزير إن الملك زار القاهرة يوم الاثنين.", "Trip", "2024-05-13"),
    ("ar", "قالت وزارة الخارجية يوم الاثنين إن الملك سيزور القاهرة يوم الخميس.", "Trip", "2024-05-16"),
    ("ar", "وصل الملك إلى القاهرة أمس.", "Trip", "2024-05-14"),
]


@pytest.mark.parametrize(("lang", "text", "name", "day"), DAYS)
def test_the_day_of_the_event(tell: Tell, lang: str, text: str, name: str, day: str | None) -> None:
    time = tell(lang, text).only(name).time
    assert (time.iso if time else None) == day


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The minister said on Monday that the king visited Cairo."),
        ("ar", "قال الوزير يوم الاثنين إن الملك زار القاهرة."),
    ],
)
def test_the_day_of_the_speech_dates_the_speech(tell: Tell, lang: str, text: str) -> None:
    (utterance,) = tell(lang, text).extraction.utterances
    assert utterance.time is not None
    assert utterance.time.iso == "2024-05-13"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The ministers will visit Cairo on Sunday and arrive in Rome on Tuesday."),
        ("ar", "سيصل الوزير إلى باريس يوم الأحد ويصل إلى روما يوم الثلاثاء."),
    ],
)
def test_two_events_two_dates(tell: Tell, lang: str, text: str) -> None:
    claims = tell(lang, text).claims("Trip")
    assert [c.time.iso for c in claims if c.time] == ["2024-05-19", "2024-05-21"]


def test_a_date_dates_one_event_only(tell: Tell) -> None:
    told = tell("en", "Egypt signed the treaty with Iran after rebels attacked the port on Friday.")
    assert told.only("Treaty").time is None
    time = told.only("Strike").time
    assert time is not None
    assert time.iso == "2024-05-10"


def test_a_date_in_another_sentence_dates_nothing(tell: Tell) -> None:
    assert tell("en", "The king visited Cairo. It rained on Sunday.").only("Trip").time is None


PLANS = [
    ("en", "The visit of King Hussein to Egypt on 20 June 2024 was welcomed.", "2024-06-20", Factuality.PLANNED),
    ("en", "The visit of King Hussein to Egypt on 2 April 2024 was welcomed.", "2024-04-02", Factuality.OCCURRED),
    ("en", "The visit of King Hussein to Egypt on 20 June was welcomed.", "2024-06-20", Factuality.PLANNED),
    ("ar", "رحبت مصر بزيارة الملك إلى القاهرة في 20 يونيو 2024.", "2024-06-20", Factuality.PLANNED),
    ("ar", "رحبت مصر بزيارة الملك إلى القاهرة في 2 أبريل 2024.", "2024-04-02", Factuality.OCCURRED),
]


@pytest.mark.parametrize(("lang", "text", "day", "factuality"), PLANS)
def test_a_future_day_makes_an_undecided_event_planned(
    tell: Tell, lang: str, text: str, day: str, factuality: Factuality
) -> None:
    claim = tell(lang, text).only("Trip")
    assert claim.time is not None
    assert (claim.time.iso, claim.factuality) == (day, factuality)


def test_the_day_of_publication_is_not_ahead(tell: Tell) -> None:
    claim = tell("en", "The king visited Cairo on 15 April.", "2024-04-15").only("Trip")
    assert claim.factuality is Factuality.OCCURRED


def test_a_relative_day_counts_from_the_local_day(tell: Tell) -> None:
    claim = tell("en", "The king visited Cairo yesterday.", "2024-03-01T00:30:00+03:00").only("Trip")
    assert claim.time is not None
    assert claim.time.earliest == date(2024, 2, 29)


def test_a_negated_event_keeps_its_day(tell: Tell) -> None:
    claim = tell("en", "The king did not visit Cairo on Sunday.").only("Trip")
    assert claim.time is not None
    assert (claim.time.iso, claim.factuality) == ("2024-05-12", Factuality.NEGATED)


def test_a_month_is_a_month(tell: Tell) -> None:
    time = tell("en", "Egypt signed the treaty in April.").only("Treaty").time
    assert time is not None
    assert (time.iso, time.precision) == ("2024-04", Precision.MONTH)
