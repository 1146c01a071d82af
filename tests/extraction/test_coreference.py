"""Which mentions of one text are one actor, and which are not."""

import pytest

from kg.model import Kind
from tests.extraction.conftest import Analyse, Tell

SAME = [
    # language, text, one mention, another mention of the same actor
    ("en", "Benjamin Netanyahu visited Budapest. Netanyahu left on Friday.", "Benjamin Netanyahu", "Netanyahu"),
    ("en", "Talks at the United Nations ended. Both sides praised the UN.", "United Nations", "UN"),
    ("en", "The army attacked the port. The army then left.", "The army", "The army"),
    ("en", "Three soldiers attacked the village. The soldiers later fled.", "Three soldiers", "The soldiers"),
    ("en", "The Syrian government signed a treaty. Syria praised it.", "The Syrian government", "Syria"),
    ("en", "Hakan Fidan flew to Baghdad. Fidan will return on Sunday.", "Hakan Fidan", "Fidan"),
    ("en", "The minister, Hakan Fidan, flew to Baghdad. The minister met the press.", "Hakan Fidan", "The minister"),
    ("en", "They protested in the capital, Khartoum.", "the capital", "Khartoum"),
    ("en", "The treaty was signed in Geneva. Egypt praised the treaty.", "The treaty", "the treaty"),
    ("en", "Police searched the port. Later police left.", "Police", "police"),
    ("en", "Gunmen kill soldier in Aden\n\nA soldier was killed in Aden on Monday.", "soldier", "A soldier"),
    (
        "en",
        "Finnish president visits Rome\n\nFinland's president Alexander Stubb visited Rome.",
        "Finnish president",
        "Alexander Stubb",
    ),
    (
        "ar",
        "الرئيس الفنلندي يصل إلى روما\n\nوصل الرئيس الفنلندي ألكسندر ستوب إلى روما.",
        "الرئيس الفنلندي",
        "ألكسندر ستوب",
    ),
    ("ar", "مقتل جندي في عدن\n\nقتل جندي في عدن يوم الاثنين.", "جندي", "جندي"),
    ("ar", "التقى الوزير هاكان فيدان نظيره العراقي. وقال فيدان إن اللقاء كان مثمرا.", "هاكان فيدان", "فيدان"),
    ("ar", "التقى الوزير هاكان فيدان نظيره. وغادر الوزير إلى البصرة.", "هاكان فيدان", "الوزير"),
    ("ar", "رفضت الحكومة السورية الخطة. وأكدت سوريا موقفها.", "الحكومة السورية", "سوريا"),
    ("ar", "وصل المحافظ إلى صنعاء. وغادر المحافظ إلى عدن.", "المحافظ", "المحافظ"),
    ("ar", "وصل الوزير إلى مصر أمس. وأشادت مصر بالزيارة.", "مصر", "مصر"),
]


@pytest.mark.parametrize(("lang", "text", "one", "other"), SAME)
def test_same(analyse: Analyse, lang: str, text: str, one: str, other: str) -> None:
    analysis = analyse(lang, text)
    actor = analysis.actor(one)
    words = [text[m.start : m.end] for m in actor.mentions]
    assert other in words
    assert one != other or words.count(one) == 2


DIFFERENT = [
    ("en", "Bashar al-Assad visited Moscow. Maher al-Assad stayed.", "Bashar al-Assad", "Maher al-Assad"),
    ("en", "Bill Clinton flew to Seoul. Hillary Clinton stayed in New York.", "Bill Clinton", "Hillary Clinton"),
    ("en", "The French president met the Italian president.", "The French president", "the Italian president"),
    ("en", "A soldier attacked a soldier near the port.", "A soldier", "a soldier"),
    ("en", "The army left. Another army arrived.", "The army", "Another army"),
    ("en", "North Korea invited South Korea to the talks.", "North Korea", "South Korea"),
    ("ar", "وصل بشار الأسد إلى موسكو. ووصل ماهر الأسد إلى طهران.", "بشار الأسد", "ماهر الأسد"),
    ("ar", "غادر الرئيس الفرنسي أمس. ووصل الرئيس الإيطالي اليوم.", "الرئيس الفرنسي", "الرئيس الإيطالي"),
    (
        "en",
        "Netanyahu left. Benjamin Netanyahu arrived. Sara Netanyahu stayed.",
        "Benjamin Netanyahu",
        "Sara Netanyahu",
    ),
    ("en", "The Iraqi vice president left. The president stayed.", "The Iraqi vice president", "The president"),
    ("ar", "غادر رئيس الوزراء العراقي. ووصل الرئيس العراقي.", "رئيس الوزراء العراقي", "الرئيس العراقي"),
    ("ar", "وصل وزير إلى بيروت. وغادر سفير إلى عمان.", "وزير", "سفير"),
]


