"""Functions around a verb."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.language.functions.clauses import controls, inherited_subjects, own_subject, owners
from kg.language.functions.quotes import said_after, said_beside, speakers
from kg.language.functions.relations import (
    AGENTS,
    DEEPEST,
    DIRECT,
    LOOSE,
    NOMINAL,
    SHARED,
    VERBAL,
    Dependent,
    case,
    feature,
    is_passive,
    is_relative,
    phrases,
    preposition,
    relation,
)
from kg.language.functions.resumption import is_resumptive, noun_in_clause, relative_noun

_SUBJECTS = frozenset(["nsubj", "csubj"])
_CLAUSES = frozenset(["ccomp", "xcomp", "csubj", "advcl"])
_INSIDE = frozenset(["nmod", "obl", "appos", "flat", "amod"])


def of_verb(verb: Token, lang: str) -> Iterator[Dependent]:
    """The functions of a verb trigger, with repetitions."""
    passive = is_passive(verb)
    for child in verb.children:
        if _names_title(child):
            continue
        if not (lang == "ar" and is_relative(child) and relative_noun(verb) is not None):  # «الذي» has no function
            least = LOOSE if _is_taken_up(child) else DIRECT
            yield from (replace(d, rank=max(d.rank, least)) for d in _of_child(child, lang, passive))
    yield from _modified_noun(verb)
    yield from _missing_subject(verb, lang, passive)
    yield from _shared_object(verb)
    for child in verb.children:
        if child.dep_ in ("obj", "nsubj", "nsubj:pass"):
            yield from inside(child, lang)
    said = said_beside(verb)
    if said is not None:
        yield Dependent("complement", said, SHARED)
    yield from (Dependent("speaker", token, SHARED) for token in speakers(verb, lang))


def _names_title(token: Token) -> bool:
    """Whether a name that the parser made a second subject belongs to the title right before it ("president Stubb")."""
    before = token.nbor(-1) if token.i else token
    both = relation(token) == "nsubj" and relation(before) == "nsubj" and before.head == token.head
    return both and before != token and token.pos_ == "PROPN" and before.pos_ == "NOUN"


def _of_child(child: Token, lang: str, passive: bool) -> Iterator[Dependent]:
    name, _, subtype = child.dep_.partition(":")
    if name in _SUBJECTS and child.pos_ not in VERBAL:
        yield Dependent("object" if passive or subtype == "pass" else "subject", child)
    elif name == "obj":
        yield Dependent("object", child)
    elif name == "iobj":
        alone = not any(c.dep_ == "obj" for c in child.head.children)
        yield Dependent("object" if alone else "indirect_object", child)
    elif name in NOMINAL:
        yield from _oblique(child, lang, passive)
    elif name == "dislocated":
        yield from _dislocated(child, lang, passive)
    elif name in _CLAUSES or said_after(child):
        yield Dependent("complement", child)


def _is_taken_up(child: Token) -> bool:
    """Whether a pronoun stands for the noun before its relative clause, or for one put before its clause («أما الاتفاق
    فوقعه الوزير»), which gets its function.
    """
    in_front = (c for c in child.head.children if c.dep_ == "dislocated") if child.pos_ == "PRON" else ()
    return any(_pronoun_of(c) == child for c in in_front) or is_resumptive(child)


def _oblique(child: Token, lang: str, passive: bool) -> Iterator[Dependent]:
    for function, token in phrases(child, lang):
        if passive and (token.dep_ == "obl:agent" or function in AGENTS):
            yield Dependent("subject", token)
        if function:
            yield Dependent(function, token)


def _dislocated(child: Token, lang: str, passive: bool) -> Iterator[Dependent]:
    """A noun put before its clause: the function of the pronoun that takes it up; without one it acts."""
    pronoun = _pronoun_of(child)
    if pronoun is not None:
        function = preposition(pronoun, lang) or ("object" if passive or relation(pronoun) == "obj" else "subject")
        yield Dependent(function, child, SHARED)
    elif own_subject(child.head) is None:
        yield Dependent("object" if passive else "subject", child, SHARED)


def _pronoun_of(dislocated: Token) -> Token | None:
    pronouns = (c for c in dislocated.head.children if c.pos_ == "PRON" and c.i > dislocated.i)
    return next((c for c in pronouns if relation(c) in ("obj", "nsubj", *NOMINAL)), None)


def _missing_subject(verb: Token, lang: str, passive: bool) -> Iterator[Dependent]:
    """The subject of a verb that has none of its own, from the clause above or from right after it."""
    if any(relation(c) in _SUBJECTS for c in verb.children):
        return
    if not (passive and lang == "ar" and any(c.dep_ == "obl:arg" for c in verb.children)):  # «أفرج عنه» has none
        for token, rank in inherited_subjects(verb):
            yield Dependent("object" if passive else "subject", token, rank)
    if lang == "ar" and verb.i + 1 < len(verb.doc):
        after = verb.nbor(1)
        if after.head == verb and after.dep_ == "nmod" and not case(after) and after.pos_ != "PRON":
            yield Dependent("subject", after, SHARED)  # taken for a genitive, which a verb has none of
            yield from inside(after, lang)


def _shared_object(verb: Token) -> Iterator[Dependent]:
    """The object of the verb before it, where that stands after both ("signed and ratified the treaty")."""
    above = verb.head
    if verb.dep_ != "conj" or above.pos_ not in VERBAL or is_passive(verb) or is_passive(above):
        return
    if any(relation(c) in ("obj", "ccomp", "xcomp") for c in verb.children):
        return
    yield from (Dependent("object", c, SHARED) for c in above.children if c.dep_ == "obj" and c.i > verb.i)


def inside(noun: Token, lang: str, depth: int = DEEPEST) -> Iterator[Dependent]:
    """Prepositional phrases inside a noun phrase, where the parser may have hung them too low."""
    for child in noun.children:
        if relation(child) in _INSIDE and child.i > noun.i:
            yield from (Dependent(function, token, LOOSE) for function, token in phrases(child, lang) if function)
            if depth:
                yield from inside(child, lang, depth - 1)


def _modified_noun(verb: Token) -> Iterator[Dependent]:
    """The noun that a relative clause, a participle or an infinitive belongs to."""
    noun = verb.head
    if not verb.dep_.startswith(("acl", "amod")) or noun.pos_ in VERBAL:
        return
    if verb.dep_ in ("acl", "amod"):
        yield Dependent("modified", noun)
    if "Inf" in feature(verb, "VerbForm"):
        if noun.dep_ in ("obj", "iobj") and controls(noun.head):
            yield Dependent("subject", noun, SHARED)
        yield from (Dependent("subject", owner, SHARED) for owner in owners(noun))
        if noun.dep_ == "ROOT" and noun.i < verb.i:  # a headline ("Stubb to visit Vienna")
            yield Dependent("subject", noun, SHARED)
    elif _is_reduced(verb):
        yield Dependent("object", noun, SHARED)
    else:
        yield from noun_in_clause(verb, relative_noun(verb) or noun)


def _is_reduced(verb: Token) -> bool:
    """Whether a past participle stands alone, without what makes it a clause ("the treaty signed by Egypt")."""
    participle = "Part" in feature(verb, "VerbForm") and "Past" in feature(verb, "Tense")
    return participle and not any(relation(c) in ("aux", "nsubj") for c in verb.children)


def subjects(found: Iterable[Dependent]) -> Iterator[Token]:
    """The tokens of the subjects among dependents."""
    return (d.token for d in found if d.function == "subject")
