"""Hadath: event knowledge graphs from news in Arabic and English.

    import kg
    graph = kg.build(["sources/"])
    for event in graph.events():
        print(event.type, event.status, event.time.iso)

`build`, `read` and `load` fetch what they need on first use, so that `import kg` itself is quick.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.model import Article, Issue

__version__ = "0.1.0"
__all__ = ["__version__", "build", "load", "read"]


def build(
    paths: str | Path | Iterable[str | Path], *, config: str | Path | None = None, workers: int = 1
) -> "KnowledgeGraph":
    """The graph of the articles at these files and folders.

    `config`: a settings file; None: `hadath.toml` of the current folder where there is one. `workers`: processes; the
    graph is the same for any number. What could not be read or extracted is in the graph's `issues`. Raises
    `SettingsError`, `FrameError`, `PackError`.
    """
    from kg.engines.local import build
    from kg.settings import load_settings

    return build(_paths(paths), settings=load_settings(config), workers=workers)


def read(paths: str | Path | Iterable[str | Path]) -> "Iterator[Article | Issue]":
    """The articles at these files and folders, and in their places the faults of what is none."""
    from kg.reading import read

    return read(_paths(paths))


def load(folder: str | Path) -> "KnowledgeGraph":
    """The graph in an output folder, as `kg build --out` wrote it; raises `FolderError` when it is none."""
    from kg.graph import KnowledgeGraph

    return KnowledgeGraph.read(Path(folder))


def _paths(paths: str | Path | Iterable[str | Path]) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)
