"""Reads treebanks and entity corpora into sentences with labels."""

import json
import lzma
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from kg.language.arabic.clitics import PROCLITICS
from kg.language.arabic.segmentation import normal_forms
from kg.language.arabic.tokenizer import ArabicTokenizer
from kg.language.encoder import scripts
from kg.language.encoder.pieces import MARK, Vocabulary, forms
from kg.language.encoder.tags import encode
from kg.language.train.examples import Labels, Sentence, array
from kg.language.train.inventory import Inventory
from kg.language.train.surface import orthographic_words
from kg.language.train.surface import written as surface_of
from kg.text import is_arabic, strip_marks

BLOCK = 20
"""Sentences that stand together where a corpus does not say which belong to one text."""
FOLDED = 12
"""Every so many Arabic sentences one is read as careless writers spell: no hamza on alef, no dots under final ya."""
NEWS = {"ar": "ant-2018.jsonl.xz", "en": "english.jsonl.xz"}
"""The file of news of each language."""
STOP = re.compile(r"(?<=[.!?؟])\s+|\n+")
"""Where a sentence ends, near enough for text that only trains."""
_CARELESS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا"})
_FINAL_YA = re.compile("ى$")

Written = tuple[list[str], list[bool]]
"""Tokens as written, and which of them white space precedes."""


def docs(path: Path, lang: str) -> list[Doc]:
    """The documents of a DocBin file."""
    return list(DocBin().from_disk(path).get_docs(spacy.blank(lang).vocab))


def arabic_words(sentence: Span) -> Written:
    """The tokens of a sentence of PADT as our tokenizer gives them."""
    words = [""] * len(sentence)
    for run in orthographic_words(sentence):
        for i, part in zip(run, surface_of([sentence[i] for i in run]), strict=True):
            words[i] = part
    return words, _spaced(sentence)


def english_words(sentence: Span) -> Written:
    """The tokens of a sentence of an English treebank."""
    return [t.text for t in sentence], _spaced(sentence)


def _spaced(sentence: Span) -> list[bool]:
    return [i == 0 or bool(sentence[i - 1].whitespace_) for i in range(len(sentence))]


def careless(form: str) -> str:
    """An Arabic form without hamza on its alefs, and with ya for a final alef maqsura.

    >>> careless("إلى")
    'الي'
    """
    return _FINAL_YA.sub("ي", form.translate(_CARELESS))


def lemma_of(lemma: str, form: str) -> str:
    """A lemma as we give it: without diacritics; the form where the treebank has none.

    >>> lemma_of("_", "▁كتب")
    'كتب'
    """
    bare = strip_marks(lemma) if is_arabic(lemma) else lemma
    return bare if bare not in ("", "_") else form.removeprefix(MARK)


def reference(doc: Doc, lang: str) -> Doc:
    """A document of a treebank as our tokenizer writes it, with the treebank's analysis: what a pack should find."""
    words: list[str] = []
    spaces: list[bool] = []
    for sentence in doc.sents:
        words += (arabic_words if lang == "ar" else english_words)(sentence)[0]
        spaces += [bool(t.whitespace_) for t in sentence]
    spaced = [i == 0 or spaces[i - 1] for i in range(len(words))]
    lemmas = [lemma_of(t.lemma_, form) for t, form in zip(doc, forms(words, spaced), strict=True)]
    found = Doc(
        doc.vocab,
        words=words,
        spaces=spaces,
        pos=["PROPN" if t.pos_ == "X" and is_arabic(t.text) else t.pos_ for t in doc],
        morphs=[str(t.morph) for t in doc],
        lemmas=lemmas,
        heads=[t.head.i for t in doc],
        deps=[t.dep_ for t in doc],
    )
    if lang == "ar":
        for run in (run for sentence in doc.sents for run in _runs(sentence)):
            for i, norm in zip(run, normal_forms([words[i] for i in run]), strict=True):
                found[i].norm_ = norm or words[i]
    return found


def _runs(sentence: Span) -> Iterator[list[int]]:
    for run in orthographic_words(sentence):
        yield [sentence.start + i for i in run]


