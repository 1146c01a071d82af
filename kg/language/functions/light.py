"""Nouns of action that a verb carries («قام بزيارة», "paid a visit"): its subject does or undergoes what they name."""

from functools import cache

from spacy.tokens import Token

from kg.language.base import lexicon
from kg.language.functions.relations import NOMINAL, VERBAL, case, forms, relation
from kg.language.functions.resumption import relative_noun
from kg.text import fold


@cache
def _light_verbs(lang: str) -> dict[tuple[str, str], str]:
    """(verb, preposition or "") -> `does` or `undergoes`."""
    listed = lexicon(lang).cues["light_verbs"]
    pairs = ((fold(str(verb)).partition(" "), str(way)) for verb, way in listed.items())
    return {(verb, rest): way for (verb, _, rest), way in pairs}


def carrier(noun: Token) -> tuple[Token, str] | None:
    """The verb that carries a noun, and whether its subject `does` or `undergoes` what the noun names; None when none
    does.
    """
    head = noun.head
    if head.pos_ in VERBAL and (relation(noun) in ("obj", *NOMINAL) or noun.dep_ == "nsubj:pass"):
        return _carries(head, case(noun))
    for clause in noun.children:
        if clause.pos_ in VERBAL and relative_noun(clause) == noun:
            return _carries(clause, _left_behind(clause))
    return None


def _carries(verb: Token, preposition: str) -> tuple[Token, str] | None:
    listed = _light_verbs(verb.lang_)
    particles = [c.norm_ for c in verb.children if c.dep_ == "compound:prt"]
    asked = [(form, word) for form in forms(verb) for word in (preposition, *particles)]
    way = next((listed[pair] for pair in asked if pair in listed), None)
    return (verb, way) if way is not None else None


def _left_behind(clause: Token) -> str:
    """The preposition of the pronoun that stands for the noun in its relative clause («الزيارة التي قام بها»)."""
    pronouns = [c for c in clause.children if c.pos_ == "PRON" and relation(c) in NOMINAL]
    return next((case(p) for p in pronouns if case(p)), "")


def carried_function(function: str, way: str) -> str:
    """The function to a carried noun of what has a function to its verb; "" for none.

    >>> carried_function("subject", "does"), carried_function("subject", "undergoes"), carried_function("with", "does")
    ('light_subject', 'undergoer', '')
    """
    if function == "subject":
        return {"does": "light_subject", "undergoes": "undergoer"}.get(way, "")
    return "light_object" if function in ("object", "indirect_object") else ""
