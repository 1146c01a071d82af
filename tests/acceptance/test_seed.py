"""The article that the project began with, read in its bare form: the statements that any reader finds in it."""

from collections.abc import Iterable
from pathlib import Path

import pytest

import kg
from kg.model import Event, Factuality, Precision, Status

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def graph(shared: Path) -> "kg.KnowledgeGraph":
    return kg.build([shared / "articles" / "seed.txt"])


class Answers:
    """Looks up events and actors of a graph by what they are called."""

    def __init__(self, graph: "kg.KnowledgeGraph") -> None:
        self._events = graph.events()
        self._names = {
            actor.id: [label.text for label in (*actor.labels, *actor.aliases)] for actor in graph.resolution.actors
        }

    def named(self, actors: Iterable[str], text: str) -> bool:
        """Whether one of the actors has a name with this text in it."""
        return any(text in name for actor in actors for name in self._names[actor])

    def fills(self, event: Event, role: str, text: str) -> bool:
        """Whether the role has a filler that is named so."""
        return self.named([actor for name, actor in event.roles if name == role], text)

    def events(self, type: str, **roles: str) -> list[Event]:
        """Events of a type whose roles have fillers that are named so."""
        return [e for e in self._events if e.type == type and all(self.fills(e, *pair) for pair in roles.items())]


@pytest.fixture(scope="module")
def answers(graph: "kg.KnowledgeGraph") -> Answers:
    return Answers(graph)


def test_the_visit(answers: Answers) -> None:
    (visit,) = answers.events("Visit", visitor="أحمد الشرع", destination="واشنطن")
    assert visit.status is Status.PLANNED
    assert (visit.time.iso, visit.time.precision) == ("2025-11-10", Precision.DAY)
    assert answers.named(visit.speakers, "باراك")


def test_the_joining(answers: Answers) -> None:
    (joining,) = answers.events("Joining", member="سوريا", organization="التحالف الدولي")
    assert joining.status is Status.PLANNED


def test_both_sign(answers: Answers) -> None:
    (signing,) = answers.events("Signing", signatory="أحمد الشرع")
    assert answers.fills(signing, "signatory", "ترامب")
    assert signing.status is Status.PLANNED
    assert answers.named(signing.speakers, "باراك")


def test_the_founding(answers: Answers) -> None:
    (founding,) = answers.events("Founding", organization="التحالف")
    assert founding.time.iso == "2014"
    assert founding.status is Status.OCCURRED


def test_the_speech(answers: Answers) -> None:
    (speech,) = answers.events("Speech", speaker="أحمد الشرع")
    assert speech.time.iso == "2025-09"
    assert answers.fills(speech, "audience", "الجمعية العامة")


def test_taking_office(answers: Answers) -> None:
    (taking,) = answers.events("TakingOffice", officeholder="أحمد الشرع")
    assert taking.time.iso == "2024-12"


def test_every_claim_is_a_span_of_the_text(graph: "kg.KnowledgeGraph") -> None:
    article = graph.articles[0]
    for claim in graph.extractions[0].claims:
        for span in (*claim.triggers, *(a.span for a in claim.arguments)):
            assert 0 <= span.start < span.end <= len(article.text)
        assert claim.factuality in Factuality
