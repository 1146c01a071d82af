"""Mentions of actors in one document: names, titles with names, nationalities, and nouns for people, bodies, places,
documents.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.joining import join_naming, join_titles
from kg.extraction.mention import Mention, kinds_of_nouns, posts
from kg.extraction.names import (
    glued,
    head_of,
    inside_person,
    name_start,
    names_again,
    persons_again,
    trimmed,
    unglued,
    without_overlap,
)
from kg.extraction.nominals import count_of, expression, number_of, numeral, people, proper_bounds, several
from kg.extraction.words import TIME_ENTITIES, listed, phrase
from kg.gazetteer import Entry, Gazetteer
from kg.grammar import capital_nouns
from kg.model import Kind

_LONGEST = 8
"""How many words a listed name may have."""
ENTITY_KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "LAW": Kind.DOCUMENT,
}

_NOMINAL = frozenset(["NOUN", "PROPN", "ADJ", "X"])

_INSIDE = frozenset(["amod", "fixed", "compound"])


class MentionFinder:
    """Finds the mentions of a document, in text order."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def find(self, doc: Doc) -> tuple[Mention, ...]:
        """All mentions; names win over nouns, longer over shorter; a title and its name are one mention."""
        listed_names = list(self._listed_names(doc))
        entities = [unglued(doc, e, listed_names) for e in self._entities(doc) if not glued(e, listed_names)]
        named = persons_again(doc, without_overlap([*listed_names, *entities]))
        named += names_again(doc, named)
        taken = {i for m in named for i in range(m.start, m.end)}
        adjectives = [m for m in self._nationalities(doc) if m.head not in taken]
        nominal = [m for m in self._nominals(doc, taken) if m.head not in taken]
        joined = join_titles(doc, *join_naming(doc, named, nominal))
        with_country = [self._capital(doc, self._country(doc, m)) for m in joined]
        return tuple(sorted([*with_country, *adjectives], key=lambda m: (m.start, m.end)))

    def _entities(self, doc: Doc) -> Iterator[Mention]:
        for entity in doc.ents:
            kind = ENTITY_KINDS.get(entity.label_)
            start, end = trimmed(doc, entity.start, entity.end)
            if kind is Kind.PERSON and start < end:
                start = name_start(doc, start, end)
            if kind is None or start >= end or (doc.lang_ == "en" and doc[start].text.islower()):
                continue
            yield self._name(doc, start, end, kind)

    def _listed_names(self, doc: Doc) -> Iterator[Mention]:
        position = 0
        while position < len(doc):
            size, entries = self._longest(doc, position)
            if entries and self._plausible(doc, position, size, entries[0]):
                yield self._named_entry(doc, position, position + size, entries[0])
                position += size
            else:
                position += 1

    def _longest(self, doc: Doc, position: int) -> tuple[int, tuple[Entry, ...]]:
        """Length and entries of the longest listed name at a token; a verb may only begin one of several words."""
        first = doc[position]
        if first.pos_ in ("PUNCT", "SPACE", "ADP", "CCONJ", "AUX", "PART", "DET"):
            return 0, ()
        if doc.lang_ == "en" and first.text[:1].islower():
            return 0, ()
        words = [t.norm_ if doc.lang_ == "ar" else t.text for t in doc[position : position + 8]]
        size, entries = self._gazetteer.longest(words)
        return (size, entries) if size > 1 or first.pos_ != "VERB" else (0, ())

    def _plausible(self, doc: Doc, start: int, size: int, entry: Entry) -> bool:
        """Whether listed words are meant as the name: a city or a person needs a tagger or entity model that agrees."""
        tokens = doc[start : start + size]
        if inside_person(doc, start, size) and entry.kind is not Kind.PERSON:
            return False
        if entry.kind in (Kind.STATE, Kind.ORGANIZATION) or entry.capital_of:
            return size > 1 or tokens[0].pos_ in _NOMINAL
        if entry.kind is Kind.PERSON:
            return size > 1 or tokens[0].ent_type_ == "PERSON"
        return all(t.pos_ == "PROPN" or t.ent_type_ in ("GPE", "LOC", "FAC") for t in tokens)

    def _named_entry(self, doc: Doc, start: int, end: int, entry: Entry) -> Mention:
        head = head_of(doc, start, end)
        country = entry.country if entry.kind is not Kind.PERSON else None
        return Mention(start, end, head, entry.kind, (start, end), entry.id, country)

    def _name(self, doc: Doc, start: int, end: int, kind: Kind) -> Mention:
        wanted = (Kind.STATE, Kind.PLACE) if kind is Kind.PLACE else (kind,)
        entries = self._gazetteer.lookup(doc[start:end].text, kinds=wanted)
        if entries:
            return replace(self._named_entry(doc, start, end, entries[0]), kind=entries[0].kind)
        head = head_of(doc, start, end)
        post = listed(doc[head], posts(doc.lang_)) if kind is Kind.PERSON else None
        noun = listed(doc[head], kinds_of_nouns(doc.lang_)) if kind is not Kind.PERSON else None
        return Mention(start, end, head, kind, (start, end), post=posts(doc.lang_).get(post or ""), noun=noun)

    def _nationalities(self, doc: Doc) -> Iterator[Mention]:
        for token in doc:
            if token.pos_ in ("ADJ", "NOUN", "PROPN") and (entry := self._demonym(token)):
                noun = token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("amod", "compound", "nmod:desc")
                number = numeral(token)
                if noun or number is not None:
                    yield people(token, number, entry)
                else:
                    bounds = (token.i, token.i + 1, token.i)
                    yield Mention(*bounds, Kind.STATE, None, entry.id, entry.country, adjective=True)

    def _demonym(self, token: Token) -> Entry | None:
        if token.lang_ == "en" and token.text.islower():
            return None
        return self._gazetteer.demonym(token.norm_ if token.lang_ == "ar" else token.text)

    def _nominals(self, doc: Doc, taken: set[int]) -> Iterator[Mention]:
        for token in doc:
            beside = (
                token.dep_ == "compound"
                and token.pos_ == "PROPN"
                and token.i + 1 in taken
                and listed(token, posts(doc.lang_)) is not None
            )
            number = numeral(token)
            if (
                token.i in taken
                or token.pos_ not in _NOMINAL
                or (token.dep_ in _INSIDE and not (beside or number is not None))
            ):
                continue
            post, noun = expression(token, posts(doc.lang_)), listed(token, kinds_of_nouns(doc.lang_))
            if (post is None and noun is None) or token.ent_type_ in TIME_ENTITIES:
                continue
            start, end = phrase(token)
            if number is not None:
                start = min(start, number.i)
            kind = kinds_of_nouns(doc.lang_).get(noun or "", Kind.PERSON)
            if post is not None:
                kind = Kind.PERSON
            if kind is Kind.PERSON and several(token, number):
                kind = Kind.GROUP
            yield Mention(
                start,
                end,
                token.i if number is None else number.i,
                kind,
                proper_bounds(doc, token, start, end, kind),
                post=posts(doc.lang_).get(post or ""),
                count=count_of(token) if number is None else number_of(number),
                noun=noun or post,
            )

    def _capital(self, doc: Doc, mention: Mention) -> Mention:
        """«العاصمة الأميركية» and "the Egyptian capital" with the city that they mean."""
        if mention.country is None or mention.entry is not None or mention.kind is not Kind.PLACE:
            return mention
        if listed(doc[mention.head], capital_nouns(doc.lang_)) is None:
            return mention
        capital = self._gazetteer.capital(self._gazetteer.state(mention.country))
        return mention if capital is None else replace(mention, entry=capital.id)

    def _country(self, doc: Doc, mention: Mention) -> Mention:
        """Adds the state that a title, a body or a group belongs to, by a nationality or a state's name inside."""
        if mention.country or mention.entry:
            return mention
        for position in range(mention.start, mention.end):
            if mention.name and mention.name[0] <= position < mention.name[1] and mention.kind is Kind.PERSON:
                continue
            entry = self._demonym(doc[position])
            if entry is None:
                _, entries = self._gazetteer.longest(
                    [
                        t.norm_ if doc.lang_ == "ar" else t.text
                        for t in doc[position : min(position + _LONGEST, mention.end)]
                    ]
                )
                entry = next((e for e in entries if e.kind is Kind.STATE), None)
                if doc.lang_ == "en" and doc[position].text[:1].islower():
                    entry = None
            if entry is not None and entry.country:
                return replace(mention, country=entry.country)
        return mention
