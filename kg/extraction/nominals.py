"""Noun phrases that name actors without a name: how many, who, and whether they are a name after all."""

from collections.abc import Mapping
from typing import Any

from spacy.tokens import Doc, Token

from kg.extraction.mention import Mention, number_words
from kg.extraction.words import keys, listed, phrase
from kg.gazetteer import Entry
from kg.language.functions import feature
from kg.model import Kind
from kg.text import fold, is_arabic


def expression(head: Token, words: Mapping[str, Any]) -> str | None:
    """The longest listed expression that a noun heads («رئيس الوزراء», "vice president"); None when there is none."""
    for size in (4, 3, 2):
        starts = [head.i] if head.lang_ == "ar" else range(max(head.i - size + 1, 0), head.i + 1)
        for start in starts:
            window = head.doc[start : start + size]
            for form in keys(head):
                text = "".join(
                    (form if t.i == head.i else fold(t.norm_)) + (" " if t.whitespace_ else "") for t in window
                ).strip()
                if text in words:
                    return text
    return listed(head, words)


def count_of(token: Token) -> int | None:
    """How many a noun phrase says that there are; None when it does not."""
    for child in token.children:
        age = token.lang_ == "en" and child.i > token.i  # "a man, 32" is one man
        if (child.dep_.startswith("nummod") or child.pos_ == "NUM") and child.dep_ != "conj" and not age:
            return number_of(child)
    return 2 if "Dual" in feature(token, "Number") else None


def number_of(token: Token) -> int | None:
    """The value of a number token as it is written; None for a vague one («عشرات»)."""
    text = fold(token.norm_).replace(",", "")
    if text.isdigit():
        return int(text)
    listed_forms = (key for key in reversed(keys(token)) if key in number_words(token.lang_))
    return number_words(token.lang_).get(next(listed_forms, ""))


def people(token: Token, numeral: Token | None, entry: Entry) -> Mention:
    """People of a nationality («ثلاثة سوريين», "two Syrians")."""
    start, end = phrase(token)
    count = count_of(token) if numeral is None else number_of(numeral)
    head = token if numeral is None else numeral
    one = "Plur" not in feature(token, "Number") and (count or 1) < 2 and token.lang_ == "en"
    kind = Kind.PERSON if one else Kind.GROUP
    return Mention(min(start, head.i), end, head.i, kind, country=entry.country, count=count)


def numeral(noun: Token) -> Token | None:
    """The number that governs an Arabic noun in the genitive or accusative («سبعة جنود», «12 جنديا»); None when
    none.
    """
    head = noun.head
    near = head.i < noun.i <= head.i + 2 and not any(c.dep_ == "case" for c in noun.children)
    counts = noun.lang_ == "ar" and head.pos_ == "NUM" and noun.dep_ in ("nmod", "amod") and near
    return head if counts else None


def several(noun: Token, numeral: Token | None) -> bool:
    """Whether a noun names more than one."""
    count = count_of(noun) if numeral is None else number_of(numeral) or 2
    return bool({"Plur", "Dual"} & set(feature(noun, "Number"))) or (count or 1) > 1


def proper_bounds(doc: Doc, head: Token, start: int, end: int, kind: Kind) -> tuple[int, int] | None:
    """Name bounds of a noun phrase that is a name of its own («معسكر العمري», "Bagram Air Base"); None for a plain
    one.
    """
    if kind not in (Kind.PLACE, Kind.ORGANIZATION, Kind.DOCUMENT):
        return None
    if doc.lang_ == "en":
        return (start, end) if head.pos_ == "PROPN" and head.text[:1].isupper() and end - start > 1 else None
    named = [t.i for t in doc[head.i + 1 : end] if t.pos_ in ("PROPN", "X") and is_arabic(t.text)]
    return (head.i, max(named) + 1) if named else None
