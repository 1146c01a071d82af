"""What tests of every part share."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data folder beside the project; without it the test is skipped, in continuous integration it fails."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        missing(f"there is no {folder.name}/ beside the project")
    return folder


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `kg build sources/` writes, built once for all tests that ask for it."""
    from kg.engines.local import build
    from kg.settings import Settings

    folder = tmp_path_factory.mktemp("samples") / "exports"
    build([ROOT / "sources"], settings=Settings()).write(folder)
    return folder


def missing(reason: str) -> None:
    """Ends the test because something it needs is not there."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason}, and CI is set")
    pytest.skip(reason)
