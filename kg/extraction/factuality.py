"""Whether a text says that an event happened: tense, negation, modality and the words that govern the trigger, from
the inside out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from kg.extraction.words import keys
from kg.grammar import prepositions
from kg.language.base import lexicon
from kg.language.functions import feature
from kg.model import Factuality
from kg.text import fold

_VERBS = frozenset(["VERB", "AUX"])
_NAMES = frozenset(["PROPN", "NUM"])
"""Words that are no auxiliary, whatever they look like ("in May", "Will")."""
_TRANSPARENT = frozenset(
    [
        "ccomp",
        "xcomp",
        "csubj",
        "obj",
        "iobj",
        "nsubj",
        "obl",
        "nmod",
        "acl",
        "appos",
        "compound",
        "dep",
        "conj",
        "advcl",
        "parataxis",
    ]
)
_FUTURE = frozenset(fold(w) for w in ("س", "سوف", "will", "shall", "'ll", "’ll"))
_MAY = frozenset(["may", "might", "could", "can"])
_WOULD = frozenset(["would", "should", "must"])
_DEGREE = "قد"


@dataclass(frozen=True, slots=True)
class Reading:
    """`factuality`: None when nothing in the text decides. `manner`: how it is negated or planned, where a word says
    so.
    """

    factuality: Factuality | None = None
    manner: str | None = None


MANNERS = ("denied", "cancelled", "failed", "foiled", "refused", "postponed")
_OWN = ("particles", "conditionals")
"""Groups of cues that stand beside the trigger itself; the others govern it."""
_ORDER = (Factuality.NEGATED, Factuality.HYPOTHETICAL, Factuality.POSSIBLE, Factuality.PLANNED, Factuality.OCCURRED)


@cache
def _governors(lang: str) -> Mapping[str, tuple[tuple[str, Reading], ...]]:
    """Folded words that decide the factuality of what they govern: word -> (its preposition or "", what it says)."""
    found: dict[str, list[tuple[str, Reading]]] = {}
    for value in _ORDER:
        block = lexicon(lang).cues[value.value]
        for group, words in (block if isinstance(block, dict) else {"": block}).items():
            manner = group if group in MANNERS else None
            reading = Reading(Factuality.PLANNED if manner == "postponed" else value, manner)
            for word in words if group not in _OWN else ():
                anchor, preposition = _anchored(fold(str(word)), lang)
                found.setdefault(anchor, []).append((preposition, reading))
    return {word: tuple(sorted(readings, key=lambda r: not r[0])) for word, readings in found.items()}


PARTICLE = "+"
"""Marks a word that must hang below the governor ("call off"), and is no preposition of what it governs."""


def _anchored(expression: str, lang: str) -> tuple[str, str]:
    """The governing word of an expression and the preposition that must follow it: «من المقرر أن» -> مقرر; «تراجع عن»
    -> تراجع, عن.
    """
    words = expression.split()
    if len(words) == 1:
        return expression, ""
    if words[0] in ("من", "be", "كان"):
        words = [w for w in words if w not in ("من", "be", "كان")]
    last = words[-1] if words[-1] in prepositions(lang) else PARTICLE + words[-1].removeprefix("ال")
    anchor = words[0].removeprefix("ال") if len(words[0]) > 4 else words[0]
    return (anchor, last) if len(words) <= 2 else (expression, last)


@cache
def _particles(lang: str, block: str, name: str) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in lexicon(lang).cues[block].get(name, ()))


def read_factuality(trigger: Token, light: Token | None) -> Reading:
    """What the words around a trigger say of its event; `light`: the verb that carries a noun trigger."""
    reading = _own(trigger)
    if light is not None:
        reading = _applied(_own(light), reading, light=True)
        cue = _by_word(light, _case(trigger))
        if cue is not None and cue.factuality is not Factuality.OCCURRED:
            reading = _applied(cue, reading)
    return _governed(light or trigger, reading, trigger)


def _own(token: Token) -> Reading:
    """What a token's own form, auxiliaries, particles and adjectives say."""
    if token.pos_ in _VERBS:
        return _own_verb(token)
    if any(c.dep_ == "mark" and _conditional(c) for c in token.children):
        return Reading(Factuality.HYPOTHETICAL)
    for child in token.children:
        if child.pos_ in _NAMES:
            continue
        if child.dep_ in ("amod", "det", "advmod", "compound", "nmod") and (found := _by_word(child)) is not None:
            return found
    particles = _particles(token.lang_, "negated", "particles")
    if any(fold(c.norm_) in particles for c in token.children if c.dep_ != "amod"):
        return Reading(Factuality.NEGATED)
    return Reading()


