from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import Article, Issue
from kg.reading import read

Reader = Callable[[str, bytes | str], list[Article | Issue]]


@pytest.fixture
def read_file(tmp_path: Path) -> Reader:
    """Writes one file and reads it."""

    def write_and_read(name: str, content: bytes | str) -> list[Article | Issue]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf8"))
        return list(read([path]))

    return write_and_read
