from datetime import date

import pytest

from kg.gazetteer import Gazetteer
from kg.gazetteer.offices import bounds


@pytest.mark.parametrize(
    ("code", "post", "day", "name"),
    [
        ("SYR", "president", date(2016, 5, 1), "Bashar al-Assad"),
        ("SYR", "president", date(2025, 11, 2), "Ahmed al-Sharaa"),
        ("USA", "president", date(2018, 6, 1), "Donald Trump"),
        ("USA", "president", date(2022, 6, 1), "Joe Biden"),
        ("GBR", "prime-minister", date(2024, 8, 1), "Keir Starmer"),
        ("ITA", "prime-minister", date(2022, 1, 1), "Mario Draghi"),
        ("RUS", "foreign-minister", date(2018, 4, 1), "Sergei Lavrov"),
        ("DEU", "leader", date(1980, 1, 1), "Schmidt"),
    ],
)
def test_who_held_a_post(gazetteer: Gazetteer, code: str, post: str, day: date, name: str) -> None:
    terms = gazetteer.office_holders(gazetteer.state(code).id, post=post, day=day)
    assert terms[0].name == name


def test_bounds_of_a_term_say_what_is_sure(gazetteer: Gazetteer) -> None:
    (term,) = gazetteer.terms("x-ahmed-al-sharaa")
    assert term.surely_holds(date(2025, 6, 1))
    assert term.may_hold(date(2030, 1, 1))
    assert not term.surely_holds(date(2030, 1, 1))
    assert not term.may_hold(date(2024, 12, 1))


def test_organisations_have_holders(gazetteer: Gazetteer) -> None:
    united_nations = gazetteer.lookup("الأمم المتحدة")[0]
    terms = gazetteer.office_holders(united_nations.id, day=date(2018, 1, 1))
    assert [term.holder for term in terms] == ["x-antonio-guterres"]


@pytest.mark.parametrize("title", ["Prime Minister", "رئيس الوزراء", "رئيس الحكومة", "PM"])
def test_titles_name_posts(gazetteer: Gazetteer, title: str) -> None:
    assert gazetteer.post(title) == "prime-minister"


def test_unknown_title(gazetteer: Gazetteer) -> None:
    assert gazetteer.post("Dogcatcher") is None


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12-08", date(2024, 12, 8), date(2024, 12, 8)),
    ],
)
def test_bounds(cell: str, first: date, last: date) -> None:
    assert bounds(cell) == (first, last)


@pytest.mark.parametrize("cell", ["", "2024-13", "24", "2024-2-1", "2024-02-30"])
def test_no_date(cell: str) -> None:
    with pytest.raises(ValueError, match=r"month|day|^\d*(-\d+)*$"):
        bounds(cell)


def test_no_term_may_end_before_it_starts(gazetteer: Gazetteer) -> None:
    """A list of one year gave Salman's premiership, which ended in that September, a start by that December."""
    terms = [term for entry in gazetteer for term in gazetteer.office_holders(entry.id)]
    assert len(terms) > 1_000
    assert all(term.latest_start <= term.latest_end and term.earliest_start <= term.earliest_end for term in terms)
