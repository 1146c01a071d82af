"""Claims: what is told again, what is told apart, and the values every claim keeps."""

from itertools import pairwise

import pytest

from kg.model import Factuality, Finder
from tests.extraction.conftest import Tell

AGAIN = [
    ("en", "The king visited Cairo on Sunday. The visit was brief.", ["visited", "visit"]),
    ("en", "King Hussein visited Egypt on Monday. The press praised the visit to Egypt.", ["visited", "visit"]),
    ("en", "The king will visit Cairo. His visit to Cairo was long planned.", ["visit", "visit"]),
    ("ar", "وصل الملك إلى القاهرة يوم الأحد. وكانت الزيارة قصيرة.", ["وصل", "الزيارة"]),
    ("ar", "سيزور وزير الخارجية باريس غدا. وتستمر الزيارة يومين.", ["يزور", "الزيارة"]),
]


@pytest.mark.parametrize(("lang", "text", "triggers"), AGAIN)
def test_an_event_told_again_is_one_claim(tell: Tell, lang: str, text: str, triggers: list[str]) -> None:
    told = tell(lang, text)
    assert told.triggers(told.only("Trip")) == triggers


APART = [
    ("en", "The French president visited Beirut. The Italian president visited Beirut.", "Trip"),
    ("en", "The French president visited Beirut. The French president will visit Rome.", "Trip"),
    ("en", "The army attacked the port. The army then attacked the airport.", "Strike"),
    ("en", "Israel attacked Gaza on Friday. Israel did not attack the port.", "Strike"),
    ("en", "Sameh Shoukry was appointed in April. Hakan Fidan was appointed in January.", "Tenure"),
    ("en", "The king visited Oman in January and will visit Oman again in June.", "Trip"),
    ("ar", "وصل الرئيس الفرنسي إلى بيروت. ووصل الرئيس الإيطالي إلى بيروت.", "Trip"),
    ("ar", "وصل الملك إلى القاهرة. وسيصل الملك إلى روما غدا.", "Trip"),
    ("ar", "وقعت مصر اتفاقية مع إيران. ووقعت تركيا اتفاقية مع العراق.", "Treaty"),
]


@pytest.mark.parametrize(("lang", "text", "name"), APART)
def test_different_events_of_one_type_stay_two(tell: Tell, lang: str, text: str, name: str) -> None:
    claims = tell(lang, text).claims(name)
    assert [len(c.triggers) for c in claims] == [1, 1]


def test_a_later_mention_adds_what_the_first_leaves_open(tell: Tell) -> None:
    told = tell("en", "The king arrived in Cairo. The visit of the king to Cairo ended on Monday.")
    claim = told.only("Trip")
    assert told.roles(claim) == {"traveller": {"The king"}, "destination": {"Cairo"}}


@pytest.mark.parametrize(
    ("lang", "text", "pleader"),
    [
        ("en", "The council urged Egypt to sign the treaty with Iran.", "The council"),
        ("ar", "دعا مجلس الأمن مصر إلى توقيع الاتفاقية.", "مجلس الأمن"),
    ],
)
def test_a_plea_points_at_what_it_asks_for(tell: Tell, lang: str, text: str, pleader: str) -> None:
    told = tell(lang, text)
    plea, treaty = told.only("Plea"), told.only("Treaty")
    assert plea.content == treaty.id
    assert told.roles(plea)["pleader"] == {pleader}
    assert treaty.factuality is Factuality.HYPOTHETICAL


def test_only_a_type_with_content_points_at_another(tell: Tell) -> None:
    told = tell("en", "The king visited Cairo to sign the treaty with Iran.")
    assert all(c.content is None for c in told.extraction.claims)


@pytest.mark.parametrize(
    ("lang", "text", "name", "place"),
    [
        ("en", "Egypt signed a treaty with Jordan in Geneva on Monday.", "Treaty", "Geneva"),
        ("en", "The treaty was signed by Egypt and Ethiopia in Khartoum.", "Treaty", "Khartoum"),
        ("ar", "تم توقيع الاتفاقية بين مصر وإثيوبيا في الخرطوم.", "Treaty", "الخرطوم"),
        ("ar", "وقعت مصر وإيران اتفاقية في جنيف.", "Treaty", "جنيف"),
    ],
)
def test_the_place_of_the_event(tell: Tell, lang: str, text: str, name: str, place: str) -> None:
    told = tell(lang, text)
    found = told.only(name).place
    assert found is not None
    assert told.at(found.span) == place


