"""Grammatical functions read off the parser's trees: sentences of our own with the functions that a frame relies on."""

import pytest
from spacy.tokens import Doc

from kg.language import load
from kg.language.functions import dependents, is_passive
from kg.text import fold

CASES = [
    # language, sentence, trigger, function, the word that fills it
    ("ar", "زار الرئيس المصري مدينة العقبة يوم الاثنين.", "زار", "subject", "الرئيس"),
    ("ar", "الرئيس المصري يزور عمان غدا.", "يزور", "subject", "الرئيس"),
    ("ar", "وقع الوزيران اتفاقا مع البنك الدولي.", "وقع", "object", "اتفاقا"),
    ("ar", "وقع الوزيران اتفاقا مع البنك الدولي.", "وقع", "مع", "البنك"),
    ("ar", "قام وزير الخارجية بزيارة رسمية إلى باريس.", "زيارة", "إلى", "باريس"),
    ("ar", "زيارة رئيس الوزراء إلى باريس انتهت أمس.", "زيارة", "genitive", "رئيس"),
    ("ar", "زيارة رئيس الوزراء إلى باريس انتهت أمس.", "زيارة", "إلى", "باريس"),
    ("ar", "التقى الملك الرئيس الفرنسي ورئيسة الوزراء الإيطالية.", "التقى", "subject", "الملك"),
    ("ar", "انضمام السويد إلى حلف شمال الأطلسي خطوة كبيرة.", "انضمام", "genitive", "السويد"),
    ("ar", "انضمام السويد إلى حلف شمال الأطلسي خطوة كبيرة.", "انضمام", "إلى", "حلف"),
    ("ar", "أعلن الوزير أن بلاده ستنسحب من الاتفاق.", "تنسحب", "من", "الاتفاق"),
    ("ar", "أعلن الوزير أن بلاده ستنسحب من الاتفاق.", "تنسحب", "subject", "بلاد"),
    ("ar", "الجيش الذي سيطر على المدينة انسحب منها.", "سيطر", "على", "المدينة"),
    ("ar", "وصل الرئيس المصري إلى عمان يوم الاثنين.", "وصل", "إلى", "عمان"),
    ("ar", "زار الرئيس المصري مدينة العقبة يوم الاثنين.", "زار", "object", "مدينة"),
    ("ar", "وقعت مصر الاتفاقية مع إيران.", "وقعت", "object", "الاتفاقية"),
    ("ar", "وقعت مصر والأردن اتفاقية تعاون.", "وقعت", "subject", "الأردن"),
    ("ar", "وقعت مصر والأردن اتفاقية تعاون.", "وقعت", "object", "اتفاقية"),
    ("ar", "المسلحون الذين هاجموا الثكنة فروا إلى الجبال.", "هاجموا", "subject", "المسلحون"),
    ("ar", "المسلحون الذين هاجموا الثكنة فروا إلى الجبال.", "هاجموا", "object", "الثكنة"),
    ("ar", "هاجم الجيش ميناء المدينة.", "هاجم", "object", "ميناء"),
    ("ar", "قتل سبعة جنود في الهجوم.", "قتل", "object", "سبعة"),
    ("ar", "استقبل الملك السفير التركي في القصر.", "استقبل", "في", "القصر"),
    ("ar", "تم توقيع الاتفاقية بين مصر وإثيوبيا.", "توقيع", "genitive", "الاتفاقية"),
    ("ar", "تم توقيع الاتفاقية بين مصر وإثيوبيا.", "توقيع", "بين", "إثيوبيا"),
    ("ar", "تواصل القصف الروسي على المدينة.", "القصف", "attribute", "الروسي"),
    ("ar", "يعتزم الوزير زيارة بغداد.", "زيارة", "genitive", "بغداد"),
    ("ar", "قال الوزير إن الملك سيزور القاهرة.", "قال", "complement", "يزور"),
    ("ar", "قال الوزير إن الملك سيزور القاهرة.", "يزور", "subject", "الملك"),
    ("ar", "عين الملك وزيرا جديدا للخارجية.", "عين", "object", "وزيرا"),
    ("ar", "انسحبت القوات من المدينة باتجاه الحدود.", "انسحبت", "من", "المدينة"),
    ("ar", "دعا الأمين العام إلى وقف القتال.", "دعا", "إلى", "وقف"),
    ("ar", "اجتمع الوزير مع نظيره العراقي في بغداد.", "اجتمع", "مع", "نظير"),
    ("ar", "عاد الوزير وزار باريس.", "زار", "subject", "الوزير"),
    ("ar", "السياسيون المنفيون عادوا إلى القاهرة.", "المنفيون", "modified", "السياسيون"),
    ("ar", "قال الوزير خلال زيارة إلى بغداد إن الوضع هادئ.", "زيارة", "light_subject", "الوزير"),
    ("en", "The minister visited Rabat on Sunday.", "visited", "subject", "minister"),
    ("en", "The minister visited Rabat on Sunday.", "visited", "object", "Rabat"),
    ("en", "The agreement was signed by both presidents in Geneva.", "signed", "subject", "presidents"),
    ("en", "The agreement was signed by both presidents in Geneva.", "signed", "object", "agreement"),
    ("en", "The king's visit to Berlin lasted two days.", "visit", "genitive", "king"),
    ("en", "The king's visit to Berlin lasted two days.", "visit", "to", "Berlin"),
    ("en", "The president flew to Rome and met the pope.", "met", "subject", "president"),
    ("en", "The president flew to Rome and met the pope.", "met", "object", "pope"),
    ("en", "The council urged the rebels to leave the city.", "leave", "subject", "rebels"),
    ("en", "The country that joined the alliance sent troops.", "joined", "subject", "country"),
    ("en", "The country that joined the alliance sent troops.", "joined", "object", "alliance"),
    ("en", "Ministers from Egypt and Jordan met in Cairo.", "met", "in", "Cairo"),
    ("en", "The talks between Egypt and Sudan ended.", "talks", "between", "Sudan"),
    ("en", "The port was attacked by rebels on Sunday.", "attacked", "subject", "rebels"),
    ("en", "The port was attacked by rebels on Sunday.", "attacked", "object", "port"),
    ("en", "Rebels who attacked the barracks fled.", "attacked", "subject", "Rebels"),
    ("en", "The barracks that the rebels attacked is in Homs.", "attacked", "object", "barracks"),
    ("en", "The barracks that the rebels attacked is in Homs.", "attacked", "subject", "rebels"),
    ("en", "Egypt, Jordan and Iraq signed a treaty with Iran.", "signed", "subject", "Iraq"),
    ("en", "Egypt, Jordan and Iraq signed a treaty with Iran.", "signed", "with", "Iran"),
    ("en", "The king called on Egypt to sign the treaty.", "sign", "subject", "Egypt"),
    ("en", "The minister called on Egypt to sign the treaty.", "called", "object", "Egypt"),
    ("en", "The council urged the rebels to leave the city.", "urged", "object", "rebels"),
    ("en", "The king wants to visit Cairo.", "visit", "subject", "king"),
    ("en", "Russian strikes on the city continued.", "strikes", "on", "city"),
    ("en", "Russian strikes on the city continued.", "strikes", "attribute", "Russian"),
    ("en", "The visit of the king to Cairo ended.", "visit", "genitive", "king"),
    ("en", "The army attack on the village failed.", "attack", "compound", "army"),
    ("en", "Exiled politicians returned home.", "Exiled", "modified", "politicians"),
    ("en", "The minister said that the king will visit Cairo.", "said", "complement", "visit"),
    ("en", "The minister, who visited Cairo, returned.", "visited", "subject", "minister"),
    ("en", "The treaty signed by Egypt was praised.", "signed", "object", "treaty"),
    ("en", "The treaty signed by Egypt was praised.", "signed", "subject", "Egypt"),
    ("en", "Speaking in Cairo, the minister praised Egypt.", "Speaking", "subject", "minister"),
    ("en", "The minister spoke during a visit to Cairo.", "visit", "light_subject", "minister"),
    ("en", "He flew to Rome on behalf of the council.", "flew", "to", "Rome"),
    ("en", "Parliament gave the president new powers.", "gave", "object", "powers"),
]


