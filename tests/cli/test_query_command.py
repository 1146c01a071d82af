"""`kg query` from the outside: data on stdout, talk on stderr, exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli
from tests.graph.builders import sample
from tests.graph.query_sample import write_nquads


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_nquads(sample(), tmp_path_factory.mktemp("graph")))


def kg(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["query", *arguments], input=stdin)


def test_example_as_a_table_shows_names_and_short_iris(folder: str) -> None:
    result = kg(folder, "--example", "planned-visits", "--param", "month=2025-11", "--param", "lang=ar")
    assert result.exit_code == 0
    assert "زيارة مرتقبة من أحمد الشرع إلى واشنطن" in result.stdout
    assert "Tom Barrack actor/" in result.stdout
    assert "2 rows" in result.stdout


def test_json_on_stdout_and_nothing_else(folder: str) -> None:
    result = kg(folder, "SELECT ?e { ?e kg:status kg:Planned }", "--format", "json")
    assert len(json.loads(result.stdout)["results"]["bindings"]) == 1
    assert result.stderr == ""


def test_query_from_file_and_from_standard_input(folder: str, tmp_path: Path) -> None:
    sparql = '# parameters: who:key="al-Sharaa"\nASK { VALUES ?who { "" } ?actor kg:key ?who }'
    file = tmp_path / "ask.rq"
    file.write_text(sparql, encoding="utf8")
    assert kg(folder, str(file)).stdout == "no\n"
    assert kg(folder, str(file), "--param", "who=الشرع").stdout == "yes\n"
    assert kg(folder, "-", "--param", "?who=الشَّرْع", stdin=sparql).stdout == "yes\n"


def test_construct_is_turtle_on_default(folder: str) -> None:
    assert "kg:Planned" in kg(folder, "CONSTRUCT WHERE { ?e kg:status ?s }").stdout


def test_cut_off_is_said_on_stderr(folder: str) -> None:
    result = kg(folder, "SELECT * { ?s ?p ?o }", "--rows", "2", "--format", "csv")
    assert len(result.stdout.splitlines()) == 3
    assert "cut off" in result.stderr


def test_list_names_every_parameter() -> None:
    result = kg("--list")
    assert result.exit_code == 0
    assert "--param day='2024-04-01' (date)" in result.stdout
    assert "أعضاء منظمة في يوم معيّن" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["ASK { SERVICE <http://x> {} }"], 1, "kg: line 1, column 7: SERVICE is not allowed"),
        (["--example", "nope"], 1, "kg: there is no example 'nope'"),
        (["nothing.rq"], 1, "kg: nothing.rq: no such file, and no query either"),
        (["ASK {}", "--param", "x"], 2, "'x' is not NAME=VALUE"),
        (["ASK {}", "--example", "overdue"], 2, "give DIR and one of"),
        ([], 2, "give DIR and one of"),
        (["CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"], 1, "ask for ttl"),
    ],
)
def test_faults_in_one_line(folder: str, arguments: list[str], code: int, message: str) -> None:
    result = kg(folder, *arguments)
    assert result.exit_code == code
    assert message in result.stderr
    assert result.stdout == ""


def test_control_characters_of_a_label_do_not_reach_the_terminal(folder: str) -> None:
    result = kg(folder, 'SELECT (CONCAT("a", "\\u001b[2J", "\\u202e") AS ?x) { }')
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout
