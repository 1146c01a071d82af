"""The grammatical positions that frames name and extraction finds: functions, and the prepositions of each language."""

from functools import cache

import yaml

from kg.resources import data_folder
from kg.text import fold

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
)
"""Grammatical functions that are no prepositions. `subject` and `object` are logical: a passive verb's agent is its
subject.

`genitive`: construct chain, possessive, "of". `compound`: a noun before an English noun. `attribute`: an adjective on
the
noun trigger. `modified`: the noun that an adjective trigger modifies. `complement`: a clause. `light_subject`: subject
of
the light verb that carries a noun trigger. `predicate`: the noun that a nominal sentence says of the trigger's subject.
"""


@cache
def _lists(lang: str) -> dict[str, frozenset[str]]:
    path = data_folder() / "grammar" / f"{lang}.yaml"
    lists = yaml.safe_load(path.read_text(encoding="utf8"))
    return {name: frozenset(fold(word) for word in words) for name, words in lists.items()}


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