@pytest.mark.parametrize(("lang", "text", "trigger", "function", "filler"), CASES)
def test_function(lang: str, text: str, trigger: str, function: str, filler: str) -> None:
    doc = load(lang)(text)
    token = next(t for t in doc if t.text == trigger)
    found = [(d.function, d.token.text) for d in dependents(token, lang)]
    assert (fold(function), filler) in found


def test_passive_agent_is_no_object() -> None:
    doc = load("en")("The town was captured by rebels.")
    token = next(t for t in doc if t.text == "captured")
    functions = {d.token.text: d.function for d in dependents(token, "en") if d.function in ("subject", "object")}
    assert functions == {"town": "object", "rebels": "subject"}


def test_a_word_fills_a_function_once() -> None:
    doc = load("en")("Egypt, Jordan and Iraq signed a treaty with Iran in Geneva.")
    found = [(d.function, d.token.i) for d in dependents(next(t for t in doc if t.text == "signed"), "en")]
    assert len(found) == len(set(found))


def test_the_surest_come_first() -> None:
    doc = load("en")("The minister flew to Rome and met the pope of the church in Paris.")
    ranks = [d.rank for d in dependents(next(t for t in doc if t.text == "met"), "en")]
    assert ranks == sorted(ranks)


def test_a_particle_of_degree_makes_no_passive() -> None:
    doc = load("ar")("قال الوزير إن الجيش قد قصف الميناء.")
    verbs = [t for t in doc if t.text == "قصف" and t.pos_ == "VERB"]
    assert not any(is_passive(verb) for verb in verbs)


@pytest.mark.parametrize("relation", ["nmod", "conj", "ccomp", "appos", "acl:relcl", "parataxis", "obl"])
@pytest.mark.parametrize("tag", ["NOUN", "VERB"])
def test_a_tree_of_any_depth_is_read(relation: str, tag: str) -> None:
    """Text that is no language gives trees of thousands of levels; recursion would end the program."""
    size = 3000
    heads = [max(i - 1, 0) for i in range(size)]
    doc = Doc(
        load("en").vocab, words=["visit"] * size, heads=heads, deps=["ROOT", *[relation] * (size - 1)], pos=[tag] * size
    )
    found = [d for at in (0, size // 2, size - 1) for d in dependents(doc[at], "en")]
    assert all(0 <= d.token.i < size for d in found)
