"""Extraction in this process or in several; the results come in the order of the articles and are the same for any
number.
"""

import logging
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING

from kg.errors import HadathError
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.language.encoder.graphs import THREADS
from kg.model import Article, Extraction, Issue, Severity
from kg.ontology import Ontology, load_ontology
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.extraction import Extractor

_LOG = logging.getLogger(__name__)


def extract(
    articles: Sequence[Article], settings: Settings, *, ontology: Ontology, gazetteer: Gazetteer, workers: int = 1
) -> Iterator[Extraction | Issue]:
    """One result an article, in their order; an article that extraction fails on gives an issue.

    `ontology`, `gazetteer`: those of the settings, as loaded. Raises `PackError` when there is no such language pack.
    """
    from kg.extraction import Extractor

    if workers > 1 and len(articles) > 1:
        yield from _in_processes(articles, settings, min(workers, len(articles)))
        return
    extractor = Extractor(ontology, gazetteer, pack=settings.pack)
    for article in articles:
        yield extract_one(article, extractor)


def extract_one(article: Article, extractor: "Extractor") -> Extraction | Issue:
    """What one article says; an issue when extraction fails on it."""
    try:
        return extractor.extract(article)
    except HadathError:  # a missing language pack concerns every article
        raise
    except Exception as error:  # whatever it is, it concerns this article and the others go on
        _LOG.info("extraction of %s failed", article.id, exc_info=True)
        return _failed(article, f"{type(error).__name__}: {' '.join(str(error).split())}")


def _in_worker(article: Article, settings: Settings) -> Extraction | Issue:
    return extract_one(article, _extractor(settings))


@lru_cache(maxsize=1)
def _extractor(settings: Settings) -> "Extractor":
    """Made once in the life of a worker: the models take seconds to load."""
    from kg.extraction import Extractor

    return Extractor(load_ontology(settings.frames), load_gazetteer(settings.gazetteers), pack=settings.pack)


def _failed(article: Article, why: str) -> Issue:
    return Issue(Severity.ERROR, article.id, f"extraction failed: {why}", "the article is left out; please report it")


def _in_processes(articles: Sequence[Article], settings: Settings, workers: int) -> Iterator[Extraction | Issue]:
    """A process that dies takes the pool with it. The articles it may have died of are then taken one at a time, so
    that the one that did it is known and the others are not lost.
    """
    at = 0
    while at < len(articles):
        for result in _until_broken(articles[at:], settings, workers):
            yield result
            at += 1
        for article in articles[at : at + workers]:
            yield next(_until_broken([article], settings, 1), None) or _failed(article, "its process died")
            at += 1


def _one_thread() -> None:
    """A worker has one core to itself; the packs are to use no more unless told to."""
    os.environ.setdefault(THREADS, "1")


def _until_broken(articles: Sequence[Article], settings: Settings, workers: int) -> Iterator[Extraction | Issue]:
    """The results of the articles, as far as the pool lives."""
    start = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(workers, mp_context=get_context(start), initializer=_one_thread) as pool:
        waiting: list[Future[Extraction | Issue]] = [pool.submit(_in_worker, article, settings) for article in articles]
        try:
            for future in waiting:
                yield future.result()
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
