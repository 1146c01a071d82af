import json

from kg.cli.talk import one_line


def records(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_line_of_json_an_article(run, sources):
    result = run("extract", sources)
    assert result.exit_code == 0
    assert result.stderr == ""
    prague, vienna = records(result)
    assert (prague["id"], vienna["id"]) == ("stubb-prague", "stubb-vienna")
    assert any(event["type"] == "Visit" and event["factuality"] == "planned" for event in vienna["events"])
    assert "ألكسندر ستوب" in result.stdout  # letters, not \u escapes


def test_spans_point_into_the_text(run, sources):
    _, vienna = records(run("extract", sources))
    text = (sources / "vienna.txt").read_text(encoding="utf8").partition("\n---\n")[2]
    triggers = [text[start:end] for event in vienna["events"] for start, end in event["triggers"]]
    assert "visit" in triggers


def test_standard_input(run, sources):
    result = run("extract", "-", stdin=(sources / "vienna.txt").read_bytes())
    assert [record["id"] for record in records(result)] == ["stubb-vienna"]


def test_faults_go_to_stderr_and_the_rest_is_printed(run, sources):
    (sources / "empty.txt").touch()
    result = run("extract", sources, "missing.txt")
    assert result.exit_code == 0
    assert len(records(result)) == 2
    assert sorted(result.stderr.splitlines()) == [
        f"error: {sources}/empty.txt: is empty",
        "error: missing.txt: no such file or folder",
    ]


def test_nothing_to_read_ends_with_1(run):
    result = run("extract", "missing.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "error: missing.txt: no such file or folder",
        "kg: no article could be read",
    ]


def test_the_table_is_for_people(run, sources):
    result = run("extract", "--format", "table", sources / "vienna.txt")
    assert "Stubb to visit Vienna · 2025-11-04" in result.stdout
    assert "│ Visit" in result.stdout
    assert "2025-11-10" in result.stdout


def test_a_line_that_is_shown_stays_one_line():
    assert one_line("a\tb\r\nc\u202ed") == "a b c\ufffdd"
