"""What commands say to people, on stderr."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kg.model import Issue, Severity

if TYPE_CHECKING:
    from kg.engines.local import Progress


def one_line(text: str) -> str:
    r"""The text on one line, without characters that move the cursor or turn the direction of what follows.

    >>> one_line("a\nb\x1b[2Jc")
    'a b\ufffd[2Jc'
    """
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(text.split()))


def tell(issue: Issue, *, quiet: bool = False) -> None:
    """Prints one line for one issue: how bad, where, what, what to do; nothing for a warning when `quiet`."""
    if quiet and issue.severity is Severity.WARNING:
        return
    advice = f" ({issue.advice})" if issue.advice else ""
    click.echo(one_line(f"{issue.severity}: {issue.where}: {issue.what}{advice}"), err=True)


@contextmanager
def progress(what: str, *, quiet: bool = False) -> "Iterator[Progress | None]":
    """A bar on stderr while it is a terminal, moved by calling it with how many are done and how many there are; else
    None.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(what, total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)
