"""What the other modules read off a tree: relations, prepositions, voice, coordination."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.grammar import prepositions
from kg.text import fold

DIRECT, SHARED, LOOSE = 0, 1, 2
"""Ranks of a dependent: attached to the trigger; shared with another word; reached over a likely attachment error."""

DEEPEST = 20
"""How deep a chain of dependents is followed; text that is no language may nest thousands."""

VERBAL = frozenset(["VERB", "AUX"])
NOMINAL = frozenset(["nmod", "obl"])
"""Relations of a noun phrase with or without a preposition; parsers take one for the other."""

AGENTS = frozenset(fold(p) for p in ("by", "من قبل", "على يد", "من جانب", "بواسطة", "على أيدي"))
"""Prepositions of who acts, with a passive verb or a noun of action."""


@dataclass(frozen=True, slots=True)
class Dependent:
    """A token that stands in a grammatical function to a trigger; `rank`: how sure the attachment is (0 best)."""

    function: str
    token: Token
    rank: int = DIRECT


def relation(token: Token) -> str:
    """The universal relation of a token to its head, without the subtype."""
    return token.dep_.partition(":")[0]


def forms(token: Token) -> tuple[str, str]:
    """The folded lemma and the folded normal form of a token."""
    return fold(token.lemma_), fold(token.norm_)


def feature(token: Token, name: str) -> list[str]:
    """The values of a morphological feature of a token; [] when it has none."""
    return token.morph.get(name, [])


def conjuncts(token: Token, depth: int = DEEPEST) -> list[Token]:
    """The nominals coordinated with a token, after it."""
    found = []
    for child in token.children if depth else ():
        if child.dep_ == "conj" and child.i > token.i and child.pos_ not in VERBAL:
            found += [child, *conjuncts(child, depth - 1)]
    return found


def preposition(token: Token, lang: str) -> str:
    """The folded preposition of a nominal; "" when it has none.

    A preposition and the noun that it makes an expression with («من قبل», «برئاسة», "on behalf of") count for the
    noun's genitive.
    """
    if relation(token) == "nmod" and token.head.i < token.i:
        compound = expression(token, lang)
        if compound:
            return compound
    return case(token)


def case(token: Token) -> str:
    """The folded preposition that a token has itself, with the words fixed to it; "" when it has none."""
    for child in token.children:
        if child.dep_ == "case" and (child.i < token.i or is_relative(token)):
            fixed = [c for c in child.children if c.dep_ == "fixed"]
            return fold(child.lemma_) if not fixed else written(child, *fixed)
    return ""


def written(*tokens: Token) -> str:
    """The folded words of an expression, clitics joined to what they are written on («بحسب»)."""
    return fold("".join(t.norm_ + t.whitespace_ for t in tokens))


def expression(token: Token, lang: str) -> str:
    """The prepositional expression that the head of a genitive makes with its own preposition; "" when it is none."""
    own, inner = case(token.head), case(token)
    if not own or inner not in ("", "of", "من"):
        return ""
    noun, rest = fold(token.head.norm_), f" {inner}" if inner else ""
    attached = [f"{own}{noun}{rest}"] if len(own) == 1 else []
    return next((e for e in (f"{own} {noun}{rest}", *attached) if e in prepositions(lang)), "")


def phrases(child: Token, lang: str) -> list[tuple[str, Token]]:
    """The prepositional phrases that a nominal dependent stands for, function and head: the genitives of an expression
    («من جانب المتمردين», "on behalf of the council"), else the dependent with its own preposition, "" for none.
    """
    compounds = [(expression(c, lang), c) for c in child.children if relation(c) == "nmod"]
    return [(function, c) for function, c in compounds if function] or [(preposition(child, lang), child)]


def is_relative(token: Token) -> bool:
    """Whether a token is a relative pronoun (in Arabic «الذي» in any form)."""
    return "Rel" in feature(token, "PronType")


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive. A plain subject makes an English verb active, whatever its morphology says; the
    Arabic stems with ت and ان («تأسس», «انسحب») have no passive in news.
    """
    if verb.lang_ == "en" and any(c.dep_ == "nsubj" for c in verb.children):
        return False
    reflexive = "Perf" in feature(verb, "Aspect") and verb.norm_.startswith(("ت", "ان"))
    return ("Pass" in feature(verb, "Voice") and not reflexive) or any(
        c.dep_ in ("nsubj:pass", "csubj:pass") or (c.dep_ == "aux:pass" and verb.lang_ == "en") for c in verb.children
    )
