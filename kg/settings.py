"""The settings of one run, from `hadath.toml`.

    base = "https://example.org/news/"      # where the ids of events, actors and articles live
    pack = "default"                        # the language pack
    frames = ["frames"]                     # folders of own frame files
    gazetteers = ["names.tsv"]              # files of own names
    outlets = "outlets.yaml"                # time zones of publishers

Paths count from the folder of the file.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from kg.errors import SettingsError

FILE_NAME = "hadath.toml"
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`#?]+/")


@dataclass(frozen=True, slots=True)
class Settings:
    """`base`: IRI that ends in "/". `frames`, `gazetteers`: own ones, later ones win. `outlets`: None when not
    given.
    """

    base: str = "https://w3id.org/hadath/id/"
    pack: str = "default"
    frames: tuple[Path, ...] = ()
    gazetteers: tuple[Path, ...] = ()
    outlets: Path | None = None


def load_settings(path: str | Path | None = None) -> Settings:
    """The settings of that file; None: of `hadath.toml` in the current folder, or the defaults when there is none.

    Raises `SettingsError` that names the file and every key at fault.
    """
    file = Path(FILE_NAME if path is None else path)
    if path is None and not file.is_file():
        return Settings()
    return read_settings(_table(file), folder=file.parent, where=str(file))


def read_settings(table: Mapping[str, object], *, folder: Path, where: str) -> Settings:
    """The settings of a parsed table whose relative paths count from `folder`; raises `SettingsError` for all faults at
    once.
    """
    known = [field.name for field in fields(Settings)]
    faults = [f"{key}: no such setting" for key in table if key not in known]
    values: dict[str, object] = {}
    for name in known:
        if name in table:
            try:
                values[name] = _READERS[name](table[name], folder)
            except ValueError as fault:
                faults.append(f"{name}: {fault}")
    if faults:
        raise SettingsError("; ".join(faults), where=where, advice=f"settings are {', '.join(known)}")
    return Settings(**values)  # type: ignore[arg-type]  # each reader gives what its field holds


def _table(file: Path) -> dict[str, object]:
    try:
        text = file.read_bytes().decode("utf8")
    except OSError as error:
        raise SettingsError("cannot be read", where=str(file), advice=error.strerror) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"is not UTF-8 at byte {error.start}", where=str(file)) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"is not TOML: {error}", where=str(file)) from error
    except RecursionError as error:
        raise SettingsError("is nested too deeply", where=str(file)) from error


def _base(value: object, _folder: Path) -> str:
    if not isinstance(value, str) or not _BASE.fullmatch(value):
        raise ValueError(f'{value!r} is no http(s) IRI that ends in "/"')
    return value


def _pack(value: object, _folder: Path) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{value!r} is no name of a language pack")
    return value


def _paths(value: object, folder: Path, exists: Callable[[Path], bool], what: str) -> tuple[Path, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{value!r} is no list of paths")
    paths = tuple(folder / item for item in value)
    if missing := [str(path) for path in paths if not exists(path)]:
        raise ValueError(f"no such {what}: {', '.join(missing)}")
    return paths


def _frames(value: object, folder: Path) -> tuple[Path, ...]:
    return _paths(value, folder, Path.is_dir, "folder")


def _gazetteers(value: object, folder: Path) -> tuple[Path, ...]:
    return _paths(value, folder, Path.is_file, "file")


def _outlets(value: object, folder: Path) -> Path:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no path")
    return _paths([value], folder, Path.is_file, "file")[0]


_READERS: dict[str, Callable[[object, Path], object]] = {
    "base": _base,
    "pack": _pack,
    "frames": _frames,
    "gazetteers": _gazetteers,
    "outlets": _outlets,
}
