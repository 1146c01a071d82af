"""`kg query` from the outside: data on stdout, talk on stderr, exit codes."""

import functools
import json
from pathlib import Path

import pyoxigraph
import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from kg.cli.main import cli
from kg.cli.query_table import as_table
from kg.graph.query import Answer
from tests.graph.builders import sample
from tests.graph.query_sample import write_nquads


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_nquads(sample(), tmp_path_factory.mktemp("graph")))


def kg(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["query", *arguments], input=stdin)


def test_example_as_a_table_shows_names(folder: str) -> None:
    result = kg(folder, "--example", "planned-visits", "--param", "month=2025-11", "--param", "lang=ar")
    assert result.exit_code == 0
    assert "زيارة مرتقبة من أحمد الشرع إلى واشنطن" in result.stdout
    assert "Tom Barrack" in result.stdout
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
        (["select.rq"], 1, "kg: select.rq: no such file, and no query either"),
        (["LOAD <http://x>"], 1, "kg: line 1, column 1: LOAD is an update, and the graph is only read"),
        (["clear all"], 1, "kg: line 1, column 1: CLEAR is an update"),
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


@pytest.mark.parametrize("name", ["DESCRIBE", "describe", "Query.rq", "a{b}.rq"])
def test_a_file_goes_before_what_its_name_might_mean(
    folder: str, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text("ASK {}", encoding="utf8")
    assert kg(folder, name).stdout == "yes\n"


def test_a_query_without_braces_is_no_file_name(folder: str) -> None:
    rows = json.loads(kg(folder, "SELECT ?e { ?e kg:status kg:Planned }", "--format", "json").stdout)
    event = rows["results"]["bindings"][0]["e"]["value"]
    assert "kg:Planned" in kg(folder, f"DESCRIBE <{event}>").stdout
    assert "kg:Planned" in kg(folder, f"# one event\nprefix x: <urn:x>\ndescribe<{event}>").stdout


@pytest.mark.parametrize("option", ["nan", "inf", "1e400", "0", "-1"])
def test_a_time_limit_that_is_none_is_wrong_usage(folder: str, option: str) -> None:
    result = kg(folder, "ASK {}", "--timeout", option)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--timeout" in result.stderr


def test_a_time_limit_of_ages_is_cut_to_a_day(folder: str) -> None:
    assert kg(folder, "ASK {}", "--timeout", "1e15").stdout == "yes\n"


def table(monkeypatch: pytest.MonkeyPatch, folder: str, *arguments: str) -> list[str]:
    """The lines of the answer as a terminal of 80 columns shows them."""
    console = functools.partial(Console, width=80)
    monkeypatch.setattr("kg.cli.query_table._console", console)
    return kg(folder, *arguments).stdout.splitlines()


def test_a_table_fits_80_columns_with_dates_whole(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = table(monkeypatch, folder, "--example", "planned-visits", "--param", "month=2025-11")
    assert all(len(line) <= 80 for line in lines)
    rule = next(number for number, line in enumerate(lines) if line.startswith("──"))
    head, rows, count = " ".join(lines[:rule]).split(), lines[rule + 1 : -1], lines[-1]
    assert {"earliest", "latest", "event", "visitor"} <= set(head)
    assert "title" not in head
    assert all(len(date) == len("2025-11-10") for date in rows[0].split()[:2])
    assert not any("actor/" in row or "event/" in row for row in rows)
    assert count == "2 rows"


def test_bounds_that_are_not_known_are_dots(folder: str) -> None:
    sparql = 'SELECT (xsd:date("0001-01-01") AS ?from) (xsd:date("9999-12-31") AS ?to) { }'
    assert kg(folder, sparql).stdout.splitlines()[2].split() == ["…", "…"]


def test_two_things_of_one_name_keep_their_ids() -> None:
    one, other, third = (pyoxigraph.NamedNode(f"https://w3id.org/hadath/id/actor/{id}") for id in ("1a", "2b", "3c"))
    labels = {one.value: {"en": "Ali"}, other.value: {"en": "Ali"}, third.value: {"en": "Omar"}}
    console = Console(width=80)
    with console.capture() as capture:
        console.print(as_table(Answer(("who",), ((one,), (other,), (third,)), labels=labels)))
    assert [line.strip() for line in capture.get().splitlines()[2:]] == ["Ali actor/1a", "Ali actor/2b", "Omar"]


def test_a_column_that_differs_from_the_names_stays() -> None:
    one, other = (pyoxigraph.NamedNode(f"https://w3id.org/hadath/id/actor/{id}") for id in ("1a", "2b"))
    labels = {one.value: {"en": "Ali", "ar": "علي"}, other.value: {"en": "Omar"}}
    texts = pyoxigraph.Literal("علي", language="ar"), pyoxigraph.Literal("Umar")
    whole = as_table(Answer(("who", "name"), ((one, texts[0]), (other, texts[1])), labels=labels))
    part = as_table(Answer(("who", "name"), ((one, texts[0]),), labels=labels))
    assert [len(whole.columns), len(part.columns)] == [2, 1]
    assert [str(cell) for cell in part.columns[0].cells] == ["علي"]
