import importlib
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import click
import pytest

import kg
from kg.cli.main import COMMANDS, cli
from kg.errors import SettingsError


def test_the_version(run):
    assert run("--version").stdout == f"hadath {kg.__version__}\n"


def test_help_names_every_command(run):
    shown = run("--help").stdout
    assert all(f"\n  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_where_the_table_says_and_has_the_common_options(name):
    command = cli.get_command(click.Context(cli), name)
    assert command.name == name
    assert {"config", "pack", "quiet", "verbose"} <= {parameter.name for parameter in command.params}
    assert command.help


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["build"], ["build", "sources"], ["extract"], ["extract", "--format", "xml", "a"], ["--colour"]],
)
def test_wrong_usage_ends_with_2(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_our_faults_are_one_line_and_end_with_1(run, tmp_path):
    (tmp_path / "hadath.toml").write_text("colour = 1\n", encoding="utf8")
    result = run("extract", "x.txt")
    assert result.exit_code == 1
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith("kg: hadath.toml: colour: no such setting")


@pytest.mark.parametrize("arguments", [["--config", "x.toml", "extract", "a"], ["extract", "--config", "x.toml", "a"]])
def test_common_options_stand_before_or_after_the_command(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 1
    assert result.stderr.startswith("kg: x.toml: cannot be read")


def failing(fault):
    def command(*_: object, **__: object) -> None:
        raise fault

    return command


def test_an_interruption_ends_with_130(run, monkeypatch):
    monkeypatch.setattr("kg.engines.local.extract_each", failing(KeyboardInterrupt()))
    result = run("extract", "a.txt")
    assert (result.exit_code, result.stdout) == (130, "")
    assert "Traceback" not in result.stderr


def test_what_a_fault_quotes_cannot_move_the_cursor(run, monkeypatch):
    monkeypatch.setattr("kg.engines.local.extract_each", failing(SettingsError("odd \x1b[2J\nname")))
    assert run("extract", "a.txt").stderr == "kg: odd \ufffd[2J name\n"


def test_a_reader_that_goes_away_is_no_fault(sources):
    """`kg extract … | head -1` must not end in a traceback."""
    code = "from kg.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=sources
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_starting_fetches_nothing_heavy():
    heavy = ["spacy", "rdflib", "pyoxigraph", "networkx", "numpy", "rich", "yaml"]
    code = (
        "import sys; from kg.cli import cli; cli(['--version'], standalone_mode=False); "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_installed_command_is_this_one():
    found = [entry for entry in entry_points(group="console_scripts") if entry.name == "kg"]
    if not found:
        pytest.skip("the package is not installed")
    module, _, attribute = found[0].value.partition(":")
    assert callable(getattr(importlib.import_module(module), attribute))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["extract", "vienna.txt"], ["query", "--list"]])
def test_output_that_cannot_be_written_is_one_line(sources, arguments):
    code = "from kg.cli import main; main()"
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, cwd=sources
        )
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["kg: output cannot be written: No space left on device"]


@pytest.mark.parametrize("score", ["nan", "inf", "-0.1", "1.1"])
def test_a_lowest_score_is_between_0_and_1(run, score):
    result = run("build", "sources", "--out", "out", "--min-score", score)
    assert result.exit_code == 2
    assert "--min-score" in result.stderr
