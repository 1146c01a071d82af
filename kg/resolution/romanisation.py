"""Names across scripts: which Latin spelling may stand for which Arabic one, and how well.

Arabic writes consonants and long vowels. Both names are cut into consonants and the vowels between them. The classes
of the consonants make the key by which candidates are found; the score is the share of Arabic letters that the Latin
name accounts for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.resolution.names import Name, table
from kg.text import fold

_LATIN_VOWELS = frozenset("aeiouyw")
_LATIN_FINE = str.maketrans("eowy", "auui")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A part of a name: its consonants, and the vowels before, between and after them (one group more)."""

    consonants: tuple[str, ...]
    vowels: tuple[str, ...]
    opens: bool
    """Whether it begins with a vowel: «أحمد» does, "Hamed" does not."""


@dataclass(frozen=True, slots=True)
class _Table:
    consonants: Mapping[str, tuple[str, ...]]
    silent: frozenset[str]
    vowels: Mapping[str, frozenset[str]]
    final: Mapping[str, frozenset[str]]
    long: frozenset[str]
    shown: Mapping[str, str]
    shown_first: Mapping[str, str]
    classes: Mapping[str, str]
    rewritten: tuple[tuple[re.Pattern[str], str], ...]
    units: re.Pattern[str]
    letters: re.Pattern[str]
    whole: float
    part: float
    least: int


def skeleton(name: Name) -> str | None:
    """The classes of the consonants, part by part, the same for all spellings of a name; None when there are too few.

    >>> from kg.resolution.names import read_name
    >>> skeleton(read_name("أحمد الشرع")) == skeleton(read_name("Ahmed al-Sharaa"))
    True
    """
    parts = [_classes(part, name.arabic) for part in name.parts]
    if not all(parts) or sum(map(len, parts)) < _table().least:
        return None
    return " ".join(parts)


def likeness(arabic: Name, latin: Name) -> float:
    """How well the Latin name writes the Arabic one, in [0, 1]; 0 when parts or consonants differ.

    >>> from kg.resolution.names import read_name
    >>> likeness(read_name("كمال عباس"), read_name("Gamal Abbas")) < 0.9
    True
    """
    if len(arabic.parts) != len(latin.parts) or skeleton(arabic) != skeleton(latin):
        return 0.0
    scores = [_part_score(_arabic(a), _latin(b)) for a, b in zip(arabic.parts, latin.parts, strict=True)]
    return round(sum(scores) / len(scores), 3) if min(scores) >= _table().part else 0.0


def is_match(score: float) -> bool:
    """Whether a likeness is enough to take two names for one."""
    return score >= _table().whole


def variant(latin: Name) -> str:
    """One form for the Latin spellings that differ only as e and a, o and u do ("Mohamed Morsi", "Mohammad Mursi")."""
    parts = [
        "".join(v + c for v, c in zip(s.vowels, (*s.consonants, ""), strict=True)) for s in map(_latin, latin.parts)
    ]
    return re.sub(r"(.)\1+", r"\1", " ".join(parts).translate(_LATIN_FINE))


def romanise(text: str) -> str:
    """An Arabic name in Latin letters, each by its usual way; short vowels are missing, as they are in the text.

    >>> romanise("باسم نعيم")
    'Basm Naim'
    """
    return " ".join(_romanised_word(word) for word in text.split())


@cache
def _table() -> _Table:
    content = table("romanisation.yaml")
    consonants = {letter: tuple(ways) for letter, ways in content["consonants"].items()}
    vowels = {letter: frozenset(ways) for letter, ways in content["long_vowels"].items()}
    classes = {unit: group for group, units in content["classes"].items() for unit in units}
    shown = {letter: ways[0] for letter, ways in (*content["consonants"].items(), *content["long_vowels"].items())}
    shown.update(content["shown"])
    longest = sorted(classes, key=lambda unit: (-len(unit), unit))
    return _Table(
        consonants,
        frozenset(content["silent"]),
        vowels,
        {letter: frozenset(ways) for letter, ways in content["final"].items()},
        frozenset(content["latin_long"]),
        shown,
        content["shown_first"],
        classes,
        tuple((re.compile(pattern), new) for pattern, new in content["latin"]),
        re.compile("|".join([*longest, "[aeiouyw]"])),
        re.compile(
            "|".join(sorted(map(re.escape, {*consonants, *vowels, *content["silent"]}), key=lambda s: (-len(s), s)))
        ),
        content["threshold"]["whole"],
        content["threshold"]["part"],
        content["threshold"]["consonants"],
    )


