"""Writes docs/cli.md, the reference of the command line, from the commands themselves:

python -m kg.cli.reference > docs/cli.md
"""

import inspect
from collections.abc import Iterator

import click

from kg.cli.main import cli

HEAD = """\
# Commands

Made by `python -m kg.cli.reference > docs/cli.md`; `kg COMMAND --help` says the same.

Data goes to stdout, everything else to stderr. The exit code is 0 when done, 1 when it failed, 2 for wrong usage. `-`
is standard input."""


def reference() -> str:
    """The whole reference as Markdown: each command with its arguments and options, then the options that all have."""
    context = click.Context(cli, info_name="kg", **cli.context_settings)
    shared: set[str | None] = {parameter.name for parameter in cli.params}
    parts = [HEAD]
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            parts += _sections(command, click.Context(command, info_name=name, parent=context), shared)
    rows = [_row(each, context) for each in cli.get_params(context) if isinstance(each, click.Option)]
    parts.append(
        "\n".join(
            [
                "## Options of every command",
                "",
                "Before the name of the command or after it; `--version` only before.",
                "",
                *_table(rows),
            ]
        )
    )
    return "\n\n".join(parts) + "\n"


def _sections(command: click.Command, context: click.Context, shared: set[str | None]) -> Iterator[str]:
    """A section a command; a group has one of its own, then its commands, one level down."""
    yield _section(command, context, shared)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            each = command.get_command(context, name)
            if each is not None:
                yield "#" + _section(each, click.Context(each, info_name=name, parent=context), shared)


def _section(command: click.Command, context: click.Context, shared: set[str | None]) -> str:
    usage = [context.command_path, *_usage(command, context)]
    own = [each for each in command.params if isinstance(each, click.Option) and each.name not in shared]
    lines = [f"## {context.command_path}", "", f"    {' '.join(usage)}", "", *_paragraphs(command)]
    return "\n".join([*lines, *(["", *_table([_row(each, context) for each in own])] if own else [])])


def _usage(command: click.Command, context: click.Context) -> Iterator[str]:
    for each in command.params:
        if isinstance(each, click.Argument):
            yield each.make_metavar(context)
    yield "COMMAND" if isinstance(command, click.Group) else "[OPTIONS]"


def _paragraphs(command: click.Command) -> list[str]:
    return inspect.cleandoc(command.help or "").splitlines()


def _table(rows: list[str]) -> list[str]:
    return ["| option | what it does |", "|---|---|", *rows]


def _row(option: click.Option, context: click.Context) -> str:
    value = "" if option.is_flag or option.count else " " + option.make_metavar(context).strip("[]").replace("|", r"\|")
    names = ", ".join(f"`{name}{value}`" for name in option.opts)
    notes = [option.help or "", *_notes(option)]
    return f"| {names} | {' '.join(note for note in notes if note)} |"


def _notes(option: click.Option) -> Iterator[str]:
    if option.required:
        yield "Must be given."
    if option.show_default and option.default is not None:
        yield f"Default: {option.default}."


if __name__ == "__main__":
    click.echo(reference(), nl=False)
