import json

import pytest


def test_build_writes_the_folder_and_says_what_it_holds(run, sources, tmp_path):
    result = run("build", sources, "--out", "graph")
    assert result.exit_code == 0
    assert result.stdout == ""
    first, *rest = result.stderr.splitlines()
    assert first.startswith("graph: 2 articles, ")
    assert first.endswith(", 0 faults")  # seconds are for terminals only
    assert any(line.split()[:1] == ["Visit"] and "planned" in line for line in rest)
    assert json.loads((tmp_path / "graph" / "summary.json").read_text(encoding="utf8"))["articles"] == 2
    assert {"build.toml", "articles.jsonl", "claims.jsonl", "graph.nq", "graph.ttl", "graph.html", "events.csv"} <= {
        path.name for path in (tmp_path / "graph").iterdir()
    }


def test_quiet_says_nothing(run, sources):
    result = run("build", "-q", sources, "--out", "graph")
    assert (result.exit_code, result.output) == (0, "")


def test_one_bad_article_stops_nothing_and_is_recorded(run, sources, tmp_path):
    (sources / "bad.txt").write_bytes(b"---\ndate: 2025-11-02\n---\nCaf\xe9")
    result = run("build", sources, "--out", "graph")
    assert result.exit_code == 0
    assert "is not UTF-8: byte 28" in result.stderr
    assert "1 fault" in result.stderr
    [issue] = (tmp_path / "graph" / "issues.jsonl").read_text(encoding="utf8").splitlines()
    assert json.loads(issue)["where"].endswith("bad.txt")


def test_strict_builds_nothing_then(run, sources, tmp_path):
    (sources / "bad.txt").touch()
    result = run("build", "--strict", sources, "--out", "graph")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith("kg: 1 fault in the input")
    assert not (tmp_path / "graph").exists()


def test_nothing_to_build_ends_with_1_and_leaves_the_folder_as_it_was(run, sources, tmp_path):
    run("build", sources, "--out", "graph")
    before = (tmp_path / "graph" / "graph.nq").read_bytes()
    result = run("build", "missing.txt", "--out", "graph")
    assert result.exit_code == 1
    assert "no article could be read" in result.stderr
    assert (tmp_path / "graph" / "graph.nq").read_bytes() == before


def test_add_keeps_what_is_there(run, sources, tmp_path):
    run("build", sources / "vienna.txt", "--out", "graph")
    result = run("build", "--add", sources / "prague.txt", "--out", "graph")
    assert result.exit_code == 0
    run("build", sources, "--out", "whole")
    for name in ("articles.jsonl", "claims.jsonl", "graph.nq", "graph.ttl", "events.csv"):
        assert (tmp_path / "graph" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_strict_counts_the_faults_of_this_run_only(run, sources, tmp_path):
    run("build", sources / "vienna.txt", "nowhere.txt", "--out", "graph")
    assert run("build", "--add", sources / "prague.txt", "--strict", "--out", "graph").exit_code == 0


def test_add_to_nothing_is_a_build(run, sources, tmp_path):
    assert run("build", "--add", sources, "--out", "graph").exit_code == 0
    assert (tmp_path / "graph" / "graph.nq").is_file()


@pytest.mark.parametrize("option", [("--workers", "0"), ("--min-score", "2"), ("--engine", "cloud")])
def test_values_that_cannot_be_are_wrong_usage(run, sources, option):
    assert run("build", sources, "--out", "graph", *option).exit_code == 2


def test_a_broken_frame_stops_at_once_with_file_and_line(run, sources, tmp_path):
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "broken.yaml").write_text("type: Broken\nroles: [\n", encoding="utf8")
    (tmp_path / "hadath.toml").write_text('frames = ["frames"]\n', encoding="utf8")
    result = run("build", sources, "--out", "graph")
    assert result.exit_code == 1
    [line] = result.stderr.splitlines()
    assert "broken.yaml:" in line
    assert not (tmp_path / "graph").exists()
