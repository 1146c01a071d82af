"""Articles on standard input: JSON when it begins with a bracket, or with a brace that has a line of its own; JSON
lines when it begins with another brace; else one article as text.
"""

import io
from collections.abc import Iterator
from types import ModuleType
from typing import BinaryIO

from kg.model import Issue
from kg.reading import json, jsonl, text
from kg.reading.record import Record


def records(data: BinaryIO, *, where: str, id: str) -> Iterator[Record | Issue]:
    """The articles on standard input, and the faults in it."""
    buffered = data if isinstance(data, io.BufferedReader) else io.BufferedReader(data)  # type: ignore[type-var]
    beginning = buffered.peek(1).removeprefix(b"\xef\xbb\xbf").lstrip()
    yield from _form(beginning).records(buffered, where=where, id=id)


def _form(beginning: bytes) -> ModuleType:
    line, end, _ = beginning.partition(b"\n")
    if beginning.startswith(b"[") or (end and line.rstrip() == b"{"):
        return json
    return jsonl if beginning.startswith(b"{") else text
