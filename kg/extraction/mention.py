"""A mention of an actor, and the nouns of the lexicon that make one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from kg.extraction.words import span_of
from kg.language.base import lexicon
from kg.model import Kind, Span
from kg.text import fold

NOUN_KINDS = ("person", "group", "organization", "state", "place", "document", "office", "other")


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names an actor. Positions are tokens, `head` the token by which it takes part in the sentence.

    `name`: token bounds of the proper name inside (None: nominal). `entry`: gazetteer id of that name. `country`:
    alpha-3.
    `post`: the office named by its title (normalised id). `adjective`: it is a nationality and no noun phrase of its
    own.
    """

    start: int
    end: int
    head: int
    kind: Kind
    name: tuple[int, int] | None = None
    entry: str | None = None
    country: str | None = None
    post: str | None = None
    count: int | None = None
    adjective: bool = False
    noun: str | None = None

    def covers(self, position: int) -> bool:
        """Whether the token at `position` lies inside."""
        return self.start <= position < self.end

    def span(self, doc: Doc) -> Span:
        """The code points of the mention."""
        return span_of(doc, self.start, self.end)


@cache
def kinds_of_nouns(lang: str) -> Mapping[str, Kind]:
    """Folded nouns of the lexicon and the kind of actor that each names."""
    kinds: dict[str, Kind] = {}
    for name in NOUN_KINDS:
        for word in lexicon(lang).nouns["kinds"].get(name, ()):
            kinds.setdefault(fold(str(word)), Kind(name))
    return kinds


@cache
def posts(lang: str) -> Mapping[str, str]:
    """Folded title nouns and the normalised posts they name."""
    return {fold(str(word)): str(post) for word, post in lexicon(lang).nouns["posts"].items()}


@cache
def pronouns(lang: str) -> frozenset[str]:
    """Folded pronouns, personal and relative."""
    return frozenset(fold(str(word)) for word in lexicon(lang).nouns["pronouns"])


@cache
def number_words(lang: str) -> Mapping[str, int | None]:
    """Folded number words and their values; None for vague ones ("dozens")."""
    return {fold(str(word)): value for word, value in lexicon(lang).nouns["quantifiers"].items()}
