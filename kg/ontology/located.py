"""YAML values that remember their line, so that every fault of a frame names its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import FrameError


@dataclass(frozen=True, slots=True)
class Located:
    """A YAML node of a file."""

    node: yaml.Node
    file: str

    @property
    def where(self) -> str:
        """The file and the line, counted from 1."""
        return f"{self.file}:{self.node.start_mark.line + 1}"

    def fault(self, what: str, advice: str | None = None) -> FrameError:
        """An error at this place, to be raised."""
        return FrameError(what, where=self.where, advice=advice)

    def text(self) -> str:
        """The scalar as text; raises `FrameError` where it is none or empty."""
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value.strip():
            raise self.fault("a text is expected here")
        return str(self.node.value).strip()

    def flag(self) -> bool:
        """The scalar as true or false."""
        value = self.text().lower()
        if value not in ("true", "false"):
            raise self.fault(f"'{value}' is neither true nor false")
        return value == "true"

    def items(self) -> list["Located"]:
        """The entries of a sequence; a single value counts as a sequence of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Located(n, self.file) for n in self.node.value]
        return [self]

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys."""
        return isinstance(self.node, yaml.MappingNode)

    def texts(self) -> tuple[str, ...]:
        """The entries as texts."""
        return tuple(item.text() for item in self.items())

    def pairs(self) -> Iterator[tuple["Located", "Located"]]:
        """Keys and values of a mapping, in order; raises `FrameError` for another node and for a key given twice."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fault("a mapping is expected here")
        seen = set()
        for key, value in self.node.value:
            located = Located(key, self.file)
            if located.text() in seen:
                raise located.fault(f"'{located.text()}' is given twice")
            seen.add(located.text())
            yield located, Located(value, self.file)

    def mapping(self) -> dict[str, "Located"]:
        """The mapping by key text."""
        return {key.text(): value for key, value in self.pairs()}

    def fields(self, *, required: tuple[str, ...] = (), optional: tuple[str, ...] = ()) -> dict[str, "Located"]:
        """The mapping, whose keys must be the ones named."""
        found = self.mapping()
        for key, _ in self.pairs():
            if key.text() not in (*required, *optional):
                allowed = ", ".join((*required, *optional))
                raise key.fault(f"'{key.text()}' is not known here", f"known: {allowed}")
        for name in required:
            if name not in found:
                raise self.fault(f"'{name}' is missing")
        return found

    def choice(self, allowed: tuple[str, ...]) -> str:
        """The text, which must be one of `allowed`."""
        value = self.text()
        if value not in allowed:
            raise self.fault(f"'{value}' is not one of {', '.join(allowed)}")
        return value

    def plain(self) -> Any:
        """The node as plain Python values."""
        return yaml.SafeLoader("").construct_document(self.node)


def parse(path: Path) -> Located:
    """The one document of a YAML file; raises `FrameError` when it cannot be read."""
    try:
        text = path.read_text(encoding="utf8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise FrameError(f"cannot be read: {error}", where=str(path)) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FrameError(f"is no YAML: {error.problem}", where=f"{path}:{line}") from error
    except RecursionError as error:
        raise FrameError("is nested too deeply", where=str(path)) from error
    if node is None:
        raise FrameError("is empty", where=str(path))
    return Located(node, str(path))
