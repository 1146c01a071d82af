"""Compares what a system found with what people read: precision, recall and F1 of events and of their facts.

An event of the system is one of the gold's when both are of one type and their triggers overlap (one to one). Its facts
are its type, each role, the place, the date, the source and the factuality; those of events that are in no pair count
as wrong or as missed. An article that the system does not have counts as empty, and types that an article was not
annotated for are left out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.facts import Fact, FactKind, Told, agreeing
from kg.evaluation.gold import GoldArticle
from kg.evaluation.matching import hits, match
from kg.evaluation.system import Found
from kg.model import Span

FACTS, EVENT, TRIGGERS = "facts", "event", "trigger spans, any type"
MEASURES = (FACTS, EVENT, TRIGGERS, *FactKind)
"""The measures in the order in which they are shown."""


def on_matched(measure: str) -> str:
    """The name of a measure taken only over the events that are in a pair."""
    return f"{measure} (on matched events)"


def of_type(name: str) -> str:
    """The name of the measure of one event type."""
    return f"type/{name}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure. `gold`, `system`: how many there are; `found`: how many of the gold's the system has; `right`: how
    many of the system's the gold has.
    """

    gold: int
    system: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of the system's that is right; 0 when it has none."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's that was found; 0 when there is none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One difference. `what`: missed (an event), wrong (an event), or the kind of the fact; values as the text has
    them, "" for none.
    """

    article: str
    what: str
    type: str
    gold: str
    system: str


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of some articles by measure, and every mistake in the order of the articles."""

    articles: int
    figures: Mapping[str, Figure]
    mistakes: tuple[Mistake, ...]


def score(gold: Iterable[GoldArticle], found: Found) -> Score:
    """The figures of a system on annotated articles."""
    tally, articles = _Tally(), 0
    for article in gold:
        articles += 1
        _Comparison(article, [event for event in found.get(article.id, ()) if event.type in article.types], tally).run()
    return Score(articles, tally.figures(), tuple(tally.mistakes))


class _Tally:
    """Counts while articles are compared."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.mistakes: list[Mistake] = []

    def add(self, measure: str, *, gold: int = 0, system: int = 0, found: int = 0, right: int | None = None) -> None:
        count = self.counts.setdefault(measure, Counter())
        count.update(gold=gold, system=system, found=found, right=found if right is None else right)

    def figures(self) -> Mapping[str, Figure]:
        return {
            name: Figure(count["gold"], count["system"], count["found"], count["right"])
            for name, count in sorted(self.counts.items())
        }


class _Comparison:
    """One article against what was found in it."""

    def __init__(self, article: GoldArticle, system: Sequence[Told], tally: _Tally) -> None:
        self.article = article
        self.system = system
        self.tally = tally
        self.pairs = match(article.events, system)

    def run(self) -> None:
        gold, system = (
            [span for event in events for span in event.triggers] for events in (self.article.events, self.system)
        )
        self.tally.add(TRIGGERS, gold=len(gold), system=len(system), found=hits(gold, system), right=hits(system, gold))
        for index, event in enumerate(self.article.events):
            self._gold(event, self.system[self.pairs[index]] if index in self.pairs else None)
        taken = set(self.pairs.values())
        for index, event in enumerate(self.system):
            self._system(event, matched=index in taken)

    def _gold(self, event: Told, other: Told | None) -> None:
        for measure in (EVENT, FACTS, of_type(event.type)):
            self.tally.add(measure, gold=1, found=int(other is not None))
        if other is None:
            self._mistake("missed", event.type, self._words(event.triggers), "")
            self._count(event.facts, ())
        else:
            self._count(event.facts, other.facts, matched=True)
            self._differences(event, other)

    def _system(self, event: Told, *, matched: bool) -> None:
        for measure in (EVENT, FACTS, of_type(event.type)):
            self.tally.add(measure, system=1)
        if not matched:
            self._mistake("wrong", event.type, "", self._words(event.triggers))
            self._count((), event.facts)

    def _count(self, gold: Sequence[Fact], system: Sequence[Fact], *, matched: bool = False) -> None:
        right = Counter(fact.kind for fact in agreeing(gold, system))
        wanted, given = Counter(fact.kind for fact in gold), Counter(fact.kind for fact in system)
        for kind in FactKind:
            if not wanted[kind] and not given[kind]:
                continue
            for measure in (kind, FACTS, *([on_matched(kind)] if matched else [])):
                self.tally.add(measure, gold=wanted[kind], system=given[kind], found=right[kind])

    def _differences(self, event: Told, other: Told) -> None:
        missed, wrong = _without(event.facts, other.facts), _without(other.facts, event.facts)
        for key in dict.fromkeys((fact.kind, fact.name) for fact in (*missed, *wrong)):
            left, right = (
                "; ".join(self._value(fact) for fact in facts if (fact.kind, fact.name) == key)
                for facts in (missed, wrong)
            )
            self._mistake(" ".join(filter(None, key)), f"{event.type} {self._words(event.triggers[:1])}", left, right)

    def _value(self, fact: Fact) -> str:
        return self._words(fact.value[:1]) if isinstance(fact.value, tuple) else str(fact.value)

    def _words(self, spans: Sequence[Span]) -> str:
        return ", ".join(f"«{self.article.text[span.start : span.end]}»" for span in spans)

    def _mistake(self, what: str, type: str, gold: str, system: str) -> None:
        self.tally.mistakes.append(Mistake(self.article.id, what, type, gold, system))


def _without(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """The facts that the others do not have; each of the others stands for one at most."""
    left = list(facts)
    for fact in agreeing(facts, others):
        left.remove(fact)
    return left
