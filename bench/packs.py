"""How fast each language pack reads, beside spaCy's small English pipeline in the same run; load time and memory."""

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from rich.console import Console
from rich.table import Table

from bench.build import BASELINE, peak_memory, words_a_second
from kg.language import PACKS
from kg.language.encoder.graphs import THREADS


@dataclass(frozen=True, slots=True)
class Result:
    """What one pipeline did in a process of its own. `start`: seconds until it could read; `memory`: MiB."""

    name: str
    lang: str
    threads: str
    words_a_second: float
    start: float
    memory: float


def measure(name: str, lang: str, threads: str) -> Result:
    """The best of some passes over the samples."""
    os.environ[THREADS] = threads
    os.environ["OMP_NUM_THREADS"] = threads
    started = time.perf_counter()
    nlp = _opened(name, lang)
    nlp("Stubb visited Vienna.")
    start = time.perf_counter() - started
    return Result(name, lang, threads, words_a_second(nlp, lang), start, peak_memory())


def _opened(name: str, lang: str) -> Callable[..., object]:
    if name == BASELINE:
        import spacy

        return spacy.load(name)
    from kg.language import load

    return load(lang, name)


def run() -> list[Result]:
    """Each pipeline in a process of its own, with one thread and with two; the baseline first."""
    jobs = [(BASELINE, "en"), *((pack, lang) for pack in PACKS for lang in ("ar", "en"))]
    context = get_context("spawn")
    found = []
    for threads in ("1", "2"):
        for name, lang in jobs:
            with ProcessPoolExecutor(1, mp_context=context) as alone:
                found.append(alone.submit(measure, name, lang, threads).result())
    return found


def table(results: Sequence[Result]) -> Table:
    """A row a pipeline; the ratio is to the baseline with as many threads."""
    shown = Table(
        "pack",
        "language",
        "threads",
        "words/s",
        "× baseline",
        "start, s",
        "MiB",
        title="Language packs",
        title_justify="left",
    )
    reference = {r.threads: r.words_a_second for r in results if r.name == BASELINE}
    for r in results:
        ratio = r.words_a_second / reference[r.threads]
        row = (f"{r.words_a_second:,.0f}", f"{ratio:.2f}", f"{r.start:.1f}", f"{r.memory:,.0f}")
        shown.add_row(r.name, r.lang, r.threads, *row)
    return shown


def main() -> None:
    """Prints the table."""
    Console().print(table(run()))
