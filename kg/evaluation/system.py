"""What a system found, in the form of the gold: read from the lines that `kg extract` prints, or extracted here."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from kg.engines.local import extract_each
from kg.errors import InputError
from kg.evaluation.facts import Told, told
from kg.evaluation.gold import GoldArticle
from kg.exporting.score_jsonl import as_score_record
from kg.model import Issue, Span
from kg.settings import Settings

Found: TypeAlias = Mapping[str, tuple[Told, ...]]
"""What was found, by article id; an article that is not in it says nothing."""


def read_found(path: Path) -> Found:
    """What the lines of a file say, as `kg extract --format jsonl` prints them; raises `InputError` with the line."""
    try:
        lines = path.read_text(encoding="utf8").split("\n")
    except OSError as fault:
        raise InputError("cannot be read", where=str(path), advice=fault.strerror) from fault
    except UnicodeDecodeError as fault:
        raise InputError("is not UTF-8", where=str(path)) from fault
    return dict(_line(line, f"{path}:{number}") for number, line in enumerate(lines, start=1) if line.strip())


def find(gold: Sequence[GoldArticle], settings: Settings) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """What our own extraction finds in the annotated articles: id and events of each, as they are done.

    Raises `InputError` for an article that cannot be read or whose text is not the annotated one.
    """
    texts = {article.id: article.text for article in gold}
    for item in extract_each([article.file for article in gold], settings=settings):
        if isinstance(item, Issue):
            raise InputError(item.what, where=item.where, advice=item.advice)
        article, extraction = item
        if texts[article.id] != article.text:
            raise InputError("the text is not the one that was annotated", where=article.id)
        yield article.id, _events(as_score_record(article, extraction))


def _line(line: str, where: str) -> tuple[str, tuple[Told, ...]]:
    try:
        record = json.loads(line)
        return record["id"], _events(record)
    except (KeyError, TypeError, AttributeError) as fault:
        raise InputError(f"is no article as kg extract prints it: {fault!r}", where=where) from fault
    except ValueError as fault:
        raise InputError(f"is not JSON: {fault}", where=where) from fault


def _events(record: Mapping[str, Any]) -> tuple[Told, ...]:
    actors = {each["id"]: _spans(each["mentions"]) for each in record.get("entities", ())}
    return tuple(told(each, _spans(each["triggers"]), actors) for each in record.get("events", ()))


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
