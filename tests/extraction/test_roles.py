"""Who fills which role: passive, relative clause, coordination, control, metonymy, kinds."""

import pytest

from kg.model import Kind
from tests.extraction.conftest import Tell

ROLES = [
    # language, text, type, role -> fillers
    ("en", "Turkey bombed the port.", "Strike", {"attacker": {"Turkey"}, "target": {"the port"}}),
    ("en", "The port was attacked by rebels.", "Strike", {"attacker": {"rebels"}, "target": {"The port"}}),
    ("en", "The port was attacked on Sunday.", "Strike", {"target": {"The port"}}),
    (
        "en",
        "Rebels who attacked the barracks fled to the hills.",
        "Strike",
        {"attacker": {"Rebels"}, "target": {"the barracks"}},
    ),
    (
        "en",
        "The barracks that the rebels attacked is in Homs.",
        "Strike",
        {"attacker": {"the rebels"}, "target": {"The barracks"}},
    ),
    (
        "en",
        "Soldiers returned to the barracks attacked by rebels.",
        "Strike",
        {"attacker": {"rebels"}, "target": {"the barracks"}},
    ),
    (
        "en",
        "Egypt, Jordan and Iraq signed a treaty with Iran.",
        "Treaty",
        {"party": {"Egypt", "Jordan", "Iraq", "Iran"}, "document": {"a treaty"}},
    ),
    (
        "en",
        "The treaty was signed by Egypt and Ethiopia in Khartoum.",
        "Treaty",
        {"party": {"Egypt", "Ethiopia"}, "document": {"The treaty"}},
    ),
    (
        "en",
        "The minister visited Paris and Berlin.",
        "Trip",
        {"traveller": {"The minister"}, "destination": {"Paris", "Berlin"}},
    ),
    (
        "en",
        "The king flew home and visited Cairo.",
        "Trip",
        {"traveller": {"The king"}, "destination": {"Cairo"}},
    ),
    (
        "en",
        "The king wants to visit Cairo.",
        "Trip",
        {"traveller": {"The king"}, "destination": {"Cairo"}},
    ),
    (
        "en",
        "The council urged Egypt to visit Baghdad.",
        "Trip",
        {"traveller": {"Egypt"}, "destination": {"Baghdad"}},
    ),
    (
        "en",
        "The French president paid a visit to Lebanon.",
        "Trip",
        {"traveller": {"The French president"}, "destination": {"Lebanon"}},
    ),
    (
        "en",
        "Russian air strikes on Aleppo continued on Friday.",
        "Strike",
        {"attacker": {"Russian"}, "target": {"Aleppo"}},
    ),
    (
        "en",
        "Invited by the king, the French president visited Lebanon.",
        "Trip",
        {"traveller": {"the French president"}, "destination": {"Lebanon"}},
    ),
    (
        "ar",
        "المسلحون الذين هاجموا الثكنة فروا إلى الجبال.",
        "Strike",
        {"attacker": {"المسلحون"}, "target": {"الثكنة"}},
    ),
    (
        "ar",
        "وقعت مصر والأردن والعراق اتفاقية مع إيران.",
        "Treaty",
        {"party": {"مصر", "الأردن", "العراق", "إيران"}, "document": {"اتفاقية"}},
    ),
    (
        "ar",
        "تم توقيع الاتفاقية بين مصر وإثيوبيا في الخرطوم.",
        "Treaty",
        {"party": {"مصر", "إثيوبيا"}, "document": {"الاتفاقية"}},
    ),
    (
        "ar",
        "زار الوزير الإيطالي باريس وبرلين.",
        "Trip",
        {"traveller": {"الوزير الإيطالي"}, "destination": {"باريس", "برلين"}},
    ),
    (
        "ar",
        "قام الرئيس الفرنسي بزيارة إلى لبنان.",
        "Trip",
        {"traveller": {"الرئيس الفرنسي"}, "destination": {"لبنان"}},
    ),
    (
        "ar",
        "زيارة الرئيس الفرنسي إلى لبنان انتهت أمس.",
        "Trip",
        {"traveller": {"الرئيس الفرنسي"}, "destination": {"لبنان"}},
    ),
    (
        "ar",
        "الوزير الذي زار باريس عاد إلى بلاده.",
        "Trip",
        {"traveller": {"الوزير"}, "destination": {"باريس"}},
    ),
    (
        "ar",
        "سيصل الوزير إلى باريس ويلتقي نظيره.",
        "Trip",
        {"traveller": {"الوزير"}, "destination": {"باريس"}},
    ),
]


@pytest.mark.parametrize(("lang", "text", "name", "roles"), ROLES)
def test_roles(tell: Tell, lang: str, text: str, name: str, roles: dict[str, set[str]]) -> None:
    told = tell(lang, text)
    assert told.roles(told.only(name)) == roles


