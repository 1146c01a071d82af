"""The words of time of one language, by their folded form: the group each belongs to, and what it counts for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.dates import time_words
from kg.errors import PackError
from kg.text import fold

ARTICLE = "(ال)"
"""Stands before a form for the form with the article and without it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The group of a word ("month", "weekday", …) and its value (the number of the month, …; 0 where there is none)."""

    group: str
    value: int = 0


WORD = Entry("word")
"""A word that counts only as a part of a longer form."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language and their entries.

    `words`: single words. `phrases`: by their first word, the others and the entry, longest first. `capitalised`:
    groups whose words need a capital letter.
    """

    words: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    capitalised: frozenset[str]

    @property
    def groups(self) -> frozenset[str]:
        """All groups that a word or a phrase may have."""
        phrased = {entry.group for rows in self.phrases.values() for _, entry in rows}
        return frozenset({entry.group for entry in self.words.values()} | phrased)


def load_lexicon(lang: str, cut: Callable[[str, Mapping[str, Entry]], Sequence[str]]) -> Lexicon:
    """The lexicon of a language; `cut` gives the folded pieces of a phrase, cut as the text will be.

    Raises `PackError` for a language without words of time, and for a form that two groups claim.
    """
    rows = time_words(lang)
    words: dict[str, Entry] = {}
    longer: list[tuple[str, Entry]] = []
    for form, entry in _forms(rows):
        if " " in form or "-" in form or "/" in form:
            longer.append((form, entry))
        elif words.setdefault(form, entry) != entry:
            raise PackError(f"{form!r} is both {words[form].group} and {entry.group}", where=f"times/{lang}.yaml")
    for form, _ in longer:
        for piece in cut(form, words):
            words.setdefault(piece, WORD)
    phrases: dict[str, dict[tuple[str, ...], Entry]] = {}
    for form, entry in longer:
        first, *rest = cut(form, words)
        phrases.setdefault(first, {}).setdefault(tuple(rest), entry)
    ordered = {first: tuple(sorted(rows.items(), key=lambda row: -len(row[0]))) for first, rows in phrases.items()}
    return Lexicon(words, ordered, frozenset(rows.get("capitalised", ())))


def _forms(rows: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    yield from _months(rows)
    for number, names in rows["hijri-months"].items():
        yield from _spelled(names, Entry("hijri-month", number))
    for group, forms in rows["words"].items():
        for value, names in forms.items() if isinstance(forms, dict) else [(0, forms)]:
            yield from _spelled(names, Entry(group, value))
    for day, names in rows["named-days"].items():
        yield from _spelled(names, Entry("named-day", _ordinal(day)))
    yield from _spelled(rows["not-times"], Entry("name"))
    yield from _spelled(rows["namer"], Entry("namer"))


def _months(rows: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    group = {fold(name): "unsure-month" for name in rows["unsure-months"]}
    group |= {fold(name): "short-month" for name in rows.get("short-months", ())}
    named = [(name, number) for family in rows["months"].values() for number, name in enumerate(family, start=1)]
    named += [(name, number) for number, names in rows["spellings"].items() for name in names]
    for name, number in named:
        yield fold(name), Entry(group.get(fold(name), "month"), number)


def _spelled(names: Sequence[str], entry: Entry) -> Iterator[tuple[str, Entry]]:
    for name in names:
        bare = name.removeprefix(ARTICLE)
        yield fold(bare), entry
        if bare != name:
            yield fold(name.replace(ARTICLE, "ال")), entry


def _ordinal(day: date | str) -> int:
    return (day if isinstance(day, date) else date.fromisoformat(day)).toordinal()
