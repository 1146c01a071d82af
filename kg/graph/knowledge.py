"""The knowledge graph: articles, what was read out of them, and what resolution made of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from kg.gazetteer import Gazetteer
from kg.graph.manifest import plain_settings, settings_of_run
from kg.graph.provenance import Run
from kg.graph.quads import all_quads
from kg.graph.titles import event_labels
from kg.graph.view import View, view_of
from kg.model import Article, Event, Extraction, Issue, Resolution, digest
from kg.ontology import Ontology
from kg.settings import Settings

if TYPE_CHECKING:
    import networkx
    import rdflib


@dataclass(frozen=True, slots=True, eq=False)
class KnowledgeGraph:
    """A whole graph. Articles and extractions are kept sorted, so that the order they come in shows nowhere.

    `extractor`: version and models of what made the extractions; "": this version with the pack of the settings. Every
    event gets its titles. Raises `FrameError` when an event type takes a name that the ontology uses otherwise.
    """

    articles: tuple[Article, ...]
    extractions: tuple[Extraction, ...]
    resolution: Resolution
    issues: tuple[Issue, ...]
    ontology: Ontology
    gazetteer: Gazetteer
    settings: Settings
    extractor: str = ""
    view: View = field(init=False, repr=False)
    run: Run = field(init=False, repr=False)

    def __post_init__(self) -> None:
        fix = object.__setattr__  # the class is frozen; nothing is set after this
        fix(self, "articles", tuple(sorted(self.articles, key=lambda article: article.id)))
        fix(self, "extractions", tuple(sorted(self.extractions, key=lambda extraction: extraction.article)))
        view = self._view(self.resolution)
        events = tuple(replace(event, labels=event_labels(event, view)) for event in self.resolution.events)
        fix(self, "resolution", replace(self.resolution, events=events))
        fix(self, "view", self._view(self.resolution))
        fix(self, "run", self._run())

    def events(self) -> tuple[Event, ...]:
        """All events of the resolved view, of every status, sorted by id."""
        return self.resolution.events

    def quads(self) -> Iterator[Quad]:
        """Every quad once; see `kg.graph.quads` for what is in which graph."""
        return all_quads(self.view, self.run)

    def to_rdflib(self) -> "rdflib.Dataset":
        """An rdflib dataset, named graphs and all, for smaller graphs (rdflib takes a kilobyte a triple)."""
        from kg.graph.conversion import to_rdflib

        return to_rdflib(self.quads())

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """Events and actors as nodes, roles as edges; see `kg.graph.network`."""
        from kg.graph.network import to_networkx

        return to_networkx(self.view)

    def with_extractions(self, articles: Iterable[Article], extractions: Iterable[Extraction]) -> "KnowledgeGraph":
        """These articles and those it has, resolved anew with its judgements; the new one of an id counts."""
        from kg.resolution import resolve

        texts = {article.id: article for article in (*self.articles, *articles)}
        readings = {extraction.article: extraction for extraction in (*self.extractions, *extractions)}
        resolution = resolve(
            tuple(texts.values()),
            tuple(readings.values()),
            ontology=self.ontology,
            gazetteer=self.gazetteer,
            judgements=self.resolution.judgements,
        )
        return replace(
            self, articles=tuple(texts.values()), extractions=tuple(readings.values()), resolution=resolution
        )

    def write(self, folder: str | Path, formats: Iterable[str] | None = None) -> None:
        """Makes `folder` exactly this graph: files of an earlier build that this one does not have are removed.

        `formats`: names of formats beside the files that every folder has; None: all that there are. Raises
        `FolderError` for a folder that is not ours or of another format version, `SettingsError` for an unknown format.
        Nothing is replaced before all is written.
        """
        from kg.graph.folder import write_folder

        write_folder(self, Path(folder), formats)

    @classmethod
    def read(cls, folder: str | Path) -> "KnowledgeGraph":
        """The graph in a folder, resolved anew from its articles, claims and judgements; raises `FolderError`."""
        from kg.graph.folder import read_folder

        return read_folder(Path(folder))

    def _view(self, resolution: Resolution) -> View:
        return view_of(
            self.articles,
            self.extractions,
            resolution,
            ontology=self.ontology,
            gazetteer=self.gazetteer,
            base=self.settings.base,
        )

    def _run(self) -> Run:
        from kg import __version__

        return Run(
            version=__version__,
            extractor=self.extractor or f"hadath {__version__}, pack {self.settings.pack}",
            settings=settings_of_run(plain_settings(self.settings)),
            ontology=self.ontology.digest,
            gazetteer=self.gazetteer.digest,
            articles=digest(*(part for each in self.articles for part in (each.id, each.published, each.digest))),
        )
