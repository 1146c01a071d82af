"""Running text of the news without labels, for what a teacher can say of it."""

from pathlib import Path
from typing import Any

from kg.language.train import readers
from kg.language.train.alike import sentence_of
from kg.language.train.examples import Corpus, Sentence
from kg.language.train.readers import NEWS, STOP, Reader

ARTICLES = 4_000
"""Articles a language, taken evenly."""
SENTENCES = 10
"""Sentences an article, from its beginning."""
LONGEST = 80
"""White-space words of a sentence."""


def corpus(shared: Path, reader: Reader, lang: str, tokenizer: Any) -> Corpus:
    """The corpus of a language, each article a block."""
    articles = list(readers.news(shared / "news" / NEWS[lang]))
    blocks = [_block(reader, lang, tokenizer, text) for text in articles[:: max(1, len(articles) // ARTICLES)]]
    return Corpus(f"news-{lang}", lang, ("upos", "parse"), [block for block in blocks if block], unlabelled=True)


def _block(reader: Reader, lang: str, tokenizer: Any, article: str) -> list[Sentence]:
    texts = [text for text in STOP.split(article) if 3 <= len(text.split()) <= LONGEST]
    return [sentence_of(reader, lang, tokenizer(text)) for text in texts[:SENTENCES]]
