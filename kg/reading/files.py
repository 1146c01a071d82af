"""Which files hold articles: those named, and those in the folders named."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ArticleError
from kg.model import Issue
from kg.reading.record import issue

SUFFIXES = (".json", ".jsonl", ".txt")


@dataclass(frozen=True, slots=True)
class Source:
    """A file of articles. `id`: its path below the folder named, without suffix; its own name when the file itself is
    named.
    """

    path: Path
    id: str

    @property
    def suffix(self) -> str:
        """The suffix in lower case, which tells the form."""
        return self.path.suffix.lower()


def shown(path: Path) -> str:
    """The path as it can be printed and written: bytes of a name that are not UTF-8 become question marks."""
    return os.fsencode(path).decode("utf8", "replace")


def find(paths: Iterable[Path]) -> Iterator[Source | Issue]:
    """The files at these paths, sorted by path, each once; hidden ones in folders are passed over; what is none is a
    fault.
    """
    seen: set[str] = set()
    for path in sorted(set(paths), key=_order):
        for source in _in_folder(path) if os.path.isdir(path) else _file(path):
            real = os.path.realpath(source.path) if isinstance(source, Source) else None
            if real is None or real not in seen:
                yield source
            if real is not None:
                seen.add(real)


def _order(path: Path) -> tuple[str, ...]:
    return path.parts


def _file(path: Path) -> Iterator[Source | Issue]:
    if not os.path.exists(path):
        yield issue(ArticleError("no such file or folder", where=shown(path)))
    elif not os.path.isfile(path) or path.suffix.lower() not in SUFFIXES:
        advice = f"files of articles end in {', '.join(SUFFIXES)}; - is standard input"
        yield issue(ArticleError("is no file of articles", where=shown(path), advice=advice))
    else:
        yield Source(path, _id(Path(path.name)))


def _in_folder(root: Path) -> Iterator[Source | Issue]:
    faults: list[OSError] = []
    files = sorted(_walk(root, faults.append), key=_order)
    for fault in faults:
        where = shown(Path(os.fsdecode(fault.filename or root)))
        yield issue(ArticleError("cannot be read", where=where, advice=fault.strerror))
    if not files and not faults:
        advice = f"they end in {', '.join(SUFFIXES)}"
        yield issue(ArticleError("has no file of articles", where=shown(root), advice=advice))
    for file in files:
        yield Source(file, _id(file.relative_to(root)))


def _id(path: Path) -> str:
    return shown(Path(path.with_suffix("").as_posix()))


def _walk(root: Path, fault: Callable[[OSError], object]) -> Iterator[Path]:
    """The files of articles below the folder; symbolic links are followed, each real folder is entered once."""
    entered = set()
    for folder, folders, files in os.walk(root, onerror=fault, followlinks=True):
        real = os.path.realpath(folder)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(folder, name) for name in files if not name.startswith(".")):
            if path.suffix.lower() in SUFFIXES and os.path.isfile(path):
                yield path
