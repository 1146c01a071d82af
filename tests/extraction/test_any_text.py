"""Whatever the text, reading it ends, and every span lies in it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Extraction, Span
from tests.extraction.conftest import Tell

PIECES = """
زار وقع قصف الرئيس المصري مصر إلى في عن أن قال وقال بحسب يوم الأحد مايو الاتفاقية هدنة بين و ه لم لن سوف
زيارة زيارته المحافظ وقف إطلاق النار سبعة جنود دمشق الحكومة السورية نفى
the king Egypt Egyptian visited visit to signed a treaty with and said that he it his Cairo on Sunday May
not will would may by was who which I A. U.S. Mr. http://a.b a@b.c #وسم @user 3 7 12 ١٢ 2024
, . « » " ' ( ) : - — ! ؟ ، 🙂 👩‍🚀 é ß ü Ⅷ ـــ ً ّ ا آ
"""
WORDS = [*PIECES.split(), "\n", "\n\n\n", "\u200f", "\u202b"]


def spans_of(extraction: Extraction) -> list[Span]:
    spans = [s for a in extraction.actors for s in a.mentions] + [u.cue for u in extraction.utterances]
    for claim in extraction.claims:
        spans += [*claim.triggers, *(a.span for a in claim.arguments)]
        spans += [claim.place.span] if claim.place else []
        spans += [claim.time.span] if claim.time and claim.time.span else []
    return spans


def holds(tell: Tell, lang: str, text: str) -> None:
    extraction = tell(lang, text).extraction
    assert all(0 <= s.start < s.end <= len(text) for s in spans_of(extraction))
    actors = {a.id for a in extraction.actors}
    assert all(a.actor in actors for c in extraction.claims for a in c.arguments)


@pytest.mark.parametrize("lang", ["ar", "en"])
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_in_any_order(tell: Tell, lang: str, words: list[str]) -> None:
    holds(tell, lang, " ".join(words))


@pytest.mark.parametrize("lang", ["ar", "en"])
@given(text=st.text(max_size=80))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_characters_in_any_order(tell: Tell, lang: str, text: str) -> None:
    holds(tell, lang, text)


NAMES = "Ahmed Ali, Omar Hassan, Sameh Shoukry, Hakan Fidan, Angela Merkel, "
ODD = {
    "empty": "",
    "blank": " \n\t \n",
    "one letter": "a",
    "one repeated": "ا" * 2000,
    "one word repeated": "زيارة " * 200,
    "one sentence repeated": "Egypt signed a treaty with Iran. " * 60,
    "punctuation": "!؟…،؛.«»()[]{}--—“”" * 50,
    "emoji": "🙂👩‍🚀🇸🇾" * 100,
    "mixed scripts": "زار President ماكرون visited القاهرة and قال he سيزور Doha غدا tomorrow.",
    "full diacritics": "وَصَلَ الرَّئِيسُ الفَرَنْسِيُّ إِلَى القَاهِرَةِ يَوْمَ الأَحَدِ، وَقَالَ إِنَّهُ سَيَزُورُ بَيْرُوتَ.",
    "tatweel": "وصـــل الرئيـــس إلى القــاهرة.",
    "sport": "Liverpool beat Paris 3-1 on Sunday as Salah struck twice. Jordan Henderson signed a new deal.",
    "names": NAMES * 30,
    "states": "Egypt, Jordan, Iraq, Syria and Iran signed a treaty with Turkey, Oman, Qatar, Libya and Sudan. " * 15,
    "no full stop": "the king visited Cairo and " * 150,
    "nested": "The minister said that " * 60 + "rebels attacked the port.",
    "genitives": "the visit of the king of the city of the president of " * 15,
    "Arabic genitives": "زيارة رئيس وزراء حكومة دولة " * 15,
    "null": "The king visited\x00 Cairo.",
    "right to left marks": "\u202bوصل الرئيس إلى \u200fالقاهرة\u202c.",
}


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", ODD)
def test_odd_input(tell: Tell, lang: str, name: str) -> None:
    holds(tell, lang, ODD[name])


def test_full_diacritics_change_nothing(tell: Tell) -> None:
    marked = tell("ar", "وَصَلَ الوَزِيرُ إِلَى القَاهِرَةِ.")
    plain = tell("ar", "وصل الوزير إلى القاهرة.")
    assert [c.type for c in marked.extraction.claims] == [c.type for c in plain.extraction.claims] == ["Trip"]


def test_sport_is_no_politics(tell: Tell) -> None:
    told = tell("en", "Liverpool beat Paris 3-1 on Sunday. Salah scored twice in the second half.")
    assert told.extraction.claims == ()


def test_blank_text_says_nothing(tell: Tell) -> None:
    for lang in ("ar", "en"):
        assert tell(lang, " \n").extraction == Extraction("test")
