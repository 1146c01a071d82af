"""Reads what people annotated: a folder with one JSON file an article, beside a folder with the articles' texts.

Words are annotated as text and number of occurrence ({"text": "visit", "nth": 1}), so that a person can read them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluation.facts import Told, scheme, told
from kg.model import Span


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article. `types`: the event types that it was read for; `file`: where its text is."""

    id: str
    lang: str
    text: str
    events: tuple[Told, ...]
    types: frozenset[str]
    file: Path


def read_gold(folder: Path, texts: Path, *, every: int = 1) -> tuple[GoldArticle, ...]:
    """The annotated articles of a folder, by file name; of `every` so many the first. Raises `InputError` that names
    the file, also when there are none.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError("there are no annotated articles (*.json) in this folder", where=str(folder))
    return tuple(_article(file, texts) for file in files[::every])


def _article(file: Path, texts: Path) -> GoldArticle:
    record = _json(file)
    try:
        source = texts / f"{record['id']}.json"
        text = _json(source)["text"]
        actors = {each["id"]: tuple(_place(text, word) for word in each["mentions"]) for each in record["entities"]}
        events = [
            told(each, tuple(_place(text, word) for word in each["triggers"]), actors) for each in record["events"]
        ]
        types = scheme()["types"] | set(record.get("extra_types", ()))
        kept = tuple(event for event in events if event.type in types)
        return GoldArticle(record["id"], record["lang"], text, kept, types, source)
    except (KeyError, TypeError, AttributeError) as fault:
        raise InputError(f"is no annotated article: {fault!r}", where=str(file)) from fault
    except ValueError as fault:
        raise InputError(str(fault), where=str(file)) from fault


def _place(text: str, word: Mapping[str, Any]) -> Span:
    start = -1
    for _ in range(word.get("nth", 0) + 1):
        start = text.find(word["text"], start + 1)
        if start < 0:
            raise ValueError(f"{word['text']!r} does not stand {word.get('nth', 0) + 1} times in the article")
    return Span(start, start + len(word["text"]))


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf8"))
    except OSError as fault:
        raise InputError("cannot be read", where=str(file), advice=fault.strerror) from fault
    except ValueError as fault:
        raise InputError(f"is not JSON in UTF-8: {fault}", where=str(file)) from fault