def _own_verb(verb: Token) -> Reading:
    before = [*verb.children, *_particles_before(verb)]
    before = [t for t in before if t.pos_ not in _NAMES and t.ent_type_ != "PERSON"]
    forms = {fold(t.norm_) for t in before} | {fold(t.lemma_) for t in before if t.pos_ in ("AUX", "PART")}
    if any(c.dep_ in ("mark", "advmod", "cc") and _conditional(c) for c in before):
        return Reading(Factuality.HYPOTHETICAL)
    if forms & _particles(verb.lang_, "negated", "particles"):
        return Reading(Factuality.NEGATED)
    if forms & _FUTURE:
        return Reading(Factuality.PLANNED)
    if verb.lang_ == "en":
        return _english_verb(verb, forms)
    if _DEGREE in forms and "Imp" in feature(verb, "Aspect"):
        return Reading(Factuality.POSSIBLE)
    return Reading(Factuality.OCCURRED) if "Perf" in feature(verb, "Aspect") else Reading()


def _conditional(token: Token) -> bool:
    return any(form in _particles(token.lang_, "hypothetical", "conditionals") for form in keys(token))


def _particles_before(verb: Token) -> list[Token]:
    """Particles right before a verb, however they are attached."""
    found = []
    for token in reversed(verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]):
        if token.pos_ not in ("PART", "AUX", "ADV"):
            break
        found.append(token)
    return found


def _english_verb(verb: Token, forms: set[str]) -> Reading:
    if forms & _MAY:
        return Reading(Factuality.POSSIBLE)
    for child in verb.children:  # "is due to visit", where the parser sees a modal in "due to"
        if any(c.dep_ == "fixed" for c in child.children) and (found := _by_word(child)) is not None:
            return found
    if "would" in forms and _reported(verb):
        return Reading(Factuality.PLANNED)
    if forms & _WOULD:
        return Reading(Factuality.HYPOTHETICAL)
    if "Inf" in feature(verb, "VerbForm") and "to" in forms:
        governed = verb.dep_.split(":")[0] in ("xcomp", "csubj", "acl", "ccomp")
        return Reading() if governed else Reading(Factuality.PLANNED)
    past = "Past" in feature(verb, "Tense") or "Fin" in feature(verb, "VerbForm")
    return Reading(Factuality.OCCURRED) if past else Reading()


def _reported(verb: Token) -> bool:
    """Whether a verb stands in what somebody said in the past, where "would" is the future ("said he would visit")."""
    above = verb.head
    past = "Past" in feature(above, "Tense")
    if verb.dep_.split(":")[0] == "conj":
        return _reported(above)
    return (
        past
        and verb.dep_.split(":")[0] in ("ccomp", "xcomp", "parataxis")
        and bool(_saying_words(verb.lang_) & set(keys(above)))
    )


@cache
def _saying_words(lang: str) -> frozenset[str]:
    return frozenset(fold(str(word)) for words in lexicon(lang).cues["reporting"].values() for word in words)


def _by_word(token: Token, case: str = "") -> Reading | None:
    """What a word says of what it governs by the preposition `case`."""
    governors = _governors(token.lang_)
    for form in keys(token):
        for preposition, reading in governors.get(form, ()):
            if (
                preposition in ("", case)
                or _has_oblique(token, preposition)
                or (preposition[0] == PARTICLE and _has_child(token, preposition[1:]))
            ):
                return reading
    return None


def _has_oblique(token: Token, preposition: str) -> bool:
    """Whether the word has its preposition with another dependent ("called on Egypt to sign"), or as its particle."""
    return token.lang_ == "en" and any(
        (c.dep_.startswith("obl") and _case(c) == preposition)
        or (c.dep_ == "compound:prt" and fold(c.text) == preposition)
        for c in token.children
    )


def _has_child(token: Token, word: str) -> bool:
    return any(word in (fold(c.text), fold(c.lemma_)) for c in token.children)


def is_factuality_cue(token: Token) -> bool:
    """Whether a word says something of what happened, and so names nobody («مرتقب»)."""
    return any(form in _governors(token.lang_) for form in keys(token))


def _case(token: Token) -> str:
    return next((fold(c.lemma_) for c in token.children if c.dep_ in ("case", "mark") and c.i < token.i), "")


def _governed(token: Token, reading: Reading, trigger: Token) -> Reading:
    """Follows the heads outwards and applies what each says of what it governs."""
    for _ in range(12):
        head, relation = token.head, token.dep_.split(":")[0]
        if token.dep_.endswith("relcl"):
            return _first_time(token, head, reading)
        if head == token or relation not in _TRANSPARENT:
            break
        if relation == "xcomp" and fold(head.norm_) in _particles(head.lang_, "negated", "particles"):
            reading = Reading(Factuality.NEGATED)
        elif relation == "conj":
            reading = _shared(head, token, reading)
        elif relation == "obl" and (asked := _object_cue(head, token)) is not None:
            reading = _applied(asked, reading)
        elif relation in ("obl", "nsubj", "advcl") and not _by_word_applies(head, token):
            if relation == "advcl":
                break
            if relation == "obl" and not token.dep_.endswith("arg"):
                break
            reading = _tense_of(head, reading, trigger == token)
        else:
            found = _by_word(head, _case(token))
            if found is not None:
                reading = _applied(found, reading)
                reading = _applied(_negation(head), reading)
            elif relation in ("obj", "nmod") and head.pos_ in _VERBS:
                reading = _tense_of(head, reading, trigger == token)
        token = head
    return reading


