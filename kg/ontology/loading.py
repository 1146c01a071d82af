"""Loads all frames: ours, then the folders of a user, whose files add or replace types."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kg.errors import FrameError
from kg.ontology.frames import read_frame
from kg.ontology.types import EventType, Ontology
from kg.resources import ontology_folder


def load_ontology(folders: Sequence[Path] = ()) -> Ontology:
    """The ontology of our own frames and those in `folders`; later files replace earlier ones of the same type.

    Raises `FrameError` with file and line for the first fault, also for a folder that is missing or holds no frame.
    """
    ours = read_folder(ontology_folder() / "frames", own=False)
    types = {event_type.name: event_type for event_type in ours}
    for folder in folders:
        for event_type in read_folder(folder, own=True):
            known = types.get(event_type.name)
            types[event_type.name] = replace(event_type, own=known.own) if known else event_type
    _check_parents(types)
    paths = [ontology_folder() / "frames", *folders]
    return Ontology(dict(sorted(types.items())), _digest(paths))


def frame_files(folder: Path) -> list[Path]:
    """The frame files of a folder, sorted; raises `FrameError` when there are none."""
    files = sorted(p for p in folder.glob("*.y*ml") if p.suffix in (".yaml", ".yml") and not p.name.startswith("."))
    if not files:
        raise FrameError("there are no frame files (*.yaml) in this folder", where=str(folder))
    return files


def read_folder(folder: Path, *, own: bool) -> list[EventType]:
    """The event types of a folder; raises `FrameError` also when two files describe the same type."""
    types: dict[str, EventType] = {}
    for path in frame_files(folder):
        event_type = read_frame(path, own=own)
        if event_type.name in types:
            raise FrameError(
                f"type {event_type.name} is described twice", where=f"{path}:1", advice=types[event_type.name].where
            )
        types[event_type.name] = event_type
    return list(types.values())


def _check_parents(types: dict[str, EventType]) -> None:
    for event_type in types.values():
        seen = {event_type.name}
        parent = event_type.parent
        while parent is not None:
            if parent not in types:
                raise FrameError(
                    f"unknown parent type '{parent}'", where=event_type.where, advice=f"known: {', '.join(types)}"
                )
            if parent in seen:
                raise FrameError(f"the parents of {event_type.name} form a circle", where=event_type.where)
            seen.add(parent)
            parent = types[parent].parent


def _digest(folders: Sequence[Path]) -> str:
    total = hashlib.sha256()
    for folder in folders:
        for path in frame_files(folder):
            total.update(path.name.encode("utf8") + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
