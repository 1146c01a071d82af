"""The fast pack: small spaCy pipelines that learn from the treebanks and from news that the encoder has read."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import DEFAULT_CONFIG, Language
from spacy.tokens import Doc
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop

from kg.language import load
from kg.language.encoder.pieces import MARK, forms
from kg.language.lemmas import LemmaTable, TableLemmatizer
from kg.language.train.fast import labels
from kg.language.train.fast.configuration import configuration
from kg.language.train.fast.reader import read, write

HELD_OUT = 25
"""One example in so many of the news decides between checkpoints."""
TREEBANK_COUNTS = 20
"""How many times a lemma of the treebank counts, against one that the encoder gave."""
SEEN = 2
"""A word of the news is kept in the table of lemmas when it was seen so often."""

Counts = Counter[tuple[str, str, str]]


def prepare(lang: str, shared: Path, work: Path, *, words: int) -> None:
    """Writes what a pipeline learns from into the work folder: `words` words of news, the treebanks, the names."""
    work.mkdir(parents=True, exist_ok=True)
    news = list(labels.pieces(labels.labelled(lang, shared, words)))
    write(work / f"held-out-{lang}.spacy", news[::HELD_OUT])
    write(work / f"news-{lang}.spacy", (doc for i, doc in enumerate(news) if i % HELD_OUT))
    write(work / f"trees-{lang}.spacy", labels.pieces(labels.treebanks(lang, shared)))
    if lang == "ar":
        write(work / f"names-{lang}.spacy", labels.named(shared, load(lang).tokenizer))


def train(lang: str, work: Path, out: Path, *, steps: int) -> None:
    """Trains the pipeline of a language on what `prepare` wrote and stores it in the folder `out`."""
    parts = [work / f"{part}-{lang}.spacy" for part in ("news", "trees", "names")]
    files = [str(path) for path in parts if path.is_file()]
    settings = configuration(lang, train=files, held_out=str(work / f"held-out-{lang}.spacy"), steps=steps)
    model = work / f"model-{lang}"
    model.mkdir(exist_ok=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    train_loop(init_nlp(DEFAULT_CONFIG.merge(settings)), model)
    # Without its vocabulary, which holds every word ever seen; components bring the strings that they need.
    assemble(spacy.load(model / "model-best", exclude=["vocab"]), lemmas(lang, work)).to_disk(out)


def lemmas(lang: str, work: Path) -> LemmaTable:
    """The table of lemmas: what the treebank says, then what the encoder says of words that it was asked for twice."""
    vocab = spacy.blank(lang).vocab
    news = _counted(read(work / f"news-{lang}.spacy", vocab))
    counts = Counter({key: times for key, times in news.items() if times >= SEEN})
    for key, times in _counted(read(work / f"trees-{lang}.spacy", vocab)).items():
        counts[key] += TREEBANK_COUNTS * times
    return LemmaTable.learn(counts.items())


def _counted(docs: Iterable[Doc]) -> Counts:
    """How often documents have a (form, part of speech, lemma)."""
    counts: Counts = Counter()
    for doc in docs:
        spaced = [t.i == 0 or bool(doc[t.i - 1].whitespace_) or doc[t.i - 1].is_space for t in doc]
        for token, form in zip(doc, forms([t.text for t in doc], spaced), strict=True):
            if not token.is_space and "\t" not in form + token.lemma_:
                counts[form.removeprefix(MARK), token.pos_, token.lemma_] += 1
    return counts


def assemble(nlp: Language, table: LemmaTable) -> Language:
    """The trained components with our tokenizer, sentence boundaries and lemmas around them."""
    accurate = load(str(nlp.lang))
    nlp.add_pipe("hadath_sentences", first=True)
    lemmatizer = nlp.add_pipe("hadath_lemmas", after="morphologizer")
    if nlp.lang == "ar":
        nlp.add_pipe("hadath_arabic_syntax")
    assert isinstance(lemmatizer, TableLemmatizer)
    lemmatizer.table = table
    nlp.config["nlp"]["tokenizer"] = accurate.config["nlp"]["tokenizer"]
    nlp.tokenizer = accurate.tokenizer
    nlp.config["paths"] = {"train": None, "dev": None, "vectors": None, "init_tok2vec": None}
    nlp.config["corpora"] = {}
    nlp.meta.update(name=f"hadath_{nlp.lang}_fast", version="2", license="see LICENSES.md", author="Hadath")
    return nlp
