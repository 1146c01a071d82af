"""kg evaluate: how well extraction reads annotated articles."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Options, common, pass_options
from kg.cli.talk import progress

if TYPE_CHECKING:
    from kg.evaluation.gold import GoldArticle
    from kg.evaluation.scorer import Score
    from kg.evaluation.system import Found

ALL = "all"
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("gold", type=_FOLDER, metavar="GOLD")
@click.argument("docs", type=_FOLDER, metavar="DOCS")
@click.argument(
    "out", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="[OUT.jsonl]", required=False
)
@click.option("--lang", type=click.Choice(["ar", "en"]), help="Only articles of this language.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="List the first N mistakes.")
@click.option(
    "--every", type=click.IntRange(min=1), default=1, metavar="N", help="Take only every Nth article, by file name."
)
@click.option("--floors", is_flag=True, help="Fail where a figure is under the floor that is kept for these articles.")
@common
@pass_options
def evaluate(
    options: Options,
    gold: Path,
    docs: Path,
    out: Path | None,
    lang: str | None,
    as_json: bool,
    errors: int,
    every: int,
    floors: bool,
) -> None:
    """Compare the events that extraction finds with those that people annotated.

    GOLD has one JSON file of annotation an article, DOCS the articles as ID.json. OUT.jsonl is what kg extract printed
    for them; without it the articles are read now.
    """
    from kg.cli.score_table import print_mistakes, print_scores
    from kg.evaluation.floors import floors_of
    from kg.evaluation.gold import read_gold
    from kg.evaluation.scorer import score
    from kg.evaluation.system import read_found

    if floors and lang:
        raise click.UsageError("--floors holds all languages of a corpus against its floors; leave --lang out")
    articles = [each for each in read_gold(gold, docs, every=every) if lang in (None, each.lang)]
    kept = floors_of(articles) if floors else {}
    found = read_found(out) if out else _found(articles, options)
    scores = {
        name: score(chosen, found)
        for name in ([lang] if lang else ["ar", "en", ALL])
        if (chosen := [each for each in articles if name in (ALL, each.lang)])
    }
    if as_json:
        click.echo(json.dumps(as_object(scores), ensure_ascii=False, indent=1))
    else:
        print_scores(scores)
        print_mistakes(scores[lang or ALL].mistakes[:errors] if scores else ())
    _hold(scores, kept)


def _hold(scores: "Mapping[str, Score]", floors: "Mapping[str, Mapping[str, float]]") -> None:
    """Raises `FloorError` that names every figure under its floor."""
    from kg.errors import FloorError
    from kg.evaluation.floors import fallen

    under = fallen(scores, floors)
    if under:
        raise FloorError("; ".join(map(str, under)))


def as_object(scores: "Mapping[str, Score]") -> dict[str, dict[str, dict[str, float]]]:
    """By language and measure: p, r, f (rounded to four digits), and how many are in the gold and in the system."""
    return {
        lang: {
            measure: {
                "p": round(figure.precision, 4),
                "r": round(figure.recall, 4),
                "f": round(figure.f1, 4),
                "gold": figure.gold,
                "sys": figure.system,
            }
            for measure, figure in score.figures.items()
        }
        for lang, score in scores.items()
    }


def _found(articles: "list[GoldArticle]", options: Options) -> "Found":
    from kg.evaluation.system import find

    found = {}
    with progress("Reading articles", quiet=options.quiet or not sys.stderr.isatty()) as bar:
        for id, events in find(articles, options.settings()):
            found[id] = events
            if bar:
                bar(len(found), len(articles))
    return found