def test_a_place_that_fills_a_role_is_not_the_place(tell: Tell) -> None:
    claim = tell("en", "The king arrived in Cairo.").only("Trip")
    assert claim.place is None


def test_a_month_is_no_place(tell: Tell) -> None:
    assert tell("en", "Egypt signed the treaty in April.").only("Treaty").place is None


MANY = [
    (
        "en",
        "The French president visited Beirut on Sunday, his office said. Egypt signed a treaty with Iran in Geneva. "
        "Rebels attacked the port, according to the governor. The council urged Egypt to visit Baghdad. The visit of "
        "the French president to Beirut lasted two days.",
    ),
    (
        "ar",
        "وصل الرئيس الفرنسي إلى بيروت يوم الأحد، بحسب وكالة رويترز. ووقعت مصر اتفاقية مع إيران في جنيف. وهاجم "
        "المتمردون ميناء الحديدة، وقال المحافظ إن الملك سيزور بغداد. واستمرت زيارة الرئيس الفرنسي إلى بيروت يومين.",
    ),
]


@pytest.mark.parametrize(("lang", "text"), MANY)
def test_scores_are_scores(tell: Tell, lang: str, text: str) -> None:
    claims = tell(lang, text).extraction.claims
    assert len(claims) >= 4
    assert all(0.5 <= c.score <= 1.0 and c.found_by is Finder.FRAME for c in claims)


@pytest.mark.parametrize(("lang", "text"), MANY)
def test_claims_come_in_text_order(tell: Tell, lang: str, text: str) -> None:
    claims = tell(lang, text).extraction.claims
    assert all(a.triggers[0] < b.triggers[0] for a, b in pairwise(claims))
    assert all(list(c.triggers) == sorted(c.triggers) for c in claims)


@pytest.mark.parametrize(("lang", "text"), MANY)
def test_ids_are_stable_and_unique(tell: Tell, lang: str, text: str) -> None:
    first, second = tell(lang, text).extraction, tell(lang, text).extraction
    assert first == second
    ids = [c.id for c in first.claims] + [u.id for u in first.utterances]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("lang", "text"), MANY)
def test_what_stands_before_does_not_change_an_earlier_claim(tell: Tell, lang: str, text: str) -> None:
    head = text[: text.index(".") + 1]
    assert tell(lang, head).extraction.claims[0].id == tell(lang, text).extraction.claims[0].id


@pytest.mark.parametrize(("lang", "text"), MANY)
def test_every_reference_is_there(tell: Tell, lang: str, text: str) -> None:
    extraction = tell(lang, text).extraction
    actors = {a.id for a in extraction.actors}
    utterances = {u.id for u in extraction.utterances}
    used = {a.actor for c in extraction.claims for a in (*c.arguments, *([c.place] if c.place else []))}
    used |= {u.speaker for u in extraction.utterances}
    assert used == actors
    assert {c.utterance for c in extraction.claims} - {None} == utterances
    assert {c.content for c in extraction.claims} - {None} <= {c.id for c in extraction.claims}


@pytest.mark.parametrize(("lang", "text"), MANY)
def test_every_span_gives_words(tell: Tell, lang: str, text: str) -> None:
    told = tell(lang, text)
    spans = [s for c in told.extraction.claims for s in (*c.triggers, *(a.span for a in c.arguments))]
    spans += [s for a in told.extraction.actors for s in a.mentions] + [u.cue for u in told.extraction.utterances]
    spans += [c.time.span for c in told.extraction.claims if c.time and c.time.span]
    for span in spans:
        assert told.at(span)
        assert told.at(span) == told.at(span).strip()
    for argument in (a for c in told.extraction.claims for a in c.arguments):
        assert argument.span in told.extraction.actor(argument.actor).mentions


def test_the_words_of_a_time_are_its_span(tell: Tell) -> None:
    told = tell("en", "The king visited Cairo on Sunday.")
    time = told.only("Trip").time
    assert time is not None
    assert time.span is not None
    assert told.at(time.span) == time.text