@pytest.mark.parametrize(("lang", "text", "one", "other"), DIFFERENT)
def test_different(analyse: Analyse, lang: str, text: str, one: str, other: str) -> None:
    analysis = analyse(lang, text)
    assert analysis.actor(one) is not analysis.actor(other)


def test_a_title_is_told_again_once(analyse: Analyse) -> None:
    text = "Gunmen kill soldier in Aden\n\nA soldier was killed. A soldier was wounded."
    told = [[text[m.start : m.end] for m in actor.mentions] for actor in analyse("en", text).actors]
    assert [words for words in told if "A soldier" in words] == [["soldier", "A soldier"], ["A soldier"]]


def test_an_age_is_no_number_of_people(analyse: Analyse) -> None:
    analysis = analyse("en", "Police arrested a man, 32, in Leeds.")
    assert (analysis.actor("a man").kind, analysis.actor("a man").count) == (Kind.PERSON, None)


def test_a_common_short_form_goes_to_one_of_two_bearers(analyse: Analyse) -> None:
    text = "Bill Clinton flew to Seoul. Hillary Clinton stayed. Clinton praised the talks."
    persons = [a for a in analyse("en", text).actors if a.name.endswith("Clinton")]
    assert sorted(a.name for a in persons) == ["Bill Clinton", "Hillary Clinton"]
    assert sum("Clinton" in a.names for a in persons) == 1


def test_the_longest_name_is_the_name(analyse: Analyse) -> None:
    actor = analyse("en", "Netanyahu left. Benjamin Netanyahu arrived in Budapest.").actor("Netanyahu")
    assert actor.name == "Benjamin Netanyahu"
    assert actor.names == ("Benjamin Netanyahu", "Netanyahu")


def test_actors_come_in_the_order_of_their_first_mention(analyse: Analyse) -> None:
    actors = analyse("en", "The army attacked the port while Egypt watched. Egypt condemned the army.").actors
    assert [a.id for a in actors] == [f"x{n}" for n in range(1, len(actors) + 1)]
    firsts = [a.mentions[0].start for a in actors]
    assert firsts == sorted(firsts)


def test_mentions_of_an_actor_are_sorted_and_without_doubles(analyse: Analyse) -> None:
    for actor in analyse("en", "Egypt praised Egypt. The Egyptian government met Egypt's army in Cairo.").actors:
        assert list(actor.mentions) == sorted(set(actor.mentions))


PRONOUNS = [
    ("en", "Hakan Fidan will visit Baghdad, where he will tour a camp.", "Hakan Fidan"),
    ("en", "Hakan Fidan said he would visit Baghdad.", "Hakan Fidan"),
    ("en", "Egypt said it had visited Baghdad.", "Egypt"),
    ("en", "Hakan Fidan flew to Egypt. He will visit Cairo.", "Hakan Fidan"),
    ("ar", "قال هاكان فيدان إنه سيزور بغداد.", "هاكان فيدان"),
    ("ar", "قالت الوزيرة إنها ستزور بغداد.", "الوزيرة"),
]


@pytest.mark.parametrize(("lang", "text", "name"), PRONOUNS)
def test_a_pronoun_stands_for_the_subject_of_its_clause(tell: Tell, lang: str, text: str, name: str) -> None:
    told = tell(lang, text)
    claim = told.claims("Trip")[-1]
    travellers = [told.extraction.actor(a.actor).name for a in claim.arguments if a.role == "traveller"]
    assert travellers == [name]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "During his visit to Cairo, Hakan Fidan met the press.", "Hakan Fidan"),
        ("en", "During his visit to Cairo, the governor praised the army.", "the governor"),
        ("en", "On her first trip to Cairo, the minister praised the army.", "the minister"),
        ("ar", "وخلال زيارته إلى القاهرة، أشاد الوزير بالجيش المصري.", "الوزير"),
    ],
)
def test_a_pronoun_of_a_fronted_phrase_looks_ahead(tell: Tell, lang: str, text: str, name: str) -> None:
    told = tell(lang, text)
    claim = told.only("Trip")
    travellers = [told.extraction.actor(a.actor).name for a in claim.arguments if a.role == "traveller"]
    assert travellers == [name]


def test_a_pronoun_that_could_stand_for_nobody_fills_nothing(tell: Tell) -> None:
    told = tell("en", "He visited Baghdad.")
    assert told.claims("Trip") == []