class Reader:
    """Turns documents into sentences, with one vocabulary and one inventory."""

    def __init__(self, vocabulary: Vocabulary, inventory: Inventory) -> None:
        self._vocabulary = vocabulary
        self._inventory = inventory
        self.lexicon: Counter[tuple[str, str, str]] = Counter()

    def _index(self, name: str, labels: Iterable[str]) -> Labels:
        return array([self._inventory.index(name, label) for label in labels])

    def index(self, name: str, label: str) -> int:
        """The number of a label in the inventory."""
        return self._inventory.index(name, label)

    def prepare(self, found: Iterable[Doc]) -> None:
        """Takes note of every feature, so that each sentence says of each whether it has it, and of what none is."""
        for name in ("event", "role"):
            self._inventory.index(name, "")
        for name in sorted({name for doc in found for token in doc for name in token.morph.to_dict()}):
            self._inventory.index(f"feature.{name}", "")

    def treebank(self, found: Iterable[Doc], lang: str) -> list[list[Sentence]]:
        """Blocks of parsed sentences."""
        blocks: list[list[Sentence]] = []
        written: Callable[[Span], Written] = arabic_words if lang == "ar" else english_words
        for doc in found:
            sentences = [self._parsed(s, lang, *written(s), i % FOLDED == 5) for i, s in enumerate(doc.sents)]
            if blocks and len(sentences) == 1 and len(blocks[-1]) < BLOCK:
                blocks[-1] += sentences
            else:
                blocks.append(sentences)
        return blocks

    def _parsed(self, span: Span, lang: str, words: list[str], spaced: list[bool], folded: bool) -> Sentence:
        read = forms(words, spaced)
        tags = ["PROPN" if t.pos_ == "X" and is_arabic(t.text) else t.pos_ for t in span]
        lemmas = [lemma_of(t.lemma_, form) for t, form in zip(span, read, strict=True)]
        labels = {
            "upos": self._index("upos", tags),
            "heads": array([0 if t.head.i == t.i else t.head.i - span.start + 1 for t in span]),
            "relation": self._index("relation", (t.dep_ if t.dep_ != "ROOT" else "root" for t in span)),
            "start": array([1, *[0] * (len(span) - 1)]),
        }
        labels |= self._features(span)
        labels["script"] = self._scripts(lang, read, lemmas)
        self.lexicon.update(zip((f.removeprefix(MARK) for f in read), tags, lemmas, strict=True))
        if folded and lang == "ar":
            read = [careless(form) for form in read]
        return Sentence(lang, tuple(words), tuple(map(self._vocabulary.cut, read)), labels)

    def _features(self, span: Span) -> dict[str, Labels]:
        found = [t.morph.to_dict() for t in span]
        names = self._inventory.names("feature.")
        return {name: self._index(name, (f.get(name.removeprefix("feature."), "") for f in found)) for name in names}

    def _scripts(self, lang: str, read: list[str], lemmas: list[str]) -> Labels:
        found = []
        for form, lemma in zip(read, lemmas, strict=True):
            word = form.removeprefix(MARK)
            script = scripts.derive(word, lemma)
            found.append(script if scripts.apply(script, word) == lemma else scripts.SAME)
        return self._index(f"script.{lang}", found)

    def plain(self, lang: str, words: list[str], spaced: list[bool], folded: bool = False) -> Sentence:
        """A sentence without labels."""
        read = forms(words, spaced)
        if folded and lang == "ar":
            read = [careless(form) for form in read]
        return Sentence(lang, tuple(words), tuple(map(self._vocabulary.cut, read)), {})

    def named(self, found: Iterable[tuple[Doc, list[tuple[int, int, str]]]], lang: str) -> list[list[Sentence]]:
        """Blocks of sentences with entities, each given as a document and (start, end, label) of its entities."""
        sentences = []
        for i, (doc, spans) in enumerate(found):
            tags = self._index("entity", encode(len(doc), spans))
            spaced = _spaced(doc[:])
            bare = self.plain(lang, [t.text for t in doc], spaced, i % FOLDED == 5)
            whole = array([sum(spaced[: j + 1]) - 1 for j in range(len(doc))])
            sentences.append(Sentence(lang, bare.words, bare.pieces, {"entity": tags, "whole": whole}))
        return [sentences[i : i + BLOCK] for i in range(0, len(sentences), BLOCK)]


def wojood(path: Path, tokenizer: ArabicTokenizer) -> Iterator[tuple[Doc, list[tuple[int, int, str]]]]:
    """Wojood with its words segmented; proclitics stay outside the entities."""
    for source in DocBin().from_disk(path).get_docs(tokenizer.vocab):
        doc = tokenizer(source.text.rstrip()) if source.text.strip() else None
        if doc is None:
            continue
        spans = []
        for entity in source.ents:
            span = doc.char_span(entity.start_char, entity.end_char, alignment_mode="expand")
            if span is not None:
                spans.append((without_proclitics(doc, span.start, span.end), span.end, entity.label_))
        yield doc, spans


def without_proclitics(doc: Doc, start: int, end: int) -> int:
    """Where an entity starts once its proclitics are left outside."""
    while start + 1 < end and doc[start].text in PROCLITICS and not doc[start].whitespace_:
        start += 1
    return start


def conllu(path: Path, vocab: Vocab) -> list[Doc]:
    """The sentences of a CoNLL-U file as documents; a word of several tokens is written as its tokens joined."""
    found = []
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        inside = {int(i) for r in rows if "-" in r[0] for i in range(int(r[0].split("-")[0]), int(r[0].split("-")[1]))}
        tokens = [r for r in rows if r[0].isdigit()]
        if not tokens:
            continue
        found.append(
            Doc(
                vocab,
                words=[r[1] for r in tokens],
                spaces=[int(r[0]) not in inside and "SpaceAfter=No" not in r[9] for r in tokens],
                pos=[r[3] for r in tokens],
                lemmas=[r[2] for r in tokens],
                morphs=[r[5] if r[5] != "_" else "" for r in tokens],
                heads=[int(r[6]) - 1 if r[6] != "0" else i for i, r in enumerate(tokens)],
                deps=[r[7] if r[7] != "root" else "ROOT" for r in tokens],
            )
        )
    return found


def news(path: Path) -> Iterator[str]:
    """The texts of a file of articles, one JSON object a line or one text a paragraph."""
    with lzma.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)["text"] if path.name.endswith(".jsonl.xz") else line
