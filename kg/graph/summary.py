"""`summary.json`: what a knowledge graph holds, in numbers. No times of any clock."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.graph.manifest import FORMAT

if TYPE_CHECKING:
    from kg.graph.knowledge import KnowledgeGraph


def summary(graph: "KnowledgeGraph") -> dict[str, object]:
    """The counts, as plain data."""
    resolution = graph.resolution
    claims = [claim for extraction in graph.extractions for claim in extraction.claims]
    return {
        "format": FORMAT,
        "run": graph.run.id,
        "articles": len(graph.articles),
        "articles_by_language": _counted(article.lang for article in graph.articles),
        "claims": len(claims),
        "claims_by_factuality": _counted(claim.factuality.value for claim in claims),
        "utterances": sum(len(extraction.utterances) for extraction in graph.extractions),
        "events": len(resolution.events),
        "events_by_type": _by_type(graph),
        "events_by_status": _counted(event.status.value for event in resolution.events),
        "actors": len(resolution.actors),
        "actors_by_kind": _counted(actor.kind.value for actor in resolution.actors),
        "periods_by_kind": _counted(period.kind.value for period in resolution.periods),
        "contradictions": len(resolution.contradictions),
        "judgements": len(resolution.judgements),
        "issues": len(graph.issues),
        "issues_by_severity": _counted(issue.severity.value for issue in graph.issues),
    }


def _by_type(graph: "KnowledgeGraph") -> dict[str, dict[str, int]]:
    """Type -> status -> how many events."""
    found: dict[str, Counter[str]] = {}
    for event in graph.resolution.events:
        found.setdefault(event.type, Counter())[event.status.value] += 1
    return {name: dict(sorted(counts.items())) for name, counts in sorted(found.items())}


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))
