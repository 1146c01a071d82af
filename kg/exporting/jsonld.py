"""JSON-LD 1.1: everything, one node a line, with prefixes; it names no context that would have to be fetched."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, BinaryIO, ClassVar

from pyoxigraph import Literal, Quad

from kg.exporting.base import Exporter
from kg.graph.serialising import by_graph, graph_name
from kg.graph.source import Source
from kg.graph.vocabulary import PREFIXES, TYPE, XSD

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_BREAK = re.compile("(?<=[#/])[^#/]*$")


class JsonLd(Exporter):
    """Nodes of the resolved view, then one object a named graph."""

    name: ClassVar[str] = "jsonld"
    title: ClassVar[str] = "JSON-LD 1.1: everything"
    media_type: ClassVar[str] = "application/ld+json"
    suffix: ClassVar[str] = "jsonld"

    def export(self, source: Source, target: BinaryIO) -> None:
        """See `Exporter.export`."""
        target.writelines(piece.encode() for piece in _pieces(source))


def _pieces(source: Source) -> Iterator[str]:
    """The document, a node at a time."""
    yield f'{{"@context": {_dumps(PREFIXES)},\n"@graph": ['
    separator = "\n"
    for name, quads in _grouped(source):
        if name:
            yield f'{separator}{{"@id": {_dumps(_short(name))}, "@graph": ['
            separator = "\n"
        for subject, group in groupby(quads, key=lambda quad: str(quad.subject)):
            yield f"{separator}{_dumps(_node(subject, group))}"
            separator = ",\n"
        yield "\n]}" if name else ""
    yield "\n]}\n"


def _grouped(source: Source) -> Iterator[tuple[str, Iterator[Quad]]]:
    return groupby(by_graph(source.quads()), key=graph_name)


def _node(subject: str, quads: Iterable[Quad]) -> dict[str, Any]:
    """One node object; `subject` in N-Triples form."""
    values: dict[str, list[Any]] = {}
    for quad in quads:
        if quad.predicate == TYPE:
            values.setdefault("@type", []).append(_short(quad.object.value))  # type: ignore[union-attr]  # types are IRIs
        else:
            values.setdefault(_short(quad.predicate.value), []).append(_value(quad.object))
    return {
        "@id": _short(subject[1:-1]),
        **{name: found if len(found) > 1 else found[0] for name, found in values.items()},
    }


def _value(term: Any) -> Any:
    if not isinstance(term, Literal):
        return {"@id": _short(term.value)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype == XSD("string"):
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype.value)}


def _short(iri: str) -> str:
    """The IRI by prefix, where its last part is a plain name; else whole."""
    match = _BREAK.search(iri)
    prefix = _NAMESPACES.get(iri[: match.start()]) if match and _LOCAL.fullmatch(match[0]) else None
    return f"{prefix}:{match[0]}" if prefix and match else iri


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
