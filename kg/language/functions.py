"""Grammatical functions of a trigger, read off Universal Dependencies alike for every language.

A function is one of `kg.grammar.FUNCTIONS` or a preposition (folded). Passives are undone, subjects are shared out over
coordination, relative and infinitive clauses, and prepositional phrases that the parser hung a step too low or too
high are
offered with a higher rank.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.grammar import circumstance_prepositions, control_verbs, prepositions, transparent_nouns
from kg.text import fold

DIRECT, SHARED, LOOSE = 0, 1, 2
"""Ranks of a dependent: attached to the trigger; shared with another word; reached over a likely attachment error."""

_SUBJECTS = ("nsubj", "csubj")
_CLAUSES = ("ccomp", "xcomp", "csubj", "advcl")
_AGENTS = frozenset(fold(p) for p in ("by", "من قبل", "على يد", "من جانب", "بواسطة"))
_DEEPEST = 20
"""How deep a chain of dependents is followed; text that is no language may nest thousands."""
_VERBAL = frozenset(["VERB", "AUX"])


@dataclass(frozen=True, slots=True)
class Dependent:
    """A token that stands in a grammatical function to a trigger; `rank`: how sure the attachment is (0 best)."""

    function: str
    token: Token
    rank: int = DIRECT


def dependents(trigger: Token, lang: str) -> tuple[Dependent, ...]:
    """All grammatical functions of a trigger, best rank first, then in text order; each token once a function."""
    found = _through(_of_verb(trigger, lang) if trigger.pos_ in _VERBAL else _of_noun(trigger, lang), lang)
    best: dict[tuple[str, int], Dependent] = {}
    for dependent in found:
        for token in (dependent.token, *conjuncts(dependent.token)):
            function = dependent.function
            own = preposition(token, lang) if token != dependent.token else ""
            key = (own or function, token.i)
            if key not in best or best[key].rank > dependent.rank:
                best[key] = Dependent(own or function, token, dependent.rank)
    return tuple(sorted(best.values(), key=lambda d: (d.rank, d.token.i, d.function)))


def _through(found: Iterable[Dependent], lang: str) -> Iterator[Dependent]:
    """The dependents, and behind a noun that only counts or ranks the one that is meant («آخر معاقله»)."""
    for dependent in found:
        yield dependent
        token = dependent.token
        if fold(token.lemma_) in transparent_nouns(lang) or fold(token.norm_) in transparent_nouns(lang):
            for child in token.children:
                if (
                    child.dep_.split(":")[0] in ("nmod", "obl")
                    and child.i > token.i
                    and _case(child) in ("", "of", "من")
                ):
                    yield Dependent(dependent.function, child, max(dependent.rank, SHARED))


def conjuncts(token: Token, depth: int = _DEEPEST) -> list[Token]:
    """The nominals coordinated with a token, after it."""
    found = []
    for child in token.children if depth else ():
        if child.dep_ == "conj" and child.i > token.i and child.pos_ not in _VERBAL:
            found += [child, *conjuncts(child, depth - 1)]
    return found


def preposition(token: Token, lang: str) -> str:
    """The folded preposition of a nominal; "" when it has none.

    A preposition and the noun that it makes an expression with («من قبل», «برئاسة») count for the noun's genitive.
    """
    own = _case(token)
    head = token.head
    if not own and token.dep_.startswith("nmod") and head.i < token.i:
        compound = _expression(head, lang)
        if compound:
            return compound
    return own


def _case(token: Token) -> str:
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i:
            fixed = [c for c in child.children if c.dep_ == "fixed"]
            return fold(" ".join(c.lemma_ if c == child else c.text for c in (child, *fixed)))
    return ""


def _expression(noun: Token, lang: str) -> str:
    """The multiword preposition that a noun with its own preposition stands for; "" when it is none."""
    own = _case(noun)
    if not own:
        return ""
    spaced, joined = f"{own} {fold(noun.norm_)}", f"{own}{fold(noun.norm_)}"
    known = prepositions(lang)
    return spaced if spaced in known else joined if len(own) == 1 and joined in known else ""


def feature(token: Token, name: str) -> list[str]:
    """The values of a morphological feature of a token; [] when it has none."""
    return token.morph.get(name, [])


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive. A plain subject makes an English verb active, whatever its morphology says; the
    Arabic stems with ت and ان («تأسس», «انسحب») have no passive in news.
    """
    if verb.lang_ == "en" and any(c.dep_ == "nsubj" for c in verb.children):
        return False
    reflexive = "Perf" in feature(verb, "Aspect") and verb.norm_.startswith(("ت", "ان"))
    return ("Pass" in feature(verb, "Voice") and not reflexive) or any(
        c.dep_ in ("nsubj:pass", "csubj:pass") or (c.dep_ == "aux:pass" and verb.lang_ == "en") for c in verb.children
    )


