"""Where a frame applies: several words, particles, light verbs, conditions, parts of speech."""

from pathlib import Path

import pytest

from kg.extraction import Extractor
from kg.gazetteer import Gazetteer
from kg.model import Article
from kg.ontology import load_ontology
from tests.extraction.conftest import Tell
from tests.extraction.frames import HEAD

TRIGGERS = [
    # language, text, type, words of the trigger
    ("en", "Ahmed Ali was sworn in as president of Somalia.", "Tenure", "sworn in"),
    ("en", "The king took office in April.", "Tenure", "took office"),
    ("en", "The king called on Egypt to leave the city.", "Plea", "called on"),
    ("en", "Russian air strikes on Aleppo continued.", "Strike", "air strikes"),
    ("en", "Egypt agreed on a cease-fire with Sudan.", "Truce", "cease-fire"),
    ("en", "Exiled politicians returned to Cairo.", "Exile", "Exiled"),
    ("en", "The truce between Egypt and Sudan held.", "Truce", "truce"),
    ("en", "The rebels will lay down their arms.", "Truce", "lay down"),
    ("ar", "توصلت مصر والسودان إلى وقف إطلاق النار.", "Truce", "وقف إطلاق النار"),
    ("ar", "أدى الرئيس الجديد اليمين الدستورية.", "Tenure", "أدى"),
    ("ar", "ألقى المتمردون السلاح.", "Truce", "ألقى"),
    ("ar", "تواصل القصف الروسي على حلب.", "Strike", "القصف"),
    ("ar", "السياسيون المنفيون عادوا إلى القاهرة.", "Exile", "المنفيون"),
    ("ar", "وسيزور وزير الخارجية باريس.", "Trip", "يزور"),
]


@pytest.mark.parametrize(("lang", "text", "name", "words"), TRIGGERS)
def test_trigger(tell: Tell, lang: str, text: str, name: str, words: str) -> None:
    told = tell(lang, text)
    assert told.triggers(told.only(name)) == [words]


@pytest.mark.parametrize("gap", ["وقف إطلاق النار", "وقف لإطلاق النار", "وقف فوري لإطلاق النار"])
def test_one_word_may_stand_inside_a_nominal_expression(tell: Tell, gap: str) -> None:
    told = tell("ar", f"أعلن الوزير عن {gap} بين مصر والسودان.")
    assert told.triggers(told.only("Truce")) == [gap]
    assert told.roles(told.only("Truce")) == {"party": {"مصر", "السودان"}}


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "The king took the train in April.", "Tenure"),
        ("en", "The council called Egypt a friend.", "Plea"),
        ("en", "Her office took the call.", "Tenure"),
        ("ar", "أوقف الوزير إطلاق المشروع.", "Truce"),
        ("ar", "أدى الوزير الصلاة في الجامع.", "Tenure"),
    ],
)
def test_half_an_expression_is_none(tell: Tell, lang: str, text: str, name: str) -> None:
    assert tell(lang, text).claims(name) == []


@pytest.mark.parametrize(
    ("lang", "text", "fires"),
    [
        ("en", "The rebels will lay down their arms.", True),
        ("en", "The rebels will lay down the law.", False),
        ("ar", "ألقى المتمردون السلاح.", True),
        ("ar", "ألقى المتمردون كلمة.", False),
    ],
)
def test_only(tell: Tell, lang: str, text: str, fires: bool) -> None:
    assert bool(tell(lang, text).claims("Truce")) is fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Israel struck Gaza on Friday.", True),
        ("Israel struck a deal with Egypt.", False),
        ("Israel struck an agreement with Egypt.", False),
    ],
)
def test_unless(tell: Tell, text: str, fires: bool) -> None:
    assert bool(tell("en", text).claims("Strike")) is fires


@pytest.mark.parametrize(
    ("lang", "text", "subject"),
    [
        ("en", "The French president paid a visit to Lebanon.", "The French president"),
        ("en", "The king will make a trip to Cairo.", "The king"),
        ("ar", "قام الرئيس الفرنسي بزيارة إلى لبنان.", "الرئيس الفرنسي"),
        ("ar", "أجرى الوزير زيارة إلى بغداد.", "الوزير"),
    ],
)
def test_the_subject_of_a_light_verb_does_what_the_noun_names(tell: Tell, lang: str, text: str, subject: str) -> None:
    told = tell(lang, text)
    assert told.roles(told.only("Trip"))["traveller"] == {subject}


def test_another_verb_is_no_light_verb(tell: Tell) -> None:
    told = tell("en", "The minister criticised the visit to Cairo.")
    assert "traveller" not in told.roles(told.only("Trip"))


def test_a_sure_lemma_and_core_roles_score_higher(tell: Tell) -> None:
    full = tell("en", "Turkey attacked the port.").only("Strike")
    part = tell("en", "The port was attacked.").only("Strike")
    assert full.score > part.score


@pytest.mark.parametrize(("text", "mode"), [("elected", "elected"), ("appointed", "appointed")])
def test_the_mode_of_a_pattern(tell: Tell, text: str, mode: str) -> None:
    assert tell("en", f"Sameh Shoukry was {text} in April.").only("Tenure").mode == mode


def test_without_a_mode_there_is_none(tell: Tell) -> None:
    assert tell("en", "The king took office in April.").only("Tenure").mode is None


def test_a_noun_pattern_does_not_match_a_verb(tell: Tell) -> None:
    assert tell("en", "They trip over the step.").extraction.claims == ()


PARADE = """\
roles:
  force: {label: {en: force, ar: القوة}, kinds: [organization, group], side: initiator}
  place: {label: {en: place, ar: المكان}, kinds: [place, state]}
core: [force]
en:
  - {verb: march, subject: force, through: place, needs: [force, place]}
  - {noun: parade, by: force, through: place, needs: [force]}
ar:
  - {noun: استعراض, genitive: force, في: place, needs: [force]}
"""


@pytest.fixture
def parade(tmp_path: Path, gazetteer: Gazetteer) -> Extractor:
    (tmp_path / "parade.yaml").write_text(HEAD.format(name="Parade") + PARADE, encoding="utf8")
    return Extractor(load_ontology([tmp_path]), gazetteer)


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("en", "Soldiers marched through Cairo on Sunday.", 1),
        ("en", "Soldiers marched on Sunday.", 0),
        ("en", "A parade by soldiers began.", 1),
        ("ar", "بدأ استعراض الجيش في القاهرة.", 1),
        ("ar", "بدأ الاستعراض أمس.", 0),
    ],
)
def test_a_users_own_type(parade: Extractor, lang: str, text: str, count: int) -> None:
    claims = parade.extract(Article("a", lang, "2024-05-15", "", text)).claims
    assert len([c for c in claims if c.type == "Parade"]) == count
