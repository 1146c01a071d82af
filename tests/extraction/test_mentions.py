"""Names, titles, nationalities, counts, and what only looks like a name."""

import pytest

from kg.model import Kind, Span
from tests.extraction.conftest import Analyse

PERSON, ORGANIZATION, STATE, PLACE, GROUP, DOCUMENT = (
    Kind.PERSON,
    Kind.ORGANIZATION,
    Kind.STATE,
    Kind.PLACE,
    Kind.GROUP,
    Kind.DOCUMENT,
)

KINDS = [
    ("en", "Egypt signed a treaty with Iran.", "Egypt", STATE),
    ("en", "Egypt signed a treaty with Iran.", "Iran", STATE),
    ("en", "Egypt signed a treaty with Iran.", "a treaty", DOCUMENT),
    ("en", "The mayor praised the World Health Organization.", "World Health Organization", ORGANIZATION),
    ("en", "The World Health Organization opened an office in Geneva.", "Geneva", PLACE),
    ("en", "Antonio Guterres flew to Addis Ababa on Monday.", "Antonio Guterres", PERSON),
    ("en", "Antonio Guterres flew to Addis Ababa on Monday.", "Addis Ababa", PLACE),
    ("en", "Hezbollah denied the report on Friday.", "Hezbollah", ORGANIZATION),
    ("en", "Beijing and Moscow signed a memorandum of understanding.", "a memorandum of understanding", DOCUMENT),
    ("en", "Beijing and Moscow signed a memorandum of understanding.", "Beijing", PLACE),
    ("en", "Rebels attacked the barracks at dawn.", "Rebels", GROUP),
    ("en", "Rebels attacked the barracks at dawn.", "the barracks", PLACE),
    ("en", "The governor visited the wounded in hospital.", "The governor", PERSON),
    ("en", "The troops left the Bagram base in July.", "the Bagram base", PLACE),
    ("en", "The city of Aleppo was calm on Sunday.", "The city of Aleppo", PLACE),
    ("ar", "أعلنت حركة حماس وحزب الله والاتحاد الأوروبي ذلك.", "حركة حماس", ORGANIZATION),
    ("ar", "أعلنت حركة حماس وحزب الله والاتحاد الأوروبي ذلك.", "حزب الله", ORGANIZATION),
    ("ar", "أعلنت حركة حماس وحزب الله والاتحاد الأوروبي ذلك.", "الاتحاد الأوروبي", ORGANIZATION),
    ("ar", "قالت منظمة الصحة العالمية إن الأردن وافق على الخطة.", "منظمة الصحة العالمية", ORGANIZATION),
    ("ar", "قالت منظمة الصحة العالمية إن الأردن وافق على الخطة.", "الأردن", STATE),
    ("ar", "وصل الملك إلى القاهرة مساء الأحد.", "الملك", PERSON),
    ("ar", "وصل الملك إلى القاهرة مساء الأحد.", "القاهرة", PLACE),
    ("ar", "فر المتمردون من الثكنة.", "المتمردون", GROUP),
    ("ar", "فر المتمردون من الثكنة.", "الثكنة", PLACE),
    ("ar", "وقع الوزير مذكرة تفاهم في بغداد.", "مذكرة تفاهم", DOCUMENT),
    ("ar", "وصل الوزير إلى مدينة حلب فجر الاثنين.", "مدينة حلب", PLACE),
]


@pytest.mark.parametrize(("lang", "text", "words", "kind"), KINDS)
def test_kind(analyse: Analyse, lang: str, text: str, words: str, kind: Kind) -> None:
    assert analyse(lang, text).spans[words].kind is kind


NAMED = [
    ("en", "The Egyptian foreign minister, Sameh Shoukry, flew to Addis Ababa.", "Sameh Shoukry", "EGY"),
    ("en", "The Syrian interim president, Ahmed al-Sharaa, met the governor.", "Ahmed al-Sharaa", "SYR"),
    ("en", "French President Emmanuel Macron met the Turkish ambassador.", "Emmanuel Macron", "FRA"),
    ("en", "President Donald Trump will visit Doha on Friday.", "Donald Trump", "USA"),
    ("ar", "زار وزير الخارجية المصري بدر عبد العاطي بيروت.", "بدر عبد العاطي", "EGY"),
    ("ar", "وصل الرئيس السوري أحمد الشرع إلى الرياض.", "أحمد الشرع", "SYR"),
    ("ar", "التقى الوزير هاكان فيدان نظيره العراقي.", "هاكان فيدان", "TUR"),
]


@pytest.mark.parametrize(("lang", "text", "name", "country"), NAMED)
def test_a_title_and_its_name_are_one_mention(analyse: Analyse, lang: str, text: str, name: str, country: str) -> None:
    analysis = analyse(lang, text)
    titled = [m for m in analysis.mentions if m.kind is PERSON and m.post and m.name]
    assert len(titled) == 1
    actor = analysis.actor(name)
    assert actor.name == name
    assert actor.office
    assert actor.country == country


@pytest.mark.parametrize(
    ("lang", "text", "words", "country"),
    [
        ("en", "The Turkish ambassador left Paris.", "The Turkish ambassador", "TUR"),
        ("en", "Three Iraqi soldiers were arrested in Turkey.", "Three Iraqi soldiers", "IRQ"),
        ("en", "Iraq's government rejected the plan.", "Iraq's government", "IRQ"),
        ("ar", "غادر السفير التركي باريس.", "السفير التركي", "TUR"),
        ("ar", "رفضت الحكومة العراقية الخطة.", "الحكومة العراقية", "IRQ"),
        ("ar", "وصل الوفد الفرنسي أمس.", "الوفد الفرنسي", "FRA"),
    ],
)
def test_a_nationality_says_the_state(analyse: Analyse, lang: str, text: str, words: str, country: str) -> None:
    assert analyse(lang, text).spans[words].country == country


