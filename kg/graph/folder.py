"""Output folders: written whole or not at all, read back, refused when they are somebody else's.

All files are first written to a folder in `DIR/.cache`, flushed to the disk, and then renamed into place,
`summary.json`, by which an output folder is known, first and `build.toml` last. A run that is killed leaves the last
good output; one that is killed between two renames is found out by the digests in `build.toml`.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import FolderError, FrameError, HadathError, SettingsError
from kg.gazetteer import load_gazetteer
from kg.graph.manifest import NAME, Manifest, read_manifest
from kg.graph.records import dump, read_lines, to_lines
from kg.graph.source import Source
from kg.graph.staging import staging
from kg.graph.summary import summary
from kg.model import Article, Extraction, Issue, Judgement
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.exporting.base import Exporter
    from kg.graph.knowledge import KnowledgeGraph

RECORDS = ("articles.jsonl", "claims.jsonl", "judgements.jsonl", "issues.jsonl")
NQUADS = "graph.nq"
SUMMARY = "summary.json"
_MEND = f"delete {NAME} or the folder, and build it again"


def write_folder(graph: "KnowledgeGraph", folder: Path, formats: Iterable[str] | None) -> None:
    """See `KnowledgeGraph.write`."""
    from kg.exporting import chosen, names_of_files

    exporters = chosen(formats)
    ours = names_of_files() | {*RECORDS, NQUADS, SUMMARY, NAME}
    _old_files(folder, ours)  # what is not ours is refused before anything is made in it
    with staging(folder, ours=(folder / NAME).is_file()) as new:
        old = _old_files(folder, ours)
        _write_records(graph, new)
        _write_graph(graph, new, exporters)
        files = {path.name: _sha256(path) for path in sorted(new.iterdir())}
        with _new(new / NAME) as file:
            file.write(Manifest(graph.run, graph.settings, files).text(folder).encode("utf8"))
        for name in [SUMMARY, *sorted(files.keys() - {SUMMARY}), NAME]:
            os.replace(new / name, folder / name)
        for name in old - files.keys() - {NAME}:
            (folder / name).unlink(missing_ok=True)
        _flush_folder(folder)


def read_folder(folder: Path) -> "KnowledgeGraph":
    """See `KnowledgeGraph.read`."""
    from kg.graph.knowledge import KnowledgeGraph
    from kg.resolution import resolve

    manifest = _manifest(folder)
    articles = read_lines(folder / "articles.jsonl", Article)
    extractions = read_lines(folder / "claims.jsonl", Extraction)
    judgements = read_lines(folder / "judgements.jsonl", Judgement)
    issues = read_lines(folder / "issues.jsonl", Issue)
    try:
        ontology = load_ontology(manifest.settings.frames)
        gazetteer = load_gazetteer(manifest.settings.gazetteers)
    except FrameError:
        raise
    except HadathError as fault:
        raise FolderError(f"what it was built with cannot be read: {fault}", where=str(folder)) from fault
    _check_whole(folder, articles, extractions, ontology.types)
    resolution = resolve(articles, extractions, ontology=ontology, gazetteer=gazetteer, judgements=judgements)
    return KnowledgeGraph(
        articles=articles,
        extractions=extractions,
        resolution=resolution,
        issues=issues,
        ontology=ontology,
        gazetteer=gazetteer,
        settings=manifest.settings,
        extractor=manifest.run.extractor,
    )


def changed_files(folder: Path, manifest: Manifest) -> list[str]:
    """The names of files that are missing or are not what `build.toml` says, sorted."""
    return [
        name
        for name, digest in sorted(manifest.files.items())
        if not (folder / name).is_file() or _sha256(folder / name) != digest
    ]


def _write_records(graph: "KnowledgeGraph", target: Path) -> None:
    issues = sorted(graph.issues, key=lambda issue: (issue.where, issue.severity, issue.what))
    for name, values in zip(
        RECORDS, (graph.articles, graph.extractions, graph.resolution.judgements, issues), strict=True
    ):
        with _new(target / name) as file:
            file.writelines(to_lines(values))
    with _new(target / SUMMARY) as file:
        file.write(dump(summary(graph), indent=2).encode("utf8") + b"\n")


def _write_graph(graph: "KnowledgeGraph", target: Path, exporters: Iterable["Exporter"]) -> None:
    with _new(target / NQUADS) as file:
        file.writelines(Source(graph).lines())
    source = Source(graph, target / NQUADS)
    for exporter in exporters:
        with _new(target / exporter.file_name) as file:
            exporter.export(source, file)


def _old_files(folder: Path, ours: set[str]) -> set[str]:
    """The files of the build that is there; raises `FolderError` when the folder is not ours to change."""
    if folder.exists() and not folder.is_dir():
        raise FolderError("is a file, not a folder", where=str(folder), advice="name another folder")
    if (folder / NAME).is_file():
        return {name for name in _manifest(folder).files if name == os.path.basename(name)}
    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")} if folder.is_dir() else set()
    known = ours if SUMMARY in names else set()  # a graph.ttl alone is not from here
    foreign = sorted(name for name in names - known if not name.startswith("README"))
    if foreign:
        raise FolderError(
            f"holds other things ({', '.join(foreign[:3])}) and no build.toml, so it is not ours to change",
            where=str(folder),
            advice="name an empty or a new folder",
        )
    return names & known


def _manifest(folder: Path) -> Manifest:
    """As `read_manifest`, with advice that helps where the file itself is damaged: building again would not."""
    path = folder / NAME
    try:
        return read_manifest(folder)
    except FolderError as fault:
        if fault.where != str(path):
            raise
        missing = isinstance(fault.__cause__, SettingsError)  # a file of the user's that was moved, most likely
        raise FolderError(
            fault.what, where=fault.where, advice=f"put it back, or {_MEND}" if missing else _MEND
        ) from fault
    except RecursionError as fault:
        raise FolderError("cannot be read: it is nested too deeply", where=str(path), advice=_MEND) from fault


@contextmanager
def _new(path: Path) -> Iterator[BinaryIO]:
    with path.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_whole(
    folder: Path, articles: Iterable[Article], extractions: Iterable[Extraction], types: Iterable[str]
) -> None:
    """Raises `FolderError` when claims have no article, or an event type that there is no frame for."""
    known, ids = set(types), {article.id for article in articles}
    for extraction in extractions:
        if extraction.article not in ids:
            raise FolderError(f"has claims of article {extraction.article!r} but not the article", where=str(folder))
        for claim in extraction.claims:
            if claim.type not in known:
                advice = "name the folder of its frame in hadath.toml, or rebuild"
                raise FolderError(
                    f"has claims of type {claim.type}, which no frame describes", where=str(folder), advice=advice
                )
