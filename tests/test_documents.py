"""What the documents show works as they show it."""

import re
import shlex
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner

import kg
from kg.cli import cli
from kg.grammar import FUNCTIONS
from kg.model import Kind
from kg.ontology.frames import CONDITIONS, PARTS
from kg.ontology.types import PERIODS, QUADS, SIDES
from kg.settings import load_settings
from tests.cli.conftest import ARABIC, ENGLISH

pytestmark = pytest.mark.filterwarnings(
    "ignore:Dataset.(default_context|contexts) is deprecated:DeprecationWarning"
)  # rdflib's own
OPENING = (
    "---\nid: opening\nlang: en\ndate: 2025-03-04\n---\nNorway in Damascus\n\n"
    "Norway opened an embassy in Damascus on Monday.\n"
)


def blocks(path: Path, language: str) -> list[str]:
    """The code blocks of a language in a Markdown file."""
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf8"), re.DOTALL | re.MULTILINE)


def commands(path: Path) -> list[list[str]]:
    """The words of each `kg query …` that a Markdown file shows."""
    text = re.sub(r"^\$ |^\.venv/bin/", "", path.read_text(encoding="utf8"), flags=re.MULTILINE)
    shown = re.findall(r"^kg (query exports [^'#]*?(?:'[^']*')?)(?: +#.*)?$", text, re.MULTILINE)
    return [shlex.split(each) for each in shown]


@pytest.fixture
def frame_folder(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder with the settings and the frame of docs/frames.md."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "frames").mkdir()
    [frame] = blocks(root / "docs" / "frames.md", "yaml")
    (tmp_path / "frames" / "embassy-opening.yaml").write_text(frame, encoding="utf8")
    [settings] = blocks(root / "docs" / "frames.md", "toml")
    (tmp_path / "hadath.toml").write_text(settings, encoding="utf8")
    return tmp_path


def test_queries_of_the_readme_find_something(root: Path, samples: Path) -> None:
    shown = commands(root / "README.md")
    assert len(shown) == 2
    for query, _, *rest in shown:
        plain = rest if "--format" in rest else [*rest, "--format", "tsv"]
        result = CliRunner().invoke(cli, [query, str(samples), *plain])
        assert result.exit_code == 0
        assert len(result.stdout.splitlines()) > 1, f"finds nothing: {rest}"


def test_results_that_the_readme_shows_are_those_of_the_samples(root: Path, samples: Path) -> None:
    text = lines((root / "README.md").read_text(encoding="utf8"))
    for query, _, *rest in commands(root / "README.md"):
        assert lines(CliRunner().invoke(cli, [query, str(samples), *rest]).stdout) in text


def lines(text: str) -> str:
    """The text without white space at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.splitlines())


def test_settings_of_the_readme_are_read(root: Path, tmp_path: Path) -> None:
    [settings] = blocks(root / "README.md", "toml")
    (tmp_path / "hadath.toml").write_text(settings, encoding="utf8")
    (tmp_path / "frames").mkdir()
    for name in ("names.tsv", "outlets.yaml"):
        (tmp_path / name).touch()
    loaded = load_settings(tmp_path / "hadath.toml")
    assert loaded.frames == (tmp_path / "frames",)
    assert loaded.outlets == tmp_path / "outlets.yaml"


def test_library_use_of_the_readme_runs(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-articles").mkdir()
    (tmp_path / "my-articles" / "vienna.txt").write_text(ENGLISH, encoding="utf8")
    (tmp_path / "my-articles" / "prague.txt").write_text(ARABIC, encoding="utf8")
    [code] = blocks(root / "README.md", "python")
    exec(compile(code, "README.md", "exec"), {})
    assert "Visit planned 2025-11-10" in capsys.readouterr().out
    assert (tmp_path / "my-graph" / "graph.ttl").is_file()


def test_examples_of_the_frame_hold(root: Path, frame_folder: Path) -> None:
    [code] = blocks(root / "docs" / "frames.md", "python")
    names: dict[str, object] = {}
    exec(compile(code, "docs/frames.md", "exec"), names)
    assert [each.name for each in names["own"]] == ["EmbassyOpening"]  # type: ignore[attr-defined]
    assert names["faults"] == []


def test_frame_gives_events_of_its_own_type(frame_folder: Path) -> None:
    (frame_folder / "opening.txt").write_text(OPENING, encoding="utf8")
    graph = kg.build("opening.txt").to_rdflib()
    own = rdflib.URIRef("https://example.org/news/ontology#EmbassyOpening")
    [event] = graph.subjects(rdflib.RDF.type, own)
    labels = {label.language: str(label) for label in graph.objects(event, rdflib.RDFS.label)}
    assert labels["en"] == "Norway opens an embassy in Damascus"


def test_everything_that_a_frame_may_say_is_explained(root: Path) -> None:
    text = (root / "docs" / "frames.md").read_text(encoding="utf8")
    fields = "type parent label definition title quad roles core modes mappings period content examples claims trigger"
    words = [*fields.split(), *PARTS, *CONDITIONS, *FUNCTIONS, *QUADS, *SIDES, *PERIODS, *Kind]
    missing = [word for word in words if not re.search(rf"(`|\b){re.escape(word)}(`|\b)", text)]
    assert missing == []


def test_links_between_documents_lead_somewhere(root: Path) -> None:
    for page in [*root.glob("*.md"), *(root / "docs").glob("*.md"), root / "bench" / "README.md"]:
        targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf8"))
        assert [target for target in targets if not (page.parent / target).exists()] == [], page.name
