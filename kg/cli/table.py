"""What one article says as a table for people."""

from rich.table import Table
from rich.text import Text

from kg.cli.talk import one_line
from kg.model import Article, Claim, Extraction

_COLUMNS = ("event", "words", "who and what", "when", "where", "status", "according to")


def as_table(article: Article, extraction: Extraction) -> Table:
    """One row a claim, in the order of the text."""
    caption = None if extraction.claims else "no events found"
    table = Table(title=Text(one_line(f"{article.title} · {article.published}")), title_justify="left", caption=caption)
    for column in _COLUMNS:
        table.add_column(column, overflow="fold")
    for claim in extraction.claims:
        table.add_row(*(Text(one_line(cell)) for cell in _cells(claim, article, extraction)))
    return table


def _cells(claim: Claim, article: Article, extraction: Extraction) -> tuple[str, ...]:
    names = {actor.id: actor.name for actor in extraction.actors}
    return (
        f"{claim.type} ({claim.mode})" if claim.mode else claim.type,
        ", ".join(article.text[trigger.start : trigger.end] for trigger in claim.triggers),
        "; ".join(f"{given.role}: {names[given.actor]}" for given in claim.arguments),
        _when(claim),
        names[claim.place.actor] if claim.place else "",
        f"{claim.factuality} ({claim.manner})" if claim.manner else claim.factuality.value,
        names[claim.speaker] if claim.speaker else "",
    )


def _when(claim: Claim) -> str:
    if not claim.time:
        return ""
    return claim.time.iso or claim.time.text or claim.time.precision.value