@lru_cache(maxsize=1 << 14)
def _classes(part: str, arabic: bool) -> str:
    rules = _table()
    if arabic:
        return "".join(rules.classes[rules.consonants[c][0]] for c in _arabic(part).consonants)
    return "".join(rules.classes[c] for c in _latin(part).consonants)


@lru_cache(maxsize=1 << 14)
def _arabic(part: str) -> Spelling:
    rules = _table()
    # A first alef only carries a vowel, whichever; a last ha or hha is often not written in Latin.
    letters = [letter for letter in rules.letters.findall(part.removeprefix("ا")) if letter not in rules.silent]
    opens = part[:1] in rules.vowels or part[:1] in rules.silent
    return _spelling(letters, vowels=frozenset(rules.vowels), silent_end=frozenset("هح"), opens=opens)


@lru_cache(maxsize=1 << 14)
def _latin(part: str) -> Spelling:
    rules = _table()
    for pattern, new in rules.rewritten:
        part = pattern.sub(new, part)
    letters: list[str] = []
    for unit in rules.units.findall(part):
        if not letters or unit != letters[-1] or unit in _LATIN_VOWELS:
            letters.append(unit)
    return _spelling(letters, vowels=_LATIN_VOWELS, silent_end=frozenset("h"), opens=part[:1] in _LATIN_VOWELS)


def _spelling(letters: list[str], *, vowels: frozenset[str], silent_end: frozenset[str], opens: bool) -> Spelling:
    if len(letters) > 1 and letters[-1] in silent_end:
        letters = letters[:-1]
    consonants: list[str] = []
    between = [""]
    for letter in letters:
        if letter in vowels:
            between[-1] += letter
        else:
            consonants.append(letter)
            between.append("")
    return Spelling(tuple(consonants), tuple(between), opens)


def _part_score(arabic: Spelling, latin: Spelling) -> float:
    rules = _table()
    if arabic.opens != latin.opens or not all(
        b in rules.consonants[a] for a, b in zip(arabic.consonants, latin.consonants, strict=True)
    ):
        return 0.0
    last = len(arabic.vowels) - 1
    found = letters = len(arabic.consonants)
    for place, (wanted, given) in enumerate(zip(arabic.vowels, latin.vowels, strict=True)):
        found += _vowels_found(wanted, given, final=place == last)
        letters += len(wanted)
        if not wanted and place != last and given in rules.long:
            letters += 2
    return found / letters


def _vowels_found(wanted: str, given: str, *, final: bool) -> int:
    """How many of the long vowels are found in the Latin ones, in order."""
    rules = _table()
    count = start = 0
    for letter in wanted:
        ways = rules.final.get(letter, rules.vowels[letter]) if final else rules.vowels[letter]
        place = next((i for i in range(start, len(given)) if given[i] in ways), None)
        if place is not None:
            count, start = count + 1, place + 1
    return count


def _romanised_word(word: str) -> str:
    folded, rules = fold(word), _table()
    if folded in rules.shown:
        return rules.shown[folded]
    article, rest = ("al-", folded[2:]) if word.startswith("ال") and len(folded) > 4 else ("", folded)
    units = rules.letters.findall(rest.removesuffix("ه") if word.endswith("ة") else rest)
    letters = "".join(
        rules.shown_first.get(u, rules.shown[u]) if i == 0 else rules.shown[u] for i, u in enumerate(units)
    )
    return article + letters.capitalize()
