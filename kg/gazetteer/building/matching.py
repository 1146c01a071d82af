"""Whether an Arabic and a Latin spelling can be the same name: consonants by class, vowels left out. Used to build the
tables.
"""

import re
import unicodedata
from difflib import SequenceMatcher

from kg.text import fold, is_arabic

_PERSIAN = re.compile("[ٺگچپژکیےەۆڕہھٹڈڑںێڵۇۈېٔټډړږښګڼۍ]")
_TRANSLATED = {
    "north": ("شمال", "شمالي", "شماليه"),
    "south": ("جنوب", "جنوبي", "جنوبيه"),
    "east": ("شرق", "شرقي", "شرقيه"),
    "west": ("غرب", "غربي", "غربيه"),
    "central": ("وسط", "مركزي", "وسطي", "اوسط", "مركزيه"),
    "new": ("جديد", "جديده"),
    "islands": ("جزر", "جزيره"),
    "river": ("نهر",),
    "saint": ("سانت", "سان", "قديس"),
}
_TO_ENGLISH = {arabic: english for english, words in _TRANSLATED.items() for arabic in words}
_LATIN_PAIRS = (
    ("tsch", "s"),
    ("sch", "s"),
    ("tch", "s"),
    ("ch", "s"),
    ("sh", "s"),
    ("kh", "k"),
    ("gh", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ce", "s"),
    ("ci", "s"),
    ("x", "ks"),
)
_LATIN = str.maketrans("bcdfgjklmnpqrstvz", "bkdfkkklmnbkrstfs")
_ARABIC_CLASSES = {
    "b": "ب",
    "d": "دذض",
    "f": "ف",
    "k": "كقخغج",
    "l": "ل",
    "m": "م",
    "n": "ن",
    "r": "ر",
    "s": "سصشزظ",
    "t": "تثط",
}
_ARABIC = {ord(letter): label for label, letters in _ARABIC_CLASSES.items() for letter in letters}


def is_plain_arabic(text: str) -> bool:
    """Whether the text is in the Arabic alphabet as Arabic uses it (no Persian, Urdu or Kurdish letters, no Latin
    ones).
    """
    return is_arabic(text) and not _PERSIAN.search(text) and not re.search("[A-Za-z0-9]", text)


def skeleton(text: str) -> str:
    """The classes of the consonants, doubles as one.

    >>> skeleton("Daraa"), skeleton("درعا")
    ('dr', 'dr')
    """
    folded = "".join(c for c in unicodedata.normalize("NFD", fold(text)) if not unicodedata.combining(c))
    words = [re.sub("^ال(?=..)|(?<=north|south)ern$|(?<=west|east)ern$", "", word) for word in folded.split()]
    words = [_TO_ENGLISH.get(word, word) for word in words]
    # Arabic puts the direction last, English first.
    words.sort(key=lambda word: word not in _TRANSLATED)
    latin = " ".join(words).replace("تش", "ش")
    for pair, label in _LATIN_PAIRS:
        latin = latin.replace(pair, label)
    classes = re.sub("[^bdfklmnrst]", "", latin.translate(_ARABIC).translate(_LATIN))
    return re.sub(r"(.)\1+", r"\1", classes)


def likeness(latin: str, arabic: str) -> float:
    """How alike two spellings sound, from 0 to 1.

    >>> likeness("Idlib", "إدلب"), likeness("Turkey", "ديك رومى") < 0.5
    (1.0, True)
    """
    left, right = skeleton(latin), skeleton(arabic)
    return SequenceMatcher(None, left, right, autojunk=False).ratio() if left and right else 0.0
