"""What the fast pack learns from: the treebanks, the names of Wojood, and news that the encoder has read."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Span

from kg.language import load, measured
from kg.language.encoder.component import LABELS
from kg.language.train import readers

NEWS = {"ar": ("ant-2018.jsonl.xz", "saudi-2015.txt.xz"), "en": ("english.jsonl.xz",)}
LONGEST = 4_000
"""Characters of an article that are read: enough for its style, and many articles show more words."""
TOGETHER = 120
"""Words of the sentences that stand together in an example, unless one alone has more."""


def articles(lang: str, shared: Path, words: int) -> Iterator[str]:
    """Texts of about so many words in all, taken evenly from the news; English ones measured on are left out."""
    left_out = measured.articles() if lang == "en" else frozenset()
    for name in NEWS[lang]:
        texts = [t[:LONGEST] for i, t in enumerate(readers.news(shared / "news" / name)) if i not in left_out]
        step = max(1, sum(len(t.split()) for t in texts) * len(NEWS[lang]) // words)
        yield from (text for text in texts[::step] if text.strip())


def labelled(lang: str, shared: Path, words: int) -> Iterator[Doc]:
    """News as the accurate pack reads it."""
    return load(lang).pipe(articles(lang, shared, words))


def treebanks(lang: str, shared: Path) -> Iterator[Doc]:
    """Parsed documents whose names nobody has labelled."""
    parts = ("padt/ar_padt-ud-train",) if lang == "ar" else ("ewt/train", "gum/train")
    for part in parts:
        for doc in readers.docs(shared / "corpora" / f"{part}.spacy", lang):
            yield readers.reference(doc, lang)


def named(shared: Path, tokenizer: Any) -> Iterator[Doc]:
    """Documents of Wojood with their names and nothing else."""
    for doc, spans in readers.wojood(shared / "corpora" / "wojood" / "train.spacy", tokenizer):
        doc.ents = spacy.util.filter_spans([Span(doc, a, b, label=LABELS[label]) for a, b, label in spans])
        yield doc


def pieces(docs: Iterable[Doc]) -> Iterator[Doc]:
    """Runs of a few sentences as documents of their own, so that a batch holds text of many kinds."""
    for doc in docs:
        sentences = list(doc.sents) if doc.has_annotation("SENT_START") else [doc[:]]
        start = 0
        for sentence in sentences:
            if sentence.start > start and sentence.end - start > TOGETHER:
                yield doc[start : sentence.start].as_doc()
                start = sentence.start
        if start < len(doc):
            yield doc[start:].as_doc()