def test_a_nationality_is_a_mention_of_the_state_without_a_phrase_of_its_own(analyse: Analyse) -> None:
    mention = analyse("en", "The Polish minister went home.").spans["Polish"]
    assert mention.adjective
    assert mention.kind is STATE


@pytest.mark.parametrize(
    ("lang", "text", "words", "count"),
    [
        ("en", "The army met seven soldiers in Geneva.", "seven soldiers", 7),
        ("en", "Some 1,200 workers left the plant.", "1,200 workers", 1200),
        ("en", "Two presidents signed the accord.", "Two presidents", 2),
        ("en", "He met hundreds of refugees there.", "hundreds of refugees", None),
        ("en", "The soldiers left.", "The soldiers", None),
        ("en", "Two Syrians were arrested in Turkey.", "Two Syrians", 2),
        ("ar", "قتل سبعة جنود في الهجوم.", "سبعة جنود", 7),
        ("ar", "قتل 12 جنديا في الهجوم.", "12 جنديا", 12),
        ("ar", "قتل ١٢ جنديا في الهجوم.", "١٢ جنديا", 12),
        ("ar", "اعتقلت السلطات التركية ثلاثة سوريين.", "ثلاثة سوريين", 3),
        ("ar", "وصل عشرات اللاجئين إلى الحدود.", "عشرات اللاجئين", None),
    ],
)
def test_counts(analyse: Analyse, lang: str, text: str, words: str, count: int | None) -> None:
    found = [m for name, m in analyse(lang, text).spans.items() if words in name]
    assert [(m.kind, m.count) for m in found][:1] == [(GROUP, count)]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Egypt signed a treaty with Turkey.", "Turkey"),
        ("en", "The US urged us to leave.", "United States"),
        ("ar", "وصل الوفد للإمارات مساء أمس.", "الإمارات"),
        ("ar", "وصل الوزير إلى تركيا وسوريا.", "سوريا"),
    ],
)
def test_a_state_goes_by_its_gazetteer_entry(analyse: Analyse, lang: str, text: str, name: str) -> None:
    states = [a for a in analyse(lang, text).actors if a.kind is STATE and a.entry]
    assert any(name in a.name for a in states)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "She cooked turkey and served it on china."),
        ("en", "He read a nice book and used polish on his shoes."),
        ("en", "It may help us to march on."),
        ("ar", "كان الطقس جيدا في الصباح."),
        ("ar", "ارتفعت أسعار النفط أمس."),
    ],
)
def test_false_friends(analyse: Analyse, lang: str, text: str) -> None:
    assert [m for m in analyse(lang, text).mentions if m.entry or m.name] == []


def test_a_footballer_named_like_a_state_is_a_person(analyse: Analyse) -> None:
    assert analyse("en", "Jordan Henderson scored twice on Saturday.").spans["Jordan Henderson"].kind is PERSON


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("التقى الوزير بالرئيس الفرنسي في باريس.", "الرئيس الفرنسي"),
        ("وزار الوزير باريس وبرلين.", "برلين"),
        ("تحدث عن العراق وسوريا.", "سوريا"),
        ("وصل الوفد لبيروت.", "بيروت"),
    ],
)
def test_clitics_stay_outside(analyse: Analyse, text: str, words: str) -> None:
    assert words in analyse("ar", text).spans


def test_the_article_is_no_part_of_a_name(analyse: Analyse) -> None:
    assert "US" in analyse("en", "The US urged Iran to leave.").spans


def test_a_title_ends_with_its_name(analyse: Analyse) -> None:
    text = "استقبل الرئيس السوري أحمد الشرع المبعوث الأميركي في دمشق."
    assert analyse("ar", text).actor("أحمد الشرع").mentions[0] == Span(7, 31)


@pytest.mark.parametrize(
    ("lang", "text", "post"),
    [
        ("en", "The Iraqi prime minister left.", "prime-minister"),
        ("en", "The Iraqi vice president left.", "vice-president"),
        ("en", "The president left.", "president"),
        ("ar", "غادر رئيس الوزراء العراقي بغداد.", "prime-minister"),
        ("ar", "غادر الرئيس العراقي بغداد.", "president"),
        ("ar", "غادر الأمين العام بغداد.", "secretary-general"),
    ],
)
def test_a_post_may_have_several_words(analyse: Analyse, lang: str, text: str, post: str) -> None:
    assert [m.post for m in analyse(lang, text).mentions if m.post][:1] == [post]


@pytest.mark.parametrize("city", ["Rabat", "Cairo", "Doha"])
def test_a_capital_is_a_place_whatever_the_model_says(analyse: Analyse, city: str) -> None:
    assert analyse("en", f"The French president visited {city}.").spans[city].kind is PLACE


def test_diacritics_do_not_hide_a_noun(analyse: Analyse) -> None:
    assert analyse("ar", "وصلَ وفدٌ إلى القاهرةِ.").spans["وفدٌ"].kind is GROUP


def test_a_time_is_no_actor(analyse: Analyse) -> None:
    assert all("Sunday" not in name for name in analyse("en", "The king left on Sunday.").spans)
