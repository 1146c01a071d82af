"""One extractor for all tests of extraction: loading a pack takes a second."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kg.extraction import Extractor
from kg.extraction.coreference import Coreference
from kg.extraction.mention import Mention
from kg.extraction.mentions import MentionFinder
from kg.extraction.utterances import Saying, find_sayings
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.language import load
from kg.model import Actor, Article, Claim, Extraction, Span
from kg.ontology import load_ontology
from tests.extraction.frames import small_ontology

Read = Callable[..., Extraction]


@dataclass(frozen=True, slots=True)
class Told:
    """What one text says, with the words that stand at its spans."""

    text: str
    extraction: Extraction

    def at(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def claims(self, name: str) -> list[Claim]:
        return [c for c in self.extraction.claims if c.type == name]

    def only(self, name: str) -> Claim:
        """The one claim of that type."""
        (claim,) = self.claims(name)
        return claim

    def triggers(self, claim: Claim) -> list[str]:
        return [self.at(span) for span in claim.triggers]

    def roles(self, claim: Claim) -> dict[str, set[str]]:
        """Role -> the words that fill it."""
        found: dict[str, set[str]] = {}
        for argument in claim.arguments:
            found.setdefault(argument.role, set()).add(self.at(argument.span))
        return found

    def speakers(self, claim: Claim) -> set[str]:
        """The words of all mentions of the speaker; none when the article itself speaks."""
        return {self.at(m) for m in self.extraction.actor(claim.speaker).mentions} if claim.speaker else set()


Tell = Callable[..., Told]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The mentions and sayings of one text before any frame is asked."""

    text: str
    mentions: tuple[Mention, ...]
    sayings: tuple[Saying, ...]
    actors: tuple[Actor, ...]
    spans: dict[str, Mention]

    def actor(self, name: str) -> Actor:
        """The actor one of whose mentions is exactly that text."""
        return next(a for a in self.actors if name in [self.text[m.start : m.end] for m in a.mentions])


Analyse = Callable[[str, str], Analysis]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="session")
def read(gazetteer: Gazetteer) -> Read:
    """`read(lang, text, day="2024-05-15")`: what the text says, as an article of that day (a Wednesday)."""
    return _reader(Extractor(load_ontology(), gazetteer))


@pytest.fixture(scope="session")
def tell(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Tell:
    """`tell(lang, text, day="2024-05-15")`: what the text says by the small frames of the tests."""
    extract = _reader(Extractor(small_ontology(tmp_path_factory.mktemp("frames")), gazetteer))

    def told(lang: str, text: str, day: str = "2024-05-15") -> Told:
        return Told(text, extract(lang, text, day))

    return told


@pytest.fixture(scope="session")
def analyse(gazetteer: Gazetteer) -> Analyse:
    """`analyse(lang, text)`: its mentions, sayings and actors."""

    def analysed(lang: str, text: str) -> Analysis:
        doc = load(lang)(text)
        coreference = Coreference(doc, MentionFinder(gazetteer).find(doc), gazetteer)
        sayings = find_sayings(doc, coreference)
        spans = {text[m.span(doc).start : m.span(doc).end]: m for m in coreference.mentions}
        return Analysis(text, coreference.mentions, sayings, coreference.actors()[0], spans)

    return analysed


def _reader(extractor: Extractor) -> Read:
    def extract(lang: str, text: str, day: str = "2024-05-15") -> Extraction:
        return extractor.extract(Article("test", lang, day, "", text))

    return extract
