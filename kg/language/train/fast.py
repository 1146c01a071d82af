"""The fast pack: small spaCy pipelines that learn from the treebanks and from news that the encoder has labelled."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import DEFAULT_CONFIG, Language
from spacy.tokens import Doc, Span
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop

from kg.language import load, measured
from kg.language.encoder.component import LABELS
from kg.language.train import readers
from kg.language.train.pipeline import configuration
from kg.language.train.reader import write

HELD_OUT = 25
"""One labelled article in so many decides between checkpoints."""
NEWS = {"ar": ("ant-2018.jsonl.xz", "saudi-2015.txt.xz"), "en": ("english.jsonl.xz",)}
LONGEST = 4000
"""Characters of an article that are labelled: enough for its style, and many articles show more words."""


def articles(lang: str, shared: Path, words: int) -> Iterator[str]:
    """Texts of about so many words in all, taken evenly from the news; English ones measured on are left out."""
    left_out = measured.articles() if lang == "en" else frozenset()
    for name in NEWS[lang]:
        texts = [t[:LONGEST] for i, t in enumerate(readers.news(shared / "news" / name)) if i not in left_out]
        step = max(1, sum(len(t.split()) for t in texts) * len(NEWS[lang]) // words)
        yield from (text for text in texts[::step] if text.strip())


def labelled(lang: str, shared: Path, work: Path, words: int) -> tuple[Path, Path]:
    """Files of news that the encoder has labelled, for training and for choosing; written once."""
    paths = work / f"news-{lang}.spacy", work / f"held-out-{lang}.spacy"
    if not all(path.is_file() for path in paths):
        docs = list(load(lang).pipe(articles(lang, shared, words)))
        for doc in docs:
            doc.tensor = doc.tensor[:0]
        write(paths[1], docs[::HELD_OUT])
        write(paths[0], [doc for i, doc in enumerate(docs) if i % HELD_OUT])
    return paths


def treebanks(lang: str, shared: Path) -> Iterator[Doc]:
    """Parsed documents whose names nobody has labelled."""
    corpora = shared / "corpora"
    parts = ("padt/ar_padt-ud-train",) if lang == "ar" else ("ewt/train", "gum/train")
    for part in parts:
        for doc in readers.docs(corpora / f"{part}.spacy", lang):
            yield readers.reference(doc, lang)


def named(shared: Path, tokenizer: Any) -> Iterator[Doc]:
    """Documents of Wojood with their names and nothing else."""
    for doc, spans in readers.wojood(shared / "corpora" / "wojood" / "train.spacy", tokenizer):
        doc.ents = spacy.util.filter_spans([Span(doc, a, b, label=LABELS[label]) for a, b, label in spans])
        yield doc


def train_fast(lang: str, shared: Path, out: Path, work: Path, *, steps: int, words: int) -> None:
    """Trains the small pipeline of a language and writes it into the folder `out`."""
    work.mkdir(parents=True, exist_ok=True)
    accurate = load(lang)
    news, held_out = labelled(lang, shared, work, words)
    write(work / f"trees-{lang}.spacy", treebanks(lang, shared))
    files = [news, work / f"trees-{lang}.spacy"]
    if lang == "ar":
        files.append(work / "names-ar.spacy")
        write(files[-1], named(shared, accurate.tokenizer))
    settings = configuration(lang, train=[str(f) for f in files], held_out=str(held_out), steps=steps, words=2000)
    (work / f"{lang}.json").write_text(json.dumps(settings, indent=1), encoding="utf8")
    nlp = init_nlp(DEFAULT_CONFIG.merge(settings))
    (work / f"model-{lang}").mkdir(exist_ok=True)
    train_loop(nlp, work / f"model-{lang}")
    assemble(spacy.load(work / f"model-{lang}" / "model-best"), accurate, out)


def assemble(nlp: Language, accurate: Language, out: Path) -> None:
    """Puts our tokenizer, sentence boundaries and lemmas around the trained components and writes the pipeline."""
    nlp.add_pipe("hadath_sentences", before="tok2vec")
    nlp.add_pipe("hadath_lemmas", after="morphologizer", config={"pack": "default"})
    nlp.config["nlp"]["tokenizer"] = accurate.config["nlp"]["tokenizer"]
    nlp.tokenizer = accurate.tokenizer
    nlp.config["paths"] = {"train": None, "dev": None, "vectors": None, "init_tok2vec": None}
    nlp.config["corpora"] = {}
    nlp.meta.update(name=f"hadath_{nlp.lang}_fast", version="2", license="see LICENSES.md", author="Hadath")
    nlp.vocab.strings = prune(nlp)
    nlp.to_disk(out)


def prune(nlp: Language) -> "spacy.strings.StringStore":
    """The strings that the components need: their labels and the words of the tokenizer, not all words ever seen."""
    needed: set[str] = set()
    for name in nlp.pipe_names:
        labels: Iterable[str] = getattr(nlp.get_pipe(name), "labels", ())
        needed.update(labels)
        needed.update(part for label in labels for part in label.split("-"))
        needed.update(part for label in labels for part in label.split("|"))
    needed.update(spacy.blank(str(nlp.lang)).vocab.strings)
    return spacy.strings.StringStore(sorted(needed))
