from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.graph import KnowledgeGraph
from tests.graph.builders import sample


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    """The sample of the builders."""
    return sample()


@pytest.fixture(scope="session")
def store(graph: KnowledgeGraph) -> Store:
    """Its quads, to be queried."""
    store = Store()
    store.extend(graph.quads())
    return store


@pytest.fixture(scope="session")
def built(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its output folder; not to be changed."""
    folder = tmp_path_factory.mktemp("built") / "out"
    graph.write(folder)
    return folder
