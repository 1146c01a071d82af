"""The labels and other names of a merged actor."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.gazetteer import Entry
from kg.model import Kind, Label
from kg.resolution.members import Member
from kg.resolution.romanisation import romanise
from kg.text import is_arabic, strip_marks

_LANGUAGES = ("ar", "en")
_ROMANISED = (Kind.PERSON, Kind.PLACE)


def read_labels(
    kind: Kind, members: Sequence[Member], entry: Entry | None
) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    """Labels, Arabic and English first, and aliases, sorted.

    A label is the gazetteer's name, else the fullest name that most mentions use. A language in which nothing is said
    has none; a person or place known in Arabic only gets a romanised one, marked so.
    """
    counts = Counter(name for member in members for name in _names_of(member))
    best = {lang: _best(counts, lang) for lang in {lang for _, lang in counts}} | (dict(entry.names) if entry else {})
    labels = [
        Label(best[lang], lang)
        for lang in sorted(best, key=lambda lang: (*(lang != known for known in _LANGUAGES), lang))
    ]
    if kind in _ROMANISED and set(best) == {"ar"}:
        labels.append(Label(romanise(strip_marks(best["ar"])), "ar-Latn", generated=True))
    return tuple(labels), _aliases(counts, entry, {(label.text, label.lang) for label in labels})


def language(text: str, lang: str) -> str:
    """The language of a name: a Latin one in Arabic text is taken for English, and the reverse.

    >>> language("CNN", "ar"), language("CNN", "fr")
    ('en', 'fr')
    """
    if lang == "ar" and not is_arabic(text) and any(letter.isalpha() for letter in text):
        return "en"
    return "ar" if lang == "en" and is_arabic(text) else lang


def _names_of(member: Member) -> Iterable[tuple[str, str]]:
    actor = member.actor
    texts = dict.fromkeys(text for text in (actor.name, *actor.names) if text)
    return [(text, language(text, member.lang)) for text in texts]


def _best(counts: Counter[tuple[str, str]], lang: str) -> str:
    names = [(text, count) for (text, of), count in counts.items() if of == lang]
    return min(names, key=lambda name: (" " not in name[0], -name[1], -len(name[0]), name[0]))[0]


def _aliases(counts: Counter[tuple[str, str]], entry: Entry | None, labels: set[tuple[str, str]]) -> tuple[Label, ...]:
    names = set(counts) | _known_aliases(entry)
    return tuple(Label(text, lang) for text, lang in sorted(names - labels, key=lambda name: (name[1], name[0])))


def _known_aliases(entry: Entry | None) -> set[tuple[str, str]]:
    # Variants of spelling are there to find a row by, not to be shown.
    return {(text, lang) for lang, text, type in entry.aliases if type != "variant"} if entry else set()
