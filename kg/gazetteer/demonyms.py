"""Words for what belongs to a state: the Arabic nisba in all its forms, the English adjective and noun.

`demonyms.tsv` lists for each entry the nisbas (masculine singular; two words are inflected together), forms that
follow no rule (broken plurals), and the English words.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.gazetteer.entries import Entry
from kg.gazetteer.loading import Row, read_table
from kg.text import fold

COLUMNS = ("id", "ar", "ar_forms", "en")
ENDINGS = ("", "ا", "ة", "ون", "ين", "ات", "ان", "تان", "تين", "و", "تا", "تي")
"""Masculine, its accusative; feminine; plurals; duals; plural and duals before a genitive."""
_NO_PLURAL = ("ese", "ish", "ch", "ss", "men", "s", "x", ".", "US")


def arabic_forms(nisba: str) -> Iterator[str]:
    """Every written form of a nisba, with and without the article; the words of a nisba of two agree.

    >>> "السوريون" in arabic_forms("سوري"), "الكورية الجنوبية" in arabic_forms("كوري جنوبي")
    (True, True)
    """
    words = nisba.split()
    for ending in ENDINGS:
        forms = [_inflected(word, ending) for word in words]
        yield " ".join(forms)
        yield " ".join(f"ال{form}" for form in forms)
        # «الجنوب أفريقي»: a compound may take one article.
        yield "ال" + " ".join(forms)


def english_forms(word: str) -> Iterator[str]:
    """The word and its regular plural, where it has one.

    >>> list(english_forms("Syrian")), list(english_forms("Japanese"))
    (['Syrian', 'Syrians'], ['Japanese'])
    """
    yield word
    if not word.endswith(_NO_PLURAL):
        yield word + "s"


def read_demonyms(file: Path, entries: Mapping[str, Entry]) -> dict[str, str]:
    """Form (Arabic folded, English as written) -> entry id; the row that comes first wins a form.

    Raises `InputError` when a row names no entry.
    """
    forms: dict[str, str] = {}
    for row in read_table(file, COLUMNS, needed=COLUMNS[:2]):
        id = row.cells["id"]
        if id not in entries:
            raise row.fault(f"there is no entry {id!r}")
        for form in _forms(row):
            forms.setdefault(form, id)
    return forms


def _forms(row: Row) -> Iterator[str]:
    for nisba in _list(row, "ar"):
        # Folding letter by letter commutes with adding an ending, so the stem is folded once.
        yield from (form.replace("ة", "ه") for form in arabic_forms(fold(nisba)))
    for form in _list(row, "ar_forms"):
        yield fold(form)
        yield "ال" + fold(form)
    for word in _list(row, "en"):
        yield from english_forms(word)


def _list(row: Row, column: str) -> list[str]:
    return [part for part in row.cells.get(column, "").split("|") if part]


def _inflected(word: str, ending: str) -> str:
    # «جنوب» in «جنوب أفريقي» is a construct and stays as it is.
    return word if word in {"جنوب", "شمال"} else word + ending
