"""Persons' judgements: two actors or two claims are the same or different, a claim or an event is rejected.

First form: sides are named by id or by IRI, whose last step is the id. An actor is meant by its own id, by the id it
had before it was merged (the sides of our own judgements), or by its gazetteer row; an event by its own id or by one
of its claims.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Judgement, Verdict, digest

GAZETTEER = "gazetteer"
NAME_MATCH = "name-match"
MACHINES = frozenset({GAZETTEER, NAME_MATCH})
"""Who judges by rule; their judgements are made anew each time and never read back."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What persons decided, as sorted pairs of ids, and ids. "Different" outweighs "same"."""

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    rejected: frozenset[str] = frozenset()


def persons_only(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that no rule of ours took, each once, sorted by id."""
    return tuple({j.id: j for j in sorted(judgements, key=lambda j: (j.id, j.reason)) if j.by not in MACHINES}.values())


def read_rulings(judgements: Iterable[Judgement]) -> Rulings:
    """What the judgements decide; those that are unsure or correct a value decide nothing here."""
    pairs: dict[Verdict, set[Pair]] = {Verdict.SAME: set(), Verdict.DIFFERENT: set()}
    rejected = set()
    for judgement in judgements:
        left, right = bare_id(judgement.left), bare_id(judgement.right)
        if judgement.verdict is Verdict.REJECTED:
            rejected.add(left)
        elif judgement.verdict in pairs and left != right:
            pairs[judgement.verdict].add((min(left, right), max(left, right)))
    different = pairs[Verdict.DIFFERENT]
    return Rulings(tuple(sorted(pairs[Verdict.SAME] - different)), tuple(sorted(different)), frozenset(rejected))


def bare_id(iri: str) -> str:
    """The id in an IRI, or the id itself.

    >>> bare_id("https://w3id.org/hadath/id/actor/0cc1"), bare_id("0cc1")
    ('0cc1', '0cc1')
    """
    return iri.rstrip("/").rpartition("/")[2]


def judged(left: str, right: str, *, by: str, reason: str, score: float = 1.0) -> Judgement:
    """A judgement of ours that two things are the same."""
    return Judgement(digest("judgement", by, left, right), left, right, Verdict.SAME, by, reason, score)
