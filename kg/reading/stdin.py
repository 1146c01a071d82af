"""Articles on standard input: JSON lines when it begins with a brace, else one article as text."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from kg.model import Issue
from kg.reading import jsonl, text
from kg.reading.record import Record


def records(data: BinaryIO, *, where: str, id: str) -> Iterator[Record | Issue]:
    """The articles on standard input, and the faults in it."""
    buffered = data if isinstance(data, io.BufferedReader) else io.BufferedReader(data)  # type: ignore[type-var]
    beginning = buffered.peek(1).removeprefix(b"\xef\xbb\xbf").lstrip()
    yield from (jsonl if beginning.startswith(b"{") else text).records(buffered, where=where, id=id)
