"""kg frames: event types listed and shown, files checked by their examples, a sentence tried."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli
from kg.ontology import load_ontology

FRAME = """\
type: Landing
label: {en: landing, ar: هبوط}
definition: {en: An aircraft comes down., ar: نزول طائرة.}
title:
  en: {occurred: "{pilot} lands", planned: "{pilot} to land", negated: "{pilot} does not land"}
  ar: {occurred: "هبوط {pilot}", planned: "هبوط مرتقب {pilot}", negated: "عدم هبوط {pilot}"}
quad: verbal-cooperation
roles:
  pilot: {label: {en: pilot, ar: الطيار}, kinds: [person]}
core: [pilot]
en:
  - verb: touch down
    subject: pilot
ar:
  - verb: هبط
    subject: pilot
examples:
  - lang: en
    date: 2025-06-16
    text: Amelia Hart touched down at noon.
    claims: [{trigger: touched down, pilot: PILOT}]
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["frames", *words])


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings that name a frame file of the user's."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "frames").mkdir()
    (tmp_path / "hadath.toml").write_text('frames = ["frames"]\n', encoding="utf8")
    return tmp_path / "frames" / "landing.yaml"


def test_every_type_is_listed_with_both_labels() -> None:
    lines = run("list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(load_ontology().types)
    assert any(line.startswith("Visit ") and line.endswith("زيارة") and " visit " in line for line in lines)


def test_a_type_is_shown_with_the_lines_of_its_patterns() -> None:
    shown = run("show", "visit").stdout
    assert "visitor (visitor, الزائر)" in shown
    visit = load_ontology().types["Visit"]
    for pattern in (p for patterns in visit.patterns.values() for p in patterns):
        assert f"{pattern.where.rpartition(':')[2]}  {pattern.part} {' '.join(pattern.words[0])}" in shown


def test_a_type_that_is_not_there() -> None:
    result = run("show", "Picnic")
    assert result.exit_code == 1
    assert "no event type 'Picnic'" in result.stderr
    assert "Visit" in result.stderr


def test_a_frame_of_the_user_that_holds(own: Path) -> None:
    own.write_text(FRAME.replace("PILOT", "Amelia Hart"), encoding="utf8")
    result = run("check", "Landing")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 of 1 examples hold" in result.stderr


def test_an_example_that_does_not_hold_is_named_with_its_line(own: Path) -> None:
    own.write_text(FRAME.replace("PILOT", "noon"), encoding="utf8")
    result = run("check", "Landing")
    assert result.exit_code == 1
    assert f"landing.yaml:{FRAME[: FRAME.index('- lang')].count(chr(10)) + 1}: Amelia" in result.stdout
    assert "pilot lacks 'noon'" in result.stdout


def test_a_fault_in_a_file_is_named_with_its_line(own: Path) -> None:
    own.write_text(FRAME.replace("subject: pilot", "subject: driver"), encoding="utf8")
    result = run("check")
    assert result.exit_code == 1
    assert "landing.yaml:16" in result.stderr
    assert "driver" in result.stderr


def test_a_sentence_is_read_aloud() -> None:
    result = run("try", "--date", "2025-11-05", "The Finnish president will visit Vienna on Monday.")
    assert result.exit_code == 0
    assert "2025-11-10" in result.stdout
    assert "Visit: planned" in result.stdout
    assert [line.split()[:2] for line in result.stdout.splitlines()[:3]] == [
        ["0", "The"],
        ["1", "Finnish"],
        ["2", "president"],
    ]


def test_an_arabic_sentence_is_read_aloud() -> None:
    result = run("try", "زار الرئيس الفنلندي فيينا أمس.")
    assert "Visit: occurred" in result.stdout
    assert "2025-06-15" in result.stdout


@pytest.mark.parametrize("text", ["", " ", "…"])
def test_a_sentence_that_says_nothing(text: str) -> None:
    result = run("try", text)
    assert result.exit_code == 1
    assert "the sentence: has no words" in result.stderr
