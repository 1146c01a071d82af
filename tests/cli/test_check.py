import pytest


@pytest.fixture
def graph(run, sources, tmp_path):
    run("build", "-q", sources, "--out", "graph")
    return tmp_path / "graph"


@pytest.mark.slow
def test_what_build_wrote_conforms(run, graph):
    result = run("check", graph)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert result.stderr == f"{graph} conforms\n"


def test_a_file_that_was_changed_does_not(run, graph):
    (graph / "graph.nq").write_bytes((graph / "graph.nq").read_bytes().partition(b"\n")[2])
    result = run("check", graph)
    assert result.exit_code == 1
    assert "graph.nq" in result.stderr


def test_a_folder_of_something_else_cannot_be_checked(run, tmp_path):
    (tmp_path / "other").mkdir()
    result = run("check", "other")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_a_folder_that_is_not_there_is_wrong_usage(run):
    assert run("check", "nowhere").exit_code == 2
