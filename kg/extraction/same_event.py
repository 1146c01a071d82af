"""Whether two claims of one article tell of one event: a logistic regression over what they share and what not.

Its weights come from annotated articles (`python -m kg.evaluation.same_event`); each feature is a number from -1 to 1
that a person can read.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import yaml
from spacy.tokens import Doc, Token

from kg.extraction.mention import Mention
from kg.extraction.words import keys
from kg.model import Factuality
from kg.resources import data_folder

if TYPE_CHECKING:
    from kg.extraction.claims import Draft

THRESHOLD = 0.5
_FAR = 8
"""Sentences after which distance counts in full."""
_THESE = frozenset(["the", "this", "that", "these", "those", "its", "his", "her", "their"])


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of an article when claims are compared.

    `actor_of`: the actor of each mention. `days`: the first and last day of each dated trigger token. `sentence`: the
    number of each token's sentence. `title`: how many tokens the first line has.
    """

    actor_of: Mapping[Mention, str]
    days: Mapping[int, tuple[date, date]]
    sentence: Sequence[int]
    title: int


def setting(doc: Doc, actor_of: Mapping[Mention, str], days: Mapping[int, tuple[date, date]]) -> Setting:
    """The setting of a document."""
    numbers = [number for number, sentence in enumerate(doc.sents) for _ in sentence]
    begun = next((t.i for t in doc if not t.is_space), 0)
    title = next((t.i for t in doc[begun:] if "\n" in t.text_with_ws), len(doc))
    return Setting(actor_of, days, numbers, title)


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature."""
    text = (data_folder() / "extraction" / "same_event.yaml").read_text(encoding="utf8")
    return {str(name): float(value) for name, value in yaml.safe_load(text).items()}


def probability(earlier: "Draft", later: "Draft", where: Setting) -> float:
    """How likely two drafts of one type tell of one event; 0 where they are `apart`."""
    if apart(earlier, later, where):
        return 0.0
    known = weights()
    total = sum(known.get(name, 0.0) * value for name, value in features(earlier, later, where).items())
    return 1 / (1 + math.exp(-total))


def apart(earlier: "Draft", later: "Draft", where: Setting) -> bool:
    """Whether grammar rules out one event: other days, other modes, one said to have happened and one not, two clauses
    of which each names who or what else, memberships and offices of others.
    """
    a, b = _actors(earlier, where), _actors(later, where)
    readings = earlier.reading.factuality, later.reading.factuality
    decided = None not in readings and readings[0] is not readings[1]
    others = any(not a[role] & b[role] for role in _core(earlier, a, b))
    return (
        _compare(earlier, later, where) < 0
        or len({earlier.mode, later.mode, None}) > 2
        or (decided and Factuality.NEGATED in readings)
        or (earlier.event_type.period is not None and (others or decided))
        or _two_clauses(earlier, later, a, b)
    )


def features(earlier: "Draft", later: "Draft", where: Setting) -> dict[str, float]:
    """What speaks for and against one event."""
    a, b = _actors(earlier, where), _actors(later, where)
    core = _core(earlier, a, b)
    both = [role for role in a.keys() & b.keys() if role not in earlier.event_type.core]
    words = {key for m in earlier.matches for key in keys(m.candidate.token)}
    again, known = bool(words & set(keys(later.token))), definite(later.token)
    distance = _sentences(earlier, later, where)
    places = [{where.actor_of[item.place]} if item.place is not None else set() for item in (earlier, later)]
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
        "one-of-one-differs": any(not a[r] & b[r] for r in both if not earlier.event_type.roles[r].many),
        "later-bare-definite": not b and known,
        "later-bare-indefinite": not b and not known,
        "bare-same-word": not b and again,
        "both-bare": not a and not b,
        "both-bare-same-word": not a and not b and again,
        "earlier-bare": not a and bool(b),
        "later-definite": known,
        "later-verb": later.token.pos_ == "VERB",
        "in-title": earlier.token.i < where.title,
        "distance": min(distance, _FAR) / _FAR,
        "same-sentence": distance == 0,
        "days-agree": _compare(earlier, later, where) > 0,
        "same-factuality": earlier.reading.factuality is later.reading.factuality,
        "places-differ": bool(places[0] and places[1] and not places[0] & places[1]),
        "places-agree": bool(places[0] & places[1]),
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


def _core(earlier: "Draft", a: Mapping[str, set[str]], b: Mapping[str, set[str]]) -> list[str]:
    """The roles that tell one event from another, as far as both have them."""
    return [role for role in earlier.event_type.core if role in a and role in b]


def _actors(item: "Draft", where: Setting) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for filler in item.fillers:
        found.setdefault(filler.role, set()).add(where.actor_of[filler.mention])
    return found


def _all(actors: Mapping[str, set[str]]) -> set[str]:
    return {actor for found in actors.values() for actor in found}


def _sentences(earlier: "Draft", later: "Draft", where: Setting) -> int:
    """How many sentences lie between the later draft and the nearest trigger of the earlier one."""
    own = where.sentence[later.token.i]
    return min(own - where.sentence[m.candidate.token.i] for m in earlier.matches)


def _compare(earlier: "Draft", later: "Draft", where: Setting) -> int:
    """1 where both have days that overlap, -1 where none do, 0 where one has none."""
    a, b = ([where.days[i] for i in item.anchors() if i in where.days] for item in (earlier, later))
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
