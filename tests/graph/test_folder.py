import os
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import FolderError, SettingsError
from kg.graph import KnowledgeGraph
from kg.graph.folder import changed_files
from kg.graph.manifest import read_manifest
from kg.graph.staging import staging
from kg.settings import Settings
from tests.graph.builders import ARABIC, ENGLISH, READ_ARABIC, READ_ENGLISH, sample

FILES = {
    "build.toml", "articles.jsonl", "claims.jsonl", "judgements.jsonl", "issues.jsonl", "summary.json",
    "graph.nq", "graph.ttl",
    "graph.trig", "graph.jsonld", "events.csv", "graph.html",
}  # fmt: skip


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_build_writes_every_file_and_leaves_nothing_else(built):
    assert {path.name for path in built.iterdir()} == FILES


def test_build_toml_says_what_it_was_made_with(built, graph):
    table = tomllib.loads((built / "build.toml").read_text(encoding="utf8"))
    assert (table["format"], table["run"], table["settings"]["pack"]) == (1, graph.run.id, "default")
    assert table["inputs"]["ontology"] == "0" * 64
    assert set(table["files"]) == FILES - {"build.toml"}
    assert changed_files(built, read_manifest(built)) == []


def test_graph_nq_is_sorted_by_bytes(built):
    lines = (built / "graph.nq").read_bytes().splitlines()
    assert lines == sorted(set(lines))


def test_only_the_formats_asked_for_are_written(tmp_path):
    sample().write(tmp_path / "out", ["csv"])
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES - {"graph.trig", "graph.jsonld", "graph.html"}


def test_what_an_earlier_build_had_and_this_one_has_not_is_removed(tmp_path):
    sample().write(tmp_path, ["csv", "ntriples"])
    (tmp_path / "notes.txt").write_text("mine", encoding="utf8")
    sample().write(tmp_path, [])
    names = {path.name for path in tmp_path.iterdir()}
    assert "events.csv" not in names
    assert "graph.nt" not in names
    assert "notes.txt" in names


def test_a_folder_with_other_things_in_it_is_refused_and_left_alone(tmp_path):
    (tmp_path / "thesis.docx").write_text("x", encoding="utf8")
    with pytest.raises(FolderError, match=r"thesis\.docx"):
        sample().write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_committed_files_alone_are_no_other_things(tmp_path):
    """`exports/` in a fresh clone has some of our files but no build.toml."""
    for name in ("graph.ttl", "events.csv", "summary.json", "README.md", ".gitignore"):
        (tmp_path / name).write_text("old", encoding="utf8")
    sample().write(tmp_path)
    assert (tmp_path / "README.md").read_text(encoding="utf8") == "old"
    assert b"sem:Event" in (tmp_path / "graph.ttl").read_bytes()


@pytest.mark.parametrize("action", [lambda folder: sample().write(folder), KnowledgeGraph.read])
def test_another_format_version_is_refused_with_the_command_that_rebuilds_it(tmp_path, action):
    (tmp_path / "build.toml").write_text("format = 2\n", encoding="utf8")
    with pytest.raises(FolderError, match="format version 2") as caught:
        action(tmp_path)
    assert f"kg build SOURCES… --out {tmp_path}" in str(caught.value)


@pytest.mark.parametrize(
    "text", ["format = ", "format = 1\n", 'format = 1\n[settings]\nbase = "x"\n[inputs]\n[files]\n']
)
def test_a_broken_build_toml_is_one_clear_line(tmp_path, text):
    (tmp_path / "build.toml").write_text(text, encoding="utf8")
    with pytest.raises(FolderError, match="kg build") as caught:
        read_manifest(tmp_path)
    assert "\n" not in str(caught.value)


def test_an_unknown_format_is_refused_before_anything_is_touched(tmp_path):
    with pytest.raises(SettingsError, match=r"'xls'.*turtle"):
        sample().write(tmp_path / "out", ["xls"])
    assert not (tmp_path / "out").exists()


