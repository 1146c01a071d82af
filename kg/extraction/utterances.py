"""Acts of saying: who says what with which word, and which of them a trigger stands under."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from kg.extraction.coreference import Coreference
from kg.extraction.mention import Mention
from kg.extraction.words import keys
from kg.language.base import lexicon
from kg.language.functions import dependents, may_report
from kg.model import Kind, Stance
from kg.text import fold

_SPEAKERS = frozenset([Kind.PERSON, Kind.ORGANIZATION, Kind.STATE, Kind.GROUP, Kind.OFFICE, Kind.DOCUMENT])
_VERBS = frozenset(["VERB", "AUX"])
_CONTENT = frozenset(["ccomp", "xcomp", "parataxis", "obj", "csubj"])
_LOOSE_CONTENT = frozenset(["advcl", "acl", "conj", "dep"])
"""Clauses that are what is said only when a "that" opens them; without it they say when or where it is said."""
_THAT = frozenset(fold(w) for w in ("أن", "إن", "بأن", "that"))
_TOPIC = frozenset(fold(p) for p in ("إلى", "عن", "ب", "of", "about", "that"))


@dataclass(frozen=True, slots=True)
class Saying:
    """An act of saying: its cue token, its speaker, and how the speaker stands to it. `whole`: it covers its whole
    sentence.
    """

    cue: Token
    end: int
    speaker: Mention
    stance: Stance
    whole: bool = False


@cache
def _cues(lang: str) -> Mapping[str, Stance]:
    reporting = lexicon(lang).cues["reporting"]
    return {fold(str(word)): Stance(stance) for stance, words in reporting.items() for word in words}


@cache
def _participles(lang: str) -> Mapping[str, str]:
    return {fold(str(a)): fold(str(b)) for a, b in lexicon(lang).cues.get("reporting_participles", {}).items()}


@cache
def _according(lang: str) -> tuple[tuple[str, ...], ...]:
    expressions = {tuple(fold(str(e)).split()) for e in lexicon(lang).cues["according_to"]}
    return tuple(sorted(expressions, key=lambda e: (-len(e), e)))


@cache
def _beginnings(lang: str) -> frozenset[str]:
    return frozenset(expression[0] for expression in _according(lang))


def find_sayings(doc: Doc, coreference: Coreference) -> tuple[Saying, ...]:
    """The acts of saying of a document in text order; a verb without a subject of its own continues the last
    speaker.
    """
    found: list[Saying] = []
    for token in doc:
        if found and token.i < found[-1].end:
            continue
        saying = (
            _by_verb(token, coreference, found) or _by_participle(token, found) or _by_expression(token, coreference)
        )
        if saying is not None:
            found.append(saying)
    return tuple(found)


def _by_verb(token: Token, coreference: Coreference, before: Sequence[Saying]) -> Saying | None:
    stance = next((_cues(token.lang_)[k] for k in keys(token) if k in _cues(token.lang_)), None)
    if stance is None or token.pos_ not in _VERBS:
        return None
    speaker = _subject(token, coreference)
    if speaker is None and token.lang_ == "ar" and before and _has_content(token):
        speaker = before[-1].speaker
    return Saying(token, token.i + 1, speaker, stance) if speaker is not None else None


def _has_content(verb: Token) -> bool:
    return any(c.dep_ in ("ccomp", "xcomp", "parataxis") or (c.dep_ == "mark" and c.i > verb.i) for c in verb.children)


def _subject(verb: Token, coreference: Coreference) -> Mention | None:
    """Who speaks: the verb's own subject, else the name beside the verb, else the subject that it shares."""
    if not any(c.dep_.startswith("nsubj") for c in verb.children):
        beside = _beside(verb, coreference)
        if beside is not None:
            return beside
    for dependent in dependents(verb, verb.lang_):
        if dependent.function != "subject":
            continue
        token = dependent.token
        mention = coreference.pronoun(token, _SPEAKERS) if token.pos_ == "PRON" else coreference.at(token)
        if mention is None and token.pos_ in ("PROPN", "X"):
            mention = coreference.create(token, Kind.PERSON, (token.i, token.i + 1), named=True)
        if mention is not None and coreference.kind(mention) in _SPEAKERS:
            return mention
    return None


def _beside(verb: Token, coreference: Coreference) -> Mention | None:
    """The actor that ends right before an English verb of saying ("…, envoy Tom Barrack said") or begins right after
    it.
    """
    for mention in coreference.mentions:
        before = verb.lang_ == "en" and mention.end == verb.i
        if (before or mention.start == verb.i + 1) and not mention.adjective and coreference.kind(mention) in _SPEAKERS:
            return mention
    return None


def _by_participle(token: Token, before: Sequence[Saying]) -> Saying | None:
    """«مشيرا إلى أن …» continues the speaker of its sentence."""
    verb = next((_participles(token.lang_)[k] for k in keys(token) if k in _participles(token.lang_)), None)
    same = [s for s in before if s.cue.sent.start == token.sent.start]
    if verb is None or not same or token.pos_ in _VERBS:
        return None
    return Saying(token, token.i + 1, same[-1].speaker, _cues(token.lang_).get(verb, Stance.NEUTRAL))


