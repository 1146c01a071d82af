"""The article that the project began with, read in its bare form: the statements that any reader finds in it."""

from pathlib import Path

import pytest

import kg
from kg.model import Event, Factuality, ResolvedActor, Status

pytestmark = pytest.mark.shared


GRAPH: list["kg.KnowledgeGraph"] = []


def graph() -> "kg.KnowledgeGraph":
    return GRAPH[0]


@pytest.fixture(scope="module", autouse=True)
def _built(shared: Path) -> None:
    GRAPH[:] = [kg.build([shared / "articles" / "seed.txt"])]


def _actor(id: str) -> ResolvedActor:
    return next(a for a in graph().resolution.actors if a.id == id)


def _named(id: str, text: str) -> bool:
    return any(text in label.text for label in (*_actor(id).labels, *_actor(id).aliases))


def _fillers(event: Event, role: str) -> list[str]:
    return [actor for name, actor in event.roles if name == role]


def _events(type: str, **roles: str) -> list[Event]:
    """Events of a type whose roles have a filler that is named so."""

    def fits(event: Event) -> bool:
        return all(any(_named(a, text) for a in _fillers(event, role)) for role, text in roles.items())

    return [e for e in graph().events() if e.type == type and fits(e)]


def test_the_visit() -> None:
    (visit,) = _events("Visit", visitor="أحمد الشرع", destination="واشنطن")
    assert visit.status is Status.PLANNED
    assert visit.time.iso == "2025-11-10"
    assert any(_named(s, "باراك") for s in visit.speakers)


def test_the_joining() -> None:
    (joining,) = _events("Joining", member="سوريا", organization="التحالف الدولي")
    assert joining.status is Status.PLANNED


def test_both_sign() -> None:
    (signing,) = _events("Signing", signatory="أحمد الشرع")
    assert any(_named(a, "ترامب") for a in _fillers(signing, "signatory"))


def test_the_founding() -> None:
    (founding,) = _events("Founding", organization="التحالف")
    assert founding.time.iso == "2014"
    assert founding.status is Status.OCCURRED


def test_the_speech() -> None:
    (speech,) = _events("Speech", speaker="أحمد الشرع")
    assert speech.time.iso == "2025-09"
    assert any(_named(a, "الجمعية العامة") for a in _fillers(speech, "audience"))


def test_taking_office() -> None:
    (taking,) = _events("TakingOffice", officeholder="أحمد الشرع")
    assert taking.time.iso == "2024-12"


def test_every_claim_is_a_span_of_the_text() -> None:
    article = graph().articles[0]
    for claim in graph().extractions[0].claims:
        for span in (*claim.triggers, *(a.span for a in claim.arguments)):
            assert 0 <= span.start < span.end <= len(article.text)
        assert claim.factuality in Factuality
