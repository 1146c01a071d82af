"""Claims as resolution compares them: with day, publisher and resolved actors."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from kg.model import Article, Claim, Extraction, ResolvedActor
from kg.text import key

Placed = Mapping[tuple[str, str], str]
"""(article id, actor id in it) -> resolved actor id."""


@dataclass(frozen=True, slots=True)
class Report:
    """A claim and what is known of its article.

    `fillers`: role -> resolved actors; `named`: the same without those that have no name. `publisher`: folded; the
    article's own id when it has none. `place`, `speaker`: resolved actors or None.
    """

    claim: Claim
    day: date
    instant: datetime
    publisher: str
    fillers: Mapping[str, frozenset[str]]
    named: Mapping[str, frozenset[str]]
    place: str | None
    speaker: str | None

    @property
    def order(self) -> tuple[datetime, str]:
        """By publication, then by id: what "earliest claim" means."""
        return self.instant, self.claim.id


class Places:
    """Which resolved place or state contains which."""

    def __init__(self, actors: Iterable[ResolvedActor]) -> None:
        self._within = {actor.id: actor.within for actor in actors if actor.within}

    def holds(self, outer: str, inner: str) -> bool:
        """Whether the inner one lies in the outer one, at any depth; nothing lies in itself."""
        seen = {inner}
        place = self._within.get(inner)
        while place is not None and place not in seen:
            if place == outer:
                return True
            seen.add(place)
            place = self._within.get(place)
        return False

    def related(self, one: str, other: str) -> bool:
        """Whether they are the same or one lies in the other."""
        return one == other or self.holds(one, other) or self.holds(other, one)

    def meet(self, some: Iterable[str], others: frozenset[str] | set[str]) -> int:
        """How many of the first are related to one of the others."""
        return sum(one in others or any(self.related(one, other) for other in others) for one in some)


def instant(article: Article) -> datetime:
    """The publication time in UTC, only to sort by; a day counts from its midnight."""
    time = datetime.fromisoformat(article.published)
    try:
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except OverflowError:  # the first or the last day of the calendar
        return time.replace(tzinfo=UTC)


def read_reports(
    articles: Mapping[str, Article], extractions: Iterable[Extraction], placed: Placed, actors: Iterable[ResolvedActor]
) -> tuple[Report, ...]:
    """One report a claim, in the order of `Report.order`."""
    named = frozenset(actor.id for actor in actors if actor.named)
    reports = [
        _report(claim, articles[extraction.article], placed, named)
        for extraction in extractions
        for claim in extraction.claims
    ]
    return tuple(sorted(reports, key=lambda report: report.order))


def witnesses(reports: Iterable[Report]) -> int:
    """How many independent publishers they have."""
    return len({report.publisher for report in reports})


def _report(claim: Claim, article: Article, placed: Placed, named: frozenset[str]) -> Report:
    fillers: dict[str, set[str]] = defaultdict(set)
    for argument in claim.arguments:
        fillers[argument.role].add(placed[article.id, argument.actor])
    frozen = {role: frozenset(actors) for role, actors in sorted(fillers.items())}
    return Report(
        claim=claim,
        day=article.day,
        instant=instant(article),
        publisher=(key(article.publisher) if article.publisher else "") or article.id,
        fillers=frozen,
        named={role: known for role, actors in frozen.items() if (known := actors & named)},
        place=placed[article.id, claim.place.actor] if claim.place else None,
        speaker=placed[article.id, claim.speaker] if claim.speaker else None,
    )