def _by_expression(token: Token, coreference: Coreference) -> Saying | None:
    """«بحسب …», "according to …": the speaker follows."""
    beginnings = {*keys(token), fold(token.text)}
    if not token.whitespace_ and token.i + 1 < len(token.doc):
        beginnings.add(fold(token.text + token.nbor(1).text))
    if not beginnings & _beginnings(token.lang_):
        return None
    for expression in _according(token.lang_):
        end = _matches(expression, token)
        if end is None:
            continue
        for candidate in token.doc[end : end + 6]:
            mention = coreference.at(candidate)
            kinds = _SPEAKERS - {Kind.DOCUMENT}
            if mention is not None and coreference.kind(mention) in kinds and not mention.adjective:
                return Saying(token, end, mention, Stance.NEUTRAL, whole=True)
        return None
    return None


def _matches(expression: tuple[str, ...], token: Token) -> int | None:
    """The end of an expression that starts at a token; an attached preposition may be a token of its own."""
    position, doc = token.i, token.doc
    for word in expression:
        if position >= len(doc):
            return None
        if word in (*keys(doc[position]), fold(doc[position].text)):
            position += 1
        elif (
            position + 1 < len(doc)
            and fold(doc[position].text + doc[position + 1].text) == word
            and not doc[position].whitespace_
        ):
            position += 2
        else:
            return None
    return position


_OPENING, _CLOSING = '"“«', '"”»'
_QUOTE_GAP = 8
"""How many tokens may stand between a cue and the quotation marks of what is said («وقال باراك نصًا: “…»)."""


def quote_of(saying: Saying, doc: Doc) -> tuple[int, int] | None:
    """Token bounds of the direct speech after a cue, without its marks; None where there is none."""
    for opening in doc[saying.end : saying.end + _QUOTE_GAP]:
        if opening.text in _OPENING:
            closing = (t.i for t in doc[opening.i + 1 :] if t.text in _CLOSING)
            end = next(closing, None)
            return (opening.i + 1, end) if end is not None and end > opening.i + 1 else None
    return None


def passed_on(saying: Saying, sayings: Sequence[Saying], doc: Doc) -> Mention | None:
    """The medium that a sentence names beside its speaker («…، بحسب ما نقل موقع المونيتور»); None where there is
    none.
    """
    media = {fold(str(word)) for word in lexicon(doc.lang_).cues["media"]}
    for other in sayings:
        same = other.whole and other.cue.sent.start == saying.cue.sent.start and other.speaker != saying.speaker
        if same and any(key in media for key in keys(doc[other.speaker.head])):
            return other.speaker
    return None


def saying_of(token: Token, sayings: Sequence[Saying]) -> Saying | None:
    """The innermost act of saying under which a trigger stands; None: the article says it itself."""
    by_cue = {s.cue.i: s for s in sayings if not s.whole}
    for saying in _above(token, by_cue):
        return saying
    same = [s for s in sayings if s.cue.sent.start == token.sent.start]
    for saying in same:
        if saying.whole or _parenthetical(saying.cue, token):
            return saying
    return None


def _above(token: Token, by_cue: Mapping[int, Saying]) -> Iterator[Saying]:
    """Sayings whose content the token lies in, innermost first."""
    step = token
    while step.head != step:
        head = step.head
        if head.i in by_cue and _is_content(step):
            yield by_cue[head.i]
        for child in head.children:
            if (
                child.i in by_cue
                and child.i < step.i
                and child.pos_ not in _VERBS
                and child.i != step.i
                and step.dep_ != "nsubj"
            ):
                yield by_cue[child.i]
        step = head


def _is_content(step: Token) -> bool:
    relation = step.dep_.split(":")[0]
    if relation in ("nsubj", "punct"):
        return False
    if relation in ("obl", "nmod"):
        case = next((fold(c.lemma_) for c in step.children if c.dep_ == "case"), "")
        return case in _TOPIC or step.pos_ in _VERBS or any(c.dep_ == "mark" for c in step.children)
    if relation in _LOOSE_CONTENT:
        return any(c.dep_ == "mark" and fold(c.lemma_) in _THAT for c in step.children)
    return relation in _CONTENT


def _parenthetical(cue: Token, token: Token) -> bool:
    """Whether the cue is one as in "…, X said": it hangs below the clause that it reports."""
    if (
        cue.pos_ not in _VERBS
        or cue.dep_.split(":")[0] not in ("parataxis", "advcl", "dep")
        or (cue.dep_.endswith("relcl") and cue.head.i > cue.i)
        or not may_report(cue)
    ):
        return False
    return (cue.head == token or cue.head.is_ancestor(token)) and not cue.is_ancestor(token)
