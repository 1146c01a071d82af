"""Functions around a noun or an adjective, most of all around nouns of action («زيارة», "visit")."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.grammar import circumstance_prepositions
from kg.language.functions.clauses import controls
from kg.language.functions.light import carried_function, carrier
from kg.language.functions.quotes import speakers
from kg.language.functions.relations import (
    AGENTS,
    DIRECT,
    LOOSE,
    NOMINAL,
    SHARED,
    VERBAL,
    Dependent,
    case,
    feature,
    phrases,
    relation,
)
from kg.language.functions.resumption import relative_noun, resumed
from kg.language.functions.verbs import inside, of_verb, subjects


def of_noun(noun: Token, lang: str) -> Iterator[Dependent]:
    """The functions of a noun or adjective trigger, with repetitions."""
    yield Dependent("self", noun)
    for child in noun.children:
        yield from _of_child(child, lang)
    yield from inside(noun, lang)
    yield from _above(noun, lang)
    yield from _carried(noun, lang)
    yield from _asked(noun)
    yield from (Dependent("speaker", token, SHARED) for token in speakers(noun, lang))


def _of_child(child: Token, lang: str) -> Iterator[Dependent]:
    match relation(child):
        case "nmod" | "obl":
            yield from _nominal(child, lang)
        case "nsubj":
            yield Dependent("subject", child)
        case "cop":
            yield from (Dependent("subject", c, SHARED) for c in child.children if c.dep_ == "nsubj")
        case "obj":
            yield Dependent("object", child)
        case "compound":
            yield Dependent("compound", child)
        case "amod":
            yield Dependent("attribute", child)
        case "acl" | "ccomp":
            yield Dependent("complement", child)


def _nominal(child: Token, lang: str) -> Iterator[Dependent]:
    """A genitive, or phrases by their preposition."""
    for function, token in phrases(child, lang):
        if token.dep_ == "nmod:poss" or function in ("", "of"):
            yield from _genitive(token)
        if function:
            yield from _phrase(token, function)


def _genitive(child: Token) -> Iterator[Dependent]:
    """A genitive, the noun before a relative clause that it stands for as a pronoun, and whom something is done to."""
    noun = resumed(child)
    if noun is not None:
        yield Dependent("genitive", noun, SHARED)
    if not _is_accusative(child):
        yield Dependent("genitive", child, DIRECT if noun is None else LOOSE)
    if _is_done_to(child):
        yield Dependent("object", child, SHARED)


def _phrase(token: Token, function: str) -> Iterator[Dependent]:
    """A phrase by its preposition; who acts is subject too («اعتقال الناشط من قبل الشرطة»)."""
    yield Dependent(function, token)
    if function in AGENTS and token.pos_ != "NUM" and token.ent_type_ not in ("DATE", "TIME"):
        yield Dependent("subject", token, SHARED)


def _is_accusative(child: Token) -> bool:
    """Whether a noun follows the genitive of an Arabic noun of action as its object («توقيع الوزير الاتفاق»)."""
    earlier = [c for c in child.head.children if c.dep_ == "nmod" and child.head.i < c.i < child.i and not case(c)]
    if child.lang_ != "ar" or child.dep_ not in ("nmod", "obl:arg") or not earlier:
        return False
    told_apart = earlier[0].pos_ == "PRON" != child.pos_ or child.dep_ == "obl:arg"
    return told_apart or "Acc" in feature(child, "Case")


def _is_done_to(child: Token) -> bool:
    """Whether a genitive names what is done to it: marked as an argument («اعتقال الناشط»), or beside who does it."""
    owned = any(c.dep_ == "nmod:poss" for c in child.head.children) and case(child) == "of"
    return owned or (child.dep_ == "obl:arg" and child.i > child.head.i) or _is_accusative(child)


def _above(noun: Token, lang: str) -> Iterator[Dependent]:
    """What the place of a noun in its sentence gives it."""
    head, name = noun.head, relation(noun)
    if head == noun:
        return
    yield Dependent("governor", head)
    if _stands_to_noun(noun, lang):
        yield Dependent("modified", head, SHARED)
    if name == "appos":
        yield Dependent("subject", head, SHARED)
    if name == "nsubj" and head.pos_ not in VERBAL:
        yield Dependent("predicate", head)
    if name == "xcomp" and head.pos_ in VERBAL:
        yield from _of_predicate(noun)
    if name in ("amod", "acl") or noun.pos_ == "ADJ":
        yield from _of_adjective(noun, lang)
    if name in ("obj", "obl", "nsubj", "xcomp", "nmod") and head.pos_ in VERBAL:
        yield from _beside(noun, lang)
        yield from _of_circumstance(noun, lang)
    if name == "nmod" and head.pos_ == "NOUN" and not case(noun):
        yield from _owner_of_decision(noun)


def _of_predicate(noun: Token) -> Iterator[Dependent]:
    """Of whom a verb says the noun: of its object («عين الملك فلانا وزيرا»), else of its subject («أصبح وزيرا»)."""
    head = noun.head
    objects = [c for c in head.children if c.dep_ in ("obj", "iobj")]
    described = noun.lang_ == "ar" and noun.pos_ == "ADJ"  # an adjective in the accusative describes who acts
    chosen = objects if objects and not described else [c for c in head.children if relation(c) == "nsubj"]
    yield from (Dependent("subject", c, SHARED) for c in chosen)


def _of_adjective(noun: Token, lang: str) -> Iterator[Dependent]:
    head = noun.head
    modified = relative_noun(noun) or head
    yield Dependent("modified", modified, DIRECT if relation(noun) in ("amod", "acl") else LOOSE)
    yield from _beside(noun, lang)
    if relation(head) in ("nmod", "nummod") or head.pos_ == "NUM":
        yield from _after(head.head, noun, lang)


def _owner_of_decision(noun: Token) -> Iterator[Dependent]:
    """Whose decision or plan a verbal noun after it is: he does it («قرار الرئيس الانسحاب»)."""
    for sibling in noun.head.children:
        if sibling.i < noun.i and sibling.dep_ == "nmod" and not case(sibling) and sibling.i > noun.head.i:
            yield Dependent("light_subject", sibling, LOOSE)


def _stands_to_noun(noun: Token, lang: str) -> bool:
    """Whether a noun says what another one is ("NATO member Turkey", «الدول الأعضاء»)."""
    if noun.dep_ in ("compound", "nmod:desc"):
        return True
    both = noun.norm_.startswith("ال") and noun.head.norm_.startswith("ال")
    return lang == "ar" and noun.dep_ == "nmod" and both and not case(noun)


def is_circumstance(noun: Token, lang: str) -> bool:
    """Whether a noun is a circumstance of a verb ("said during a visit"), so that who does the verb does the noun
    too.
    """
    oblique = relation(noun) in NOMINAL and noun.head.pos_ in VERBAL
    return oblique and case(noun) in circumstance_prepositions(lang)


def _of_circumstance(noun: Token, lang: str) -> Iterator[Dependent]:
    if is_circumstance(noun, lang):
        yield from (Dependent("light_subject", token, LOOSE) for token in subjects(of_verb(noun.head, lang)))


def _asked(noun: Token) -> Iterator[Dependent]:
    """Who is asked or made to do what a noun names («دعا الرئيس الطرفين إلى وقف القتال»)."""
    verb = noun.head
    if verb.pos_ in VERBAL and noun.dep_ in ("obj", "obl:arg") and controls(verb):
        asked = [c for c in verb.children if c.dep_ in ("obj", "iobj") and c != noun]
        yield from (Dependent("light_subject", c, LOOSE) for c in asked)


def _carried(noun: Token, lang: str) -> Iterator[Dependent]:
    """Who does or undergoes what a noun names under a light verb."""
    found = carrier(noun)
    if found is None:
        return
    verb, way = found
    for dependent in of_verb(verb, lang):
        function = carried_function(dependent.function, way)
        if function and dependent.rank < LOOSE and dependent.token != noun:
            yield Dependent(function, dependent.token, SHARED)


def _beside(noun: Token, lang: str) -> Iterator[Dependent]:
    """Prepositional phrases of the word that governs a noun or adjective trigger, after the trigger."""
    yield from _after(noun.head, noun, lang)


def _after(head: Token, trigger: Token, lang: str) -> Iterator[Dependent]:
    for sibling in head.children:
        if sibling.i > trigger.i and relation(sibling) in NOMINAL:
            yield from (Dependent(function, token, LOOSE) for function, token in phrases(sibling, lang) if function)
