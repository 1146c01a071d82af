"""Scores of named entities: over words as they are written, and over places in a text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from spacy.language import Language
from spacy.tokens import Doc

Name = tuple[int, int, str]


def scores(pairs: Iterable[tuple[set[Name], set[Name]]]) -> dict[str, float]:
    """Precision, recall and F1 of (gold, found) sets of names, over all, and the F1 of each kind.

    >>> scores([({(0, 1, "ORG"), (2, 3, "GPE")}, {(0, 1, "ORG")})])
    {'precision': 1.0, 'recall': 0.5, 'f1': 0.6667, 'GPE': 0.0, 'ORG': 1.0}
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for gold, found in pairs:
        for part, names in (("right", gold & found), ("gold", gold), ("found", found)):
            for name in names:
                counts[name[2]][part] += 1
                counts[""][part] += 1
    total = counts.pop("", Counter())
    return {
        "precision": round(total["right"] / max(total["found"], 1), 4),
        "recall": round(total["right"] / max(total["gold"], 1), 4),
        "f1": _f1(total),
        **{kind: _f1(counts[kind]) for kind in sorted(counts)},
    }


def _f1(counts: Counter[str]) -> float:
    return round(2 * counts["right"] / max(counts["gold"] + counts["found"], 1), 4)


def over_words(nlp: Language, gold: Iterable[Doc], labels: Mapping[str, str]) -> dict[str, float]:
    """Scores on documents of white-space words with entities; `labels` gives the pack's name for each gold label.

    A found name counts for the whole of each word that it has a part of.
    """

    def pairs() -> Iterable[tuple[set[Name], set[Name]]]:
        for reference in gold:
            text = reference.text.rstrip()
            doc = nlp.make_doc(text)
            if not len(doc):
                continue
            for token in doc:
                token.is_sent_start = token.i == 0
            for _, component in nlp.pipeline:
                doc = component(doc)
            at = _word_at(text)
            yield (
                {(at[e.start_char], at[e.end_char - 1], labels[e.label_]) for e in reference.ents},
                {(at[e.start_char], at[e.end_char - 1], e.label_) for e in doc.ents},
            )

    return scores(pairs())


def _word_at(text: str) -> list[int]:
    """The number of the white-space word that each character is in."""
    numbers, number = [], 0
    for i, char in enumerate(text):
        number += i > 0 and not char.isspace() and text[i - 1].isspace()
        numbers.append(number)
    return numbers


PLACES = {"PERSON": "PERS", "PERS": "PERS", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
"""The three kinds of name that the hand-labelled English sentences have."""


def in_sentence(nlp: Language, text: str) -> set[Name]:
    """The names of a sentence by place and kind, without an article before or a possessive after."""
    found = set()
    for entity in nlp(text).ents:
        kind = PLACES.get(entity.label_)
        start, end = entity.start, entity.end
        while start < end - 1 and entity.doc[start].lower_ in ("the", "a", "an"):
            start += 1
        while end - 1 > start and entity.doc[end - 1].lower_ in ("'s", "’s", "'", "’"):
            end -= 1
        if kind:
            span = entity.doc[start:end]
            found.add((span.start_char, span.end_char, kind))
    return found
