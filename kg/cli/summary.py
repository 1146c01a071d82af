"""What a build came to, in a few lines."""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Severity, Status

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


def summary(graph: "KnowledgeGraph", out: Path, seconds: float | None) -> str:
    """Counts of articles, events by type and status, actors and faults; the time it took when it is given."""
    from kg.graph.summary import summary as counted

    counts = [
        _count(len(graph.articles), "article"),
        _count(len(graph.resolution.events), "event"),
        _count(len(graph.resolution.actors), "actor"),
        _count(sum(issue.severity is Severity.ERROR for issue in graph.issues), "fault"),
    ]
    if seconds is not None:
        counts.append(f"{seconds:.1f} seconds")
    types: dict[str, dict[str, int]] = counted(graph)["events_by_type"]  # type: ignore[assignment]  # as it documents
    width = max(map(len, types), default=0)
    lines = [f"  {name:<{width}}  {_statuses(statuses)}" for name, statuses in types.items()]
    return "\n".join([f"{out}: {', '.join(counts)}", *lines])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _statuses(counts: dict[str, int]) -> str:
    return ", ".join(f"{counts[status]} {status}" for status in Status if status in counts)
