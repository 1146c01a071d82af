"""What every form of article comes down to: named fields, checked here and made into an `Article`."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from kg.dates import parse_date_line
from kg.errors import ArticleError
from kg.model import Article, Issue, Severity
from kg.reading.languages import detect
from kg.reading.limits import LONGEST, SHORTEST
from kg.reading.outlets import Outlets

YEARS = range(1500, 2200)
"""The years in which an article can be published; any other is a slip, or stands for "not known"."""

_BREAKS = frozenset({"Cc", "Zl", "Zp"})
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one article as they stand in its file. `id`: the id it gets when it gives none. `where`: file, and
    line if it has one.
    """

    fields: Mapping[str, object]
    where: str
    id: str


def issue(fault: ArticleError) -> Issue:
    """The fault as a value, for the list of issues."""
    return Issue(Severity.ERROR, fault.where or "", fault.what, fault.advice)


def articles(record: Record, languages: tuple[str, ...], outlets: Outlets) -> Iterator[Article | Issue]:
    """The article of a record and warnings about what was left out of it; or the one fault for which it is none."""
    try:
        yield _article(record, languages, outlets)
    except ArticleError as fault:
        yield issue(fault)
        return
    yield from _warnings(record)


def _article(record: Record, languages: tuple[str, ...], outlets: Outlets) -> Article:
    text = _whole_text(record)
    publisher = _string(record, "source")
    return Article(
        id=_id(record),
        lang=_language(record, text, languages),
        published=outlets.local(_published(record), publisher),
        title=_title_line(text),
        text=text,
        publisher=publisher,
        url=_web_address(record),
    )


def _warnings(record: Record) -> Iterator[Issue]:
    if _string(record, "url") and not _web_address(record):
        yield Issue(Severity.WARNING, record.where, "url is no http(s) address and is left out")
    title, text = _string(record, "title"), _string(record, "text")
    if title and text and title != _title_line(text):
        what = "title is not the first line of text, which is kept as it is"
        yield Issue(
            Severity.WARNING, record.where, what, 'give "body" in place of "text" to have the title put before it'
        )


def _fault(record: Record, what: str, advice: str | None = None) -> ArticleError:
    return ArticleError(what, where=record.where, advice=advice)


def _string(record: Record, name: str) -> str | None:
    """The field without blanks around it; None when it is missing or empty; raises when it is no text."""
    value = record.fields.get(name)
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise _fault(record, f"{name} is no text")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise _fault(record, f"{name} has half of a surrogate pair", "write the character itself, or both halves")
    return value.strip() or None


def _whole_text(record: Record) -> str:
    if _string(record, "text"):
        text = str(record.fields["text"]).lstrip("\r\n")
    else:
        title, body = _string(record, "title"), _string(record, "body")
        if not body:
            raise _fault(record, "has no text", 'an article has "text", or "title" and "body"')
        if not title:
            raise _fault(record, "has a body but no title")
        text = f"{_one_line(title)}\n\n{record.fields['body']}"
    if len(text) > LONGEST:
        raise _fault(record, f"has {len(text):,} characters, more than {LONGEST:,}", "split it into articles")
    if len(list(islice((letter for letter in text if not letter.isspace()), SHORTEST))) < SHORTEST:
        raise _fault(record, f"is too short for an article: fewer than {SHORTEST} characters")
    return text


def _one_line(title: str) -> str:
    return " ".join(title.split())


def _title_line(text: str) -> str:
    """The first line; a carriage return at its end belongs to the line break."""
    return text.lstrip().partition("\n")[0].strip()


def _id(record: Record) -> str:
    id = _string(record, "id") or unicodedata.normalize("NFC", record.id)
    if any(letter in _BIDI or unicodedata.category(letter) in _BREAKS for letter in id):
        advice = "give it one without: in the head of a text file a line with id:, in JSON the field id"
        raise _fault(record, "id has a line break or another control character", advice)
    return id


def _published(record: Record) -> str:
    given = _string(record, "date")
    if not given:
        raise _fault(record, "has no date", "give the day of publication, as in 2025-11-02")
    day = parse_date_line(given)
    if not day:
        raise _fault(record, f"{given[:40]!r} is no date", "write it as 2025-11-02 or 2025-11-02T13:41+03:00")
    if int(day[:4]) not in YEARS:
        what = f"{given[:40]!r} is out of range"
        raise _fault(record, what, f"the year of publication is one of {YEARS.start}–{YEARS.stop - 1}")
    return day


def _language(record: Record, text: str, languages: tuple[str, ...]) -> str:
    given = _string(record, "lang")
    if not given:
        return detect(text, languages, where=record.where)
    main = given.replace("_", "-").partition("-")[0].lower()
    if main not in languages:
        raise _fault(record, f"{given[:40]!r} is no language that is read", f"lang is one of {', '.join(languages)}")
    return main


def _web_address(record: Record) -> str | None:
    url = _string(record, "url")
    return url if url and url.lower().startswith(("http://", "https://")) and not any(map(str.isspace, url)) else None
