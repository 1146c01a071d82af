"""A frame file with a fault stops at once and names its file and line."""

from pathlib import Path

import pytest

from kg.errors import FrameError
from kg.ontology import load_ontology

FRAME = """\
type: Parade
label: {en: parade, ar: استعراض}
definition: {en: A force parades in a place., ar: استعراض قوة في مكان.}
title:
  en: {occurred: "{force} parades", planned: "{force} to parade", negated: "{force} did not parade"}
  ar: {occurred: "استعراض {force}", planned: "استعراض مرتقب {force}", negated: "عدم استعراض {force}"}
quad: material-conflict
roles:
  force: {label: {en: force, ar: القوة}, kinds: [organization, group], side: initiator}
core: [force]
en:
  - {verb: parade, subject: force}
ar:
  - {noun: استعراض, genitive: force}
examples:
  - {lang: en, date: 2024-05-01, text: The army paraded., claims: [{trigger: paraded, force: The army}]}
"""


def _load(folder: Path, text: str) -> FrameError:
    (folder / "parade.yaml").write_text(text, encoding="utf8")
    with pytest.raises(FrameError) as caught:
        load_ontology([folder])
    return caught.value


def test_a_users_folder_adds_a_type(tmp_path: Path) -> None:
    (tmp_path / "parade.yaml").write_text(FRAME, encoding="utf8")
    event_type = load_ontology([tmp_path]).types["Parade"]
    assert event_type.own
    assert event_type.roles["force"].side == "initiator"
    assert event_type.patterns["en"][0].words == (("parade",),)


def test_a_users_file_replaces_our_type(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(FRAME.replace("Parade", "Visit"), encoding="utf8")
    event_type = load_ontology([tmp_path]).types["Visit"]
    assert list(event_type.roles) == ["force"]
    assert not event_type.own


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("[armed, on-foot]", {}),
        (
            "{armed: {en: armed, ar: مسلح}, on-foot: {en: on foot, ar: راجل}}",
            {"armed": {"en": "armed", "ar": "مسلح"}, "on-foot": {"en": "on foot", "ar": "راجل"}},
        ),
    ],
)
def test_modes_may_have_labels(tmp_path: Path, written: str, labels: dict[str, dict[str, str]]) -> None:
    text = FRAME.replace("roles:\n", f"modes: {written}\nroles:\n").replace(
        "verb: parade,", "verb: parade, mode: on-foot,"
    )
    (tmp_path / "parade.yaml").write_text(text, encoding="utf8")
    event_type = load_ontology([tmp_path]).types["Parade"]
    assert event_type.modes == ("armed", "on-foot")
    assert event_type.mode_labels == labels
    assert event_type.patterns["en"][0].mode == "on-foot"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("subject: force", "subject: forces", 12, "unknown role 'forces'"),
        ("subject: force", "befor: force", 12, "neither a grammatical function nor a known preposition"),
        ("verb: parade", "verb: Parade", 12, "no lemma form"),
        ("noun: استعراض", "noun: استعرَاض", 14, "no lemma form"),
        ("noun: استعراض", "noun: parade", 14, "is no lemma of 'ar'"),
        ("[organization, group]", "[organization, groop]", 9, "'groop' is not one of"),
        ("material-conflict", "material", 7, "'material' is not one of"),
        ("core: [force]", "core: [army]", 10, "unknown role 'army'"),
        ("{force} parades", "{army} parades", 5, "unknown role 'army' in the title"),
        ("type: Parade", "type: parade", 1, "is no name of this kind"),
        ("date: 2024-05-01", "date: May", 16, "'May' is no day"),
        ("trigger: paraded", "trigger: marched", 16, "does not stand in the example's text"),
        ("quad:", "quod:", 7, "'quod' is not known here"),
        ("type: Parade", "type: Parade\nparent: March", 1, "unknown parent type 'March'"),
        ("verb: parade,", "verb: parade, mode: armed,", 12, "'armed' is not one of"),
        ("quad: material-conflict", "quad: [", 9, "is no YAML"),
    ],
)
def test_faults_name_file_and_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    error = _load(tmp_path, FRAME.replace(old, new))
    assert said in error.what
    assert error.where is not None
    assert error.where.endswith(f"parade.yaml:{line}")


def test_one_type_in_two_files_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FRAME, encoding="utf8")
    (tmp_path / "b.yaml").write_text(FRAME, encoding="utf8")
    with pytest.raises(FrameError, match="described twice"):
        load_ontology([tmp_path])


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FrameError, match="no frame files"):
        load_ontology([tmp_path])


def test_what_is_nested_too_deeply_is_a_fault_of_its_file(tmp_path: Path) -> None:
    fault = _load(tmp_path, "type: " + "[" * 5000)
    assert (fault.what, fault.where) == ("is nested too deeply", str(tmp_path / "parade.yaml"))
