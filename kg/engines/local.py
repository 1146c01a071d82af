"""The pipeline on this machine: read, extract, resolve, assemble."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.engines.processes import extract, extract_one
from kg.errors import ArticleError
from kg.model import Article, Claim, Extraction, Issue, Judgement, Severity
from kg.reading import read
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer
    from kg.graph import KnowledgeGraph
    from kg.ontology import Ontology

Progress = Callable[[int, int], object]
"""Called with the number of articles done and of all, after each."""
Report = Callable[[Issue], object]
"""Called with each issue as it turns up."""


def build(
    paths: Iterable[str | Path],
    *,
    settings: Settings,
    workers: int = 1,
    strict: bool = False,
    min_score: float = 0.0,
    add_to: "KnowledgeGraph | None" = None,
    progress: Progress | None = None,
    report: Report | None = None,
) -> "KnowledgeGraph":
    """The graph of the articles at these paths; a function of the articles and settings, whatever their order and the
    workers.

    Articles that cannot be read or extracted are in its `issues` only. `add_to`: a graph whose articles are built again
    beside the new ones; of two articles with one id the first is kept. `min_score`: claims with a lower score are left
    out. Raises `ArticleError` when `strict` is set and there is an error among the issues; `SettingsError`,
    `FrameError`, `PackError`.
    """
    from kg.gazetteer import load_gazetteer
    from kg.ontology import load_ontology

    world = load_ontology(settings.frames), load_gazetteer(settings.gazetteers)
    issues = _Issues(report, add_to.issues if add_to else ())
    articles = _articles(paths, settings, add_to.articles if add_to else (), issues)
    results = extract(articles, settings, ontology=world[0], gazetteer=world[1], workers=workers)
    pairs = list(_with_results(articles, results, progress, issues))
    if strict:
        issues.refuse()
    pairs = [(article, _scored(extraction, min_score)) for article, extraction in pairs]
    return _assembled(pairs, world, add_to.resolution.judgements if add_to else (), issues, settings)


def _assembled(
    pairs: Sequence[tuple[Article, Extraction]],
    world: "tuple[Ontology, Gazetteer]",
    judgements: Sequence[Judgement],
    issues: "_Issues",
    settings: Settings,
) -> "KnowledgeGraph":
    """The graph of articles that were read, after resolution."""
    from kg.graph import KnowledgeGraph
    from kg.resolution import resolve

    ontology, gazetteer = world
    articles, extractions = tuple(article for article, _ in pairs), tuple(extraction for _, extraction in pairs)
    return KnowledgeGraph(
        articles=articles,
        extractions=extractions,
        resolution=resolve(articles, extractions, ontology=ontology, gazetteer=gazetteer, judgements=judgements),
        issues=issues.sorted(),
        ontology=ontology,
        gazetteer=gazetteer,
        settings=settings,
    )


def extract_each(paths: Iterable[str | Path], *, settings: Settings) -> Iterator[tuple[Article, Extraction] | Issue]:
    """Each article at these paths with what it says, as soon as it is read; a fault stands in the place of what is
    none.

    Raises `SettingsError`, `FrameError`, `PackError`.
    """
    from kg.extraction import Extractor
    from kg.gazetteer import load_gazetteer
    from kg.ontology import load_ontology

    extractor = Extractor(load_ontology(settings.frames), load_gazetteer(settings.gazetteers), pack=settings.pack)
    for item in read(paths, outlets=settings.outlets):
        if isinstance(item, Issue):
            yield item
        else:
            result = extract_one(item, extractor)
            yield result if isinstance(result, Issue) else (item, result)


class _Issues:
    """The issues of one build, told as they come."""

    def __init__(self, report: Report | None, before: Sequence[Issue]) -> None:
        self.found = list(before)
        self.known = len(before)
        self.report = report

    def add(self, issue: Issue) -> None:
        self.found.append(issue)
        if self.report:
            self.report(issue)

    def sorted(self) -> tuple[Issue, ...]:
        return tuple(
            sorted(set(self.found), key=lambda issue: (issue.where, issue.what, issue.severity, issue.advice or ""))
        )

    def refuse(self) -> None:
        """Raises `ArticleError` when this build, not one before it, met an error."""
        errors = sum(issue.severity is Severity.ERROR for issue in self.found[self.known :])
        if errors:
            raise ArticleError(
                f"{errors} {'fault' if errors == 1 else 'faults'} in the input",
                advice="mend them, or build without strict",
            )


def _articles(
    paths: Iterable[str | Path],
    settings: Settings,
    before: Sequence[Article],
    issues: _Issues,
) -> tuple[Article, ...]:
    """The articles there were and those of the paths, sorted by id."""
    articles = {article.id: article for article in before}
    for item in read(paths, outlets=settings.outlets):
        if isinstance(item, Issue):
            issues.add(item)
        elif articles.setdefault(item.id, item).text != item.text:
            issues.add(
                Issue(
                    Severity.ERROR, item.id, "another article of this id is there already", "remove that one, or rename"
                )
            )
    return tuple(articles[id] for id in sorted(articles))


def _with_results(
    articles: Sequence[Article], results: Iterator[Extraction | Issue], progress: Progress | None, issues: _Issues
) -> Iterator[tuple[Article, Extraction]]:
    """The articles with what they say, without those that extraction failed on."""
    for done, (article, result) in enumerate(zip(articles, results, strict=True), start=1):
        if progress:
            progress(done, len(articles))
        if isinstance(result, Issue):
            issues.add(result)
        else:
            yield article, result


def _scored(extraction: Extraction, min_score: float) -> Extraction:
    """The extraction without claims of a lower score, and without references to them."""
    kept = {claim.id for claim in extraction.claims if claim.score >= min_score}
    if len(kept) == len(extraction.claims):
        return extraction
    return replace(extraction, claims=tuple(_without(claim, kept) for claim in extraction.claims if claim.id in kept))


def _without(claim: Claim, kept: set[str]) -> Claim:
    return replace(claim, content=None) if claim.content and claim.content not in kept else claim
