"""`kg query`: answers SPARQL queries over an output folder."""

import os
import sys
from pathlib import Path

import click

from kg.cli.options import FiniteRange, Options, common, pass_options
from kg.cli.query_table import print_examples, print_table
from kg.errors import QueryError
from kg.graph import guard
from kg.graph.answers import WRITERS, to_turtle
from kg.graph.examples import example, examples, free_value, read_example
from kg.graph.query import ROWS, TIMEOUT, Answer, Value, run_query

FORMATS = ("table", *WRITERS)
_BEGINNINGS = frozenset({*guard.FORMS, *guard.UPDATES, "PREFIX", "BASE", "VERSION"})
_OF_NAMES = frozenset("./-\\")
"""What follows a word in the name of a file, and no keyword of a query."""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path), required=False)
@click.argument("query", metavar="QUERY|FILE|-", required=False)
@click.option("--example", "name", metavar="NAME", help="Ask a query that comes with Hadath; --list shows them.")
@click.option(
    "--param", "given", metavar="NAME=VALUE", multiple=True, help="Set a parameter of the query. May be repeated."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=None,
    help="How to print it; without it as a table, what CONSTRUCT and DESCRIBE give as Turtle.",
)
@click.option(
    "--timeout",
    type=FiniteRange(min=0, min_open=True),
    default=TIMEOUT,
    show_default=True,
    metavar="SECONDS",
    help="Give up after so long.",
)
@click.option(
    "--rows", type=click.IntRange(min=1), default=ROWS, show_default=True, metavar="N", help="Cut off after N rows."
)
@click.option("--list", "listing", is_flag=True, help="List the examples with their parameters.")
@common
@pass_options
def query(
    options: Options,
    folder: Path | None,
    query: str | None,
    name: str | None,
    given: tuple[str, ...],
    form: str | None,
    timeout: float,
    rows: int,
    listing: bool,
) -> None:
    """Ask the graph in DIR a SPARQL query: given as text, as a file, on standard input (-), or by --example."""
    if listing:
        print_examples(examples().values())
        return
    if folder is None or (query is None) == (name is None):
        raise click.UsageError("give DIR and one of QUERY, FILE, - or --example NAME (--list shows the examples)")
    sparql, parameters = _example(str(name), _pairs(given)) if query is None else _own(query, _pairs(given))
    answer = run_query(
        folder, sparql, parameters=parameters, timeout=timeout, rows=rows, labels=form in (None, "table")
    )
    _print(answer, form)
    if answer.truncated and not options.quiet:
        click.echo("kg: the answer was cut off; --rows sets how many rows are kept", err=True)


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals:
            raise click.BadParameter(f"{each!r} is not NAME=VALUE", param_hint="--param")
        pairs[name.lstrip("?$")] = value
    return pairs


def _example(name: str, given: dict[str, str]) -> tuple[str, dict[str, Value]]:
    found = example(name)
    return found.sparql, found.values(given)


def _own(query: str, given: dict[str, str]) -> tuple[str, dict[str, Value]]:
    """A user's own query; its parameters have the kinds that its comments give them, else what they look like."""
    sparql = _text(query)
    declared = {parameter.name: parameter for parameter in read_example("query", sparql).parameters}
    return sparql, {
        name: declared[name].value(text) if name in declared else free_value(text) for name, text in given.items()
    }


def _text(query: str) -> str:
    """The query itself, from a file where one is named."""
    if query == "-":
        return sys.stdin.read()
    if not os.path.isfile(query):  # False also for what is too long to be a name
        if _is_sparql(query):
            return query
        raise QueryError("no such file, and no query either", where=query)
    path = Path(query)
    try:
        return path.read_text(encoding="utf8")
    except UnicodeDecodeError as fault:
        raise QueryError(f"is not UTF-8 at byte {fault.start}", where=query) from fault


def _is_sparql(text: str) -> bool:
    """Whether it is meant as a query, also as one that is refused, and not as the name of a file, as select.rq is."""
    first = next(iter(guard.tokens(text)), None)
    if "{" in text or first is None:
        return True
    return first.word in _BEGINNINGS and text[first.end : first.end + 1] not in _OF_NAMES


def _print(answer: Answer, form: str | None) -> None:
    if form not in (None, "table"):
        click.echo(WRITERS[str(form)](answer), nl=False)
    elif answer.triples is not None:
        click.echo(to_turtle(answer), nl=False)
    else:
        print_table(answer)
