"""Checks an output folder: whole files, a graph that conforms to the shapes, no reference that leads nowhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyshacl
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import FolderError, HadathError
from kg.graph.conversion import to_union
from kg.graph.folder import changed_files
from kg.graph.manifest import read_manifest
from kg.graph.records import read_lines
from kg.graph.serialising import graph_name
from kg.graph.vocabulary import OA, Iris, clean
from kg.model import Article, Issue, Severity
from kg.resources import ontology_folder

_QUOTED = (OA("start"), OA("end"), OA("exact"), OA("hasSource"))
MOST = 100
"""How many faults of one sort are told one by one."""


def check(folder: str | Path) -> tuple[Issue, ...]:
    """What is wrong with an output folder, sorted; nothing when all is well.

    Checked are the digests of the files, the syntax of `graph.nq`, the shapes, references that lead nowhere, and that
    every evidence quotes the text of its article. Raises `FolderError` when the folder is none of ours or of another
    format version.
    """
    folder = Path(folder)
    manifest = read_manifest(folder)
    changed = changed_files(folder, manifest)
    issues = [_issue(f"{folder / name}", "is missing or is not what was built", "build again") for name in changed]
    try:
        quads = list(_read(folder / "graph.nq"))
        articles = read_lines(folder / "articles.jsonl", Article)
    except HadathError as fault:
        return (*issues, _issue(fault.where or str(folder), fault.what, fault.advice))
    base = manifest.settings.base
    for found in (_blank_nodes(quads), _dangling(quads, base), _quotations(quads, articles, base), _shapes(quads)):
        issues += _capped(sorted(set(found), key=lambda issue: (issue.where, issue.what)))
    return tuple(issues)


def shapes_graph() -> rdflib.Graph:
    """The shapes that come with the package."""
    return rdflib.Graph().parse(ontology_folder() / "shapes.ttl", format="turtle")


def _read(path: Path) -> Iterator[Quad]:
    try:
        yield from parse(path=path, format=RdfFormat.N_QUADS)
    except (OSError, SyntaxError) as fault:
        raise FolderError(f"cannot be read: {fault}", where=str(path), advice="build again") from fault


def _blank_nodes(quads: list[Quad]) -> Iterator[Issue]:
    for quad in quads:
        for term in (quad.subject, quad.object):
            if type(term).__name__ == "BlankNode":
                yield _issue(str(term), "is a blank node", "nothing outside can refer to it")


def _dangling(quads: list[Quad], base: str) -> Iterator[Issue]:
    """IRIs of ours that are pointed to but not described; a graph is described by being there."""
    described = {quad.subject for quad in quads} | {NamedNode(name) for quad in quads if (name := graph_name(quad))}
    for quad in quads:
        term = quad.object
        if not isinstance(term, NamedNode) or term in described or not term.value.startswith(base):
            continue
        if not term.value.startswith(f"{base}ontology#"):
            yield _issue(str(quad.subject), f"points with {quad.predicate} to {term}, which is not described")


def _quotations(quads: list[Quad], articles: tuple[Article, ...], base: str) -> Iterator[Issue]:
    """Evidence whose offsets do not give the words that it quotes."""
    texts = {str(Iris(base).article(article.id)): article.text for article in articles}
    told = {(str(quad.subject), quad.predicate): quad.object for quad in quads if quad.predicate in _QUOTED}
    for quad in quads:
        position = str(quad.object)
        if quad.predicate != OA("hasSelector") or (position, OA("start")) not in told:
            continue
        start, end = (int(_text(told.get((position, OA(name))))) for name in ("start", "end"))
        quotation = position.removesuffix("position>") + "quote>"
        text = texts.get(str(told.get((str(quad.subject), OA("hasSource")))))
        if text is None:
            yield _issue(str(quad.subject), "is evidence from an article that is not in articles.jsonl")
        elif clean(text[start:end]) != _text(told.get((quotation, OA("exact")))):
            yield _issue(str(quad.subject), f"quotes other words than the article has at {start}–{end}")


def _shapes(quads: list[Quad]) -> Iterator[Issue]:
    """What does not conform to the shapes."""
    _, report, _ = pyshacl.validate(to_union(quads), shacl_graph=shapes_graph(), inference="none", meta_shacl=False)
    shacl = rdflib.SH
    for result in report.subjects(rdflib.RDF.type, shacl.ValidationResult):
        focus, path, value = (report.value(result, shacl[name]) for name in ("focusNode", "resultPath", "value"))
        message = report.value(result, shacl.resultMessage)
        about = f"{_short(path)}: " if path is not None else ""
        given = f" (it is {_short(value)})" if value is not None else ""
        yield _issue(str(focus), f"{about}{message}{given}")


def _text(term: object) -> str:
    return term.value if isinstance(term, Literal) else "0"


def _short(term: Any) -> str:
    return str(term).rpartition("#")[2] or str(term)


def _capped(issues: list[Issue]) -> list[Issue]:
    if len(issues) <= MOST:
        return issues
    return [*issues[:MOST], _issue("…", f"and {len(issues) - MOST} more faults of this sort")]


def _issue(where: str, what: str, advice: str | None = None) -> Issue:
    return Issue(Severity.ERROR, where, what, advice)
