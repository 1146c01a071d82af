"""What the segmenter sees of a word: its letters, its hamzas, and how common its parts are as words of their own."""

from collections.abc import Iterator

from kg.language.arabic.wordlist import NO_WORDS, WordList
from kg.text import normalise

PROCLITICS = frozenset("وفبلكس")
ENCLITICS = frozenset(["ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "كما", "ني", "ي", "كن"])
_BEGINNINGS = frozenset(first + second for first in ("", "و", "ف") for second in ("", *"بلكس")) - {""}
"""What may stand before a stem: a conjunction, a preposition or the future, or both."""
_WINDOW = 4
_EDGE = 4
"""So many letters at either end see how common the whole word is."""
SHAPED = "أإآى"
"""Letters that the normal form does not tell apart; a writer who sets them tells «وأدى» from «وادي»."""

Rows = list[list[str]]


def features(word: str, words: WordList = NO_WORDS) -> Rows:
    """One list of CRF features a letter of `word`, which has no marks and may have the letters in `SHAPED`."""
    plain = normalise(word)
    seen = (_letters(plain), _shapes(word), _commonness(plain, words))
    return [[*letters, *shapes, *common] for letters, shapes, common in zip(*seen, strict=True)]


def _letters(word: str) -> Rows:
    padded = f"^{word}$"
    rows = []
    for at in range(1, len(padded) - 1):
        row = [f"at={min(at, 6)}", f"left={min(len(padded) - at, 6)}", f"word={word}"]
        for offset in range(-_WINDOW, _WINDOW + 1):
            start = at + offset
            if start >= 0:
                sizes = (size for size in (1, 2, 3, 4) if start + size <= len(padded))
                row += [f"{offset}:{padded[start : start + size]}" for size in sizes]
        if at < 6:
            row.append(f"head={padded[: at + 1]}")
        if len(padded) - at < 7:
            row.append(f"tail={padded[at:]}")
        rows.append(row)
    return rows


def _shapes(word: str) -> Rows:
    padded = f"^{word}$^"
    rows = []
    for at in range(1, len(word) + 1):
        near = {offset: padded[at + offset] for offset in (-1, 0, 1, 2)}
        row = [f"shape{offset}:{letter}" for offset, letter in near.items() if letter in SHAPED or letter in "اي"]
        rows.append([*row, f"shapes:{padded[at : at + 3]}", f"written:{word}"])
    return rows


def _commonness(word: str, words: WordList) -> Rows:
    whole, stacked = words.level(word), words.after_preposition(word)
    named = word in words.names
    rows: Rows = [[] for _ in word]
    for i in range(1, min(4, len(word) - 1)):
        if word[:i] in _BEGINNINGS:
            rows[i] += _beginning(word, i, words, whole, stacked)
            rows[i] += [f"whole-name:{word[:i]}", "whole-name"] if named else []
    for i in range(max(1, len(word) - 3), len(word)):
        if word[i:] in ENCLITICS:
            rows[i] += _ending(word, i, words, whole)
            rows[i] += [f"ending-name:{word[i:]}", "ending-name"] if named else []
    for i in {*range(min(_EDGE, len(word))), *range(max(0, len(word) - _EDGE + 1), len(word))}:
        at = f"@{min(i, _EDGE)}"
        rows[i] += [f"whole{whole}{at}", f"stacked{stacked}{at}", f"stacked-{_ratio(stacked, whole)}{at}"]
        rows[i] += [f"name{at}"] if named else []
    return rows


def _ratio(one: int, other: int) -> int:
    return max(-5, min(5, one - other))


def _beginning(word: str, cut: int, words: WordList, whole: int, stacked: int) -> Iterator[str]:
    """Features of the place after a possible proclitic."""
    clitic, rest = word[:cut], word[cut:]
    joined = clitic[-1] == "ل" and rest[0] == "ل"  # the article lost its alef
    full = f"ا{rest}" if joined else rest
    alone, other = max(words.level(full), words.level(rest)), words.after_preposition(full)
    stem = _without_pronoun(rest, words)
    yield from (f"rest:{clitic}:{alone}", f"rest-:{clitic}:{_ratio(alone, whole)}")
    yield f"rest+whole:{clitic}:{alone}:{whole}"
    yield f"rest+stacked:{clitic}:{alone}:{stacked}:{whole}"
    yield f"stacked:{clitic}:{other}:{stacked}"
    yield from (f"stem:{clitic}:{stem}:{alone}", f"stem+whole:{clitic}:{stem}:{whole}")
    yield f"stem-:{clitic}:{_ratio(max(stem, alone), max(_without_pronoun(word, words), whole))}"
    yield f"stem+kept:{clitic}:{stem}:{_without_pronoun(word, words)}"
    yield f"article:{clitic}:{words.level('ال' + rest)}:{words.level('ال' + word)}"
    yield f"and:{clitic}:{_ratio(words.level('و' + rest), words.level('و' + word))}"
    if full in words.names:
        yield from (f"rest-name:{clitic}", "rest-name")


def _ending(word: str, cut: int, words: WordList, whole: int) -> Iterator[str]:
    """Features of the place before a possible pronoun."""
    pronoun, alone = word[cut:], _stem(word[:cut], words)
    yield from (f"before:{pronoun}:{alone}", f"before-:{pronoun}:{_ratio(alone, whole)}")
    yield f"before+whole:{pronoun}:{alone}:{whole}"
    for start in (1, 2):
        if word[:start] in _BEGINNINGS and cut - start >= 2:
            yield f"between{start}:{pronoun}:{_stem(word[start:cut], words)}"


def _without_pronoun(word: str, words: WordList) -> int:
    found = (word.removesuffix(pronoun) for pronoun in ENCLITICS if word.endswith(pronoun))
    return max((_stem(stem, words) for stem in found if len(stem) > 1), default=0)


def _stem(stem: str, words: WordList) -> int:
    """How common the word is that is written `stem` before a pronoun."""
    changed = {"ت": "ة", "ا": "ي", "ئ": "ء", "ؤ": "ء"}.get(stem[-1])
    forms = [stem] + ([stem[:-1] + changed] if changed else []) + ([stem + "ا"] if stem.endswith("و") else [])
    return max(words.level(form) for form in forms)
