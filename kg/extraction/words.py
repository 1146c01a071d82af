"""Keys under which a token is found in lexicons and frames, and the noun phrase around a head."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from spacy.tokens import Doc, Token

from kg.grammar import irregular_verbs
from kg.model import Span
from kg.text import fold

ENCLITIC = frozenset(fold(p) for p in ("ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "ي", "ني"))
_PHRASE = frozenset(["amod", "det", "nummod", "nmod", "compound", "flat", "fixed", "case", "advmod", "dep", "goeswith"])
_OUTSIDE = frozenset(["acl", "acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "advcl", "advcl:relcl"])


_DEEPEST = 20
"""How many genitives deep a noun phrase is followed; text that is no language may nest thousands."""

TIME_ENTITIES = frozenset(["DATE", "TIME"])
"""Entity labels of times, which are no part of an actor's name."""


_PAST_ENDINGS = ("ت", "وا", "تا", "ا")
"""What an Arabic verb in the past adds to its dictionary form: she, they, both."""


@lru_cache(maxsize=100_000)
def _forms(lang: str, lemma: str, norm: str, noun: bool, bound: bool) -> tuple[str, ...]:
    forms = [fold(lemma)]
    surface = fold(norm)
    if lang == "ar":
        if noun and surface.startswith("ال") and len(surface) > 4:
            forms.append(surface[2:])
        if noun and bound and surface.endswith("ت") and len(surface) > 2:
            forms.append(surface[:-1] + "ه")
        if noun and bound and surface.endswith(("اي", "او")):
            forms.append(surface[:-1])
        if noun and not bound:
            forms += _without_pronoun(surface)
        if forms[0].startswith("ال") and len(forms[0]) > 4 and noun:
            forms.append(forms[0][2:])
        if noun and surface.endswith("ا") and len(surface) > 3:
            forms.append(surface[:-1])
        if not noun:
            forms += [surface.removesuffix(end) for end in _PAST_ENDINGS if surface.endswith(end) and len(surface) > 3]
    if lang == "en" and not noun:
        forms += _english_stems(surface)
    forms.append(surface)
    return tuple(dict.fromkeys(forms))


_PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه")


def _without_pronoun(word: str) -> list[str]:
    """What an Arabic noun may be when the segmenter left its pronoun on («قمتهم» -> قمة)."""
    for pronoun in _PRONOUNS:
        stem = word.removesuffix(pronoun)
        if stem != word and len(stem) > 2:
            return [stem[:-1] + "ه" if stem.endswith("ت") else stem.removesuffix("ي") if stem.endswith("اي") else stem]
    return []


def _english_stems(word: str) -> list[str]:
    """Dictionary forms that an English verb form may have, where the lemmatizer may fail."""
    if word in irregular_verbs("en"):
        return [irregular_verbs("en")[word]]
    for end in ("ed", "ing"):
        if word.endswith(end) and len(word) > len(end) + 2:
            stem = word.removesuffix(end)
            single = [stem[:-1]] if stem[-1:] == stem[-2:-1] else []
            return [stem, stem + "e", *single]
    return [word.removesuffix("s")] if word.endswith("s") else []


def keys(token: Token) -> tuple[str, ...]:
    """The folded forms under which a lexicon may list the token: its lemma first, then what is written, without the
    article.
    """
    bound = not token.whitespace_ and token.i + 1 < len(token.doc) and fold(token.nbor(1).text) in ENCLITIC
    return _forms(token.lang_, token.lemma_, token.norm_, token.pos_ not in ("VERB", "AUX"), bound)


def listed(token: Token, words: Iterable[str] | Mapping[str, Any]) -> str | None:
    """The first key of the token that is among `words` (folded); None when none is."""
    return next((key for key in keys(token) if key in words), None)


def phrase(head: Token, *, whole: bool = False) -> tuple[int, int]:
    """Token bounds of the noun phrase of a head: its modifiers and genitives, without clauses, appositions,
    coordination.

    Prepositional phrases count only with `whole` («المبعوث الخاص إلى سوريا»), or for an English "of".
    """
    inside = {head.i}
    for child in head.children:
        if _inside(child, whole=whole) and not (child.dep_ == "case" and child.i < head.i):
            inside.update(_covered(child, whole=whole))
    start = end = head.i
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside:
        end += 1
    return start, end + 1


def _inside(child: Token, *, whole: bool) -> bool:
    if child.dep_.split(":")[0] not in _PHRASE or child.dep_ in _OUTSIDE or child.ent_type_ in TIME_ENTITIES:
        return False
    cases = [c.lemma_ for c in child.children if c.dep_ == "case" and c.i < child.i]
    return whole or not cases or child.dep_ == "nmod:poss" or cases == ["of"]


def _covered(token: Token, *, whole: bool, depth: int = _DEEPEST) -> set[int]:
    found = {token.i}
    for child in token.children if depth else ():
        before = child.dep_ in ("case", "det", "punct") and child.dep_ not in _OUTSIDE
        if before or _inside(child, whole=whole):
            found |= _covered(child, whole=whole, depth=depth - 1)
    return found


def span_of(doc: Doc, start: int, end: int) -> Span:
    """The code points of tokens [start, end)."""
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last.text))
