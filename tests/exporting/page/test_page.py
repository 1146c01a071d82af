"""The page as text: what is in it, what cannot get out of it, and that it is the same every time."""

import json
import re
from dataclasses import replace
from pathlib import Path

from kg.exporting.page import page_data, render_page, write_page
from kg.exporting.page.projection import SPEAKER, project
from kg.graph import KnowledgeGraph
from kg.model import Label, Resolution, Status
from tests.graph.builders import (
    BARRACK,
    DISPUTED_ATTACK,
    EVENTS,
    PLANNED_VISIT,
    SHARAA,
    WASHINGTON,
    resolution,
    sample,
)

HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> & \u2028 javascript:alert(3)"


def hostile() -> KnowledgeGraph:
    """The sample in which a person, a title and an article carry markup."""
    plain = resolution()
    actors = tuple(
        replace(each, labels=(Label(HOSTILE, "ar"), Label(HOSTILE, "en")), same_as=("javascript:alert(4)",))
        if each.id == SHARAA.id
        else each
        for each in plain.actors
    )
    graph = sample(resolution=replace(plain, actors=actors))
    return sample(
        resolution=replace(plain, actors=actors),
        articles=tuple(replace(each, title=HOSTILE, publisher=HOSTILE) for each in graph.articles),
    )


def data_in(page: str) -> dict[str, object]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


def test_everything_of_the_sample_is_drawn() -> None:
    data = page_data(sample())
    drawn = {node["id"] for node in data["nodes"]}
    assert {event.id for event in EVENTS} <= drawn
    assert SHARAA.id in drawn
    assert data["total"][0] == len(EVENTS)
    assert {edge["from"] for edge in data["edges"]} <= drawn


def test_labels_are_isolated_lines_in_both_languages() -> None:
    labels = next(node["labels"] for node in page_data(sample())["nodes"] if node["id"] == PLANNED_VISIT.id)
    assert labels["en"].split("\n") == ["\u2068Visit\u2069", "\u20682025-11-10\u2069", "\u2068planned\u2069"]
    assert labels["ar"].split("\n")[2] == "\u2068مقرر\u2069"


def test_panel_of_an_event_has_its_evidence() -> None:
    thing = page_data(sample())["things"][PLANNED_VISIT.id]
    assert thing["says"] == [BARRACK.id]
    assert ["visitor", SHARAA.id] in thing["roles"]
    before, trigger, after = thing["claims"][0]["sentences"][0]
    assert (before[-11:], trigger, after[:7]) == ("أحمد الشرع ", "سيزور", " واشنطن")
    assert thing["time"] == {
        "earliest": "2025-11-10",
        "latest": "2025-11-10",
        "precision": "day",
        "text": "يوم 10 نوفمبر الجاري",
    }


def test_only_addresses_that_are_safe_to_follow() -> None:
    articles = page_data(sample())["articles"]
    assert articles["en-sharaa"]["url"] is None
    assert articles["ar/sharaa"]["url"].startswith("https://")


def test_contradictions_are_named() -> None:
    assert [each["event"] for each in page_data(sample())["contradictions"]] == [DISPUTED_ATTACK.id]


def test_a_speaker_is_linked_apart_from_the_roles() -> None:
    links = [link for link in project(sample()).links if link.event == PLANNED_VISIT.id]
    assert {(link.other, link.way) for link in links} == {
        (SHARAA.id, "role"),
        (WASHINGTON.id, "role"),
        (BARRACK.id, SPEAKER),
    }


def test_budget_keeps_the_best_witnessed_and_says_of_how_many() -> None:
    data = page_data(sample(), budget=4)
    events = [node for node in data["nodes"] if node["kind"] == "event"]
    assert 1 <= len(events) < len(EVENTS)
    assert len(data["nodes"]) <= 4
    assert data["total"][0] == len(EVENTS)
    assert all(data["things"][event["id"]]["sources"] == 2 for event in events)


def test_same_bytes_every_time_and_in_any_order() -> None:
    graph = sample()
    turned = sample(articles=graph.articles[::-1], extractions=graph.extractions[::-1])
    assert render_page(graph) == render_page(turned)


def test_hostile_labels_end_no_script() -> None:
    page = render_page(hostile())
    assert page.lower().count("</script>") == 3
    assert "<img" not in page
    things = data_in(page)["things"]
    assert isinstance(things, dict)
    assert things[SHARAA.id]["label"]["en"] == HOSTILE


def test_nothing_is_fetched_and_only_our_scripts_run() -> None:
    page = render_page(sample())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    assert policy[1].count("sha256-") == 3
    assert not re.search(r"<(?:script|link|img)[^>]*(?:src|href)=", page)


def test_empty_graph_is_a_page(tmp_path: Path) -> None:
    empty = sample(articles=(), extractions=(), resolution=Resolution())
    write_page(empty, tmp_path / "graph.html", language="ar")
    page = (tmp_path / "graph.html").read_text(encoding="utf8")
    assert '<html lang="ar" dir="rtl">' in page
    assert data_in(page)["nodes"] == []


def test_every_status_and_every_word_has_a_look_in_both_languages() -> None:
    data = page_data(sample())
    assert set(data["style"]["statuses"]) == {status.value for status in Status}
    assert data["words"]["ar"].keys() == data["words"]["en"].keys()
