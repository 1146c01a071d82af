"""Names: how they are cut into parts, and when two names of the same script are one name.

Precision comes before recall: a shared surname is never enough, and a name of one word says little.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import yaml

from kg.model import Kind
from kg.resources import data_folder
from kg.text import is_arabic, key


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared. `words`: of its key. `parts`: the words, with those that belong together made one."""

    text: str
    key: str
    words: tuple[str, ...]
    parts: tuple[str, ...]
    arabic: bool


@dataclass(frozen=True, slots=True)
class _Parts:
    before: tuple[tuple[re.Pattern[str], str], ...]
    after: tuple[tuple[re.Pattern[str], str], ...]
    with_next: frozenset[str]
    with_previous: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Words:
    classes: frozenset[str]
    generic: frozenset[str]


def table(file: str) -> dict[str, Any]:
    """The content of a YAML file of `kg/data/names`."""
    content: dict[str, Any] = yaml.safe_load((data_folder() / "names" / file).read_text(encoding="utf8"))
    return content


@lru_cache(maxsize=1 << 16)
def read_name(text: str) -> Name:
    """The name with its key, words and parts.

    >>> read_name("عبد الفتاح السيسي").parts, read_name("Mohammed bin Salman").parts
    (('عبدفتاح', 'سيسي'), ('mohammed', 'binsalman'))
    """
    rules = _parts()
    folded = key(_rewritten(text.lower(), rules.before))
    words = tuple(_rewritten(folded, rules.after).split())
    return Name(text, " ".join(words), words, tuple(_glued(words, rules)), is_arabic(text))


def extends(longer: Name, shorter: Name) -> bool:
    """Whether a person's longer name begins with the shorter one, which has two parts at least.

    A name that only ends with the other may be the son's: «محمد بن سلمان بن عبد العزيز» is not «سلمان بن عبد العزيز».
    """
    count = len(shorter.parts)
    return 2 <= count < len(longer.parts) and longer.parts[:count] == shorter.parts


def windows(name: Name) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Every shorter run of two or more words of the name, with the words left over."""
    count = len(name.words)
    for size in range(2, count):
        for start in range(count - size + 1):
            yield name.words[start : start + size], name.words[:start] + name.words[start + size :]


def is_class_word(word: str) -> bool:
    """Whether the word only says what an organisation is ("group", «تنظيم»)."""
    return word in _words().classes


def is_generic(name: Name) -> bool:
    """Whether every state has one of that name ("Ministry of Defence"), so that it says nothing without a country."""
    generic = _words().generic
    return all(word in generic for word in name.words)


def may_merge(name: Name, kind: Kind, country: str | None) -> bool:
    """Whether actors of that name, kind and country in different articles may be taken for one."""
    match kind:
        case Kind.PERSON:
            return len(name.parts) >= 2
        case Kind.STATE | Kind.PLACE:
            return bool(name.words)
        case Kind.OFFICE | Kind.ORGANIZATION if country:
            return bool(name.words)
        case Kind.ORGANIZATION:
            return bool(name.words) and not is_generic(name)
        case _:
            return len(name.words) >= 2 and not is_generic(name)


@cache
def _parts() -> _Parts:
    content = table("parts.yaml")
    before, after = (
        tuple((re.compile(pattern), new) for pattern, new in content[part]) for part in ("before", "after")
    )
    return _Parts(before, after, frozenset(content["with_next"]), frozenset(content["with_previous"]))


@cache
def _words() -> _Words:
    content = table("organizations.yaml")
    return _Words(frozenset(content["classes"]), frozenset(content["generic"]))


def _rewritten(text: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text


def _glued(words: tuple[str, ...], rules: _Parts) -> Iterator[str]:
    part = ""
    for place, word in enumerate(words):
        part += word
        following = words[place + 1] if place + 1 < len(words) else None
        if following is None or not (word in rules.with_next or following in rules.with_previous):
            yield part
            part = ""
