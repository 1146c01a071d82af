"""Articles as JSON lines, one object a line:

    {"id": "…", "lang": "ar", "date": "2025-11-02", "source": "…", "url": "…", "title": "…", "text": "…"}

`date` must be there, and either `text`, which begins with the title line, or `title` and `body`.
"""

from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import ArticleError
from kg.model import Issue
from kg.reading.decoding import decode
from kg.reading.json import parse, record
from kg.reading.limits import LONGEST, TEXT_BYTES
from kg.reading.record import Record, issue


def records(data: BinaryIO, *, where: str, id: str) -> Iterator[Record | Issue]:
    """The articles of JSON lines, and the faults of single lines. The id of one that gives none is that of the file and
    the line.
    """
    empty = True
    for number, at, line in _lines(data):
        if line.strip():
            empty = False
            yield _record(line, f"{where}:{number}", f"{id}/{number}", at)
    if empty:
        yield issue(ArticleError("is empty", where=where))


def _record(line: bytes, where: str, id: str, at: int) -> Record | Issue:
    try:
        if len(line) > TEXT_BYTES:
            raise ArticleError(f"has more than {LONGEST:,} characters", where=where, advice="split it into articles")
        return record(parse(decode(line, where=where, at=at), where), where, id)
    except ArticleError as fault:
        return issue(fault)


def _lines(data: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Number, byte offset and bytes of each line, of an overlong one only the beginning."""
    number, at = 0, 0
    while line := data.readline(TEXT_BYTES + 1):
        number += 1
        yield number, at, line
        at += len(line)
        while not line.endswith(b"\n") and (line := data.readline(TEXT_BYTES)):
            at += len(line)
