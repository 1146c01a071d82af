"""A project with frames and names of its own gives the same graph wherever it lies, and its output can be moved too."""

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import FolderError
from kg.gazetteer import load_gazetteer
from kg.graph import KnowledgeGraph
from kg.graph.check import check
from kg.model import Factuality
from kg.ontology import load_ontology
from kg.resolution import resolve
from kg.settings import load_settings
from tests.graph.builders import ARABIC, READ_ARABIC, claim

FRAME = """\
type: Launch
label: {en: launch, ar: إطلاق}
definition: {en: A launch., ar: إطلاق.}
title:
  en: {occurred: "launch by {launcher}", planned: "planned launch by {launcher}", negated: "no launch"}
  ar: {occurred: "إطلاق من {launcher}", planned: "إطلاق مرتقب من {launcher}", negated: "لا إطلاق"}
quad: material-cooperation
modes: {at-sea: {en: at sea, ar: في البحر}}
roles:
  launcher: {label: {en: launcher, ar: المطلق}, kinds: [group], side: initiator}
core: [launcher]
en: [{verb: launch, subject: launcher}]
ar: [{verb: [أطلق], subject: launcher}]
examples:
EXAMPLES"""
LAUNCH = claim(ARABIC, "Launch", "وهاجم", Factuality.OCCURRED, {"launcher": "مسلحون"}, mode="at-sea")
FILES = ("frames/launch.yaml", "names.tsv", "outlets.yaml", "hadath.toml")


def project(folder: Path) -> Path:
    """A project with its frames and names inside."""
    (folder / "frames").mkdir(parents=True)
    lines = [
        f"  - {{lang: {lang}, text: {text}, date: 2025-01-01, claims: []}}\n"
        for lang, text in (("en", "Nothing was said."), ("ar", "لم يقل شيء."))
        for _ in range(6)
    ]
    texts = (
        FRAME.replace("EXAMPLES", "".join(lines)),
        "id\tkind\ten\nx-gunmen\tgroup\tGunmen\n",
        "{}\n",
        ('frames = ["frames"]\ngazetteers = ["names.tsv"]\n'),
    )
    for name, text in zip(FILES, texts, strict=True):
        (folder / name).write_text(text, encoding="utf8")
    return folder


def build(out: Path) -> None:
    """Builds with the project of the current folder."""
    settings = load_settings()
    ontology, gazetteer = load_ontology(settings.frames), load_gazetteer(settings.gazetteers)
    reading = replace(READ_ARABIC, claims=(LAUNCH,), utterances=())
    resolution = resolve((ARABIC,), (reading,), ontology=ontology, gazetteer=gazetteer)
    KnowledgeGraph((ARABIC,), (reading,), resolution, (), ontology, gazetteer, settings).write(out, [])


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The same project in two places, built in each of them, with the work then going on in a third folder."""
    one = project(tmp_path / "one")
    two = tmp_path / "far" / "away" / "two"
    shutil.copytree(one, two)
    monkeypatch.chdir(one)
    build(Path("out"))
    monkeypatch.chdir(two)
    build(two / "out")
    (tmp_path / "third").mkdir()
    monkeypatch.chdir(tmp_path / "third")
    return one / "out", two / "out"


def test_the_same_project_gives_the_same_bytes_in_two_places(places):
    one, two = places
    assert b"ontology#AtSea" in (one / "graph.nq").read_bytes()
    for path in one.iterdir():
        assert path.read_bytes() == (two / path.name).read_bytes(), path.name


def test_paths_in_build_toml_count_from_the_folder(places):
    settings = tomllib.loads((places[0] / "build.toml").read_text(encoding="utf8"))["settings"]
    assert (settings["frames"], settings["gazetteers"]) == (["../frames"], ["../names.tsv"])


def test_it_is_checked_and_read_from_anywhere_and_after_a_move(places, tmp_path):
    assert check(places[0]) == ()
    moved = tmp_path / "moved"
    shutil.move(places[0].parent, moved)
    assert check(Path("../moved/out")) == ()
    KnowledgeGraph.read(Path("../moved/out")).write(tmp_path / "again", [])
    assert (tmp_path / "again" / "graph.nq").read_bytes() == (moved / "out" / "graph.nq").read_bytes()


@pytest.mark.parametrize("action", [check, KnowledgeGraph.read])
def test_frames_that_are_gone_are_named(places, action):
    shutil.rmtree(places[0].parent / "frames")
    with pytest.raises(
        FolderError, match=r"build\.toml: what it was built with cannot be used: frames: no such folder"
    ):
        action(places[0])
