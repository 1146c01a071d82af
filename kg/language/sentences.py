"""Sentence boundaries of a document, set before the parser by the rules of `kg.language.boundaries`.

`hard_boundaries` and `possible_boundaries` serve a pack that decides by itself: it must begin a sentence at the former
and may at the latter.
"""

from collections.abc import Mapping
from typing import cast

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.types import Ints2d

from kg.language.boundaries import FINAL, Boundary, boundaries, closes

_NO_BEGINNING = FINAL | frozenset("’,،;؛:%٪")


@Language.component("hadath_sentences")
def set_sentences(doc: Doc) -> Doc:
    """Sets `is_sent_start` on every token; sentences that the document has already are kept."""
    if not len(doc) or doc.has_annotation("SENT_START"):
        return doc
    starts = np.full((len(doc), 1), -1)
    starts[[0, *(i for i, how in verdicts(doc).items() if how >= Boundary.LIKELY)]] = 1
    return doc.from_array([SENT_START], cast("Ints2d", starts.astype(np.uint64)))


def verdicts(tokens: Doc | Span) -> dict[int, Boundary]:
    """What the rules say of the tokens that they know something of, by position; ascending.

    Only tokens that begin where a rule sees a sentence begin are among them; white space tokens never are.
    """
    at = {idx: i for i, idx in enumerate(_offsets(tokens))}
    return {at[offset]: how for offset, how in boundaries(tokens.text) if offset in at}


def hard_boundaries(tokens: Doc | Span) -> list[int]:
    """The positions of the tokens with which a sentence certainly begins: the first, and those after a paragraph break
    or after final punctuation that can be no abbreviation and closes no quotation.
    """
    sure = [i for i, how in verdicts(tokens).items() if how >= Boundary.CERTAIN and i]
    return [0, *sure] if len(tokens) else []


def possible_boundaries(tokens: Doc | Span, known: Mapping[int, Boundary] | None = None) -> list[int]:
    """The positions of the tokens with which a sentence may begin; the hard boundaries are among them. `known`: what
    `verdicts` says, where the caller has asked already.

    Not among them: pieces of a word, white space, punctuation that ends something, the word after a title («د.»), a
    small letter that no mark stands before.
    """
    text, known = tokens.text, verdicts(tokens) if known is None else known
    return [i for i, at in enumerate(_offsets(tokens)) if not i or known.get(i, _unknown(text, at)) > Boundary.NEVER]


def _unknown(text: str, at: int) -> Boundary:
    """Whether a sentence may begin at a token of which no rule says anything."""
    inside = not text[at - 1].isspace() or text[at].isspace() or text[at].islower()
    return Boundary.NEVER if inside or text[at] in _NO_BEGINNING or closes(text, at) else Boundary.POSSIBLE


def _offsets(tokens: Doc | Span) -> list[int]:
    """Where each token begins in the text of `tokens`."""
    whole = tokens.doc.to_array(IDX)
    offsets = whole if isinstance(tokens, Doc) else whole[tokens.start : tokens.end]
    listed: list[int] = (offsets - offsets[:1]).tolist()
    return listed