def test_a_run_that_dies_leaves_the_last_good_output(tmp_path, monkeypatch):
    sample().write(tmp_path)
    before = contents(tmp_path)

    def die(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.exporting.events_csv.rows", die)
    with pytest.raises(KeyboardInterrupt):
        sample(articles=(ARABIC,), extractions=(READ_ARABIC,)).write(tmp_path)
    assert contents(tmp_path) == before
    assert not (tmp_path / ".cache").exists()


def test_a_run_killed_between_two_renames_is_found_out(tmp_path, monkeypatch):
    sample().write(tmp_path)
    rename = os.replace

    def die_at_the_graph(source, target):
        if Path(target).name == "graph.nq":
            raise KeyboardInterrupt
        rename(source, target)

    monkeypatch.setattr("kg.graph.folder.os.replace", die_at_the_graph)
    with pytest.raises(KeyboardInterrupt):
        sample(articles=(ARABIC,), extractions=(READ_ARABIC,)).write(tmp_path)
    assert "articles.jsonl" in changed_files(tmp_path, read_manifest(tmp_path))


def test_the_store_of_an_earlier_graph_is_dropped(tmp_path):
    sample().write(tmp_path, [])
    (tmp_path / ".cache" / "store").mkdir(parents=True)
    sample().write(tmp_path, [])
    assert not (tmp_path / ".cache").exists()


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf8")
    with pytest.raises(FolderError, match="is a file, not a folder"):
        sample().write(tmp_path / "file")
    with pytest.raises(FolderError, match="cannot be written"):
        sample().write(tmp_path / "file" / "below")


def test_order_does_not_show_in_any_file(built, tmp_path):
    sample(articles=(ENGLISH, ARABIC), extractions=(READ_ENGLISH, READ_ARABIC)).write(tmp_path)
    assert contents(tmp_path) == contents(built)


def test_a_lone_surrogate_in_a_text_harms_no_file(tmp_path):
    broken = replace(ENGLISH, text=ENGLISH.text + " \ud800\x00", title="a\ud800")
    sample(articles=(ARABIC, broken)).write(tmp_path)
    for name, data in contents(tmp_path).items():
        assert data.decode("utf8"), name


def test_settings_survive(tmp_path):
    settings = Settings(base="https://example.org/news/")
    sample(settings=settings).write(tmp_path, [])
    assert read_manifest(tmp_path).settings == settings
    assert b"https://example.org/news/event/" in (tmp_path / "graph.nq").read_bytes()


def test_what_a_user_has_in_the_cache_stays(tmp_path):
    mine = tmp_path / ".cache" / "pip" / "wheel"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf8")
    (tmp_path / ".cache" / "store").mkdir()
    (tmp_path / ".cache" / "hadath-staging-killed").mkdir()
    sample().write(tmp_path, [])
    assert mine.read_text(encoding="utf8") == "mine"
    assert {path.name for path in (tmp_path / ".cache").iterdir()} == {"pip", "store"}


@pytest.mark.parametrize("name", ["graph.ttl", "events.csv", "summary.json.bak"])
def test_a_file_that_is_called_as_ours_is_not_ours_without_a_summary(tmp_path, name):
    (tmp_path / name).write_text("mine", encoding="utf8")
    with pytest.raises(FolderError, match=name):
        sample().write(tmp_path, [])
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_first_build_that_was_killed_between_two_renames_can_be_repeated(tmp_path, monkeypatch):
    rename = os.replace

    def die_at_the_graph(source, target):
        if Path(target).name == "graph.nq":
            raise KeyboardInterrupt
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr("kg.graph.folder.os.replace", die_at_the_graph)
        with pytest.raises(KeyboardInterrupt):
            sample().write(tmp_path, [])
    assert not (tmp_path / "build.toml").exists()
    sample().write(tmp_path, [])
    assert changed_files(tmp_path, read_manifest(tmp_path)) == []


def test_two_builds_do_not_write_into_one_folder(tmp_path):
    sample().write(tmp_path, [])
    before = contents(tmp_path)
    with staging(tmp_path, ours=True) as first:
        (first / "half").write_text("x", encoding="utf8")
        with pytest.raises(FolderError, match=r"another build is writing here \(wait"):
            sample(articles=(ARABIC,), extractions=(READ_ARABIC,)).write(tmp_path, [])
        assert (first / "half").is_file()
    assert contents(tmp_path) == before
    assert not (tmp_path / ".cache").exists()


@pytest.mark.parametrize("text", ["format = ", "format = 1\n", "x = " + "[" * 5000])
@pytest.mark.parametrize("action", [lambda folder: sample().write(folder), KnowledgeGraph.read])
def test_a_damaged_build_toml_is_told_with_advice_that_helps(tmp_path, text, action):
    sample().write(tmp_path, [])
    (tmp_path / "build.toml").write_text(text, encoding="utf8")
    with pytest.raises(FolderError, match=r"delete build\.toml or the folder"):
        action(tmp_path)
    (tmp_path / "build.toml").unlink()
    sample().write(tmp_path, [])
