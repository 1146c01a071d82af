"""Answers as tables for people: names instead of IRIs, IRIs short, Arabic as it is written."""

import sys
from collections.abc import Iterable

import pyoxigraph
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.cli.talk import one_line
from kg.graph.examples import Example
from kg.graph.query import Answer, Term
from kg.graph.vocabulary import PREFIXES

UNLIMITED = 100_000
"""The width of a table that is not for a terminal: nothing in it is wrapped."""


def print_table(answer: Answer) -> None:
    """Prints rows as a table with their number below it, a truth value as yes or no."""
    console = _console()
    if answer.boolean is not None:
        console.print("yes" if answer.boolean else "no")
        return
    table = Table(*answer.variables, header_style="bold")
    for row in answer.rows:
        table.add_row(*(_cell(term, answer) for term in row))
    console.print(table)
    console.print(f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}", style="dim")


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


def _cell(term: Term | None, answer: Answer) -> Text:
    match term:
        case None:
            return Text("")
        case pyoxigraph.NamedNode():
            return _named(term.value, answer)
        case pyoxigraph.Literal():
            return Text(one_line(term.value))
    return Text(one_line(str(term)))


def _named(iri: str, answer: Answer) -> Text:
    labels = answer.labels.get(iri, {})
    name = labels.get("en") or labels.get("ar") or next(iter(labels.values()), "")
    short = Text(shorten(iri), style="dim" if name else "")
    return Text.assemble(one_line(name), " ", short) if name else short


def _console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=UNLIMITED, force_terminal=False, soft_wrap=False)