def _of_verb(verb: Token, lang: str) -> Iterator[Dependent]:
    passive = is_passive(verb)
    for child in verb.children:
        yield from _verb_child(child, lang, passive)
    yield from _modified_noun(verb, passive)
    functions = {"object"} if passive else {"subject"}
    if not any(c.dep_.split(":")[0] in _SUBJECTS for c in verb.children):
        for token, rank in inherited_subjects(verb):
            yield Dependent(next(iter(functions)), token, rank)
        yield from _unmarked_subject(verb, lang)
    for child in verb.children:
        if child.dep_ in ("obj", "nsubj", "nsubj:pass"):
            yield from _inside(child, lang)


def _unmarked_subject(verb: Token, lang: str) -> Iterator[Dependent]:
    """An Arabic noun right after its verb that the parser took for a genitive of it."""
    if lang == "ar" and verb.i + 1 < len(verb.doc):
        after = verb.nbor(1)
        if after.head == verb and after.dep_ == "nmod" and not _case(after) and after.pos_ != "PRON":
            yield Dependent("subject", after, SHARED)
            yield from _inside(after, lang)


def _verb_child(child: Token, lang: str, passive: bool) -> Iterator[Dependent]:
    relation, _, subtype = child.dep_.partition(":")
    if relation in _SUBJECTS and child.pos_ not in _VERBAL:
        yield Dependent("object" if passive or subtype == "pass" else "subject", child)
    elif relation == "obj":
        yield Dependent("object", child)
    elif relation == "iobj":
        alone = not any(c.dep_ == "obj" for c in child.head.children)
        yield Dependent("object" if alone else "indirect_object", child)
    elif relation in ("obl", "nmod"):
        yield from _oblique(child, lang, passive)
    elif relation in _CLAUSES:
        yield Dependent("complement", child)


def _oblique(child: Token, lang: str, passive: bool) -> Iterator[Dependent]:
    expression = _expression(child, lang)
    if expression:
        for token in child.children:
            if token.dep_.startswith("nmod") and not _case(token):
                yield Dependent("subject" if expression in _AGENTS and passive else expression, token)
        return
    function = _case(child)
    if passive and (child.dep_ == "obl:agent" or function in _AGENTS):
        yield Dependent("subject", child)
    if function:
        yield Dependent(function, child)


def _inside(noun: Token, lang: str, depth: int = _DEEPEST) -> Iterator[Dependent]:
    """Prepositional phrases inside a noun phrase, where the parser may have hung them too low."""
    for child in noun.children:
        if child.dep_.split(":")[0] in ("nmod", "obl", "appos", "flat", "amod") and child.i > noun.i:
            function = preposition(child, lang)
            if function:
                yield Dependent(function, child, LOOSE)
            if depth:
                yield from _inside(child, lang, depth - 1)


def inherited_subjects(verb: Token, depth: int = _DEEPEST) -> Iterator[tuple[Token, int]]:
    """Subjects that a verb without its own takes from the clause above: coordination, infinitives, participles."""
    relation = verb.dep_.split(":")[0]
    above = verb.head
    if relation not in ("conj", "xcomp", "ccomp", "advcl", "parataxis", "dep") or above == verb:
        return
    if above.pos_ not in _VERBAL:
        return
    objects = [c for c in above.children if c.dep_ in ("obj", "iobj")]
    infinitive = relation == "advcl" and "Inf" in feature(verb, "VerbForm")
    if not objects and relation in ("xcomp", "advcl") and controls(above):
        objects = [c for c in above.children if c.dep_.startswith("obl") and above.i < c.i < verb.i][:1]
    if objects and (relation == "xcomp" or (infinitive and controls(above))):
        yield objects[0], SHARED
        return
    own = [c for c in above.children if c.dep_.split(":")[0] == "nsubj"]
    if own:
        yield own[0], SHARED
    elif depth:
        yield from inherited_subjects(above, depth - 1)


def controls(verb: Token) -> bool:
    """Whether the object of a verb does what its infinitive says."""
    return any(form in control_verbs(verb.lang_) for form in (fold(verb.lemma_), fold(verb.norm_)))


def _modified_noun(verb: Token, passive: bool) -> Iterator[Dependent]:
    """The noun that a relative clause or a participle belongs to, as subject or object."""
    noun = verb.head
    if not verb.dep_.startswith(("acl", "amod")) or noun.pos_ in _VERBAL:
        return
    if verb.dep_ in ("acl", "amod"):
        yield Dependent("modified", noun)
    taken = {c.dep_.split(":")[0] for c in verb.children if c.pos_ != "PRON" or c.dep_.startswith("nsubj")}
    participle = "Part" in feature(verb, "VerbForm")
    if participle and "Past" in feature(verb, "Tense"):
        passive = True
    if "Inf" in feature(verb, "VerbForm"):
        if noun.dep_ in ("obj", "iobj") and controls(noun.head):
            yield Dependent("subject", noun, SHARED)
        for owner in noun.children:
            if owner.dep_ == "nmod:poss" or (owner.dep_ == "nmod" and _case(owner) == "of"):
                yield Dependent("subject", owner, SHARED)
        return
    relative_subject = any(c.dep_.startswith("nsubj") and c.pos_ in ("PRON", "DET", "SCONJ") for c in verb.children)
    if passive:
        yield Dependent("object", noun, SHARED)
    elif "nsubj" not in taken or relative_subject:
        yield Dependent("subject", noun, SHARED)
    elif "obj" not in taken:
        yield Dependent("object", noun, SHARED)


