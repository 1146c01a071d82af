"""What the claims of an event contradict one another on."""

from collections.abc import Mapping

from kg.model import Contradiction, digest

STATUS, TIME, PLACE = "status", "time", "place"


def read_contradictions(event: str, rivals: Mapping[str, tuple[str, ...]]) -> tuple[Contradiction, ...]:
    """A contradiction for each value on which claims differ, sorted; `rivals`: name of the value -> claims."""
    return tuple(
        Contradiction(digest("contradiction", event, about), event, about, claims)
        for about, claims in sorted(rivals.items())
        if claims
    )
