"""From paths to articles: finds the files, reads each by its form, checks that ids name one article each."""

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar

from kg.errors import ArticleError
from kg.model import Article, Issue
from kg.reading import json, jsonl, stdin, text
from kg.reading.files import Source, find, shown
from kg.reading.languages import LANGUAGES
from kg.reading.outlets import Outlets, load_outlets
from kg.reading.record import Record, articles, issue


class Form(Protocol):
    """One form of file: a module of this package."""

    def records(self, data: BinaryIO, *, where: str, id: str) -> Iterator[Record | Issue]:
        """The articles in the bytes, as fields, and the faults in their places."""


FORMS: dict[str, Form] = {".json": json, ".jsonl": jsonl, ".txt": text}
STANDARD_INPUT = "-"
Item = TypeVar("Item")


def read(
    paths: Iterable[str | Path],
    *,
    languages: tuple[str, ...] = LANGUAGES,
    outlets: Path | None = None,
    standard_input: BinaryIO | None = None,
) -> Iterator[Article | Issue]:
    """The articles at these files and folders, sorted by path; `-` is standard input, which comes last. A fault stands
    in the place of what is no article; warnings follow the article that they are about.

    An article with an id that came before is passed over: silently when it is the same, as a fault when it is another.
    `outlets`: a file of time zones (`kg.reading.outlets`). Raises `SettingsError` when that is not of its form; nothing
    else.
    """
    zones = load_outlets(outlets)
    seen: dict[str, str] = {}
    for record in _records([str(path) for path in paths], standard_input):
        for item in [record] if isinstance(record, Issue) else _checked(record, languages, zones):
            if isinstance(item, Issue) or _is_new(item, seen):
                yield item
            elif seen[_key(item)] != item.digest:
                advice = "give each article an id of its own"
                yield issue(
                    ArticleError(
                        f"id {item.id!r} is that of an earlier, other article", where=record.where, advice=advice
                    )
                )


def _key(article: Article) -> str:
    return unicodedata.normalize("NFC", article.id)


def _is_new(article: Article, seen: dict[str, str]) -> bool:
    """Whether the id is new; notes it with the digest of its text."""
    if _key(article) in seen:
        return False
    seen[_key(article)] = article.digest
    return True


def _records(paths: list[str], standard_input: BinaryIO | None) -> Iterator[Record | Issue]:
    for source in find(Path(path) for path in paths if path != STANDARD_INPUT):
        yield from [source] if isinstance(source, Issue) else _in_file(source)
    if STANDARD_INPUT in paths:
        where = "standard input"
        data = standard_input or sys.stdin.buffer
        yield from _guarded(lambda: stdin.records(data, where=where, id="stdin"), where)


def _in_file(source: Source) -> Iterator[Record | Issue]:
    where = shown(source.path)

    def opened() -> Iterator[Record | Issue]:
        with source.path.open("rb") as data:
            yield from FORMS[source.suffix].records(data, where=where, id=source.id)

    yield from _guarded(opened, where)


def _checked(record: Record, languages: tuple[str, ...], zones: Outlets) -> Iterator[Article | Issue]:
    yield from _guarded(lambda: articles(record, languages, zones), record.where)


def _guarded(items: Callable[[], Iterator[Item]], where: str) -> Iterator[Item | Issue]:
    """The items; whatever goes wrong on the way, one file of many thousands does not end the reading of the others."""
    try:
        yield from items()
    except OSError as error:
        yield issue(ArticleError("cannot be read", where=where, advice=error.strerror))
    except Exception as error:
        yield issue(ArticleError(f"could not be read: {type(error).__name__}", where=where))
