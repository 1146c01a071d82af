"""Whether two claims of one article tell of one event: a logistic regression over what they share and what not.

Its weights come from annotated articles (`python -m kg.evaluation.same_event`); each feature is a number from -1 to 1
that a person can read.
"""

import math
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import yaml
from spacy.tokens import Token

from kg.extraction.mention import Mention
from kg.extraction.words import keys
from kg.model import Factuality
from kg.resources import data_folder

if TYPE_CHECKING:
    from kg.extraction.claims import Draft

THRESHOLD = 0.4
_FAR = 8
"""Sentences after which distance counts in full."""
_THESE = frozenset(["the", "this", "that", "these", "those", "its", "his", "her", "their"])

_APART = ("days-differ", "modes-differ", "one-negated", "two-clauses", "two-periods")

Days = Mapping[int, tuple[date, date]]


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature."""
    text = (data_folder() / "extraction" / "same_event.yaml").read_text(encoding="utf8")
    return {str(name): float(value) for name, value in yaml.safe_load(text).items()}


def probability(earlier: "Draft", later: "Draft", actor_of: Mapping[Mention, str], days: Days) -> float:
    """How likely two drafts of one type tell of one event; `days`: the first and last day of dated trigger tokens.

    0 where grammar rules it out: other days, other modes, one said to have happened and one not, two clauses of which
    each names who or what else, two memberships of others.
    """
    found = features(earlier, later, actor_of, days)
    if any(found[name] for name in _APART):
        return 0.0
    known = weights()
    total = sum(known.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def features(earlier: "Draft", later: "Draft", actor_of: Mapping[Mention, str], days: Days) -> dict[str, float]:
    """What speaks for and against one event."""
    a, b = _actors(earlier, actor_of), _actors(later, actor_of)
    core = [role for role in earlier.event_type.core if role in a and role in b]
    both = [role for role in a.keys() & b.keys() if role not in earlier.event_type.core]
    words = {key for m in earlier.matches for key in keys(m.candidate.token)}
    readings = earlier.reading.factuality, later.reading.factuality
    again, known = bool(words & set(keys(later.token))), definite(later.token)
    found = {
        "bias": 1.0,
        "same-word": again,
        "same-word-core-shared": again and any(a[role] & b[role] for role in core),
        "core-shared": sum(bool(a[role] & b[role]) for role in core) / 2,
        "core-differs": sum(not a[role] & b[role] for role in core) / 2,
        "other-shared": sum(bool(a[role] & b[role]) for role in both) / 2,
        "other-differs": sum(not a[role] & b[role] for role in both) / 2,
        "crossed": bool(_all(a) & _all(b)) and not any(a[r] & b[r] for r in a.keys() & b.keys()),
        "all-core-shared": bool(core) and all(a[role] & b[role] for role in core),
        "some-many-differ": any(not a[r] & b[r] for r in both if not earlier.event_type.roles[r].many),
        "later-bare-definite": not b and known,
        "later-bare-indefinite": not b and not known,
        "bare-same-word": not b and again,
        "both-bare": not a and not b,
        "both-bare-same-word": not a and not b and again,
        "earlier-bare": not a and bool(b),
        "later-definite": known,
        "later-verb": later.token.pos_ == "VERB",
        "in-title": _line(earlier.token) == 0,
        "distance": min(_sentences(earlier, later), _FAR) / _FAR,
        "same-sentence": _sentences(earlier, later) == 0,
        "days-agree": _compare(earlier, later, days) > 0,
        "days-differ": _compare(earlier, later, days) < 0,
        "one-negated": None not in readings and readings.count(Factuality.NEGATED) == 1,
        "two-clauses": _two_clauses(earlier, later, a, b),
        "two-periods": earlier.event_type.period is not None
        and (any(not a[r] & b[r] for r in core) or (None not in readings and readings[0] is not readings[1])),
        "same-factuality": readings[0] is readings[1],
        "modes-differ": len({earlier.mode, later.mode, None}) > 2,
        "places-differ": _differ(_where(earlier, actor_of), _where(later, actor_of)),
        "places-agree": bool(_where(earlier, actor_of) & _where(later, actor_of)),
        "vectors": _likeness(earlier, later),
    }
    return {name: float(value) for name, value in found.items()}


def definite(token: Token) -> bool:
    """Whether a noun speaks of what is known: with an article, a demonstrative, a possessor that has them."""
    if token.pos_ == "VERB":
        return False
    if token.lang_ == "ar":
        return (
            token.norm_.startswith("ال")
            or any(c.dep_ == "det" or c.pos_ == "PRON" for c in token.children)
            or any(definite(c) or c.pos_ == "PROPN" for c in token.children if c.dep_ == "nmod" and _bare(c))
        )
    return any(c.dep_.split(":")[0] in ("det", "nmod") and c.lower_ in _THESE for c in token.children)


def _two_clauses(earlier: "Draft", later: "Draft", a: Mapping[str, set[str]], b: Mapping[str, set[str]]) -> bool:
    """Whether two verbs each have a subject, object or complement of their own, in one role of which all are others."""
    sure = {f.role for f in later.fillers if f.rank == 0} & {f.role for f in earlier.fillers if f.rank == 0}
    verbs = later.token.pos_ == "VERB" and earlier.token.pos_ == "VERB"
    return verbs and any(not a[role] & b[role] for role in sure & set(earlier.event_type.core))


def _bare(token: Token) -> bool:
    return not any(c.dep_ == "case" for c in token.children)


def _actors(item: "Draft", actor_of: Mapping[Mention, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for filler in item.fillers:
        found.setdefault(filler.role, set()).add(actor_of[filler.mention])
    return found


def _all(actors: Mapping[str, set[str]]) -> set[str]:
    return {actor for found in actors.values() for actor in found}


def _where(item: "Draft", actor_of: Mapping[Mention, str]) -> set[str]:
    return {actor_of[item.place]} if item.place is not None else set()


def _differ(a: set[str], b: set[str]) -> bool:
    return bool(a and b and not a & b)


def _line(token: Token) -> int:
    return str(token.doc.text[: token.idx]).strip().count("\n")


def _sentences(earlier: "Draft", later: "Draft") -> int:
    """How many sentences lie between the later draft and the nearest trigger of the earlier one."""
    starts = [t.start for t in later.token.doc.sents]
    own = later.token.sent.start
    return min(sum(m.candidate.token.sent.start <= s < own for s in starts) for m in earlier.matches)


def _compare(earlier: "Draft", later: "Draft", days: Days) -> int:
    """1 where both have days that overlap, -1 where none do, 0 where one has none."""
    a, b = ([days[i] for i in item.anchors() if i in days] for item in (earlier, later))
    if not a or not b:
        return 0
    return 1 if any(x[0] <= y[1] and y[0] <= x[1] for x in a for y in b) else -1


def _likeness(earlier: "Draft", later: "Draft") -> float:
    """The greatest cosine of the word vectors of triggers; 0 where the pack gives none."""
    tensor = later.token.doc.tensor
    if not len(tensor):
        return 0.0
    own = tensor[later.token.i]
    others = tensor[[m.candidate.token.i for m in earlier.matches]]
    norms = np.linalg.norm(others, axis=1) * np.linalg.norm(own)
    return round(float((others @ own / np.maximum(norms, 1e-9)).max()), 3)
