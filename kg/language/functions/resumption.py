"""Relative clauses: which function the noun before one has in it.

English leaves a gap or moves the pronoun to the front ("the city he visited", "in which he lives"). Arabic has a
pronoun in the place of the noun («المدينة التي زارها»), unless the noun is the subject; «التي» itself says nothing,
though treebanks make it a subject.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.functions.relations import (
    NOMINAL,
    SHARED,
    VERBAL,
    Dependent,
    feature,
    is_passive,
    is_relative,
    preposition,
    relation,
)
from kg.text import fold

_AGREEING = {("Masc", "Sing"): "ه", ("Fem", "Sing"): "ها", ("Masc", "Plur"): "هم", ("Fem", "Plur"): "هن"}
_RESUMPTIVE = frozenset([*_AGREEING.values(), "هما"])
_DEEPEST_GENITIVE = 4
"""How far down a relative clause a possessive pronoun may mean the noun before it."""


def relative_noun(verb: Token) -> Token | None:
    """The noun that a verb's relative clause belongs to; None when it heads none."""
    noun = verb.head
    return _meant(noun, verb) if verb.dep_.startswith("acl") and noun != verb and noun.pos_ not in VERBAL else None


def _meant(noun: Token, clause: Token) -> Token:
    """The last of coordinated nouns where an English relative clause is about one ("… and Cyprus, which has …")."""
    listed = [c for c in noun.children if c.dep_ == "conj" and c.i < clause.i]
    verbs = [clause, *(c for c in clause.children if c.pos_ == "AUX")]
    one = clause.lang_ == "en" and any("Sing" in feature(v, "Number") for v in verbs if v.pos_ in VERBAL)
    return listed[-1] if listed and one else noun


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for; None when it has none («من الذين شملتهم البراءة»)."""
    if any(c.dep_.startswith("acl") for c in pronoun.children):
        return None
    step = pronoun
    for _ in range(_DEEPEST_GENITIVE):
        if step.dep_.startswith("acl"):
            return _meant(step.head, step) if step.head != step else None
        step = step.head
    return None


def noun_in_clause(verb: Token, noun: Token) -> Iterator[Dependent]:
    """The functions of the noun before an Arabic or a bare English relative clause, in that clause; none where it only
    says what the noun is ("the claim that he left").
    """
    if verb.dep_ == "acl" and any(c.dep_ == "mark" for c in verb.children):
        return
    if takes_subject(verb, noun):
        yield Dependent("object" if is_passive(verb) else "subject", noun, SHARED)
        return
    pronoun = _resumptive(verb) if verb.lang_ == "ar" else _stranded(verb)
    if pronoun is not None:
        function = _function(pronoun)
        if function:
            yield Dependent(function, noun, SHARED)
    elif not is_passive(verb) and not _is_complete(verb):
        yield Dependent("object", noun, SHARED)


def _is_complete(verb: Token) -> bool:
    """Whether a relative clause lacks no object: it has one, or the noun has another place in it."""
    if any(relation(c) in ("obj", "ccomp") for c in verb.children):
        return True
    if verb.lang_ == "ar":
        return any(resumed(c) is not None for child in verb.children for c in child.children)
    return any(is_relative(c) for child in verb.children for c in (child, *child.children))


def is_resumptive(token: Token) -> bool:
    """Whether a pronoun on an Arabic verb, or on a preposition below it, stands for the noun before its clause."""
    noun = relative_noun(token.head) if token.pos_ == "PRON" and token.head.pos_ in VERBAL else None
    return noun is not None and _resumptive(token.head) == token and not takes_subject(token.head, noun)


def takes_subject(verb: Token, noun: Token) -> bool:
    """Whether the noun before a relative clause is the subject of its verb, in either voice."""
    subjects = [c for c in verb.children if relation(c) == "nsubj"]
    if verb.lang_ == "ar":
        return all(is_relative(c) for c in subjects) and _agrees(verb, noun)
    return not subjects or any(is_relative(c) for c in subjects)


def _agrees(verb: Token, noun: Token) -> bool:
    """Whether an Arabic verb can have the noun as its subject, by gender and number as the relative pronoun shows them.

    Where they differ though no pronoun takes up the noun, the features are wrong.
    """
    pronoun = _relative_pronoun(verb)
    if pronoun is not None:
        gender, number = feature(pronoun, "Gender"), feature(pronoun, "Number")
    else:
        gender, number = feature(noun, "Gender") or (["Fem"] if noun.norm_.endswith("ة") else []), []
    other = bool(gender) and feature(verb, "Gender") not in ([], gender)
    one = number == ["Plur"] and feature(verb, "Number") == ["Sing"]
    return not (other or one) or _resumptive(verb) is None


def _relative_pronoun(verb: Token) -> Token | None:
    return next((c for c in verb.children if is_relative(c)), None)


def _resumptive(verb: Token) -> Token | None:
    """The pronoun on an Arabic verb, or on a preposition below it, that stands for the noun before its clause."""
    wanted = _wanted(verb)
    pronouns = [c for c in verb.children if c.pos_ == "PRON" and c.norm_ in wanted and c.i > verb.head.i]
    return next((c for c in pronouns if relation(c) in ("obj", "iobj", *NOMINAL)), None)


def _wanted(verb: Token) -> frozenset[str]:
    """The pronouns that agree with the relative pronoun; all where there is none."""
    pronoun = _relative_pronoun(verb)
    if pronoun is None:
        return _RESUMPTIVE
    shown = ("".join(feature(pronoun, "Gender")), "".join(feature(pronoun, "Number")))
    return frozenset([_AGREEING[shown]]) if shown in _AGREEING else _RESUMPTIVE


def _stranded(verb: Token) -> Token | None:
    """The preposition left without its noun in "the house he lives in"."""
    return next((c for c in verb.children if c.pos_ == "ADP" and c.dep_ == "obl"), None)


def _function(pronoun: Token) -> str:
    if pronoun.pos_ == "ADP":
        return fold(pronoun.lemma_)
    return "object" if relation(pronoun) in ("obj", "iobj") else preposition(pronoun, pronoun.lang_)


def resumed(pronoun: Token) -> Token | None:
    """The noun before a relative clause that a possessive pronoun in an Arabic one stands for; None when it may mean
    another.
    """
    if pronoun.pos_ != "PRON" or pronoun.norm_ not in _RESUMPTIVE or pronoun.dep_ != "nmod":
        return None
    step = pronoun.head
    for _ in range(_DEEPEST_GENITIVE):
        noun = relative_noun(step) if step.pos_ in VERBAL else None
        if noun is not None:
            fits = pronoun.norm_ in _wanted(step) and _resumptive(step) is None and not takes_subject(step, noun)
            return noun if fits else None
        if relation(step) not in ("obj", "nsubj", *NOMINAL) or step.head.i > step.i > pronoun.i:
            return None
        step = step.head
    return None
