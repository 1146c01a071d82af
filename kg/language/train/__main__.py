"""Trains the language packs from the corpora: `python -m kg.language.train ar|en --corpora DIR --out DIR`.

Steps: clitic segmentation (Arabic), syntax, named entities (Arabic), assembly. Figures go to OUT/scores.json.
Everything is
seeded; the same corpora and versions give the same figures.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycrfsuite
import spacy
from spacy.language import DEFAULT_CONFIG, Language
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop

from kg.language import sentences  # noqa: F401  (registers the component)
from kg.language.arabic import lemmas, syntax  # noqa: F401  (registers the component)
from kg.language.arabic.segmentation import Segmenter, features
from kg.language.arabic.tokenizer import ArabicTokenizer
from kg.language.train import corpora
from kg.language.train.pipeline import configuration, entity_components, syntax_components
from kg.language.train.reader import example

ATTRIBUTES = ["ORTH", "NORM", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "SPACY", "ENT_IOB", "ENT_TYPE"]
HELD_OUT = 20
"""One training sentence in so many decides between checkpoints; the test part is scored once at the end."""


def train_segmenter(train: Path, test: Path, work: Path) -> tuple[Segmenter, dict[str, float]]:
    """A segmenter trained on a treebank, and its figures on another part of it."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for (word, cuts), count in sorted(corpora.segmented_words(train).items()):
        labels = ["B" if i in cuts else "I" for i in range(len(word))]
        for _ in range(min(count, 3)):
            trainer.append(features(word), labels)
    trainer.set_params({"c1": 0.05, "c2": 0.01, "max_iterations": 120, "feature.minfreq": 1})
    trainer.train(str(work / "segmenter.crf"))
    segmenter = Segmenter((work / "segmenter.crf").read_bytes())
    counts = corpora.segmented_words(test)
    right = sum(n for (word, cuts), n in counts.items() if segmenter.cuts(word) == cuts)
    return segmenter, {"words_exact": round(right / counts.total(), 4)}


