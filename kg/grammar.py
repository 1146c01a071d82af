"""The grammatical positions that frames name and extraction finds, and the words of each language that grammar rests
on: prepositions, conjunctions, abbreviations.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from kg.resources import data_folder
from kg.text import fold, normalise

FUNCTIONS = (
    "subject",
    "object",
    "indirect_object",
    "genitive",
    "compound",
    "attribute",
    "modified",
    "complement",
    "light_subject",
    "predicate",
    "self",
    "governor",
    "light_object",
    "undergoer",
    "speaker",
)
"""Grammatical functions that are no prepositions. `subject` and `object` are logical: a passive verb's agent is its
subject.

`genitive`: construct chain, possessive, "of". `compound`: a noun before an English noun. `attribute`: an adjective on
the
noun trigger. `modified`: the noun that an adjective trigger modifies. `complement`: a clause. `light_subject`: subject
of
the light verb that carries a noun trigger. `predicate`: the noun that a nominal sentence says of the trigger's
subject. `self`: the noun phrase of the trigger itself (the
document in "reached an agreement"). `governor`: the word that the trigger hangs on. `light_object`: another object of
the light
verb («لقاء جمع الوزير»). `undergoer`: subject of a light verb that suffers the event («تعرضت القرية لقصف»). `speaker`:
who says the clause of the trigger (subject of a verb of saying above or beside it, or named by "according to").
"""


@cache
def _lists(lang: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(fold(word) for word in words) for name, words in _file(lang).items()}


@cache
def _file(lang: str) -> Mapping[str, Any]:
    path = data_folder() / "grammar" / f"{lang}.yaml"
    read: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf8"))
    return read


def prepositions(lang: str) -> frozenset[str]:
    """The folded prepositions that frames of a language may name; multiword ones with single spaces.

    >>> "من قبل" in prepositions("ar"), "with" in prepositions("en")
    (True, True)
    """
    return _lists(lang)["prepositions"]


def place_prepositions(lang: str) -> frozenset[str]:
    """The folded prepositions that say where something happens."""
    return _lists(lang)["place_prepositions"]


def control_verbs(lang: str) -> frozenset[str]:
    """The folded verbs whose object does what their infinitive says ("urged the rebels to leave")."""
    return _lists(lang)["control_verbs"]


def subject_control_verbs(lang: str) -> frozenset[str]:
    """The folded verbs whose subject does what their infinitive says though they have an object ("promised the king to
    return").
    """
    return _lists(lang)["subject_control_verbs"]


def circumstance_prepositions(lang: str) -> frozenset[str]:
    """The folded prepositions after which a bare event noun is done by the subject of the verb ("said during a
    visit").
    """
    return _lists(lang)["circumstance_prepositions"]


def naming_nouns(lang: str) -> frozenset[str]:
    """The folded nouns that only say what the bearer of the name after them is ("the city of Aleppo")."""
    return _lists(lang)["naming_nouns"]


def capital_nouns(lang: str) -> frozenset[str]:
    """The folded nouns that with a nationality name a city ("the Egyptian capital")."""
    return _lists(lang)["capital_nouns"]


def transparent_nouns(lang: str) -> frozenset[str]:
    """The folded nouns that stand for what follows them («من آخر معاقله», "most of the city")."""
    return _lists(lang)["transparent_nouns"]


@cache
def irregular_verbs(lang: str) -> Mapping[str, str]:
    """Inflected form -> dictionary form, folded, of verbs that a lemmatizer may leave as they are."""
    return {fold(form): fold(lemma) for form, lemma in _file(lang)["irregular_verbs"].items()}


@cache
def _abbreviations(lang: str, name: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in _file(lang)[name])


def title_abbreviations(lang: str) -> frozenset[str]:
    """The abbreviations that a name follows ("Dr", «أ.د»): normalised, without their last full stop, with a capital
    where the same word without it is none ("Gov").
    """
    return _abbreviations(lang, "title_abbreviations")


def number_abbreviations(lang: str) -> frozenset[str]:
    """The abbreviations that stand before a number ("no", «ص»), written like `title_abbreviations`."""
    return _abbreviations(lang, "number_abbreviations")


def abbreviations(lang: str) -> frozenset[str]:
    """The abbreviations that a sentence may end with ("Inc", «ق.م»), written like `title_abbreviations`."""
    return _abbreviations(lang, "abbreviations")


def conjunctions(lang: str) -> frozenset[str]:
    """The folded words that begin a clause."""
    return _lists(lang)["conjunctions"]


def sentence_openers(lang: str) -> frozenset[str]:
    """The folded words that begin a sentence and no name."""
    return _lists(lang)["sentence_openers"]


def quote_tails(lang: str) -> frozenset[str]:
    """The folded words that go on with the sentence after any quotation («مضيفا»)."""
    return _lists(lang)["quote_tails"]


def quote_verbs(lang: str) -> frozenset[str]:
    """The folded verbs that go on with the sentence after a quotation that asks or calls ("asked")."""
    return _lists(lang)["quote_verbs"]


def agencies(lang: str) -> frozenset[str]:
    """The folded names of agencies as datelines have them."""
    return _lists(lang)["agencies"]
