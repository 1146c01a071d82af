"""Trains the language packs: `python -m kg.language.train STEP …`, the steps in this order.

1. `segmenter`: the clitic boundaries of Arabic words, from PADT.
2. `plateau`: the encoder with all its heads, for as many minutes as given; it takes up where it stopped.
3. `decay`: a version of what the plateau has reached, the rate going down to nothing.
4. `average`, where it reads better: the version and an earlier state in one; then `heads`: the heads of events for it.
5. `pack`: the version as files of a pack.
6. `label`: news, treebanks and names as the small pipelines of the fast pack learn from them.
7. `fast`: a small pipeline, from what `label` wrote.

Steps 2 to 5 need `pip install 'hadath[train]'`. Everything is seeded.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from kg.language.base import LANGUAGES
from kg.resources import data_folder

SEGMENTER = data_folder() / "packs" / "default" / "ar" / "tokenizer"


def segmenter(args: argparse.Namespace) -> None:
    """Trains and writes the segmenter; prints its figures."""
    from kg.language.train.segmenter import train_segmenter

    print(train_segmenter(args.shared, args.out))


def plateau(args: argparse.Namespace) -> None:
    """Goes on with the long part of training."""
    _run(args).plateau(args.minutes)


def decay(args: argparse.Namespace) -> None:
    """Finishes a version."""
    _run(args).decay(args.steps)


def average(args: argparse.Namespace) -> None:
    """Averages the version with an earlier state."""
    _run(args).average(args.other, args.share)


def heads(args: argparse.Namespace) -> None:
    """Trains the heads of events anew, the encoder as it is."""
    _run(args).heads(args.epochs)


def _run(args: argparse.Namespace):  # type: ignore[no-untyped-def]  # torch is not there where types are checked
    import torch

    from kg.language.train.data import load
    from kg.language.train.loop import Run, Settings

    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    args.work.mkdir(parents=True, exist_ok=True)
    data = load(args.shared, args.work, args.segmenter, open_only=args.open)
    return Run(data, args.work, Settings())


def pack(args: argparse.Namespace) -> None:
    """Writes the version as a pack."""
    from kg.language.train import pack as packs
    from kg.language.train.data import load

    data = load(args.shared, args.work, args.segmenter, open_only=args.open)
    packs.write(args.out, args.work / "version.pt", data, args.segmenter)


def label(args: argparse.Namespace) -> None:
    """Has the pack read news for the fast pack."""
    from kg.language.train.fast import prepare

    prepare(args.lang, args.shared, args.work, words=args.words)


def fast(args: argparse.Namespace) -> None:
    """Trains the fast pipeline of a language."""
    from kg.language.train.fast import train

    train(args.lang, args.work, args.out, steps=args.steps)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m kg.language.train", description=(__doc__ or "").splitlines()[0])
    steps = parser.add_subparsers(dest="step", required=True, metavar="STEP")

    def step(run: Callable[[argparse.Namespace], None]) -> argparse.ArgumentParser:
        found = steps.add_parser(run.__name__, help=run.__doc__)
        found.set_defaults(run=run)
        found.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with corpora/ and news/")
        return found

    for run in (plateau, decay, average, heads, pack):
        found = step(run)
        found.add_argument("--work", type=Path, required=True, help="folder of the run")
        found.add_argument("--segmenter", type=Path, default=SEGMENTER, help="the model of the segmenter")
        found.add_argument("--threads", type=int, default=2)
        found.add_argument("--open", action="store_true", help="leave out what is not free for commercial use")
        if run is plateau:
            found.add_argument("--minutes", type=float, default=95)
        elif run is decay:
            found.add_argument("--steps", type=int, default=700)
        elif run is average:
            found.add_argument("--other", type=Path, required=True, help="the file of the other state")
            found.add_argument("--share", type=float, default=0.65, help="what the version counts for")
        elif run is heads:
            found.add_argument("--epochs", type=int, default=8)
        else:
            found.add_argument("--out", type=Path, required=True, help="folder of the pack")
    for run in (label, fast):
        found = step(run)
        found.add_argument("--lang", choices=LANGUAGES, required=True)
        found.add_argument("--work", type=Path, required=True, help="folder of the run")
        if run is label:
            found.add_argument("--words", type=int, default=1_200_000, help="words of news")
        else:
            found.add_argument("--steps", type=int, default=5_000)
            found.add_argument("--out", type=Path, required=True, help="folder of the pipeline")
    step(segmenter).add_argument("--out", type=Path, required=True, help="the file to write")
    return parser


def main() -> None:
    """The command."""
    args = _parser().parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