def _of_noun(noun: Token, lang: str) -> Iterator[Dependent]:
    yield Dependent("self", noun)
    for child in noun.children:
        yield from _noun_child(child, lang)
    yield from _inside(noun, lang)
    relation = noun.dep_.split(":")[0]
    if noun.head != noun:
        yield Dependent("governor", noun.head)
    if _stands_to_noun(noun, lang):
        yield Dependent("modified", noun.head, SHARED)
    if relation == "appos":
        yield Dependent("subject", noun.head, SHARED)
    if relation == "xcomp" and noun.head.pos_ in _VERBAL:
        for child in noun.head.children:
            if child.dep_.split(":")[0] == "nsubj":
                yield Dependent("subject", child, SHARED)
    if relation in ("amod", "acl") or noun.pos_ == "ADJ":
        yield Dependent("modified", noun.head, DIRECT if relation in ("amod", "acl") else LOOSE)
        yield from _beside(noun, lang)
        if noun.head.dep_.split(":")[0] in ("nmod", "nummod") or noun.head.pos_ == "NUM":
            yield from _after(noun.head.head, noun, lang)
    if relation in ("obj", "obl", "nsubj", "xcomp", "nmod") and noun.head.pos_ in _VERBAL:
        yield from _beside(noun, lang)
        yield from _implied_subject(noun, lang)
    if relation == "nmod" and noun.head.pos_ == "NOUN" and not _case(noun):
        yield from _owner_of_decision(noun)


def _owner_of_decision(noun: Token) -> Iterator[Dependent]:
    """Whose decision or plan a verbal noun after it is: he does it («قرار الرئيس الانسحاب»)."""
    for sibling in noun.head.children:
        if sibling.i < noun.i and sibling.dep_ == "nmod" and not _case(sibling) and sibling.i > noun.head.i:
            yield Dependent("light_subject", sibling, LOOSE)


def _stands_to_noun(noun: Token, lang: str) -> bool:
    """Whether a noun says what another one is ("NATO member Turkey", «الدول الأعضاء»)."""
    if noun.dep_ in ("compound", "nmod:desc"):
        return True
    both = noun.norm_.startswith("ال") and noun.head.norm_.startswith("ال")
    return lang == "ar" and noun.dep_ == "nmod" and both and not _case(noun)


def _noun_child(child: Token, lang: str) -> Iterator[Dependent]:
    relation = child.dep_.split(":")[0]
    if relation in ("nmod", "obl"):
        function = preposition(child, lang)
        if child.dep_ == "nmod:poss" or not function or function == "of":
            yield Dependent("genitive", child)
        if function:
            yield Dependent(function, child)
    elif relation == "nsubj":
        yield Dependent("subject", child)
    elif relation == "cop":
        for subject in child.children:
            if subject.dep_ == "nsubj":
                yield Dependent("subject", subject, SHARED)
    elif relation == "obj":
        yield Dependent("object", child)
    elif relation == "compound":
        yield Dependent("compound", child)
    elif relation == "amod":
        yield Dependent("attribute", child)
    elif relation in ("acl", "ccomp"):
        yield Dependent("complement", child)


def is_circumstance(noun: Token, lang: str) -> bool:
    """Whether a noun is a circumstance of a verb ("said during a visit"), so that who does the verb does the noun
    too.
    """
    oblique = noun.dep_.split(":")[0] in ("obl", "nmod") and noun.head.pos_ in _VERBAL
    return oblique and _case(noun) in circumstance_prepositions(lang)


def _implied_subject(noun: Token, lang: str) -> Iterator[Dependent]:
    if is_circumstance(noun, lang):
        for dependent in _of_verb(noun.head, lang):
            if dependent.function == "subject":
                yield Dependent("light_subject", dependent.token, LOOSE)


def _beside(noun: Token, lang: str) -> Iterator[Dependent]:
    """Prepositional phrases of the word that governs a noun or adjective trigger, after the trigger."""
    yield from _after(noun.head, noun, lang)


def _after(head: Token, trigger: Token, lang: str) -> Iterator[Dependent]:
    for sibling in head.children:
        if sibling.i > trigger.i and sibling.dep_.split(":")[0] in ("obl", "nmod"):
            function = preposition(sibling, lang)
            if function:
                yield Dependent(function, sibling, LOOSE)