_TIMES = frozenset(fold(w) for w in ("مرة", "time"))


def _first_time(verb: Token, noun: Token, reading: Reading) -> Reading:
    """What is said to come for the first time lies ahead too («ستكون المرة الأولى التي يزور …», "will be the first
    time").
    """
    past = "Perf" in feature(verb, "Aspect") or "Past" in feature(verb, "Tense")
    chain = [noun, *noun.ancestors]
    named = next((t for t in chain if _TIMES & set(keys(t))), None)
    if past or named is None or reading.factuality not in (None, Factuality.OCCURRED):
        return reading
    copulas = [c for c in named.children if c.dep_ in ("cop", "aux")]
    around = [*copulas, *(c for copula in copulas for c in copula.children), named.head, *named.head.children]
    ahead = any({fold(t.norm_), fold(t.lemma_)} & _FUTURE for t in (*around, *_before(copulas)))
    return Reading(Factuality.PLANNED) if ahead else reading


def _before(copulas: list[Token]) -> list[Token]:
    return [c.nbor(-1) for c in copulas if c.i > 0]


def _by_word_applies(head: Token, token: Token) -> bool:
    """Whether a cue word governs this dependent: a subject only in the passive or of an adjective, an oblique only
    with a complement preposition.
    """
    if _by_word(head, _case(token)) is None:
        return False
    if token.dep_.startswith("nsubj"):
        return token.dep_.endswith("pass") or head.pos_ not in _VERBS
    case = _case(token)
    return token.dep_.endswith("arg") or case in _COMPLEMENT or _asks_for(head, case)


_COMPLEMENT = frozenset(fold(p) for p in ("إلى", "ب", "عن", "على", "ل", "for", "to", "on", "from", "against", "أمام"))
"""Prepositions that put what follows under the governor, whichever it is."""


def _asks_for(head: Token, case: str) -> bool:
    """Whether the cue names this very preposition («أمل في»)."""
    governors = _governors(head.lang_)
    return any(preposition == case for form in keys(head) for preposition, _ in governors.get(form, ()) if case)


def _object_cue(verb: Token, token: Token) -> Reading | None:
    """What a cue noun says that a verb has as its object before an oblique («قدمت طلبا للانضمام»); None when there is
    none.
    """
    between = [c for c in verb.children if c.dep_ == "obj" and verb.i < c.i < token.i]
    found = [r for c in between if (r := _by_word(c, _case(token))) is not None]
    return found[0] if found and _case(token) in _COMPLEMENT else None


def _negation(head: Token) -> Reading:
    own = _own_verb(head) if head.pos_ in _VERBS else Reading()
    return own if own.factuality in (Factuality.NEGATED, Factuality.HYPOTHETICAL) else Reading()


def _tense_of(verb: Token, reading: Reading, direct: bool) -> Reading:
    """A noun as the object of a verb that says nothing of its factuality shares the verb's tense ("will attend the
    meeting").
    """
    own = _own_verb(verb) if verb.pos_ in _VERBS and direct else Reading()
    if own.factuality in (Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.POSSIBLE):
        return _applied(own, reading)
    return reading


def _shared(head: Token, token: Token, reading: Reading) -> Reading:
    """A coordinated verb without tense of its own shares that of the first («سيزور … ويلتقي»)."""
    if head.pos_ not in _VERBS or token.pos_ not in _VERBS:
        return reading
    own = _own_verb(head)
    same_form = feature(head, "Aspect") == feature(token, "Aspect") and feature(head, "VerbForm") == feature(
        token, "VerbForm"
    )
    return own if reading.factuality is None and same_form else reading


def _applied(outer: Reading, inner: Reading, *, light: bool = False) -> Reading:
    """The inner reading as the outer word leaves it."""
    match outer.factuality:
        case None:
            return inner
        case Factuality.NEGATED:
            return Reading(Factuality.NEGATED, outer.manner or inner.manner)
        case Factuality.HYPOTHETICAL:
            return outer
        case Factuality.PLANNED if inner.factuality in (None, Factuality.OCCURRED) or light:
            return outer
        case Factuality.POSSIBLE if inner.factuality in (None, Factuality.OCCURRED, Factuality.PLANNED):
            return outer
        case Factuality.OCCURRED if inner.factuality is None:
            return outer
    return inner
