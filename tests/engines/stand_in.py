"""Stands in for extraction in a worker process, which imports it by name."""

import os

from kg.model import Article, Extraction
from kg.settings import Settings


def work(article: Article, settings: Settings) -> Extraction:
    """An empty extraction; an article with the word "die" takes the process with it."""
    if "die" in article.text:
        os._exit(9)
    return Extraction(article.id)
