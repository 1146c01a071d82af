"""`graph.html` in headless chromium, opened from disk with the network off."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.exporting.page import write_page
from kg.model import Resolution
from kg.text import key
from tests.exporting.page.test_page import HOSTILE, hostile
from tests.graph.builders import ATTACKED, NEGATED_VISIT, PLANNED_VISIT, SHARAA, SYRIA, resolution, sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def unavailable(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and CI is set")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        unavailable("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unavailable("playwright")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@dataclass
class Opened:
    """A page that was opened, and everything that it should not have done."""

    page: "Page"
    trouble: list[str] = field(default_factory=list)

    def run(self, script: str) -> object:
        return self.page.evaluate(script)

    def pixels(self) -> int:
        """How many points of the canvas are not empty."""
        return int(
            self.page.evaluate(
                """() => { const canvas = document.querySelector("#picture canvas");
                const all = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                let drawn = 0; for (let i = 3; i < all.length; i += 4) if (all[i]) drawn += 1; return drawn; }"""
            )
        )


class Opener:
    """Opens files with the network off; `all` is what was opened."""

    def __init__(self, browser: "Browser") -> None:
        self.browser = browser
        self.all: list[Opened] = []

    def __call__(self, file: Path, fragment: str = "", width: int = 1400) -> Opened:
        context = self.browser.new_context(viewport={"width": width, "height": 860}, offline=True, locale="en-GB")
        opened = Opened(context.new_page())
        self.all.append(opened)

        def no_request(route: object) -> None:
            request = route.request  # type: ignore[attr-defined]
            if request.url.startswith("file:") and request.resource_type == "document":
                route.continue_()  # type: ignore[attr-defined]
                return
            opened.trouble.append(f"request: {request.url}")
            route.abort()  # type: ignore[attr-defined]

        context.route("**/*", no_request)
        opened.page.on("dialog", lambda dialog: (opened.trouble.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        opened.page.on("console", lambda line: opened.trouble.append(f"console: {line.text}"))
        opened.page.on("pageerror", lambda error: opened.trouble.append(f"error: {error}"))
        opened.page.goto(file.as_uri() + fragment)
        opened.page.wait_for_function("window.hadath !== undefined")
        return opened


@pytest.fixture
def open_page(browser: "Browser") -> Iterator[Opener]:
    """Opens pages; afterwards none of them may have asked for anything, complained, or run a label."""
    opener = Opener(browser)
    yield opener
    for opened in opener.all:
        opened.page.context.close()
        assert opened.trouble == []


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    write_page(sample(), path)
    return path


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_nodes_are_drawn_in_both_directions(open_page: Opener, file: Path, lang: str, direction: str) -> None:
    opened = open_page(file, f"#lang={lang}")
    root = opened.page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (lang, direction)
    assert opened.run("hadath.shown()") == opened.run("hadath.data.nodes.length - 2")  # two are only speakers
    assert opened.pixels() > 5_000
    filters, panel = (opened.page.locator(f"#{name}").bounding_box() for name in ("filters", "panel"))
    assert filters
    assert panel
    assert (filters["x"] < panel["x"]) == (direction == "ltr")


def test_small_graph_opens_whole_and_a_large_one_where_it_can_be_read(
    open_page: Opener, file: Path, samples: Path
) -> None:
    inside = """() => { const box = document.querySelector("#picture").getBoundingClientRect();
        const seen = ({ x, y }) => x > 0 && x < box.width && y > 0 && y < box.height, { network, data } = hadath;
        const shown = data.nodes.filter(({ id }) => !network.body.nodes[id].options.hidden);
        return shown.filter(({ id }) => seen(network.canvasToDOM(network.getPosition(id)))).length; }"""
    small, large = open_page(file), open_page(samples / "graph.html")
    assert small.run(inside) == small.run("hadath.shown()")
    assert large.run("hadath.network.getScale()") == pytest.approx(0.7, rel=0.02)
    assert 30 < large.run(inside) < large.run("hadath.data.nodes.length")  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Sharaa", SHARAA.id),
        ("الشَّرع", SHARAA.id),
        ("احمد الشرع", SHARAA.id),
        ("SYRIA", SYRIA.id),
        ("سوريا", SYRIA.id),
        ("to visit washington", PLANNED_VISIT.id),
    ],
)
def test_search_finds_by_label_in_either_script(open_page: Opener, file: Path, text: str, id: str) -> None:
    opened = open_page(file)
    opened.page.fill("#search", text)
    assert opened.page.locator("#suggestions [role=option]").first.get_attribute("data-id") == id
    opened.page.keyboard.press("Enter")
    heading = opened.page.locator("#panel h2").inner_text()
    assert heading == opened.run(f"hadath.data.things['{id}'].label.en")
    assert f"node={id}" in opened.page.url


def test_search_says_when_nothing_is_found(open_page: Opener, file: Path) -> None:
    opened = open_page(file, "#lang=ar")
    opened.page.fill("#search", "zzzz")
    assert opened.page.locator("#suggestions").inner_text() == "لا نتائج"


def test_panel_shows_the_sentence_with_its_trigger(open_page: Opener, file: Path) -> None:
    opened = open_page(file, f"#lang=en&node={PLANNED_VISIT.id}")
    panel = opened.page.locator("#panel")
    assert [mark.inner_text() for mark in panel.locator("mark").all()] == ["سيزور", "visit Washington"]
    assert panel.locator("blockquote").first.get_attribute("dir") == "rtl"
    assert "10 November 2025" in panel.inner_text()
    assert "Tom Barrack" in panel.inner_text()
    links = panel.locator("a").all()
    assert [link.get_attribute("href") for link in links] == ["https://example.org/ar/الشرع"]
    assert "noopener" in str(links[0].get_attribute("rel"))


def test_language_is_switched_in_place(open_page: Opener, file: Path) -> None:
    opened = open_page(file, f"#lang=en&node={PLANNED_VISIT.id}")
    opened.page.click("#language")
    assert opened.page.locator("html").get_attribute("dir") == "rtl"
    assert "10 نوفمبر 2025" in opened.page.locator("#panel").inner_text()
    assert "lang=ar" in opened.page.url


def test_filters_hide_events_and_the_actors_only_in_them(open_page: Opener, file: Path) -> None:
    opened = open_page(file)
    before = opened.run("hadath.shown()")
    opened.page.uncheck('[data-group=status][data-value="planned"]')
    assert opened.run("hadath.shown()") == before - 3  # type: ignore[operator]  # the visit, its visitor, its destination
    assert "4 of 5 events" in opened.page.locator("#counts").inner_text()
    opened.page.check('[data-group=status][data-value="planned"]')
    opened.page.uncheck('[data-group=type][data-value="Visit"]')
    assert "3 of 5 events" in opened.page.locator("#counts").inner_text()


def test_hover_shows_type_date_status_source_and_sentence(open_page: Opener, file: Path) -> None:
    opened = open_page(file)
    opened.run(f"hadath.network.focus('{PLANNED_VISIT.id}', {{ scale: 1, animation: false }})")
    box = opened.page.locator("#picture").bounding_box()
    assert box
    opened.page.mouse.move(box["x"] + box["width"] / 2 - 3, box["y"] + box["height"] / 2)
    opened.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    card = opened.page.locator("#card")
    card.wait_for(state="visible")
    assert [part in card.inner_text() for part in ("visit", "10 November 2025", "planned", "Tom Barrack", "سيزور")] == [
        True
    ] * 5


def test_planned_and_negated_look_unlike_occurred(open_page: Opener, file: Path) -> None:
    opened = open_page(file)
    dashes = "hadath.data.nodes.find((node) => node.id === '{}').shapeProperties.borderDashes"
    assert opened.run(dashes.format(PLANNED_VISIT.id))
    status = opened.run(f"hadath.data.nodes.find((node) => node.id === '{NEGATED_VISIT.id}').status")
    assert opened.run(f"hadath.data.style.statuses['{status}'].struck") is True


def test_hostile_labels_run_nothing(open_page: Opener, tmp_path: Path) -> None:
    write_page(hostile(), tmp_path / "graph.html")
    opened = open_page(tmp_path / "graph.html", f"#node={SHARAA.id}")
    assert opened.page.locator("#panel h2").inner_text().split() == HOSTILE.split()
    assert opened.page.locator("#panel a").count() == 0
    opened.run(f"hadath.choose('{PLANNED_VISIT.id}')")
    assert opened.page.locator("img").count() == 0
    opened.page.fill("#search", "onerror")
    assert opened.page.locator("#suggestions [role=option]").count() > 0


def test_empty_graph_says_how_to_fill_it(open_page: Opener, tmp_path: Path) -> None:
    write_page(sample(articles=(), extractions=(), resolution=Resolution()), tmp_path / "graph.html")
    opened = open_page(tmp_path / "graph.html")
    assert "kg build" in opened.page.locator("#notice").inner_text()


def test_unknown_node_in_the_address_is_told(open_page: Opener, file: Path) -> None:
    assert "Nothing" in open_page(file, "#node=nope").page.locator("#notice").inner_text()


def test_budget_is_told(open_page: Opener, tmp_path: Path) -> None:
    write_page(sample(), tmp_path / "graph.html", budget=4)
    opened = open_page(tmp_path / "graph.html")
    assert "of 5 events" in opened.page.locator("#counts").inner_text()
    assert "5 events" in opened.page.locator("#notice").inner_text()


def test_fold_is_that_of_python(open_page: Opener, file: Path) -> None:
    """A name typed into the page must be found by the same key as one given to a query."""
    labels = [
        "الأمم المتحدة",
        "The United Nations",
        "al-Sharaa",
        "Al Jazeera",
        "José  Muñoz",
        "مُؤتَمَر «سوتشي»",
        "٢٠٢٥/١١/٠٢",
        "O'Brien_x",
        "هيئة ـــ تحرير",
        "ﻻ إله",
        "İstanbul",
        "ﷺ",
        *(chr(code) + "x" for block in (range(0x20, 0x250), range(0x600, 0x700)) for code in block),
    ]
    opened = open_page(file)
    found = opened.page.evaluate("(labels) => labels.map((label) => hadath.fold(label))", labels)
    assert dict(zip(labels, found, strict=True)) == {label: key(label) for label in labels}


def test_phone_width_has_search_picture_and_panel(open_page: Opener, file: Path) -> None:
    opened = open_page(file, "#lang=ar", width=390)
    assert opened.run("document.documentElement.scrollWidth") == 390
    assert opened.page.locator("#filters").is_hidden()
    opened.page.click("#open-filters")
    assert opened.page.locator("#filters").is_visible()


def test_article_that_only_denies_is_quoted_as_denying(open_page: Opener, file: Path) -> None:
    event = next(each for each in resolution().events if ATTACKED.id in each.claims)
    opened = open_page(file, f"#lang=en&node={event.id}")
    marks = [mark.inner_text() for mark in opened.page.locator("#panel .claim .mark").all()]
    assert marks == ["occurred", "did not happen"]
    assert "Claims differ on: Status" in opened.page.locator("#panel .contested").inner_text()
