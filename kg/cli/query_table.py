"""Answers as tables for people: names instead of IRIs, IRIs short, Arabic as it is written.

A table has to fit 80 columns: an id is shown only where it tells two things of one name apart, and a column that
repeats the names of another is left out.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.cli.talk import one_line
from kg.graph.examples import Example
from kg.graph.query import Answer, Row, Term
from kg.graph.vocabulary import PREFIXES
from kg.model import OPEN_END, OPEN_START

UNLIMITED = 100_000
"""The width of a table that is not for a terminal: nothing in it is wrapped."""
ROOM = 44
"""How much of 80 columns goes to columns that are not broken, so that the rest can be read."""
WORD = 12
"""How long a word is at most in a column that is not broken."""
OPEN = "…"
"""What is shown for a bound of a time that is not known."""

_BOUNDS = frozenset({OPEN_START.isoformat(), OPEN_END.isoformat()})
_DATE = re.compile(r"-?\d{4,}-\d\d-\d\d")


def print_table(answer: Answer) -> None:
    """Prints rows as a table with their number below it, a truth value as yes or no."""
    console = _console()
    if answer.boolean is not None:
        console.print("yes" if answer.boolean else "no")
        return
    table = as_table(answer)
    console.print(table)
    console.print(f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}", style="dim")


def as_table(answer: Answer) -> Table:
    """The rows, without the columns that say what the name of something in another column says."""
    titles = _titles(answer)
    columns = [index for index in range(len(answer.variables)) if index not in titles.values()]
    cells = [[_cell(row, index, titles, answer) for index in columns] for row in answer.rows]
    twice = _of_one_name(cells)
    table = Table(box=box.HORIZONTALS, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    room = ROOM
    for place, index in enumerate(columns):
        column = [row[place][0] for row in cells]
        width = max(map(len, [answer.variables[index], *column]))
        whole = bool(column) and (all(map(_is_date, column)) or (_are_words(column) and width <= room))
        room -= width if whole else 0
        table.add_column(answer.variables[index], no_wrap=whole, overflow="fold")
    for row in cells:
        table.add_row(*(_text(name, iri, iri in twice) for name, iri in row))
    return table


def print_examples(found: Iterable[Example]) -> None:
    """Prints name, titles and parameters of each example."""
    console = _console()
    for each in found:
        console.print(Text(each.name, style="bold"))
        console.print(Text(f"  {each.title['en']}"))
        console.print(Text(f"  {each.title['ar']}"))
        for parameter in each.parameters:
            console.print(Text(f"    --param {parameter.name}={parameter.default!r} ({parameter.kind})", style="dim"))


def shorten(iri: str) -> str:
    """The IRI as a prefixed name where one of our prefixes fits; of our instances, the last two parts of the path.

    >>> shorten("https://w3id.org/hadath/ontology#Visit"), shorten("https://w3id.org/hadath/id/event/9f")
    ('kg:Visit', 'event/9f')
    """
    for prefix, base in PREFIXES.items():
        if iri.startswith(base) and "/" not in iri[len(base) :]:
            return f"{prefix}:{iri[len(base) :]}"
    return "/".join(iri.rsplit("/", 2)[1:]) or iri


def _is_date(cell: str) -> bool:
    return cell in ("", OPEN) or _DATE.fullmatch(cell) is not None


def _are_words(column: Iterable[str]) -> bool:
    return all(len(cell) <= WORD and " " not in cell for cell in column)


def _titles(answer: Answer) -> dict[int, int]:
    """Column of things -> column of texts of which each is a label of the thing beside it."""
    titles: dict[int, int] = {}
    for text in range(len(answer.variables)) if answer.rows else ():
        for thing in range(len(answer.variables)):
            if thing not in titles and all(_is_label(row[text], row[thing], answer) for row in answer.rows):
                titles[thing] = text
                break
    return titles


def _is_label(text: Term | None, thing: Term | None, answer: Answer) -> bool:
    if not isinstance(text, pyoxigraph.Literal) or not isinstance(thing, pyoxigraph.NamedNode):
        return False
    return text.value in answer.labels.get(thing.value, {}).values()


def _cell(row: Row, index: int, titles: Mapping[int, int], answer: Answer) -> tuple[str, str]:
    """What is shown, and the IRI of what it names; "" where it names nothing."""
    term = row[index]
    if isinstance(term, pyoxigraph.NamedNode):
        title = row[titles[index]] if index in titles else None
        name = title.value if isinstance(title, pyoxigraph.Literal) else _name(term.value, answer)
        return one_line(name) or shorten(term.value), term.value if name else ""
    if isinstance(term, pyoxigraph.Literal):
        return OPEN if term.value in _BOUNDS else one_line(term.value), ""
    return "" if term is None else one_line(str(term)), ""


def _name(iri: str, answer: Answer) -> str:
    labels = answer.labels.get(iri, {})
    return labels.get("en") or labels.get("ar") or next(iter(labels.values()), "")


def _of_one_name(cells: Iterable[Iterable[tuple[str, str]]]) -> frozenset[str]:
    """The IRIs that share their name with another in the table."""
    named = defaultdict(set)
    for row in cells:
        for name, iri in row:
            if iri:
                named[name].add(iri)
    return frozenset(iri for iris in named.values() if len(iris) > 1 for iri in iris)


def _text(name: str, iri: str, with_id: bool) -> Text:
    return Text.assemble(name, " ", Text(shorten(iri), style="dim")) if with_id else Text(name)


def _console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=UNLIMITED, force_terminal=False, soft_wrap=False)
