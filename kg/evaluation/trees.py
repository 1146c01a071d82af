"""Scores of a language pack against a treebank: tokens given, or from the text alone, as the CoNLL 2018 shared task
counts. `las` is strict: the subtype of a relation must be right too; `las_universal` leaves subtypes out, as that task
and most publications do.
"""

from collections import Counter
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.language.functions.relations import relation

Span = tuple[int, int]


def given_tokens(nlp: Language, gold: Iterable[Doc]) -> dict[str, float]:
    """Shares of right answers when words and sentences are given: tags, features, lemmas, UAS, LAS."""
    counts: Counter[str] = Counter()
    for reference in gold:
        found = _analysed(nlp, reference)
        for a, b in zip(reference, found, strict=True):
            if not a.is_space:
                counts.update(_right(a, b, b.head.i == a.head.i))
    return _shares(counts, counts["words"], counts["words"])


def from_text(nlp: Language, gold: Iterable[Doc]) -> dict[str, float]:
    """F1 of words, sentences, tags, lemmas, UAS and LAS when only the text is given; a word counts where its place in
    the text is found.
    """
    counts: Counter[str] = Counter()
    words = sentences = 0
    for reference in gold:
        found = nlp(reference.text)
        places = {_place(t): t for t in found if not t.is_space}
        words += len(places)
        begins = {s[0].idx for s in reference.sents}
        counts["true_sentences"] += len(begins)
        counts["sentences"] += len(begins & {_begin(s) for s in found.sents})
        sentences += len(list(found.sents))
        for a in reference:
            if a.is_space:
                continue
            counts["gold"] += 1
            b = places.get(_place(a))
            if b is not None:
                both_roots = a.head == a and b.head == b
                same = _place(a.head) == _place(b.head) and (a.head == a) == (b.head == b)
                counts.update(_right(a, b, both_roots or same))
    scores = _shares(counts, counts["gold"], words)
    scores["sentences"] = round(2 * counts["sentences"] / max(counts["true_sentences"] + sentences, 1), 4)
    return scores


def _begin(sentence: Iterable[Token]) -> int:
    return next((t.idx for t in sentence if not t.is_space), -1)


def _place(token: Token) -> Span:
    return token.idx, token.idx + len(token.text)


def _right(a: Token, b: Token, head: bool) -> Counter[str]:
    right = {
        "words": True,
        "upos": a.pos_ == b.pos_,
        "features": str(a.morph) == str(b.morph),
        "lemma": a.lemma_ == b.lemma_,
        "uas": head,
        "las": head and a.dep_ == b.dep_,
        "las_universal": head and relation(a) == relation(b),
    }
    return Counter(name for name, is_right in right.items() if is_right)


def _shares(counts: Counter[str], gold: int, found: int) -> dict[str, float]:
    names = ("words", "upos", "features", "lemma", "uas", "las", "las_universal")
    return {name: round(2 * counts[name] / max(gold + found, 1), 4) for name in names}


def _analysed(nlp: Language, reference: Doc) -> Doc:
    """The reference's words and sentences, analysed by every component."""
    doc = Doc(
        nlp.vocab,
        words=[t.text for t in reference],
        spaces=[bool(t.whitespace_) for t in reference],
        sent_starts=[bool(t.is_sent_start) for t in reference],
    )
    for token, gold in zip(doc, reference, strict=True):
        token.norm_ = gold.norm_
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
