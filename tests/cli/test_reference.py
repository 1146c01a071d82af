"""docs/cli.md is what the commands say of themselves."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kg.cli.main import COMMANDS, cli
from kg.cli.reference import reference


def commands() -> Iterator[tuple[str, click.Command]]:
    for name in sorted(COMMANDS):
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {part}", each) for part, each in command.commands.items())


PARAMETERS = [(name, parameter) for name, command in commands() for parameter in command.params]


def test_the_reference_is_not_stale(root: Path) -> None:
    written = (root / "docs" / "cli.md").read_text(encoding="utf8")
    assert written == reference(), "make it again: python -m kg.cli.reference > docs/cli.md"


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_is_in_it(name: str, root: Path) -> None:
    assert f"# kg {name}\n" in (root / "docs" / "cli.md").read_text(encoding="utf8")


@pytest.mark.parametrize(
    ("name", "parameter"), PARAMETERS, ids=lambda each: each if isinstance(each, str) else each.name
)
def test_every_option_is_in_it_and_says_what_it_does(name: str, parameter: click.Parameter, root: Path) -> None:
    if isinstance(parameter, click.Option):
        text = (root / "docs" / "cli.md").read_text(encoding="utf8")
        assert all(f"`{option}" in text for option in parameter.opts)
        assert parameter.help, f"kg {name} {parameter.opts[-1]} does not say what it does"
