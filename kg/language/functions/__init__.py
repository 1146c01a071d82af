"""Grammatical functions of a trigger, read off Universal Dependencies alike for every language.

A function is one of `kg.grammar.FUNCTIONS` or a preposition (folded); docs/functions.md shows each in Arabic and in
English. Passives are undone, subjects are shared out over coordination, relative and infinitive clauses, and
prepositional phrases that the parser hung a step too low or too high are offered with a higher rank.

    dependents          puts together, adds what is coordinated
      verbs   nouns     around a verb; around a noun of action or an adjective
      quotes  light     who says a clause; verbs that only carry a noun
      clauses           subjects from the clause above, control
      resumption        the noun before a relative clause
      relations         prepositions, voice, coordination
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.grammar import transparent_nouns
from kg.language.functions.clauses import controls, inherited_subjects
from kg.language.functions.nouns import is_circumstance, of_noun
from kg.language.functions.quotes import may_report
from kg.language.functions.relations import (
    DIRECT,
    LOOSE,
    SHARED,
    VERBAL,
    Dependent,
    case,
    conjuncts,
    feature,
    forms,
    is_passive,
    is_relative,
    preposition,
    relation,
)
from kg.language.functions.resumption import antecedent
from kg.language.functions.verbs import of_verb

__all__ = [
    "DIRECT",
    "LOOSE",
    "SHARED",
    "Dependent",
    "conjuncts",
    "controls",
    "dependents",
    "feature",
    "inherited_subjects",
    "is_circumstance",
    "is_passive",
    "may_report",
    "preposition",
]

_ALONE = frozenset(["self", "governor", "modified", "attribute", "compound", "complement", "predicate"])
"""Functions of a word and not of whom it names; an apposition has no share in them."""


def dependents(trigger: Token, lang: str) -> tuple[Dependent, ...]:
    """All grammatical functions of a trigger, best rank first, then in text order; each token once a function."""
    found = of_verb(trigger, lang) if trigger.pos_ in VERBAL else of_noun(trigger, lang)
    best: dict[tuple[str, int], Dependent] = {}
    for dependent in _coordinated(_through(_resolved(found), lang), lang):
        key = (dependent.function, dependent.token.i)
        if dependent.token == trigger and dependent.function != "self":
            continue
        if key not in best or best[key].rank > dependent.rank:
            best[key] = dependent
    return tuple(sorted(best.values(), key=lambda d: (d.rank, d.token.i, d.function)))


def _resolved(found: Iterable[Dependent]) -> Iterator[Dependent]:
    """The dependents, with the noun that it stands for in the place of a relative pronoun."""
    for dependent in found:
        noun = antecedent(dependent.token) if is_relative(dependent.token) else None
        if noun is None:
            yield dependent
        else:
            yield Dependent(dependent.function, noun, max(dependent.rank, SHARED))


def _through(found: Iterable[Dependent], lang: str) -> Iterator[Dependent]:
    """The dependents, and behind a word that only counts or ranks what is meant («آخر معاقله», «سبعة جنود»)."""
    for dependent in found:
        yield dependent
        token = dependent.token
        if token.pos_ == "NUM" or not transparent_nouns(lang).isdisjoint(forms(token)):
            for child in token.children:
                if relation(child) in ("nmod", "obl") and child.i > token.i and case(child) in ("", "of", "من"):
                    yield Dependent(dependent.function, child, max(dependent.rank, SHARED))


def _coordinated(found: Iterable[Dependent], lang: str) -> Iterator[Dependent]:
    """The dependents, what is coordinated with them, by its own preposition where it has one, and what stands beside
    them in apposition.
    """
    for dependent in found:
        yield dependent
        for token in conjuncts(dependent.token):
            yield Dependent(preposition(token, lang) or dependent.function, token, dependent.rank)
        if dependent.function not in _ALONE:
            for token in dependent.token.children:
                if token.dep_ == "appos" and token.i > dependent.token.i and token.pos_ not in VERBAL:
                    yield Dependent(dependent.function, token, max(dependent.rank, SHARED))