CONTROL = [
    ("en", "The king called on Egypt to sign the treaty with Iran.", {"Egypt", "Iran"}),
    ("en", "The council urged Egypt to sign the treaty with Iran.", {"Egypt", "Iran"}),
    ("ar", "وقعت مصر الاتفاقية مع إيران.", {"مصر", "إيران"}),
]


@pytest.mark.parametrize(("lang", "text", "parties"), CONTROL)
def test_parties(tell: Tell, lang: str, text: str, parties: set[str]) -> None:
    told = tell(lang, text)
    assert told.roles(told.only("Treaty"))["party"] == parties


@pytest.mark.parametrize(
    ("text", "traveller", "destination"),
    [
        ("زار الوزير الإيطالي باريس يوم الأحد.", "الوزير الإيطالي", "باريس"),
        ("وزار رئيس الوزراء الإيطالي باريس يوم الأحد.", "رئيس الوزراء الإيطالي", "باريس"),
        ("وسيزور الوزير باريس.", "الوزير", "باريس"),
    ],
)
def test_a_definite_noun_governs_no_genitive(tell: Tell, text: str, traveller: str, destination: str) -> None:
    told = tell("ar", text)
    assert told.roles(told.only("Trip")) == {"traveller": {traveller}, "destination": {destination}}


METONYMS = [
    ("en", "Paris signed an agreement with Berlin on Monday.", {"FRA", "DEU"}),
    ("en", "Beijing and Moscow signed a memorandum of understanding.", {"CHN", "RUS"}),
    ("ar", "وقعت باريس اتفاقا مع برلين يوم الاثنين.", {"FRA", "DEU"}),
]


@pytest.mark.parametrize(("lang", "text", "countries"), METONYMS)
def test_a_capital_stands_for_its_state(tell: Tell, lang: str, text: str, countries: set[str]) -> None:
    told = tell(lang, text)
    actors = [told.extraction.actor(a.actor) for a in told.only("Treaty").arguments if a.role == "party"]
    assert {a.kind for a in actors} == {Kind.STATE}
    assert {a.country for a in actors} == countries


def test_a_state_keeps_its_name_when_its_capital_speaks_for_it(tell: Tell) -> None:
    told = tell("en", "Damascus signed a treaty with Iraq.")
    assert "Damascus" not in [a.name for a in told.extraction.actors if a.kind is Kind.STATE]


def test_a_capital_stays_a_place_where_a_place_is_meant(tell: Tell) -> None:
    told = tell("en", "The king visited Paris.")
    (place,) = [a for a in told.extraction.actors if a.name == "Paris"]
    assert place.kind is Kind.PLACE


KINDS = [
    # a filler of a kind that the role does not take
    ("en", "The storm attacked the port.", "Strike", "attacker"),
    ("en", "The king signed the treaty in Geneva with a pen.", "Treaty", "location"),
    ("en", "The general attacked the treaty.", "Strike", "target"),
]


@pytest.mark.parametrize(("lang", "text", "name", "role"), KINDS)
def test_the_kind_of_a_filler_decides(tell: Tell, lang: str, text: str, name: str, role: str) -> None:
    told = tell(lang, text)
    assert all(role not in told.roles(c) for c in told.claims(name))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Visited Cairo."),
        ("en", "The king visited."),
        ("en", "The king signed on Monday."),
        ("ar", "وقع الوزير على الأرض."),
    ],
)
def test_a_pattern_without_what_it_needs_does_not_fire(tell: Tell, lang: str, text: str) -> None:
    assert tell(lang, text).extraction.claims == ()


def test_a_role_for_one_takes_one(tell: Tell) -> None:
    told = tell("en", "Egypt signed a treaty and a protocol with Iran.")
    assert len(told.roles(told.only("Treaty"))["document"]) == 1


def test_a_filler_fills_one_role_once(tell: Tell) -> None:
    told = tell("en", "Egypt signed a treaty with Iran and Egypt.")
    arguments = [(a.role, a.actor) for a in told.only("Treaty").arguments]
    assert len(arguments) == len(set(arguments))


def test_arguments_are_sorted(tell: Tell) -> None:
    arguments = tell("en", "Egypt, Jordan and Iraq signed a treaty with Iran.").only("Treaty").arguments
    assert [a.role for a in arguments] == sorted(a.role for a in arguments)


def test_a_name_that_no_model_knows_still_fills_a_role_for_persons(tell: Tell) -> None:
    told = tell("en", "Zorblax was elected on Sunday.")
    assert told.roles(told.only("Tenure")) == {"holder": {"Zorblax"}}
