"""Articles as a JSON file: one object, or a list of them, each with the fields of `kg.reading.jsonl`."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import ArticleError
from kg.model import Issue
from kg.reading.decoding import decode
from kg.reading.limits import JSON_BYTES
from kg.reading.record import Record, issue


def records(data: BinaryIO, *, where: str, id: str) -> Iterator[Record | Issue]:
    """The articles of a JSON file, and the faults in it. The id of one in a list that gives none is that of the file
    and its number.
    """
    try:
        content = _whole(data, where)
    except ArticleError as fault:
        yield issue(fault)
        return
    if not isinstance(content, list):
        yield record(content, where, id)
        return
    for number, item in enumerate(content, start=1):
        yield record(item, f"{where}: article {number}", f"{id}/{number}")


def record(content: object, where: str, id: str) -> Record | Issue:
    """The fields of a parsed object, or the fault that it is none."""
    if isinstance(content, dict):
        return Record(content, where, id)
    return issue(ArticleError("is not a JSON object", where=where, advice='an article is {"date": …, "text": …}'))


def parse(text: str, where: str) -> object:
    """The value of a JSON text; raises `ArticleError` with line and column."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ArticleError(
            f"is not JSON: {error.msg}, line {error.lineno} column {error.colno}", where=where
        ) from error
    except (RecursionError, ValueError) as error:  # brackets too deep, a number of too many digits
        raise ArticleError("is JSON of no sensible form", where=where) from error


def _whole(data: BinaryIO, where: str) -> object:
    content = data.read(JSON_BYTES + 1)
    if len(content) > JSON_BYTES:
        raise ArticleError(f"is larger than {JSON_BYTES // 1024**2} MiB", where=where, advice="write it as JSON lines")
    text = decode(content, where=where)
    if not text.strip():
        raise ArticleError("is empty", where=where)
    return parse(text, where)
