"""kg extract: what each article says, before anything is joined across articles."""

import json
import sys
from collections.abc import Callable
from typing import BinaryIO

import click

from kg.cli.options import Options, common, pass_options
from kg.cli.talk import tell
from kg.errors import ArticleError
from kg.model import Article, Extraction, Issue

Writer = Callable[[Article, Extraction], None]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table"]),
    help="How to print it; without it as jsonl, with --explain as text for people.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Show the words that every part of an event comes from: as text, or in jsonl as the field explain.",
)
@common
@pass_options
def extract(options: Options, paths: tuple[str, ...], form: str | None, explain: bool) -> None:
    """Print the events that each article tells of.

    PATH is a file of articles (.txt, .json, .jsonl), a folder of such files, or - for standard input.
    """
    from kg.engines.local import extract_each

    write = _writer(form or ("table" if explain else "jsonl"), explain)
    done = 0
    for item in extract_each(paths, settings=options.settings()):
        if isinstance(item, Issue):
            tell(item, quiet=options.quiet)
        else:
            write(*item)
            done += 1
    if not done:
        raise ArticleError("no article could be read")


def _writer(form: str, explain: bool) -> Writer:
    if form == "jsonl":
        return _lines(sys.stdout.buffer, explain)
    return _explanations(sys.stdout.buffer, sys.stdout.isatty()) if explain else _table()


def _lines(out: BinaryIO, explain: bool) -> Writer:
    from kg.exporting.score_jsonl import as_score_record

    def write(article: Article, extraction: Extraction) -> None:
        record = as_score_record(article, extraction, explain=explain)
        out.write(json.dumps(record, ensure_ascii=False).encode("utf8") + b"\n")
        out.flush()

    return write


def _explanations(out: BinaryIO, terminal: bool) -> Writer:
    from kg.cli.explanation import as_text

    before = ""

    def write(article: Article, extraction: Extraction) -> None:
        nonlocal before
        out.write((before + as_text(article, extraction, isolate=terminal)).encode("utf8"))
        out.flush()
        before = "\n"

    return write


def _table() -> Writer:
    from rich.console import Console

    from kg.cli.table import as_table

    console = Console()
    if not console.is_terminal:
        console.width = 160

    def write(article: Article, extraction: Extraction) -> None:
        console.print(as_table(article, extraction))

    return write
