"""Makes the pictures of the README, docs/graph.png and docs/graph-ar.png, from exports/graph.html with chromium.

Run by `make pictures`, after `make`.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
GRAPH = ROOT / "exports" / "graph.html"
PICTURES = {"en": ROOT / "docs" / "graph.png", "ar": ROOT / "docs" / "graph-ar.png"}
SIZE = {"width": 1400, "height": 900}
SCALE = 0.8
SHOWN = ("agreement iran saudi", "agreement saudi", "finland joins", "visits")
"""What to look for: the first event found that is told in both languages is the one that the pictures show."""
CHOOSE = """(phrases) => phrases.flatMap((phrase) => hadath.search(phrase)).find((id) => {
    const told = (hadath.data.things[id].claims ?? []).map((claim) => hadath.data.articles[claim.article].lang);
    return new Set(told).size > 1;
}) ?? null"""
SHOW = """([id, scale]) => {
    hadath.choose(id);
    hadath.network.moveTo({ position: hadath.network.getPosition(id), scale, animation: false });
}"""


def take(page: Page, lang: str, path: Path) -> None:
    """Opens the graph in a language, shows an event with its evidence, and writes the picture."""
    page.goto(f"{GRAPH.as_uri()}#lang={lang}")
    page.wait_for_function("window.hadath !== undefined")
    event = page.evaluate(CHOOSE, list(SHOWN))
    if event is not None:
        page.evaluate(SHOW, [event, SCALE])
    page.evaluate("document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => done())))")
    page.screenshot(path=path)


def main() -> None:
    """Makes both pictures; ends with a line on stderr when something is missing."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        sys.exit("chromium is missing; on Debian: apt-get install chromium fonts-noto-core")
    if not GRAPH.is_file():
        sys.exit(f"{GRAPH.relative_to(ROOT)} is missing; make it: make")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for lang, path in PICTURES.items():
            page = browser.new_page(viewport=SIZE, reduced_motion="reduce", color_scheme="light")
            take(page, lang, path)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
