import pytest

from kg.gazetteer import Gazetteer

SYRIAN = "سوري السوري سورية السورية سوريون السوريون سوريين السوريين سوريات السوريات سوريان سوريتين سورياً"


@pytest.mark.parametrize("word", [*SYRIAN.split(), "Syrian", "Syrians"])
def test_every_form_of_syrian(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.demonym(word) is gazetteer.state("SYR")


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("الأميركية", "USA"),
        ("أمريكي", "USA"),
        ("إماراتي", "ARE"),
        ("الأتراك", "TUR"),
        ("الروس", "RUS"),
        ("المغاربة", "MAR"),
        ("الكورية الجنوبية", "KOR"),
        ("جنوب أفريقي", "ZAF"),
        ("Saudi", "SAU"),
        ("Saudis", "SAU"),
        ("British", "GBR"),
        ("Britons", "GBR"),
        ("French", "FRA"),
        ("Dutch", "NLD"),
        ("US", "USA"),
        ("Americans", "USA"),
        ("South Korean", "KOR"),
        ("Iraqis", "IRQ"),
    ],
)
def test_states(gazetteer: Gazetteer, word: str, code: str) -> None:
    found = gazetteer.demonym(word)
    assert found is not None
    assert found.country == code


@pytest.mark.parametrize("word", ["عربي", "أكراد", "us", "المالية", "turkish", "كوري", "", "كبير"])
def test_what_points_to_no_state(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.demonym(word) is None


def test_organisations_and_continents(gazetteer: Gazetteer) -> None:
    names = {word: entry.name("en") for word in ("أممية", "الأوروبي", "أطلسي") if (entry := gazetteer.demonym(word))}
    assert names == {"أممية": "United Nations", "الأوروبي": "Europe", "أطلسي": "North Atlantic Treaty Organisation"}
