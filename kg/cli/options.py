"""The options that every command has, before the command's name or after it: --config, --pack, -q, -v."""

import logging
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.settings import Settings, load_settings

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(slots=True)
class Options:
    """What was said so far; `settings()` is read when a command asks for it."""

    config: Path | None = None
    pack: str | None = None
    quiet: bool = False
    verbose: int = 0

    def settings(self) -> Settings:
        """The settings of the file, with the language pack of the command line; raises `SettingsError`."""
        settings = load_settings(self.config)
        return replace(settings, pack=self.pack) if self.pack else settings


class FiniteRange(click.FloatRange):
    """A range of numbers that refuses nan, which click takes to be in every range, and infinity."""

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> float:
        """The number; fails as click's types do."""
        number: float = super().convert(value, parameter, context)
        if not math.isfinite(number):
            self.fail(f"{value!r} is not a finite number", parameter, context)
        return number


pass_options = click.make_pass_decorator(Options, ensure=True)
"""Hands the command its `Options` as first argument."""


def common(command: Command) -> Command:
    """The command with the options that all have."""
    for option in (
        click.option(
            "-v", "--verbose", count=True, expose_value=False, callback=_verbose, help="Say more; twice: much more."
        ),
        click.option("-q", "--quiet", is_flag=True, expose_value=False, callback=_keep, help="Say nothing but errors."),
        click.option("--pack", metavar="NAME", expose_value=False, callback=_keep, help="The language pack."),
        click.option(
            "--config",
            type=click.Path(path_type=Path),
            metavar="FILE",
            expose_value=False,
            callback=_keep,
            help="The settings; without it: hadath.toml in this folder, if there is one.",
        ),
    ):
        command = option(command)
    return command


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value:
        setattr(context.ensure_object(Options), str(parameter.name), value)
    else:
        context.ensure_object(Options)


def _verbose(context: click.Context, parameter: click.Parameter, value: int) -> None:
    _keep(context, parameter, value)
    if value:
        level = logging.INFO if value == 1 else logging.DEBUG
        logging.basicConfig(format="%(name)s: %(message)s")
        logging.getLogger("kg").setLevel(level)
