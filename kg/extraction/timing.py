"""Which time expression dates which trigger or act of saying."""

from collections.abc import Collection, Mapping, Sequence

from spacy.tokens import Doc, Token

from kg.extraction.times import Expression

_ARGUMENTS = frozenset(["obj", "nsubj", "obl", "xcomp", "nmod"])
_REACH = 12
"""How many tokens a trigger may stand from a time that nothing else claims."""


def assign_times(
    doc: Doc, expressions: Sequence[Expression], anchors: Mapping[int, int], cues: Collection[int]
) -> tuple[dict[int, Expression], dict[int, Expression]]:
    """(claim number -> expression, cue token -> expression).

    `anchors`: token of a trigger or its light verb -> number of its claim. A time belongs to the first trigger, or the
    cue, that it
    hangs under; what hangs under neither goes to the nearest undated trigger of its sentence.
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
