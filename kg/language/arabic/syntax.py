"""Mends frequent errors of the parser around the subject and object of an Arabic verb, which no case marking tells
apart.

* A noun with the article governs no genitive: in «أرجأ الملك زيارة» the visit is the verb's object, not the king's.
* An adjective closes a construct chain: in «حثت منظمة الصحة العالمية الدول» the states are what is urged.
* A verb has one subject, and it comes first: of two subjects, or two objects, after the verb the first acts. A pronoun
  on the verb is its object, so that the noun after it acts («قوات تدعمها تركيا»).

On PADT it changes nothing to speak of (its sentences are long); in the short ones of news it is what finds who was
visited.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.text import fold

_COPULAS = frozenset(fold(v) for v in ("كان", "أصبح", "ليس", "بات", "صار", "ظل", "أضحى", "يعد", "عد"))
_PLACES = frozenset(["GPE", "LOC", "FAC", "ORG"])


@Language.component("hadath_arabic_syntax")
def mend_objects(doc: Doc) -> Doc:
    """Gives verbs that lack one their object or their subject."""
    for token in doc:
        verb = _verb_of_false_genitive(token)
        if verb is not None and _lacks_object(verb):
            token.head = verb
            token.dep_ = "xcomp" if fold(verb.lemma_) in _COPULAS else "obj"
        elif _bare_oblique(token) and _lacks_object(token.head):
            token.dep_ = "obj"
    for token in doc:
        if token.pos_ == "VERB":
            _tell_apart(token)
    return doc


def _verb_of_false_genitive(token: Token) -> Token | None:
    """The verb whose object a token is though it hangs in the subject as a genitive; None where it is none."""
    if token.dep_ != "nmod" or any(c.dep_ == "case" for c in token.children):
        return None
    subject = token.head
    while subject.dep_ == "nmod" and subject.i < token.i:
        subject = subject.head
    if not subject.dep_.startswith("nsubj") or token.i <= subject.i or subject.head.i > subject.i:
        return None
    closed = token.head == subject and (_closed_by_article(token) or _closed_by_genitive(token))
    return subject.head if closed or _closed_by_adjective(token) else None


def _closed_by_article(token: Token) -> bool:
    head = token.head
    definite = head.norm_.startswith("ال") and len(head.norm_) > 4 and head.pos_ in ("NOUN", "ADJ", "PROPN")
    untagged = token.ent_type_ in ("", "OFFICE")
    article = token.norm_.startswith("ال")
    bare_noun = untagged and (token.pos_ == "NOUN" or (token.pos_ == "ADJ" and not article))
    accusative = head.pos_ == "PROPN" and token.norm_.endswith("ا") and "Ind" in token.morph.get("Definite", [])
    return (definite and (bare_noun or token.ent_type_ in _PLACES)) or accusative


def _closed_by_genitive(token: Token) -> bool:
    """Whether the noun above has its genitive already, with the article: «زار رئيس الوزراء باريس»."""
    genitives = (c for c in token.head.children if c.dep_ == "nmod" and token.head.i < c.i < token.i)
    return token.ent_type_ in _PLACES and any(c.norm_.startswith("ال") and c.pos_ == "NOUN" for c in genitives)


def _closed_by_adjective(token: Token) -> bool:
    before = token.nbor(-1)
    noun = token.pos_ == "NOUN" and not token.ent_type_
    return before.dep_ == "amod" and before.pos_ == "ADJ" and (noun or token.ent_type_ in _PLACES)


def _bare_oblique(token: Token) -> bool:
    """A place without a preposition under a verb is its object."""
    bare = not any(c.dep_ == "case" for c in token.children)
    return token.dep_ == "obl" and token.ent_type_ in _PLACES and bare


def _lacks_object(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and not any(c.dep_ in ("obj", "ccomp", "xcomp") for c in verb.children)


def _tell_apart(verb: Token) -> None:
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i]
    objects = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and c.pos_ != "PRON"]
    if len(subjects) == 2 and _lacks_object(verb):
        subjects[1].dep_ = "obj"
    elif objects and not any(c.dep_.startswith("nsubj") for c in verb.children):
        pronoun = any(c.dep_ == "obj" and c.pos_ == "PRON" for c in verb.children)
        if len(objects) == 2 or pronoun:
            objects[0].dep_ = "nsubj"
