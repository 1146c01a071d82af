"""Answers one query in a process of its own, which the caller ends when its time is up.

Run as a file, by `query.py` only; imports nothing of ours, so that it starts in a tenth of a second. Standard input:
one line of JSON (the request), then, when the request names no source, the graph as N-Quads. Standard output: lines of
JSON.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph

LABEL = pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


def encode(term: Any) -> dict[str, Any] | None:
    """A term in the form of SPARQL 1.1 query results in JSON (section 3.2.2); None for an unbound variable."""
    match term:
        case pyoxigraph.NamedNode():
            return {"type": "uri", "value": term.value}
        case pyoxigraph.BlankNode():
            return {"type": "bnode", "value": term.value}
        case pyoxigraph.Literal():
            return {"type": "literal", "value": term.value} | _form(term)
        case pyoxigraph.Triple():
            parts = zip(("subject", "predicate", "object"), term, strict=True)
            return {"type": "triple", "value": {name: encode(part) for name, part in parts}}
    return None


def _form(term: pyoxigraph.Literal) -> dict[str, str]:
    if term.language:
        return {"xml:lang": term.language}
    return {} if term.datatype.value.endswith("XMLSchema#string") else {"datatype": term.datatype.value}


def open_source(source: str | None, standard_input: Any) -> pyoxigraph.Store:
    """The store of an N-Quads file, of an Oxigraph folder, or of the rest of standard input."""
    if source and Path(source).is_dir():
        return pyoxigraph.Store.read_only(source)
    store = pyoxigraph.Store()
    if source:
        store.bulk_load(path=source, format=pyoxigraph.RdfFormat.N_QUADS)
    else:
        store.bulk_load(input=standard_input, format=pyoxigraph.RdfFormat.N_QUADS)
    return store


class Writer:
    """Writes the lines of an answer until a cap is reached; `truncated` says whether one was."""

    def __init__(self, request: Mapping[str, Any]) -> None:
        self.rows, self.bytes = request["rows"], request["bytes"]
        self.iris: set[str] = set()
        self.truncated = False

    def head(self, **fields: Any) -> None:
        """Writes the line that says what kind of answer follows, or ends it."""
        sys.stdout.write(json.dumps(fields) + "\n")

    def body(self, rows: Iterable[Iterable[Any]]) -> None:
        """Writes one line a row."""
        for row in rows:
            terms = [encode(term) for term in row]
            line = json.dumps(terms) + "\n"
            self.rows, self.bytes = self.rows - 1, self.bytes - len(line)
            if self.rows < 0 or self.bytes < 0:
                self.truncated = True
                return
            self.iris.update(term["value"] for term in terms if term and term["type"] == "uri")
            sys.stdout.write(line)


def labels(store: pyoxigraph.Store, iris: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The labels in the default graph of the things an answer names: IRI, language, text; sorted."""
    for iri in sorted(iris):
        graph = pyoxigraph.DefaultGraph()
        for quad in store.quads_for_pattern(pyoxigraph.NamedNode(iri), LABEL, None, graph):
            if isinstance(quad.object, pyoxigraph.Literal):
                yield iri, quad.object.language or "", quad.object.value


def answer(request: Mapping[str, Any], standard_input: Any) -> None:
    """Writes the answer to the request; raises what pyoxigraph raises."""
    prefixes = request["prefixes"]
    pyoxigraph.Store().query(
        request["checked"], prefixes=prefixes
    )  # faults are told by the lines of the query as it was given
    store = open_source(request["source"], standard_input)
    result = store.query(request["query"], prefixes=prefixes)
    writer = Writer(request)
    if isinstance(result, pyoxigraph.QueryBoolean):
        writer.head(kind="boolean", value=bool(result))
    elif isinstance(result, pyoxigraph.QueryTriples):
        writer.head(kind="triples")
        triples = {tuple(triple) for triple in islice(result, request["rows"] + 1)}
        writer.body(sorted(triples, key=lambda triple: [str(term) for term in triple]))
    else:
        writer.head(kind="rows", variables=[variable.value for variable in result.variables])
        writer.body(result)
    found = sorted(labels(store, writer.iris)) if request["labels"] else []
    writer.head(kind="end", truncated=writer.truncated, labels=found)


def cap_memory(size: int) -> None:
    """Lets this process have no more than that many bytes, where the system can hold it to that."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def main() -> int:
    """Answers the request on standard input; returns 0, also for a fault of the query, which is then the last line."""
    sys.stdout.reconfigure(encoding="utf8")  # type: ignore[union-attr]
    request = json.loads(sys.stdin.buffer.readline())
    cap_memory(request["memory"])
    try:
        answer(request, sys.stdin.buffer)
    except (SyntaxError, ValueError, RuntimeError, OSError) as fault:
        sys.stdout.write(json.dumps({"kind": "fault", "name": type(fault).__name__, "message": str(fault)}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
