"""What a clause takes from around it: the subject or the object of the clause above."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.grammar import control_verbs, subject_control_verbs
from kg.language.functions.relations import DEEPEST, SHARED, VERBAL, case, feature, forms, is_relative, relation
from kg.language.functions.resumption import relative_noun, takes_subject

_SHARING = frozenset(["conj", "xcomp", "ccomp", "advcl", "parataxis", "dep"])
"""Relations of a clause that may leave its subject to the clause above."""


def inherited_subjects(verb: Token, depth: int = DEEPEST) -> Iterator[tuple[Token, int]]:
    """Subjects that a verb without its own takes from the clause above: coordination, infinitives, participles."""
    above = verb.head
    if relation(verb) not in _SHARING or above == verb or above.pos_ not in VERBAL:
        return
    controller = _controller(verb, above)
    if controller is not None:
        yield controller, SHARED
        return
    own = own_subject(above)
    noun = relative_noun(above) if own is None else None
    if own is not None:
        yield own, SHARED
    elif noun is not None and takes_subject(above, noun):
        yield noun, SHARED
    elif depth:
        yield from inherited_subjects(above, depth - 1)


def own_subject(verb: Token) -> Token | None:
    """The subject that a verb has itself, in either voice; None when it has none, or only a relative pronoun."""
    relative = relative_noun(verb) is not None
    return next((c for c in verb.children if relation(c) == "nsubj" and not (relative and is_relative(c))), None)


def _controller(verb: Token, above: Token) -> Token | None:
    """The object of the verb above, where that does what the clause says ("urged the rebels to leave")."""
    if set(forms(above)) & subject_control_verbs(above.lang_):
        return None
    objects = [c for c in above.children if c.dep_ in ("obj", "iobj") and c != verb]
    clause, asked = relation(verb), controls(above)
    if not objects and asked and clause in ("xcomp", "advcl", "ccomp"):
        objects = [c for c in above.children if c.dep_.startswith("obl") and above.i < c.i < verb.i][:1]
    infinitive = clause == "advcl" and "Inf" in feature(verb, "VerbForm")
    subordinate = clause in ("ccomp", "advcl") and above.lang_ == "ar" and _has_mark(verb, ("أن", "ان"))
    held = clause == "xcomp" or (asked and (infinitive or subordinate))
    return objects[0] if objects and held else None


def _has_mark(verb: Token, words: tuple[str, ...]) -> bool:
    return any(c.dep_ == "mark" and c.text in words for c in verb.children)


def controls(verb: Token) -> bool:
    """Whether the object of a verb does what its infinitive says."""
    return any(form in control_verbs(verb.lang_) for form in forms(verb))


def owners(noun: Token) -> Iterator[Token]:
    """Whose a noun is, and who so does its infinitive ("the king's wish to travel")."""
    return (c for c in noun.children if c.dep_ == "nmod:poss" or (c.dep_ == "nmod" and case(c) == "of"))
