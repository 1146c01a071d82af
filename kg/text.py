"""Normal forms of text: what is compared and searched, never what is shown or pointed into.

Everything here maps a string to a string and forgets offsets; `kg.normal` keeps them.
"""

import re
import unicodedata

MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff"  # Arabic diacritics
    "\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""Arabic diacritics, tatweel, and invisible direction, joining and hyphenation marks."""

_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ڪ": "ك",
        "ھ": "ه",
        "ہ": "ه",
        "ە": "ه",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "‹": "'",
        "›": "'",
        "‐": "-",
        "–": "-",
        "—": "-",
        "−": "-",
    }
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ARTICLE = re.compile(r"\b(?:ال(?=\w{2})|the\s+|al[-\s]|el[-\s])")
_NOT_WORD = re.compile(r"[^\w\s]+|_")
_SPACE = re.compile(r"\s+")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")


def is_arabic(text: str) -> bool:
    """Whether the text has a letter of the Arabic script."""
    return _ARABIC.search(text) is not None


def strip_marks(text: str) -> str:
    """The text without Arabic diacritics, tatweel and invisible marks.

    >>> strip_marks("يوقّع")
    'يوقع'
    """
    return MARKS.sub("", text)


def normalise(text: str) -> str:
    """The orthographic normal form of a word: marks off, one alef, one ya, plain quotes and digits; case and ta
    marbuta kept.

    >>> normalise("أراضٍ")
    'اراض'
    """
    return strip_marks(unicodedata.normalize("NFKC", text)).translate(_LETTERS).translate(_DIGITS)


def fold(text: str) -> str:
    """The form in which lemmas and words of a lexicon are compared: normal form, lower case, ta marbuta as ha, seats
    of hamza off.

    >>> fold("زيارة") == fold("زياره")
    True
    """
    folded = normalise(text).lower().replace("ة", "ه").replace("ؤ", "و").replace("ئ", "ي").replace("ء", "")
    return _SPACE.sub(" ", folded).strip()


def key(label: str) -> str:
    """The search key of a label: folded, without punctuation, definite articles and accents of Latin letters.

    >>> key("الأمم المتحدة"), key("The United Nations"), key("al-Sharaa")
    ('امم متحده', 'united nations', 'sharaa')
    """
    folded = "".join(c for c in unicodedata.normalize("NFD", fold(label)) if not unicodedata.combining(c))
    bare = _ARTICLE.sub("", folded.replace("'", ""))
    return _SPACE.sub(" ", _NOT_WORD.sub(" ", bare)).strip()
