"""The group of all commands. A command's module is imported when the command is called, so that starting is quick."""

import importlib
import os
import sys
from typing import Any

import click

from kg import __version__
from kg.cli.options import common
from kg.cli.talk import one_line
from kg.errors import HadathError

COMMANDS = {
    "build": "kg.cli.build:build",
    "check": "kg.cli.check:check",
    "evaluate": "kg.cli.evaluate:evaluate",
    "extract": "kg.cli.extract:extract",
    "frames": "kg.cli.frames:frames",
    "models": "kg.cli.models:models",
    "query": "kg.cli.query:query",
}
"""The commands, each with the place of its `click.Command`."""
INTERRUPTED = 130


class Failure(click.ClickException):
    """A fault of ours as click shows one: a line on stderr, exit code 1."""

    def show(self, file: Any = None) -> None:
        """Prints the line."""
        click.echo(f"kg: {one_line(self.message)}", err=True)


class Commands(click.Group):
    """A group that knows its commands by name and fetches them when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, sorted."""
        return sorted({*COMMANDS, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None: there is none."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; our faults and an interruption end it with a line, not with a traceback."""
        try:
            return super().invoke(ctx)
        except HadathError as fault:
            raise Failure(str(fault)) from fault
        except KeyboardInterrupt:
            click.echo("kg: interrupted", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="hadath", message="%(prog)s %(version)s")
@common
def cli() -> None:
    """Event knowledge graphs from news in Arabic and English."""


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        try:
            cli(prog_name="kg")
        finally:
            sys.stdout.flush()  # here, where a disk that is full can still be told
    except OSError as fault:
        _drop_output()
        if not isinstance(fault, BrokenPipeError):  # a reader that goes away is no fault
            place = f"{fault.filename}: " if fault.filename else "output cannot be written: "
            click.echo(one_line(f"kg: {place}{fault.strerror or fault}"), err=True)
        sys.exit(1)


def _drop_output() -> None:
    """Lets what could not be written go, so that Python does not try again at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
