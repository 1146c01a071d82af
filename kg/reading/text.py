"""Articles as text files, one a file, in either of two forms.

With a head of YAML, whose fields are id, lang, date, source and url (only `date` must be there), then the article,
title line first:

    ---
    date: 2025-11-02
    source: Sinai News
    ---
    The title

    The text …

In the bare form, as copied from a page: the date, lines that name the outlet, a blank line, the title, a blank line,
the text.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

import yaml

from kg.dates import parse_date_line
from kg.errors import ArticleError
from kg.model import Issue
from kg.reading.decoding import decode
from kg.reading.limits import LONGEST, TEXT_BYTES
from kg.reading.record import Record, issue

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


class _Head(yaml.SafeLoader):
    """YAML in which every plain value is text, so that `id: 007` and `lang: no` mean what they say."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  (the name and form that PyYAML looks for)


def records(data: BinaryIO, *, where: str, id: str) -> Iterator[Record | Issue]:
    """The one article of a text file, or its fault."""
    try:
        yield Record(_fields(_whole(data, where), where), where, id)
    except ArticleError as fault:
        yield issue(fault)


def _whole(data: BinaryIO, where: str) -> str:
    content = data.read(TEXT_BYTES + 1)
    if len(content) > TEXT_BYTES:
        raise ArticleError(f"has more than {LONGEST:,} characters", where=where, advice="split it into articles")
    text = decode(content, where=where)
    if not text.strip():
        raise ArticleError("is empty", where=where)
    return text


def _fields(text: str, where: str) -> dict[str, object]:
    text = text.lstrip("\r\n")
    fence = _FENCE.match(text)
    return _with_head(text, fence.end(), where) if fence else _bare(text, where)


def _with_head(text: str, start: int, where: str) -> dict[str, object]:
    end = _FENCE.search(text, start + 1)
    if not end:
        raise ArticleError("the head is not closed", where=where, advice="put a line of --- after it")
    head = _head(text[start : end.start()], where)
    return {**head, "text": text[end.end() :].lstrip("\r\n")}


def _head(text: str, where: str) -> dict[str, object]:
    try:
        head = yaml.load(text, Loader=_Head)  # a subclass of SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{where}:{mark.line + 1}" if mark else where
        raise ArticleError(f"the head is not YAML: {getattr(error, 'problem', error)}", where=place) from error
    except RecursionError as error:
        raise ArticleError("the head is nested too deeply", where=where, advice="as in date: 2025-11-02") from error
    except Exception as error:  # a tag that its value does not fit, as in !!int x: PyYAML lets anything through
        raise ArticleError(f"the head is not YAML: {type(error).__name__}", where=where) from error
    if not isinstance(head, dict):
        raise ArticleError("the head is no list of fields", where=where, advice="as in date: 2025-11-02")
    return {str(name): value for name, value in head.items()}


def _bare(text: str, where: str) -> dict[str, object]:
    gap = _BLANK_LINE.search(text)
    first, *outlets = [line.strip() for line in text[: gap.start() if gap else None].split("\n")]
    if not parse_date_line(first):
        advice = "begin with --- and a head, or with the date, the outlet and a blank line"
        raise ArticleError(f"the first line is no date: {first[:40]!r}", where=where, advice=advice)
    if not gap:
        raise ArticleError("has no text after its date", where=where, advice="put a blank line, the title and the text")
    return {"date": first, "source": outlets[0] if outlets else None, "text": text[gap.end() :].lstrip("\r\n")}
