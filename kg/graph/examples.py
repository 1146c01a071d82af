"""The example queries that come with the package: plain SPARQL 1.1, with titles and typed parameters in comments.

    # title-en: Members of an organisation on a day
    # title-ar: …
    # parameters: organization:key="Arab League" day:date=2024-04-01

The query keeps the default of a parameter as `VALUES ?day { … }`, so that the file runs as it is in any SPARQL tool.
"""

import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import pyoxigraph

from kg.errors import InputError, QueryError
from kg.graph.query import Value
from kg.graph.vocabulary import PREFIXES, iri, named
from kg.text import key

_HEAD = re.compile(r"^# (title-en|title-ar|parameters): ?(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that can be set. `kind`: text, date, number, iri, or key (a name, compared by its search key)."""

    name: str
    kind: str
    default: str

    def value(self, text: str | None = None) -> Value:
        """The term of that text, or of the default; raises `QueryError` when the text is not of that kind."""
        try:
            return _KINDS[self.kind](self.default if text is None else text)
        except (ValueError, KeyError, InputError) as fault:
            raise QueryError(
                f"{text!r} is no {self.kind}", where=f"parameter {self.name}", advice=_ADVICE.get(self.kind)
            ) from fault


@dataclass(frozen=True, slots=True)
class Example:
    """One example. `title`: by language. `sparql`: the whole file, which runs as it is."""

    name: str
    title: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    sparql: str

    def values(self, given: Mapping[str, str]) -> dict[str, Value]:
        """All parameters as terms, given ones in place of their defaults; raises `QueryError` for an unknown name."""
        known = [parameter.name for parameter in self.parameters]
        for name in given:
            if name not in known:
                raise QueryError(
                    f"{self.name} has no parameter {name!r}", advice=f"it has {', '.join(known) or 'none'}"
                )
        return {parameter.name: parameter.value(given.get(parameter.name)) for parameter in self.parameters}


@cache
def examples() -> Mapping[str, Example]:
    """All examples by name, sorted."""
    folder = files("kg.graph") / "queries"
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(".rq"))
    return {
        name.removesuffix(".rq"): read_example(name.removesuffix(".rq"), (folder / name).read_text("utf8"))
        for name in names
    }


def example(name: str) -> Example:
    """The example of that name; raises `QueryError` that lists them all."""
    if name not in examples():
        raise QueryError(f"there is no example {name!r}", advice=f"there are {', '.join(examples())}")
    return examples()[name]


def read_example(name: str, sparql: str) -> Example:
    """The example in a file: its comments, and the query."""
    head = dict(_HEAD.findall(sparql))
    parameters = tuple(_parameters(head.get("parameters", "")))
    titles = {lang: head.get(f"title-{lang}", name) for lang in ("ar", "en")}
    return Example(name, titles, parameters, sparql)


def free_value(text: str) -> Value:
    """The term that a text most likely means: a date, a whole number, an IRI, a name of ours (kg:Visit), else text."""
    for kind in ("date", "number", "iri"):
        try:
            return _KINDS[kind](text)
        except (ValueError, KeyError, InputError):
            continue
    return text


def _parameters(line: str) -> Iterator[Parameter]:
    for word in shlex.split(line):
        declared, _, default = word.partition("=")
        name, _, kind = declared.partition(":")
        yield Parameter(name, kind or "text", default)


def _date(text: str) -> date:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _number(text: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,18}", text):
        raise ValueError(text)
    return int(text)


def _iri(text: str) -> pyoxigraph.NamedNode:
    if text.startswith("<") and text.endswith(">"):
        return iri(text[1:-1])
    if "//" in text:
        return iri(text)
    prefix, _, rest = text.partition(":")
    if prefix not in PREFIXES or not re.fullmatch(r"[\w-]+", rest):
        raise ValueError(text)
    return named(text)


_KINDS: Mapping[str, Callable[[str], Value]] = {
    "text": str,
    "key": key,
    "date": _date,
    "number": _number,
    "iri": _iri,
}
_ADVICE = {"date": "write it as 2024-04-01", "number": "write it in digits", "iri": "write <https://…> or kg:Visit"}
