"""Figures of an evaluation as tables for people."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.cli.talk import one_line
from kg.evaluation.scorer import MEASURES, Figure, Mistake, of_type, on_matched

if TYPE_CHECKING:
    from kg.evaluation.scorer import Score

NAMES = {"ar": "Arabic", "en": "English", "all": "both languages"}
WIDE = 200
"""The width of what is not for a terminal."""


def print_scores(scores: "Mapping[str, Score]") -> None:
    """Prints a table a language, and one of the event types with a column a language."""
    console = _console()
    for lang, score in scores.items():
        console.print(_measures(lang, score))
    if scores:
        console.print(_types(scores))


def print_mistakes(mistakes: Sequence[Mistake]) -> None:
    """Prints a row a mistake; nothing when there are none."""
    if not mistakes:
        return
    table = Table("article", "what", "event", "in the gold", "found", title="Mistakes", title_justify="left")
    for each in mistakes:
        cells = (each.article, each.what, each.type, each.gold, each.system)
        table.add_row(*(Text(one_line(cell), overflow="fold") for cell in cells))
    _console().print(table)


def _measures(lang: str, score: "Score") -> Table:
    title = f"{NAMES[lang][:1].upper()}{NAMES[lang][1:]}: {score.articles} article{'' if score.articles == 1 else 's'}"
    table = Table("", title=title, title_justify="left")
    for column in ("P", "R", "F1", "gold", "found", "F1 where the event was found"):
        table.add_column(column, justify="right")
    for measure in MEASURES:
        if figure := score.figures.get(measure):
            within = score.figures.get(on_matched(measure))
            table.add_row(measure, *_cells(figure), _share(within.f1) if within else "")
    return table


def _types(scores: "Mapping[str, Score]") -> Table:
    table = Table("event type", title="By event type", title_justify="left")
    for lang in scores:
        table.add_column(f"F1 {lang}", justify="right")
    for column in ("P", "R", "gold", "found"):
        table.add_column(column, justify="right")
    last = list(scores.values())[-1]
    for name in sorted(_type_names(last), key=lambda name: (-last.figures[of_type(name)].gold, name)):
        figures = [score.figures.get(of_type(name)) for score in scores.values()]
        precision, recall, _, gold, found = _cells(last.figures[of_type(name)])
        table.add_row(name, *(_share(each.f1) if each else "" for each in figures), precision, recall, gold, found)
    return table


def _type_names(score: "Score") -> list[str]:
    prefix = of_type("")
    return [measure.removeprefix(prefix) for measure in score.figures if measure.startswith(prefix)]


def _cells(figure: Figure) -> tuple[str, str, str, str, str]:
    shares = _share(figure.precision), _share(figure.recall), _share(figure.f1)
    return *shares, str(figure.gold), str(figure.system)


def _share(value: float) -> str:
    return f"{value:.3f}"


def _console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=WIDE, force_terminal=False)
