"""Who says a clause: a verb of saying above it, before or after it, beside it in parentheses, or "according to"."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from kg.language.base import lexicon
from kg.language.functions.clauses import inherited_subjects, own_subject
from kg.language.functions.relations import DEEPEST, NOMINAL, VERBAL, case, expression, forms, relation, written
from kg.text import fold

_SAID = frozenset(["ccomp", "xcomp", "obj"])
_ASIDE = frozenset(["parataxis", "advcl"])
"""Relations of a verb of saying to the clause that it reports ("…, the minister said", «كما قال الوزير»)."""
_AS = frozenset(fold(word) for word in ("as", "like", "كما", "مثلما", "حسبما", "ك"))
"""Conjunctions of a verb of saying in parentheses; after others ("before he said …") it reports something else."""


@cache
def _saying_words(lang: str) -> frozenset[str]:
    return frozenset(fold(str(word)) for words in lexicon(lang).cues["reporting"].values() for word in words)


@cache
def _according_to(lang: str) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in lexicon(lang).cues["according_to"])


@cache
def _participles(lang: str) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in lexicon(lang).cues["reporting_participles"])


def says(verb: Token) -> bool:
    """Whether a word is a verb of saying, or a participle that goes on with what somebody says («مشيرا إلى أن»)."""
    participle = fold(verb.norm_) in _participles(verb.lang_)
    return participle or (verb.pos_ in VERBAL and not _saying_words(verb.lang_).isdisjoint(forms(verb)))


def _first(clause: Token) -> Token:
    """The first of coordinated clauses, which stands for them all."""
    for _ in range(DEEPEST):
        if clause.dep_ != "conj" or clause.head.pos_ not in VERBAL:
            break
        clause = clause.head
    return clause


def said_beside(verb: Token) -> Token | None:
    """The clause that a verb of saying in parentheses reports; None when it governs what it reports, or reports
    nothing.
    """
    clause = verb.head
    aside = relation(verb) in _ASIDE and clause != verb and verb.i > clause.i and not verb.dep_.endswith("relcl")
    bare = aside and says(verb) and may_report(verb) and not any(c.dep_ in ("ccomp", "obj") for c in verb.children)
    return clause if bare and clause.pos_ != "PUNCT" else None


def may_report(verb: Token) -> bool:
    """Whether the conjunctions of a verb of saying, if it has any, let it report the clause that it hangs on."""
    return all(fold(c.lemma_) in _AS for c in verb.children if c.dep_ == "mark" and c.i < verb.i)


def speakers(clause: Token, lang: str) -> Iterator[Token]:
    """Who says the clause that a token heads, innermost first."""
    first = _first(clause)
    if (relation(first) in _SAID or said_after(first)) and says(first.head) and not _describes(first):
        yield from _subject(first.head)
    for child in first.children:
        if child.pos_ in VERBAL and said_beside(child) == first:
            yield from _subject(child)
        elif relation(child) in NOMINAL:
            yield from _source(child, lang)


def said_after(clause: Token) -> bool:
    """Whether a clause follows a verb of saying as a sentence of its own ("He said: …")."""
    verb = clause.head
    loose = relation(clause) == "parataxis" and verb.i < clause.i and says(verb)
    return loose and not any(c.dep_ == "ccomp" for c in verb.children)


def _describes(token: Token) -> bool:
    """Whether an adjective describes who speaks («أعرب الوزير عن أمله، مشيرا إلى …»)."""
    return token.pos_ == "ADJ" and relation(token) == "xcomp"


def _subject(verb: Token) -> Iterator[Token]:
    own = own_subject(verb)
    if own is not None:
        yield own
    elif verb.pos_ not in VERBAL:
        yield from _subject(verb.head) if relation(verb) == "xcomp" and verb.head.pos_ in VERBAL else ()
    else:
        yield from (token for token, _ in inherited_subjects(verb))


def _source(child: Token, lang: str) -> Iterator[Token]:
    """Whom "according to" names, or the subject of «حسب ما ذكرت الوكالة»."""
    if _opening(child) in _according_to(lang):
        told = [c for c in child.children if c.dep_.startswith("acl") and says(c)]
        yield from _subject(told[0]) if told else (child,)
        return
    for inner in child.children:
        joined = expression(inner, lang) or f"{case(child)} {fold(child.norm_)}"
        if inner.dep_.startswith("nmod") and joined in _according_to(lang):
            yield inner


def _opening(token: Token) -> str:
    """The preposition of a noun, also one that the treebank took for a noun before it («وفقا ل»)."""
    nouns = (c for c in token.children if c.i < token.i and any(g.dep_ == "fixed" for g in c.children))
    words = next(([n, *(g for g in n.children if g.dep_ == "fixed")] for n in nouns), [])
    return written(*words) or case(token)
