"""Measures a language pack on the corpora beside the project: `python -m kg.evaluation.packs --shared ../shared`.

Prints one JSON object of figures. Test parts are for reporting only; what is tuned is tuned on parts of the training
data.
"""

import argparse
import json
import lzma
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import DocBin

from kg.evaluation import names, trees
from kg.language import PACKS, load, measured
from kg.language.train import readers

Figures = dict[str, float]


def padt_given(shared: Path, pack: str) -> Figures:
    """PADT test with its words and sentences given."""
    nlp = load("ar", pack)
    return trees.given_tokens(nlp, (readers.reference(d, "ar") for d in _padt(shared)))


def padt_text(shared: Path, pack: str) -> Figures:
    """PADT test from the text alone."""
    nlp = load("ar", pack)
    return trees.from_text(nlp, (readers.reference(d, "ar") for d in _padt(shared)))


def _padt(shared: Path) -> list[Any]:
    return readers.docs(shared / "corpora" / "padt" / "ar_padt-ud-test.spacy", "ar")


def pud_given(shared: Path, pack: str) -> Figures:
    """Arabic PUD, which no training has seen, with its words and sentences given."""
    nlp = load("ar", pack)
    found = readers.conllu(shared / "corpora" / "pud" / "ar_pud-ud-test.conllu", nlp.vocab)
    return trees.given_tokens(nlp, (readers.reference(d, "ar") for d in found))


def ewt_given(shared: Path, pack: str) -> Figures:
    """EWT test with its words and sentences given."""
    found = readers.docs(shared / "corpora" / "ewt" / "test.spacy", "en")
    return trees.given_tokens(load("en", pack), (readers.reference(d, "en") for d in found))


def gum_given(shared: Path, pack: str) -> Figures:
    """GUM test with its words and sentences given."""
    found = readers.docs(shared / "corpora" / "gum" / "test.spacy", "en")
    return trees.given_tokens(load("en", pack), (readers.reference(d, "en") for d in found))


def wojood(shared: Path, pack: str) -> Figures:
    """Wojood test, whole words, all types."""
    from kg.language.encoder.component import LABELS

    nlp = load("ar", pack)
    found = DocBin().from_disk(shared / "corpora" / "wojood" / "test.spacy").get_docs(nlp.vocab)
    return names.over_words(nlp, found, LABELS)


def english_names(shared: Path, pack: str) -> Figures:
    """Persons, organisations and places in English sentences that are labelled in full."""
    return names_with(load("en", pack), shared)


def names_with(nlp: Language, shared: Path) -> Figures:
    """The scores of any English pipeline on the labelled sentences."""
    with lzma.open(shared / "news" / "english.jsonl.xz", "rt", encoding="utf8") as lines:
        texts = [json.loads(line)["text"] for line in lines]

    def pair(s: measured.NamedSentence) -> tuple[set[names.Name], set[names.Name]]:
        gold = {(a - s.start, b - s.start, kind) for a, b, kind in s.names}
        return gold, names.in_sentence(nlp, texts[s.article][s.start : s.end])

    return names.scores(pair(s) for s in measured.sentences())


MEASURES: dict[str, Callable[[Path, str], Figures]] = {
    f.__name__: f for f in (padt_given, padt_text, pud_given, ewt_given, gum_given, wojood, english_names)
}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m kg.evaluation.packs", description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with corpora/ and news/")
    parser.add_argument("--pack", choices=PACKS, default=PACKS[0])
    parser.add_argument("--only", choices=MEASURES, action="append", help="measure only this; may be repeated")
    args = parser.parse_args()
    chosen = args.only or list(MEASURES)
    json.dump({name: MEASURES[name](args.shared, args.pack) for name in chosen}, sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
