import shutil
from dataclasses import replace
from pathlib import Path

import pyshacl
import pytest

from kg.errors import FolderError
from kg.graph.check import check, shapes_graph
from kg.graph.vocabulary import TYPE
from kg.model import Status
from tests.graph.builders import BASE, EVENTS, KG, PERIOD, PLANNED_VISIT, SHARAA, TENTH, resolution, sample


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


def faults(folder: Path) -> str:
    return "\n".join(f"{issue.where}: {issue.what}" for issue in check(folder))


def written(folder: Path, **changes: object) -> Path:
    sample(**changes).write(folder, [])
    return folder


def test_what_is_exported_conforms(built):
    assert check(built) == ()


@pytest.mark.parametrize("status", Status)
def test_it_conforms_with_every_status(tmp_path, status):
    events = tuple(replace(each, status=status) if each is PLANNED_VISIT else each for each in EVENTS)
    assert faults(written(tmp_path, resolution=resolution(events))) == ""


def test_a_changed_file_is_named(folder):
    (folder / "events.csv").write_text("x", encoding="utf8")
    (folder / "graph.trig").unlink()
    assert "events.csv: is missing or is not what was built" in faults(folder)
    assert "graph.trig: is missing" in faults(folder)


def edited(folder: Path, old: str, new: str) -> str:
    path = folder / "graph.nq"
    text = path.read_text(encoding="utf8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf8")
    return faults(folder)


def test_a_reference_that_leads_nowhere_is_named(folder):
    found = edited(folder, f"actor/{SHARAA.id}> .", "actor/nobody> .")
    assert f"to <{BASE}actor/nobody>, which is not described" in found


def test_words_that_are_not_in_the_text_are_named(folder):
    assert "quotes other words than the article has at" in edited(folder, '"signed" <', '"sighed" <')


def test_a_broken_line_is_named(folder):
    assert "graph.nq: cannot be read" in edited(folder, "<http", "http")


def test_a_missing_label_is_named(folder):
    text = (folder / "graph.nq").read_text(encoding="utf8")
    kept = [
        line
        for line in text.splitlines(keepends=True)
        if f"event/{PLANNED_VISIT.id}> <http://www.w3.org/2000/01/rdf-schema#label" not in line
    ]
    (folder / "graph.nq").write_text("".join(kept), encoding="utf8")
    assert f"{BASE}event/{PLANNED_VISIT.id}: label:" in faults(folder)


def test_a_planned_visit_that_is_typed_as_one_is_named(folder):
    line = f"<{BASE}event/{PLANNED_VISIT.id}> {TYPE} <{KG}Visit> .\n"
    with (folder / "graph.nq").open("a", encoding="utf8") as file:
        file.write(line)
    assert f"{BASE}event/{PLANNED_VISIT.id}: " in faults(folder)


def test_a_blank_node_is_named(folder):
    with (folder / "graph.nq").open("a", encoding="utf8") as file:
        file.write('_:b <http://www.w3.org/2000/01/rdf-schema#label> "x" .\n')
    assert "is a blank node" in faults(folder)


def test_bounds_in_the_wrong_order_are_named(tmp_path):
    wrong = replace(TENTH, earliest=TENTH.latest.replace(year=2026))
    events = tuple(replace(each, time=wrong) if each is PLANNED_VISIT else each for each in EVENTS)
    assert "hasEarliestBeginTimeStamp" in faults(written(tmp_path, resolution=resolution(events)))


def test_a_period_that_ends_before_it_begins_is_named(tmp_path):
    wrong = replace(
        PERIOD, latest_end=PERIOD.latest_start.replace(year=2000), earliest_end=PERIOD.latest_start.replace(year=2000)
    )
    found = replace(resolution(), periods=(wrong,))
    assert f"period/{PERIOD.id}: from:" in faults(written(tmp_path, resolution=found))


def test_a_folder_that_is_none_of_ours_is_refused(tmp_path):
    with pytest.raises(FolderError, match=r"no build\.toml"):
        check(tmp_path)


def test_the_shapes_themselves_are_sound():
    conforms, _, text = pyshacl.validate(shapes_graph(), shacl_graph=shapes_graph(), meta_shacl=True, inference="none")
    assert conforms, text
