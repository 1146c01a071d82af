"""The values of `kg.model` as lines of JSON: keys sorted, ISO days, closed lists by value, defaults left out."""

import dataclasses
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_unstructure_fn

from kg.errors import FolderError

T = TypeVar("T")
_SURROGATE = re.compile("[\ud800-\udfff]")


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_unstructure_hook_factory(
        dataclasses.is_dataclass, lambda cls: make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)
    )
    return converter


_CONVERTER = _converter()


def to_json(value: object) -> str:
    """One line of JSON for a value of `kg.model`; lone surrogates are escaped, so that the line is sound UTF-8."""
    return dump(_CONVERTER.unstructure(value))


def dump(value: object, *, indent: int | None = None) -> str:
    """Plain data as JSON, keys sorted, letters as they are."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=indent)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def from_json(line: str, kind: type[T], *, where: str = "") -> T:
    """The value of a line; raises `FolderError`, with `where`, for a line that is no such value."""
    try:
        row = json.loads(line)
        if not isinstance(row, dict):
            raise ValueError("a line is one object")
        return _CONVERTER.structure(row, kind)
    except (ValueError, TypeError, BaseValidationError) as fault:
        raise FolderError(f"is no {kind.__name__.lower()}", where=where, advice=_reason(fault)) from fault


def to_lines(values: Iterable[object]) -> Iterator[bytes]:
    """The lines of a file, line ends included."""
    return (to_json(value).encode("utf8") + b"\n" for value in values)


def read_lines(path: Path, kind: type[T]) -> tuple[T, ...]:
    """The values of a file; raises `FolderError` with file and line for what is none, and for a missing file."""
    try:
        rows = path.read_bytes().split(b"\n")
    except OSError as fault:
        raise FolderError("is missing or cannot be read", where=str(path), advice=fault.strerror) from fault
    return tuple(
        from_json(row.decode("utf8", "replace"), kind, where=f"{path}:{number}")
        for number, row in enumerate(rows, start=1)
        if row.strip()
    )


def _reason(fault: Exception) -> str:
    """The innermost cause, in one line."""
    inner: Any = fault
    while getattr(inner, "exceptions", None):
        inner = inner.exceptions[0]
    told = str(inner).splitlines()[0] if str(inner) else type(inner).__name__
    return f"the file was changed by hand or cut short: {told}"
