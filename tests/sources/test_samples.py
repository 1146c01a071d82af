"""The sample articles keep the form that sources/README.md promises."""

import re
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

SOURCES = Path(__file__).parents[2] / "sources"
FILES = sorted(SOURCES.glob("*/*.txt"))
FIELDS = {"id", "lang", "date", "source", "url"}
INVENTED_OUTLETS = {"Marsa Herald", "Orvane Gazette", "صحيفة المرسى", "وكالة أنباء الجزر"}
BIDI_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class Sample(NamedTuple):
    """One sample file, taken apart without the project's own reader."""

    head: dict[str, str]
    title: str
    body: str


def load(path: Path) -> Sample:
    """The head (values as written), the title line and the body of a file."""
    before, head, text = path.read_text("utf8").split("---\n", 2)
    assert before == ""
    title, body = text.split("\n\n", 1)
    return Sample(yaml.load(head, Loader=yaml.BaseLoader), title, body)


def name(path: Path) -> str:
    """The id that a file's place gives it."""
    return path.relative_to(SOURCES).with_suffix("").as_posix()


each_file = pytest.mark.parametrize("path", FILES, ids=name)


def test_there_are_enough_of_each_language() -> None:
    langs = [load(path).head["lang"] for path in FILES]
    assert langs.count("ar") >= 16
    assert langs.count("en") >= 12


def test_ids_are_unique() -> None:
    ids = [load(path).head["id"] for path in FILES]
    assert len(set(ids)) == len(ids)


@each_file
def test_head_has_exactly_the_fields(path: Path) -> None:
    assert set(load(path).head) == FIELDS


@each_file
def test_id_and_url_follow_the_place_of_the_file(path: Path) -> None:
    head = load(path).head
    assert head["id"] == name(path)
    assert head["url"] == f"https://example.org/{name(path)}"


@each_file
def test_language_is_known_and_is_the_folder(path: Path) -> None:
    lang = load(path).head["lang"]
    assert lang in {"ar", "en"}
    assert lang == path.parent.name


@each_file
def test_language_is_that_of_the_text(path: Path) -> None:
    sample = load(path)
    letters = [letter for letter in sample.title + sample.body if letter.isalpha()]
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in letters) / len(letters)
    assert arabic > 0.98 if sample.head["lang"] == "ar" else arabic == 0


@each_file
def test_date_is_iso_and_a_time_has_its_offset(path: Path) -> None:
    written = load(path).head["date"]
    moment = datetime.fromisoformat(written)
    assert ("T" in written) == (moment.tzinfo is not None)
    assert 2017 <= moment.year <= 2025


@each_file
def test_source_is_ours_or_an_invented_outlet_named_in_the_readme(path: Path) -> None:
    source = load(path).head["source"]
    assert source == "Hadath samples" or source in INVENTED_OUTLETS
    assert source in (SOURCES / "README.md").read_text("utf8")


@each_file
def test_title_is_one_line(path: Path) -> None:
    title = load(path).title
    assert title == title.strip() != ""
    assert "\n" not in title


@each_file
def test_body_has_120_to_350_words_in_paragraphs(path: Path) -> None:
    body = load(path).body
    assert 120 <= len(body.split()) <= 350
    assert len(body.split("\n\n")) >= 4


@each_file
def test_text_is_clean(path: Path) -> None:
    text = path.read_text("utf8")
    assert unicodedata.is_normalized("NFC", text)
    assert not BIDI_CONTROLS.search(text)
    assert "  " not in text
    assert "\t" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_readme_names_only_articles_that_exist() -> None:
    named = set(re.findall(r"`((?:ar|en)/[\w-]+)`", (SOURCES / "README.md").read_text("utf8")))
    assert named
    assert named <= {name(path) for path in FILES}
