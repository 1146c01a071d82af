"""Answers SPARQL queries over a built graph: read-only, in a process of its own, with a deadline and caps."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pyoxigraph

from kg.errors import FolderError, QueryError
from kg.graph import guard
from kg.graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from kg.graph.knowledge import KnowledgeGraph

Term: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple
"""Any RDF term that an answer can hold."""
Row: TypeAlias = tuple[Term | None, ...]
"""One row of an answer, in the order of its variables; None: unbound."""
Value: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.Literal | date | int | str
"""What a parameter can be set to; a plain `str` becomes a plain literal."""

WORKER = Path(__file__).with_name("worker.py")
XSD = "http://www.w3.org/2001/XMLSchema#"
TIMEOUT = 60.0
"""Seconds that one query may take, unless the caller says otherwise."""
LONGEST = 24 * 3600.0
"""Seconds that one query may take at most, whatever the caller says."""
ROWS = 100_000
"""Rows that are kept of one answer, unless the caller says otherwise."""
BYTES = 64 * 1024**2
"""Bytes that are kept of one answer."""
MEMORY = 4 * 1024**3
"""Bytes of memory that one query may use, its copy of a small graph included."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives: rows of SELECT, a truth value of ASK, or triples of CONSTRUCT and DESCRIBE.

    `boolean` and `triples`: None for the other forms. `truncated`: a cap cut the answer off. `labels`: IRI ->
    language -> label, for the IRIs in the answer (only when asked for).
    """

    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    boolean: bool | None = None
    triples: tuple[pyoxigraph.Triple, ...] | None = None
    truncated: bool = False
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def run_query(
    source: "Path | KnowledgeGraph",
    sparql: str,
    *,
    parameters: Mapping[str, Value] | None = None,
    timeout: float = TIMEOUT,
    rows: int = ROWS,
    labels: bool = False,
) -> Answer:
    """The answer of a graph (an output folder, or one in memory) to a SPARQL 1.1 query.

    `parameters` set variables of the query: in place of the default in `VALUES ?name { … }` where the query has one,
    else for the whole of its pattern. `timeout` is in seconds, a day at most; more than `rows` rows are cut off.
    Prefixes of our vocabulary need no declaration. Raises `QueryError` for a fault in the query, for SERVICE, updates
    and files, and when the time is up; `FolderError` for a folder without a graph.
    """
    if not timeout > 0:  # nan too
        raise QueryError(f"{timeout:g} s is no time to answer a query in")
    found = guard.check(sparql)
    declared = guard.declared_prefixes(found)
    request = {
        "checked": sparql,
        "query": bind(sparql, parameters or {}),
        "prefixes": {name: iri for name, iri in PREFIXES.items() if name not in declared},
        "rows": rows,
        "bytes": BYTES,
        "memory": MEMORY,
        "labels": labels,
    }
    return _answer(_lines(source, request, min(timeout, LONGEST)), sparql)


def bind(sparql: str, parameters: Mapping[str, Value]) -> str:
    """The query with its parameters put in as typed terms, by `VALUES`; raises `QueryError` for an unknown name."""
    for name, value in sorted(parameters.items()):
        found = guard.tokens(sparql)
        if name not in guard.variables(found):
            known = ", ".join(sorted(guard.variables(found))) or "none"
            raise QueryError(f"the query has no variable ?{name} to set", advice=f"it has {known}")
        span = guard.default_span(found, name)
        start = guard.pattern_start(found)
        if span:
            sparql = f"{sparql[: span[0]]} {to_term(value)} {sparql[span[1] :]}"
        elif start is not None:
            sparql = f"{sparql[:start]} VALUES ?{name} {{ {to_term(value)} }} {sparql[start:]}"
        else:
            raise QueryError(f"?{name} cannot be set in this form of query", advice="write CONSTRUCT { … } WHERE { … }")
    return sparql


def to_term(value: Value) -> Term:
    """The RDF term of a value: dates are xsd:date, numbers xsd:integer, text a plain literal; raises `QueryError`."""
    match value:
        case pyoxigraph.NamedNode() | pyoxigraph.Literal():
            return value
        case date():
            return pyoxigraph.Literal(value.isoformat(), datatype=pyoxigraph.NamedNode(f"{XSD}date"))
        case int():
            return pyoxigraph.Literal(value)
    try:
        return pyoxigraph.Literal(value)
    except ValueError as fault:
        raise QueryError(f"{value!r} is not Unicode text that a parameter can be set to") from fault


def _lines(source: "Path | KnowledgeGraph", request: dict[str, Any], timeout: float) -> list[Any]:
    """What the worker says to a request."""
    if isinstance(source, Path):
        quads = b""
        request["source"] = str(_graph_file(source))
    else:
        quads = pyoxigraph.serialize(source.quads(), format=pyoxigraph.RdfFormat.N_QUADS) or b""
        request["source"] = None
    command = [sys.executable, "-P", str(WORKER)]
    sent = json.dumps(request).encode("utf8") + b"\n" + quads
    try:
        done = subprocess.run(command, input=sent, capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        advice = "narrow it (a type, a day, LIMIT) or give it more time"
        raise QueryError(f"the query was stopped after {timeout:g} s", advice=advice) from None
    if done.returncode:
        raise QueryError(
            "the query broke the engine, most likely by its use of memory", advice="narrow it, or add LIMIT"
        )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _graph_file(folder: Path) -> Path:
    path = folder / "graph.nq"
    if not path.is_file():
        raise FolderError("no graph.nq here", where=str(folder), advice="make one: kg build SOURCES --out DIR")
    return path


def _answer(lines: Sequence[Any], sparql: str) -> Answer:
    head, *rows, end = lines if len(lines) > 1 else [*lines, *lines]
    if end["kind"] == "fault":
        raise _fault(end["name"], end["message"], sparql)
    labels: dict[str, dict[str, str]] = {}
    for iri, lang, text in end["labels"]:
        labels.setdefault(iri, {}).setdefault(lang, text)
    answer = Answer(truncated=end["truncated"], labels=labels)
    match head["kind"]:
        case "boolean":
            return replace(answer, boolean=head["value"])
        case "triples":
            return replace(answer, triples=tuple(pyoxigraph.Triple(*map(_term, row)) for row in rows))
    return replace(answer, variables=tuple(head["variables"]), rows=tuple(tuple(map(_term, row)) for row in rows))


def _term(coded: dict[str, Any] | None) -> Any:
    if coded is None:
        return None
    match coded["type"]:
        case "uri":
            return pyoxigraph.NamedNode(coded["value"])
        case "bnode":
            return pyoxigraph.BlankNode(coded["value"])
        case "triple":
            parts = coded["value"]
            return pyoxigraph.Triple(*(_term(parts[name]) for name in ("subject", "predicate", "object")))
    if "xml:lang" in coded:
        return pyoxigraph.Literal(coded["value"], language=coded["xml:lang"])
    datatype = pyoxigraph.NamedNode(coded.get("datatype", f"{XSD}string"))
    return pyoxigraph.Literal(coded["value"], datatype=datatype)


_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)
_CLUTTER = re.compile(r"one of |\[[^\]]*\][^,]*,? ?|\n")
_REASONS = {"Prefix not found": "a prefix is not declared", "IRI parsing failed": "the IRI is not a valid one"}
_NOT_OFFERED = frozenset({"SERVICE", "LATERAL"})
EXPECTED = 8
"""How many of the words that could stand at a fault are named."""


def _fault(name: str, message: str, sparql: str) -> QueryError:
    """The fault of pyoxigraph in one line: where it is in the query, what is wrong there, what could stand there."""
    match = _PLACE.match(message)
    if not match:
        return QueryError(f"the query cannot be answered: {message.splitlines()[0] if message else name}")
    line, column = int(match[1]), int(match[2])
    expected = [each.strip() for each in _CLUTTER.sub("", match[3]).split(", ") if each.strip()]
    where = f"line {line}, column {column}"
    for each in expected:
        if " " in each:  # a reason, not a word of the grammar
            return QueryError(_REASONS.get(each, each), where=where)
    there = "".join((sparql.split("\n") or [""])[line - 1 : line])[column - 1 :].strip()
    what = f"'{there[:30]}' is not understood" if there else "something is missing before the end of the line"
    offered = [each for each in expected if each not in _NOT_OFFERED][:EXPECTED]
    return QueryError(what, where=where, advice=f"expected {', '.join(offered)}" if offered else None)
