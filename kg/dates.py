"""Words of time per language, month tables, and the date lines of articles."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta, timezone
from functools import cache
from typing import Any

import yaml

from kg.errors import PackError
from kg.resources import data_folder
from kg.text import fold, is_arabic

LONGEST_LINE = 160
"""A longer line is no date line."""

_PIECE = re.compile(
    r"""
      (?P<iso>\d{4}-\d{1,2}-\d{1,2})(?:t(?=\d))?
    | (?P<numeric>\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})(?![\d/-])
    | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?)
    | (?P<zone>[+-]\d{1,2}:?(?:\d{2})?\b)
    | (?P<number>\d+)(?:st|nd|rd|th)?
    | (?P<word>[^\W\d_]+(?:\.[^\W\d_]\.)?)
    | (?P<sign>[\s,،.:;|/()\[\]_-]+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@cache
def time_words(lang: str) -> Mapping[str, Any]:
    """The rows of `kg/data/times/<lang>.yaml`; raises `PackError` for a language that has no such file."""
    path = data_folder() / "times" / f"{lang}.yaml"
    if not lang.isalnum() or not path.is_file():
        raise PackError(f"no words of time for the language {lang!r}", where=str(path), advice="use ar or en")
    rows: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf8"))
    return rows


@cache
def months(lang: str) -> Mapping[str, int]:
    """Folded month name, with single spaces, to its number, all families and spellings of a language.

    >>> months("ar")[fold("كانون الثاني")], months("ar")[fold("غشت")], months("en")["sept"]
    (1, 8, 9)
    """
    rows = time_words(lang)
    names = [(name, number) for family in rows["months"].values() for number, name in enumerate(family, start=1)]
    names += [(name, number) for number, more in rows["spellings"].items() for name in more]
    return {fold(name): number for name, number in names}


@cache
def hijri_months(lang: str) -> Mapping[str, int]:
    """Folded name of a month of the Hijri year, with single spaces, to its number."""
    return {fold(name): number for number, names in time_words(lang)["hijri-months"].items() for name in names}


def parse_date_line(text: str) -> str | None:
    """The ISO 8601 date, or date and time with the offset it came with, of a line; None when it is no date line.

    A date line has one Gregorian date with its year, and beside it nothing but weekdays, a Hijri date, an hour, and
    words like «نشر في» or "Updated". 10/11/2025 is read day first when the line is Arabic, and otherwise only where it
    can mean one day.

    >>> parse_date_line("الأحد ٢ تشرين الثاني/نوفمبر 2025"), parse_date_line("November 2, 2025, 1:41 PM GMT")
    ('2025-11-02', '2025-11-02T13:41:00+00:00')
    >>> parse_date_line("أحداث 2 نوفمبر 2025") is None
    True
    """
    if len(text) > LONGEST_LINE:
        return None
    words = _Line("ar" if is_arabic(text) else "en", list(_pieces(text)))
    try:
        return words.iso()
    except (ValueError, OverflowError):  # numbers that fit no calendar: the 31st of February, 25 o'clock
        return None


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    for match in _PIECE.finditer(fold(text)):
        if match.lastgroup and match.lastgroup != "sign":
            yield match.lastgroup, match[match.lastgroup]


class _Line:
    """The pieces of one line; each step takes away what it has read, and what is left at the end must be nothing."""

    def __init__(self, lang: str, pieces: list[tuple[str, str]]) -> None:
        self._lang = lang
        self._pieces = pieces
        rows = time_words(lang)["date-line"]
        self._fill = {fold(word) for word in rows["fill"]} | {fold("و")}
        self._evening = {fold(word) for word in rows["evening"]}
        self._morning = {fold(word) for word in rows["morning"]}
        self._zones = {fold(word): minutes for minutes, words in rows["zones"].items() for word in words}
        self._weekdays = _weekdays(lang)

    def iso(self) -> str | None:
        """The date in ISO form, or None."""
        self._join_months()
        self._drop_hijri()
        day = self._numeric() or self._named()
        clock = self._clock() if day else None
        if not day or any(kind != "word" or not self._is_fill(word) for kind, word in self._pieces):
            return None
        return f"{day.isoformat()}T{clock}" if clock else day.isoformat()

    def _is_fill(self, word: str) -> bool:
        return word in self._fill or word in self._weekdays or (word[:1] in "وفبل" and word[1:] in self._fill)

    def _join_months(self) -> None:
        """Put a month in the place of its name, which may have two words, and one in the place of a doubled name."""
        known = {**months("en"), **months(self._lang)}
        hijri, joined = hijri_months(self._lang), list[tuple[str, str]]()
        position = 0
        while position < len(self._pieces):
            for size in (3, 2, 1):
                part = self._pieces[position : position + size]
                name = " ".join(word for _, word in part)
                if len(part) == size and all(kind == "word" for kind, _ in part) and (name in known or name in hijri):
                    piece = ("month", str(known[name])) if name in known else ("hijri", name)
                    if piece != (joined[-1] if joined else None):
                        joined.append(piece)
                    break
            else:
                joined.append(self._pieces[position])
                size = 1
            position += size
        self._pieces = joined

    def _drop_hijri(self) -> None:
        kinds = [kind for kind, _ in self._pieces]
        if kinds.count("hijri") != 1:
            return
        at = kinds.index("hijri")
        if kinds[at - 1 : at + 2] == ["number", "hijri", "number"]:
            mark = at + 2 < len(self._pieces) and self._pieces[at + 2] in (("word", "ه"), ("word", "ah"))
            del self._pieces[at - 1 : at + 2 + mark]

    def _numeric(self) -> date | None:
        for at, (kind, piece) in enumerate(self._pieces):
            if kind in ("iso", "numeric"):
                day = read_numeric(piece, day_first=self._lang == "ar")
                if day:
                    del self._pieces[at]
                return day
        return None

    def _named(self) -> date | None:
        kinds = [kind for kind, _ in self._pieces]
        if kinds.count("month") != 1:
            return None
        at = kinds.index("month")
        for shape, order in ((("number", "month", "number"), (2, 1, 0)), (("month", "number", "number"), (2, 0, 1))):
            start = at - shape.index("month")
            if start >= 0 and tuple(kinds[start : start + 3]) == shape:
                values = [int(word) for _, word in self._pieces[start : start + 3]]
                if len(self._pieces[start + order[0]][1]) != 4:
                    return None
                del self._pieces[start : start + 3]
                return date(*(values[place] for place in order))
        return None

    def _clock(self) -> str | None:
        for at, (kind, piece) in enumerate(self._pieces):
            if kind == "clock":
                hour, minute, second = (int(part) for part in (*re.split("[:.,]", piece), "0")[:3])
                del self._pieces[at]
                half = self._take(at, self._evening, self._morning)
                if half is not None:
                    hour = hour % 12 + (12 if half in self._evening else 0)
                zone = self._zone()
                return time(hour, minute, second).replace(tzinfo=zone).isoformat()
        return None

    def _take(self, at: int, *words: set[str]) -> str | None:
        if at < len(self._pieces) and any(self._pieces[at][1] in group for group in words):
            return self._pieces.pop(at)[1]
        return None

    def _zone(self) -> timezone | None:
        for at, (kind, piece) in enumerate(self._pieces):
            if kind == "zone":
                del self._pieces[at]
                sign, digits = (-1 if piece[0] == "-" else 1), piece[1:].replace(":", "")
                hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
                return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))
        for _, piece in self._pieces:
            if piece in self._zones:
                return timezone(timedelta(minutes=self._zones[piece]))
        return None


@cache
def _weekdays(lang: str) -> frozenset[str]:
    rows = [time_words(each)["words"] for each in {lang, "en"}]
    groups = [names for row in rows for group in ("weekday", "unsure-weekday") for names in row.get(group, {}).values()]
    return frozenset(fold(name) for names in groups for name in names)


def read_numeric(text: str, *, day_first: bool) -> date | None:
    """The day that 2025-11-02, 2025/11/02 or 10/11/2025 means; None when it means none, or two and not `day_first`.

    >>> read_numeric("25.11.2025", day_first=False), read_numeric("10/11/2025", day_first=False)
    (datetime.date(2025, 11, 25), None)
    """
    parts = re.split(r"[/.-]", text)
    first, middle, last = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[2]) <= 2:
        return _day(first, middle, last)
    if len(parts[2]) != 4 or len(parts[0]) > 2:
        return None
    day, other = _day(last, middle, first), _day(last, first, middle)
    if day_first:
        return day
    return day or other if not (day and other) or day == other else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
