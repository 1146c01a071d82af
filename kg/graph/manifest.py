"""`build.toml`: what an output folder was made with, and what its files are."""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from kg.errors import FolderError, SettingsError
from kg.graph.provenance import Run
from kg.settings import Settings, read_settings

FORMAT = 1
"""The version of the layout of an output folder; one more for each change that older readers would misread."""
NAME = "build.toml"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PATHS = frozenset({"frames", "gazetteers", "outlets"})
"""The settings that name files and folders."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The content of `build.toml`. `files`: name -> SHA-256 of every other file of the folder.

    In the file, paths count from the folder, so that a project can be moved with its output.
    """

    run: Run
    settings: Settings
    files: Mapping[str, str] = field(default_factory=dict)

    def text(self, folder: Path) -> str:
        """The file for that output folder, always the same for the same content and the same way to its paths."""
        run = self.run
        inputs = {"articles": run.articles, "gazetteer": run.gazetteer, "ontology": run.ontology}
        head = {"format": FORMAT, "hadath": run.version, "extractor": run.extractor, "run": run.id}
        parts = [_table(head), "[settings]\n" + _table(_settings_in(folder, self.settings))]
        parts += ["[inputs]\n" + _table(inputs), "[files]\n" + _table(dict(sorted(self.files.items())))]
        return "\n".join(parts)


def settings_of_run(settings: Mapping[str, object]) -> dict[str, object]:
    """The settings that make a run what it is, of plain ones: not where files lie, since of those only the content
    counts, by its digests.
    """
    return {name: value for name, value in settings.items() if name not in _PATHS}


def plain_settings(settings: Settings) -> dict[str, object]:
    """The effective settings as plain values; paths as text, what is not set left out."""
    values = {item.name: getattr(settings, item.name) for item in fields(settings)}
    return {name: _plain(value) for name, value in values.items() if value is not None}


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an output folder; raises `FolderError` when there is none, or one of another format version."""
    path = folder / NAME
    if not folder.is_dir():
        raise FolderError("there is no such folder", where=str(folder), advice=_rebuild(folder))
    if not path.is_file():
        raise FolderError(
            "this is no output folder of kg build: it has no build.toml", where=str(folder), advice=_rebuild(folder)
        )
    table = _read(path)
    if table.get("format") != FORMAT:
        raise FolderError(
            f"has format version {table.get('format')}, and this version of kg reads {FORMAT}",
            where=str(folder),
            advice=f"rebuild it: rm -r {folder} && kg build SOURCES… --out {folder}",
        )
    return _manifest(table, path)


def _manifest(table: dict[str, object], path: Path) -> Manifest:
    settings, inputs, files = (_mapping(table.get(part), path) for part in ("settings", "inputs", "files"))
    run = Run(
        version=str(table.get("hadath")),
        extractor=str(table.get("extractor")),
        settings=settings_of_run(settings),
        ontology=str(inputs.get("ontology")),
        gazetteer=str(inputs.get("gazetteer")),
        articles=str(inputs.get("articles")),
    )
    try:
        effective = read_settings(settings, folder=path.parent, where=str(path))
    except SettingsError as fault:
        raise FolderError(
            f"what it was built with cannot be used: {fault.what}",
            where=str(path),
            advice=f"put it back, or delete {NAME} and build again: kg build SOURCES… --out {path.parent}",
        ) from fault
    return Manifest(run, effective, {name: str(digest) for name, digest in files.items()})


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf8"))
    except (OSError, ValueError) as fault:
        raise FolderError("cannot be read", where=str(path), advice=_rebuild(path.parent)) from fault


def _mapping(value: object, path: Path) -> dict[str, object]:
    if not isinstance(value, dict):
        raise FolderError("is incomplete", where=str(path), advice=_rebuild(path.parent))
    return value


def _rebuild(folder: Path) -> str:
    return f"make one: kg build SOURCES… --out {folder}"


def _settings_in(folder: Path, settings: Settings) -> dict[str, object]:
    """The plain settings with their paths counted from an output folder, with "/" between."""

    def inside(path: object) -> object:
        return [inside(item) for item in path] if isinstance(path, list) else _way(folder, Path(str(path)))

    plain = plain_settings(settings)
    return {name: inside(value) if name in _PATHS else value for name, value in plain.items()}


def _way(folder: Path, path: Path) -> str:
    """The way from a folder to a path, with links followed, since ".." means nothing else to the system."""
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool) else str(value)


def _table(values: Mapping[str, object]) -> str:
    """Keys and values of TOML; strings and lists are written as in JSON, which TOML reads alike."""
    return "".join(f"{_key(name)} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items())


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name)
