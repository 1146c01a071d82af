"""Sorts more lines than fit in memory: sorted runs in temporary files, merged."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

RUN = 400_000
"""Lines that are sorted in memory at once."""


def sorted_lines(lines: Iterable[bytes], *, run: int = RUN) -> Iterator[bytes]:
    """The lines in the order of their bytes, each once, without line ends. A line holds no line feed.

    >>> list(sorted_lines([b"b", b"a", b"b"], run=2))
    [b'a', b'b']
    """
    remaining = iter(lines)
    first = sorted(islice(remaining, run))
    with ExitStack() as stack:
        runs: list[Iterable[bytes]] = [first]
        while chunk := sorted(islice(remaining, run)):
            runs.append(_read(_written(chunk, stack)))
        last: bytes | None = None
        for line in heapq.merge(*runs):
            if line != last:
                yield line
            last = line


def _written(chunk: list[bytes], stack: ExitStack) -> IO[bytes]:
    file = stack.enter_context(_temporary())
    file.writelines(line + b"\n" for line in chunk)
    file.seek(0)
    return file


def _temporary() -> IO[bytes]:
    return TemporaryFile()  # the caller's stack closes it


def _read(file: IO[bytes]) -> Iterator[bytes]:
    return (line[:-1] for line in file)
