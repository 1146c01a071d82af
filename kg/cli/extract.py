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
    default="jsonl",
    show_default=True,
    help="How to print it.",
)
@common
@pass_options
def extract(options: Options, paths: tuple[str, ...], form: str) -> None:
    """Print the events that each article tells of.

    PATH is a file of articles (.txt, .json, .jsonl), a folder of such files, or - for standard input.
    """
    from kg.engines.local import extract_each

    write = _table() if form == "table" else _lines(sys.stdout.buffer)
    done = 0
    for item in extract_each(paths, settings=options.settings()):
        if isinstance(item, Issue):
            tell(item, quiet=options.quiet)
        else:
            write(*item)
            done += 1
    if not done:
        raise ArticleError("no article could be read")


def _lines(out: BinaryIO) -> Writer:
    from kg.exporting.score_jsonl import as_score_record

    def write(article: Article, extraction: Extraction) -> None:
        out.write(json.dumps(as_score_record(article, extraction), ensure_ascii=False).encode("utf8") + b"\n")
        out.flush()

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
