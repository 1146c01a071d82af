"""Words with clitics that a treebank happens not to have, made from words that it has and from names."""

import hashlib
from collections.abc import Iterator

from kg.language.arabic.clitics import PROCLITICS
from kg.language.arabic.wordlist import WordList

PREPOSED = ("و", "ل", "ب", "و", "ل", "و", "ك", "ول", "وب", "ف", "ب", "ل")
"""Proclitics that names get, about as often as the news write them."""
_TO_NOUNS = ("ك", "ل", "ب", "وب", "ول", "ك")
_BEFORE_OWNED = ("", "", "و", "ب", "ل")
_TO_IMPERFECT = ("س", "وس", "فس", "ل", "ول")
_TO_PERFECT = ("", "و", "ف")
_OWNERS = ("ها", "هم", "نا", "ه", "ها", "ه")
_OBJECTS = ("ه", "ها", "هم", "ني", "نا")

Form = tuple[str, tuple[int, ...]]
"""A word and where it is cut."""


def draw(word: str, below: int) -> int:
    """A number that looks drawn by lot and is the same for the same word."""
    return int(hashlib.sha256(word.encode("utf8")).hexdigest()[:8], 16) % below


def joined(before: str, stem: str, pronoun: str = "") -> Form:
    """A stem with proclitics and a pronoun, as it is written, and its cuts.

    >>> joined("وب", "حكومة", "هم")
    ('وبحكومتهم', (1, 2, 7))
    """
    if pronoun:
        final = {"ة": "ت", "ى": "ا"}.get(stem[-1])
        stem = stem[:-1] + final if final else stem[:-1] if stem.endswith("وا") else stem
    cuts = (*range(1, len(before) + 1), *([len(before) + len(stem)] if pronoun else []))
    return before + stem + pronoun, cuts


def of_word(word: str, tag: str) -> Iterator[Form]:
    """Forms with clitics of a whole word of the treebank, by its tag (N, VI, VP); for many none. A noun that starts as
    if with a clitic always gets a pronoun: that «لجنتها» is no ل + جنتها can be learnt from nothing else.
    """
    lot, first, second = draw(f"{word} lot", 4), f"{word} before", f"{word} after"
    if len(word) < 3:
        return
    if tag.startswith("N") and not word.startswith("ال"):
        if lot == 0:
            yield joined(_pick(_TO_NOUNS, first), word)
        if (lot == 1 or word[0] in PROCLITICS) and word[-1] not in "اىء":
            yield joined(_pick(_BEFORE_OWNED, first), word, _pick(_OWNERS, second))
    elif tag == "VI" and lot == 0:
        yield joined(_pick(_TO_IMPERFECT, first), word)
    elif tag == "VP" and lot == 0:
        yield joined(_pick(_TO_PERFECT, first), word, _pick(_OBJECTS, second))


def _pick(choices: tuple[str, ...], word: str) -> str:
    return choices[draw(word, len(choices))]


def of_name(name: str) -> Iterator[Form]:
    """A word of a name, and for half of them a form with proclitics."""
    yield name, ()
    if draw(name, 2):
        yield joined(_pick(PREPOSED, f"{name} before"), name)


def is_own(name: str, words: WordList) -> bool:
    """Whether a word of a name is the name's own: no «والتعاون», no «للأنباء»."""
    if len(name) < 4 or name.startswith(("ال", "لل")):
        return False
    rests = [name[cut:] for cut in (1, 2) if name[:cut] in PREPOSED]
    return not any(
        (rest.startswith("ال") and len(rest) > 5) or words.level(rest) > max(3, words.level(name)) for rest in rests
    )