DESCRIPTIONS = {
    "ar": (
        "Arabic: words segmented, tagged, parsed, lemmatised, names found. Trained for Hadath on UD "
        "Arabic-PADT and Wojood."
    ),
    "en": "English: words tagged, parsed, lemmatised. Trained for Hadath on UD English-EWT.",
}


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long to train and what to choose the checkpoint by: weights of scores, steps, words a step."""

    weights: dict[str, float]
    steps: int
    words: int


def train_components(
    lang: str, components: dict[str, Any], schedule: Schedule, train: list[Doc], dev: list[Doc], work: Path
) -> Language:
    """A trained pipeline of the given components."""
    work.mkdir(parents=True, exist_ok=True)
    for name, docs in (("train", train), ("dev", dev)):
        DocBin(attrs=ATTRIBUTES, docs=docs).to_disk(work / f"{name}.spacy")
    settings = configuration(
        lang,
        components,
        schedule.weights,
        train=str(work / "train.spacy"),
        dev=str(work / "dev.spacy"),
        steps=schedule.steps,
        words=schedule.words,
    )
    (work / "config.json").write_text(json.dumps(settings, indent=1), encoding="utf8")
    nlp = init_nlp(DEFAULT_CONFIG.merge(settings))
    (work / "model").mkdir(exist_ok=True)
    train_loop(nlp, work / "model")
    return spacy.load(work / "model" / "model-best")


def evaluate(nlp: Language, docs: list[Doc], keys: tuple[str, ...]) -> dict[str, float]:
    """Scores of `nlp` on gold tokens."""
    scores = nlp.evaluate([example(nlp, Doc(nlp.vocab).from_bytes(d.to_bytes())) for d in docs])
    return {k: round(float(scores[k]), 4) for k in keys if scores.get(k) is not None}


def split(docs: list[Doc]) -> tuple[list[Doc], list[Doc]]:
    """Training documents and the held-out part that chooses the checkpoint."""
    return [d for i, d in enumerate(docs) if i % HELD_OUT], docs[::HELD_OUT]


def train_arabic(source: Path, out: Path, work: Path, steps: int) -> dict[str, Any]:
    """Trains and writes the Arabic pack; returns its figures."""
    padt = source / "padt"
    segmenter, scores = train_segmenter(padt / "ar_padt-ud-train.spacy", padt / "ar_padt-ud-test.spacy", work)
    figures: dict[str, Any] = {"segmentation": scores}
    tokenizer = ArabicTokenizer(spacy.blank("ar").vocab, segmenter)
    nlp, figures["syntax"] = train_syntax(
        "ar", padt / "ar_padt-ud-train.spacy", padt / "ar_padt-ud-test.spacy", work, steps
    )
    wojood = source / "wojood"
    parts = [corpora.entities(wojood / f"{part}.spacy", tokenizer) for part in ("train", "val")]
    schedule = Schedule({"ents_f": 1.0}, steps, 2500)
    ner = train_components("ar", entity_components(), schedule, parts[0], parts[1], work / "ner")
    figures["entities"] = evaluate(
        ner, corpora.entities(wojood / "test.spacy", tokenizer), ("ents_p", "ents_r", "ents_f")
    )
    nlp.add_pipe("ner", source=ner)
    write_pack(nlp, out, figures, tokenizer="hadath.arabic.v1", segmenter=segmenter)
    return figures


def train_english(source: Path, out: Path, work: Path, steps: int) -> dict[str, Any]:
    """Trains and writes the English pack, whose named entities come from an installed pipeline when it is loaded;
    returns its figures.
    """
    ewt = source / "ewt"
    nlp, figures = train_syntax("en", ewt / "train.spacy", ewt / "test.spacy", work, steps)
    write_pack(nlp, out, {"syntax": figures})
    return {"syntax": figures}


def train_syntax(lang: str, train: Path, test: Path, work: Path, steps: int) -> tuple[Language, dict[str, float]]:
    """Tagger, parser and lemmatizer, and their figures on the test part with gold tokens."""
    parts = split(corpora.treebank(train, lang))
    schedule = Schedule({"pos_acc": 0.2, "dep_las": 0.5, "lemma_acc": 0.3}, steps, 1500)
    nlp = train_components(lang, syntax_components(), schedule, parts[0], parts[1], work / "syntax")
    docs = corpora.treebank(test, lang)
    return nlp, evaluate(nlp, docs, ("pos_acc", "morph_acc", "dep_uas", "dep_las", "lemma_acc"))


def write_pack(
    nlp: Language,
    out: Path,
    figures: dict[str, Any],
    *,
    tokenizer: str | None = None,
    segmenter: Segmenter | None = None,
) -> None:
    """Assembles the pipeline with our tokenizer and sentence boundaries and writes it to `out`, with its figures."""
    first = {"first": True} if "tok2vec" not in nlp.pipe_names else {"before": "tok2vec"}
    nlp.add_pipe("hadath_sentences", **first)
    if tokenizer:
        nlp.add_pipe("hadath_arabic_lemmas", after="trainable_lemmatizer")
        nlp.add_pipe("hadath_arabic_syntax", last=True)
        nlp.config["nlp"]["tokenizer"] = {"@tokenizers": tokenizer}
        nlp.tokenizer = ArabicTokenizer(nlp.vocab, segmenter)
    nlp.config["paths"] = {"train": None, "dev": None, "vectors": None, "init_tok2vec": None}
    nlp.config["corpora"] = {}
    nlp.meta.update(
        name=f"hadath_{nlp.lang}",
        version="1",
        license="see LICENSES.md",
        author="Hadath",
        description=DESCRIPTIONS[str(nlp.lang)],
        performance=figures,
    )
    nlp.to_disk(out)
    (out / "scores.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf8")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m kg.language.train", description=__doc__.splitlines()[0])
    parser.add_argument("lang", choices=("ar", "en"))
    parser.add_argument("--corpora", type=Path, required=True, help="folder with padt/, wojood/, ewt/")
    parser.add_argument("--out", type=Path, required=True, help="folder of the pack")
    parser.add_argument("--work", type=Path, required=True, help="folder for intermediate files")
    parser.add_argument("--steps", type=int, default=6000)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    recipe = train_arabic if args.lang == "ar" else train_english
    print(json.dumps(recipe(args.corpora, args.out, args.work, args.steps), indent=1))


if __name__ == "__main__":
    main()
