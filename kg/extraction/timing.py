"""Which time expression dates which trigger or act of saying."""

from collections.abc import Collection, Mapping, Sequence

from spacy.tokens import Doc, Token

from kg.extraction.times import Expression
from kg.language.functions import feature
from kg.text import fold

_VERBS = frozenset(["VERB", "AUX"])
_MARKS = frozenset(["case", "mark"])
_ARGUMENTS = frozenset(["obj", "nsubj", "obl", "xcomp", "nmod"])
_REACH = 12
"""How many tokens a trigger may stand from a time that nothing else claims."""


def assign_times(
    doc: Doc,
    expressions: Sequence[Expression],
    anchors: Mapping[int, int],
    cues: Collection[int],
    alone: Collection[int] = (),
) -> tuple[dict[int, Expression], dict[int, Expression]]:
    """(claim number -> expression, cue token -> expression).

    `anchors`: token of a trigger or its light verb -> number of its claim. `alone`: the claims that share no day with
    their clause: what is done by talking, memberships, offices. A time belongs to the first trigger, or the cue, that
    it hangs under; what hangs under neither goes to the nearest undated trigger of its sentence.
    """
    dated: dict[int, Expression] = {}
    said: dict[int, Expression] = {}
    free: list[tuple[Token, Expression]] = []
    for expression in expressions:
        token = _head(doc, expression)
        if token is None:
            continue
        owner, is_cue = _owner(token, anchors, cues)
        if is_cue and owner is not None:
            said.setdefault(owner, expression)
        elif owner is not None:
            if owner in dated:
                free.append((token, expression))
            dated.setdefault(owner, expression)
        else:
            free.append((token, expression))
    _assign_free(free, anchors, cues, dated, said)
    _share(doc, anchors, cues, alone, dated)
    return dated, said


def _head(doc: Doc, expression: Expression) -> Token | None:
    span = doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    inside = [t for t in span if not t.is_space]
    outward = [t for t in inside if t.head.i == t.i or not span.start <= t.head.i < span.end]
    nominal = [t for t in outward if t.pos_ not in ("ADP", "PUNCT")]
    return next(iter(nominal or outward or inside), None)


def _owner(token: Token, anchors: Mapping[int, int], cues: Collection[int]) -> tuple[int | None, bool]:
    for step in (token, *token.ancestors):
        if step.i in anchors:
            return anchors[step.i], False
        if step.i in cues:
            return step.i, True
        if step.pos_ in ("VERB", "AUX"):
            if step.dep_.endswith("relcl") and step.head.i in anchors:
                return anchors[step.head.i], False
            under = [c for c in step.children if c.i in anchors and c.dep_.split(":")[0] in _ARGUMENTS]
            return (anchors[min(under, key=lambda c: abs(c.i - token.i)).i], False) if under else (None, False)
    return None, False


def _assign_free(
    free: Sequence[tuple[Token, Expression]],
    anchors: Mapping[int, int],
    cues: Collection[int],
    dated: dict[int, Expression],
    said: dict[int, Expression],
) -> None:
    """Gives a time that hangs under nothing to the nearest trigger or cue of its sentence that has none yet."""
    for token, expression in free:
        open_triggers = [i for i in anchors if anchors[i] not in dated]
        open_cues = [i for i in cues if i not in said and i < token.i]
        near = sorted(
            (abs(i - token.i), i)
            for i in (*open_triggers, *open_cues)
            if abs(i - token.i) <= _REACH and token.sent.start <= i < token.sent.end
        )
        if near and near[0][1] in anchors:
            dated[anchors[near[0][1]]] = expression
        elif near:
            said[near[0][1]] = expression


_BESIDE = frozenset(["nsubj", "obj", "obl", "nmod", "conj"])
"""Relations over which what happened in one clause happened at one time."""
_OTHER_TIMES = frozenset(
    fold(w) for w in ("بعد", "قبل", "منذ", "عقب", "after", "before", "since", "following", "until")
)


def _share(
    doc: Doc, anchors: Mapping[int, int], cues: Collection[int], alone: Collection[int], dated: dict[int, Expression]
) -> None:
    """What stands in one clause has one time: the attack, the killing and the injury of "an attack killed five and
    injured ten on Monday". What somebody speaks of has a time of its own.
    """
    by_clause: dict[int, Expression] = {}
    for i, n in anchors.items():
        clause = _clause(doc[i], cues)
        if n in dated and clause is not None and n not in alone:
            by_clause.setdefault(clause.i, dated[n])
    for i, n in anchors.items():
        clause = _clause(doc[i], cues)
        apart = clause is None or anchors.get(clause.i, n) in alone
        if n not in dated and clause is not None and not apart and clause.i in by_clause:
            dated[n] = by_clause[clause.i]


def _clause(token: Token, cues: Collection[int]) -> Token | None:
    """The first of the coordinated verbs that a token stands under in their clause; None under words of saying or of
    another time, and where no verb is.
    """
    step = token
    while step.head != step:
        relation = step.dep_.split(":")[0]
        if step.pos_ in _VERBS and not (relation == "conj" and _alike(step, step.head)):
            break
        if relation not in _BESIDE or any(fold(c.lemma_) in _OTHER_TIMES for c in step.children if c.dep_ in _MARKS):
            return None
        step = step.head
    return step if step.pos_ in _VERBS and step.i not in cues else None


def _alike(verb: Token, other: Token) -> bool:
    return other.pos_ in _VERBS and all(feature(verb, name) == feature(other, name) for name in ("Aspect", "Tense"))
