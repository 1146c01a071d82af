"""Finds where frames may apply: tokens that carry the words of a pattern."""

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from kg.extraction.words import keys
from kg.language.base import lexicon
from kg.model import Finder
from kg.ontology import EventType, Ontology, Pattern
from kg.text import fold

PARTS = {
    "verb": frozenset(["VERB", "AUX"]),
    "noun": frozenset(["NOUN", "PROPN", "X", "ADJ"]),
    "adjective": frozenset(["ADJ", "NOUN", "X", "VERB", "PROPN"]),
}
_REACH = 7
"""How far from its verb the rest of a verbal expression may stand («أدى الرئيس الجديد اليمين»)."""
_GAP = 1
"""How many words may stand inside a nominal expression («وقف فوري لإطلاق النار»)."""


_HYPHENS = frozenset("-–‑")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pattern that matches at `token`; `start`, `end`: token bounds of the trigger. `found_by`: what proposes it."""

    event_type: EventType
    pattern: Pattern
    token: Token
    start: int
    end: int
    found_by: Finder = Finder.FRAME


class TriggerFinder:
    """Looks the tokens of a document up in the patterns of an ontology."""

    def __init__(self, ontology: Ontology, lang: str) -> None:
        self._index: dict[str, list[tuple[EventType, Pattern, tuple[str, ...]]]] = defaultdict(list)
        for event_type in ontology.types.values():
            for pattern in event_type.patterns[lang]:
                for words in pattern.words:
                    self._index[_anchor(pattern, words, lang)].append((event_type, pattern, words))

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """The candidates of a document, in text order; a longer expression before a shorter one at the same place."""
        for token in doc:
            if token.pos_ in ("PUNCT", "SPACE", "ADP", "CCONJ"):
                continue
            found = []
            for form in keys(token):
                for event_type, pattern, words in self._index.get(form, ()):
                    if token.pos_ in PARTS[pattern.part] and (bounds := _bounds(pattern, words, token)):
                        found.append(Candidate(event_type, pattern, token, *bounds))
            yield from sorted(found, key=lambda c: c.start - c.end)


def _anchor(pattern: Pattern, words: tuple[str, ...], lang: str) -> str:
    """The word that carries the grammar of an expression: the last of an English compound noun, else the first."""
    return (
        words[-1] if pattern.part == "noun" and lang == "en" and " ".join(words[1:2]) not in ("of", "in") else words[0]
    )


def _bounds(pattern: Pattern, words: tuple[str, ...], token: Token) -> tuple[int, int] | None:
    """Token bounds of the expression around its anchor; None when the rest is not there."""
    if len(words) == 1:
        return token.i, token.i + 1
    if pattern.part == "verb":
        return _verbal(words[1:], token)
    if keys(token) and words[-1] in keys(token) and words[0] not in keys(token):
        return _backwards(words[:-1], token)
    return _forwards(words[1:], token)


def _forwards(rest: tuple[str, ...], token: Token) -> tuple[int, int] | None:
    position, gap = token.i + 1, 0
    for word in rest:
        while position < len(token.doc) and word not in keys(token.doc[position]):
            clitic = token.doc[position].pos_ in ("ADP", "PRON")
            gap += not clitic
            position += 1
            if gap > _GAP:
                return None
        if position >= len(token.doc):
            return None
        position += 1
    return token.i, position


def _backwards(rest: tuple[str, ...], token: Token) -> tuple[int, int] | None:
    position = token.i
    for word in reversed(rest):
        position -= 1
        if position >= 0 and token.doc[position].text in _HYPHENS:
            position -= 1
        if position < 0 or word not in keys(token.doc[position]):
            return None
    return position, token.i + 1


def _verbal(rest: tuple[str, ...], token: Token) -> tuple[int, int] | None:
    """The verb itself is the trigger's bounds, up to the rest where that follows at once."""
    end = token.i + 1
    for word in rest:
        near = [
            t
            for t in (*token.children, *token.doc[end : token.i + 1 + _REACH])
            if word in keys(t) or word == fold(t.text)
        ]
        grand = [t for c in token.children for t in c.children if word in keys(t)]
        if not near and not grand:
            return None
        if any(t.i == end for t in near):
            end += 1
    return token.i, end


def light_verb(noun: Token, pattern: Pattern) -> Token | None:
    """The verb that only carries a noun trigger («قام بزيارة», "pay a visit"); None when there is none."""
    wanted = set(pattern.light) | general_light_verbs(noun.lang_)
    head = noun.head
    relation = noun.dep_.split(":")[0]
    if head.pos_ in ("VERB", "AUX") and relation in ("obj", "obl", "nmod", "nsubj", "xcomp"):
        active_subject = relation == "nsubj" and "pass" not in noun.dep_
        if not active_subject and _light_match(head, _case(noun), wanted):
            return head
    for child in noun.children:
        if (
            child.dep_.startswith("acl")
            and child.pos_ == "VERB"
            and any(_light_match(child, "", {(v, "")}) for v, _ in wanted)
        ):
            return child
    return None


def _light_match(verb: Token, case: str, wanted: Set[tuple[str, str]]) -> bool:
    return any((form, case) in wanted for form in keys(verb))


def _case(noun: Token) -> str:
    return next((fold(c.lemma_) for c in noun.children if c.dep_ == "case" and c.i < noun.i), "")


@cache
def general_light_verbs(lang: str, way: str = "does") -> frozenset[tuple[str, str]]:
    """(verb, preposition or "") pairs of the cue file whose subject does, or undergoes, what the noun names."""
    verbs = lexicon(lang).cues["light_verbs"]
    return frozenset(_split(str(verb)) for verb, its_way in verbs.items() if its_way == way)


def undergoing_verb(noun: Token) -> Token | None:
    """The verb whose subject suffers what a noun trigger names («تعرضت القرية لقصف», "came under attack")."""
    head = noun.head
    if head.pos_ in ("VERB", "AUX") and noun.dep_.split(":")[0] in ("obj", "obl", "nmod"):
        return head if _light_match(head, _case(noun), general_light_verbs(noun.lang_, "undergoes")) else None
    return None


def _split(expression: str) -> tuple[str, str]:
    verb, _, preposition = fold(expression).partition(" ")
    return verb, preposition
