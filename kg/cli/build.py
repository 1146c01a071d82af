"""kg build: from articles to a folder that holds their graph."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import FiniteRange, Options, common, pass_options
from kg.cli.summary import summary
from kg.cli.talk import progress, tell
from kg.errors import ArticleError

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="DIR", help="The folder to write."
)
@click.option("--add", is_flag=True, help="Keep the articles that DIR has, and add these.")
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes that read."
)
@click.option(
    "--engine", type=click.Choice(["local"]), default="local", show_default=True, help="Where the stages run."
)
@click.option("--strict", is_flag=True, help="Build nothing when anything in the sources is at fault.")
@click.option(
    "--min-score",
    type=FiniteRange(0, 1),
    default=0.0,
    show_default=True,
    metavar="S",
    help="Leave out claims with a lower score.",
)
@common
@pass_options
def build(
    options: Options,
    sources: tuple[str, ...],
    out: Path,
    add: bool,
    workers: int,
    engine: str,
    strict: bool,
    min_score: float,
) -> None:
    """Build the graph of all articles in SOURCES into the folder DIR.

    A source is a file of articles (.txt, .json, .jsonl), a folder of such files, or - for standard input. DIR becomes
    exactly what the sources give; with --add, what it has stays.
    """
    from kg.engines import local

    started = time.monotonic()
    with progress("Reading articles", quiet=options.quiet) as bar:
        graph = local.build(
            sources,
            settings=options.settings(),
            workers=workers,
            strict=strict,
            min_score=min_score,
            add_to=_present(out) if add else None,
            progress=bar,
            report=lambda issue: tell(issue, quiet=options.quiet),
        )
    if not graph.articles:
        raise ArticleError("no article could be read", advice=f"nothing was built, {out} is as it was")
    graph.write(out)
    if not options.quiet:
        seconds = time.monotonic() - started if sys.stderr.isatty() else None
        click.echo(summary(graph, out, seconds), err=True)


def _present(out: Path) -> "KnowledgeGraph | None":
    """The graph that the folder has; None when there is no folder yet, or an empty one."""
    from kg.graph import KnowledgeGraph

    return KnowledgeGraph.read(out) if out.is_dir() and any(out.iterdir()) else None
