"""The wheel holds all that the package needs: it is built, unpacked, and used from another folder."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.test_documents import OPENING, blocks

pytestmark = pytest.mark.slow
Run = Callable[..., str]
COMMAND = "import sys; from kg.cli import main; sys.argv[0] = 'kg'; main()"


@pytest.fixture(scope="module")
def unpacked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but what the wheel holds."""
    folder = tmp_path_factory.mktemp("wheel")
    python = [sys.executable, "-m"]
    try:
        import hatchling  # noqa: F401
    except ImportError:
        missing("hatchling is not installed")
    subprocess.run(
        [*python, "hatchling", "build", "-t", "wheel", "-d", folder], cwd=root, check=True, capture_output=True
    )
    [wheel] = folder.glob("*.whl")
    install = ["pip", "install", "--quiet", "--no-deps", "--no-index", "--target", folder / "site", wheel]
    subprocess.run([*python, *install], check=True, capture_output=True)
    return folder / "site"


@pytest.fixture
def kg(unpacked: Path, root: Path, tmp_path: Path) -> Run:
    """Runs `kg` of the wheel in a folder with an article, and the settings and the frame of docs/frames.md."""
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "opening.yaml").write_text(blocks(root / "docs" / "frames.md", "yaml")[0], encoding="utf8")
    (tmp_path / "hadath.toml").write_text(blocks(root / "docs" / "frames.md", "toml")[0], encoding="utf8")
    (tmp_path / "opening.txt").write_text(OPENING, encoding="utf8")

    def run(*arguments: str) -> str:
        return python(unpacked, tmp_path, COMMAND, *arguments)

    return run


def python(site: Path, folder: Path, code: str, *arguments: str) -> str:
    """What Python prints in that folder when it finds our package in `site` first."""
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-P", "-c", code, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_the_wheel_that_is_used(unpacked: Path, tmp_path: Path) -> None:
    code = "import kg; from kg.resources import ontology_folder; print(kg.__file__, ontology_folder(), sep='\\n')"
    assert all(line.startswith(str(unpacked)) for line in python(unpacked, tmp_path, code).splitlines())


def test_licences_of_all_that_is_in_it_are_named_and_given(unpacked: Path) -> None:
    [metadata] = unpacked.glob("hadath-*.dist-info/METADATA")
    [expression] = re.findall(r"^License-Expression: (.*)$", metadata.read_text(encoding="utf8"), re.MULTILINE)
    assert {"Apache-2.0", "CC-BY-NC-SA-3.0", "CC-BY-SA-4.0", "ODbL-1.0", "CC-BY-4.0"} <= set(expression.split(" AND "))
    for name in ("LICENSE", "kg/data/packs/LICENSES.md", "kg/data/gazetteer/SOURCES.md"):
        assert (metadata.parent / "licenses" / name).is_file()


def test_extract_build_and_query_with_an_own_frame(kg: Run, tmp_path: Path) -> None:
    record = json.loads(kg("extract", "opening.txt"))
    assert [event["type"] for event in record["events"]] == ["EmbassyOpening"]
    kg("build", "opening.txt", "--out", "graph")
    query = "SELECT ?e WHERE { ?e a <https://example.org/news/ontology#EmbassyOpening> }"
    assert len(kg("query", "graph", query, "--format", "tsv").splitlines()) == 2
    assert "<html" in (tmp_path / "graph" / "graph.html").read_text(encoding="utf8")
    assert kg("query", "--list").count("--param") > 10
