"""The place in an output folder where new files are made: one build at a time, and nothing touched but what is ours."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import FolderError

CACHE = ".cache"
LOCK = "hadath.lock"
STAGING = "hadath-staging-"
"""What the name of every staging folder begins with; those that a killed build left are known by it."""
STORE = "store"
"""The store of a graph, made from its files; it goes when they are replaced."""
_TRIES = 10


@contextmanager
def staging(folder: Path, *, ours: bool) -> Iterator[Path]:
    """An empty folder on the same disk, for as long as no other build writes there; it is gone afterwards.

    `ours`: whether the folder holds a build, whose store is dropped. Raises `FolderError` when another build is
    writing, and when the folder cannot be written.
    """
    try:
        with _alone(folder) as cache:
            _remove_remains(cache, ours=ours)
            try:
                yield Path(tempfile.mkdtemp(prefix=STAGING, dir=cache))
            finally:
                _remove_remains(cache, ours=False)
    except OSError as fault:
        raise FolderError("cannot be written", where=str(fault.filename or folder), advice=fault.strerror) from fault


@contextmanager
def _alone(folder: Path) -> Iterator[Path]:
    """The cache of the folder while this process alone may write; afterwards it is removed when nothing else is in
    it.
    """
    cache = folder / CACHE
    lock = _lock(cache)
    try:
        yield cache
    finally:
        (cache / LOCK).unlink(missing_ok=True)
        os.close(lock)
        _remove_empty(cache)


def _lock(cache: Path) -> int:
    for _ in range(_TRIES):
        cache.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(cache / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except FileNotFoundError:  # the build before this one has just removed the cache
            continue
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            break
        if _is_at(handle, cache / LOCK):
            return handle
        os.close(handle)  # the file was removed between opening and locking it
    advice = "wait until it has ended, or name another folder"
    raise FolderError("another build is writing here", where=str(cache.parent), advice=advice)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _remove_remains(cache: Path, *, ours: bool) -> None:
    for path in cache.glob(f"{STAGING}*"):
        shutil.rmtree(path, ignore_errors=True)
    if ours:
        shutil.rmtree(cache / STORE, ignore_errors=True)


def _remove_empty(cache: Path) -> None:
    try:
        cache.rmdir()
    except OSError:  # something of the user's is in it
        return
