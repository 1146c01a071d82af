import pytest

from kg.graph.titles import actor_name, event_title, fill, joined
from kg.model import Kind, Label, Status
from tests.graph.builders import (
    DISPUTED_ATTACK,
    NEGATED_VISIT,
    PLANNED_VISIT,
    SHARAA,
    SIGNED,
    SYRIA,
    WASHINGTON,
    actor,
    event,
    resolution,
    sample,
)
from tests.graph.builders import VISIT_AR as CLAIM


def titles(graph, told) -> tuple[str, str]:
    return event_title(told, graph.view, "ar"), event_title(told, graph.view, "en")


def test_the_template_of_the_status_is_used(graph):
    assert titles(graph, PLANNED_VISIT) == (
        "زيارة مرتقبة من أحمد الشرع إلى واشنطن",
        "Ahmed al-Sharaa to visit Washington",
    )


def test_a_name_without_the_language_is_taken_from_the_other(graph):
    assert titles(graph, NEGATED_VISIT)[1] == "no visit of الوفود to موسكو"


def test_a_status_without_a_template_is_added_in_brackets(graph):
    assert titles(graph, DISPUTED_ATTACK) == ("هجوم على تدمر (متنازع عليه)", "attack on Palmyra (disputed)")


def test_several_fillers_make_a_list(graph):
    assert titles(graph, SIGNED) == ("توقيع سوريا والعراق على اتفاق الطاقة", "Syria and Iraq sign Energy Accord")


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ({"visitor": SHARAA}, ("زيارة أحمد الشرع", "visit: Ahmed al-Sharaa")),
        ({"destination": WASHINGTON}, ("نوع Visit: واشنطن", "visit: Washington")),
        ({"visitor": SHARAA, "host": SYRIA}, ("زيارة أحمد الشرع إلى سوريا", "Ahmed al-Sharaa visits Syria")),
        ({}, ("نوع Visit", "visit")),
    ],
)
def test_missing_roles_leave_no_hole(graph, roles, expected):
    assert titles(graph, event((CLAIM,), Status.OCCURRED, roles)) == expected


def test_what_falls_back_still_tells_its_status(graph):
    assert (
        titles(graph, event((CLAIM,), Status.PLANNED, {"destination": WASHINGTON}))[1] == "visit: Washington (planned)"
    )


def test_events_of_a_graph_carry_both_titles(graph):
    assert all([label.lang for label in told.labels] == ["ar", "en"] for told in graph.events())


def test_a_title_that_resolution_made_is_kept():
    from dataclasses import replace

    told = replace(SIGNED, labels=(Label("توقيع تاريخي", "ar"),))
    (kept,) = sample(resolution=resolution((told,))).events()
    assert [label.text for label in kept.labels] == ["توقيع تاريخي", "Syria and Iraq sign Energy Accord"]


def test_many_names_are_counted():
    assert joined(["a", "b", "c", "d", "e"], "en") == "a, b and 3 others"
    assert joined(["أ", "ب", "ج", "د"], "ar") == "أ وب و2 آخرين"


def test_a_romanised_name_comes_before_the_other_script():
    someone = actor("x", Kind.PERSON, "علي", None)
    romanised = actor(
        "x", Kind.PERSON, None, None, labels=(Label("علي", "ar"), Label("Ali", "en-Latn", generated=True))
    )
    assert [actor_name(each, "en") for each in (someone, romanised)] == ["علي", "Ali"]


def test_no_template_breaks_on_braces_in_a_name():
    assert fill("{a} meets {b}", {"a": "{b}", "b": "x"}) == "{b} meets x"
