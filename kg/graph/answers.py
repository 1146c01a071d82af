"""Answers in the standard forms: SPARQL 1.1 results as JSON, CSV and TSV, and triples as Turtle."""

import csv
import io
import json
from collections.abc import Callable, Mapping

import pyoxigraph

from kg.errors import QueryError
from kg.graph.query import Answer, Term
from kg.graph.vocabulary import PREFIXES
from kg.graph.worker import encode

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that begins like this as a formula."""


def to_json(answer: Answer) -> str:
    """SPARQL 1.1 Query Results JSON Format; raises `QueryError` for triples."""
    if answer.boolean is not None:
        return json.dumps({"head": {}, "boolean": answer.boolean}) + "\n"
    rows = [
        {name: encode(term) for name, term in zip(answer.variables, row, strict=True) if term is not None}
        for row in _rows(answer, "json")
    ]
    document = {"head": {"vars": list(answer.variables)}, "results": {"bindings": rows}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def to_csv(answer: Answer) -> str:
    """SPARQL 1.1 Query Results CSV Format, except that text which a spreadsheet would run gets a ' before it."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    if answer.boolean is not None:
        writer.writerow([str(answer.boolean).lower()])
        return target.getvalue()
    writer.writerow(answer.variables)
    writer.writerows([_plain(term) for term in row] for row in _rows(answer, "csv"))
    return target.getvalue()


def to_tsv(answer: Answer) -> str:
    """SPARQL 1.1 Query Results TSV Format: terms as Turtle writes them, so that nothing is lost."""
    if answer.boolean is not None:
        return f"{str(answer.boolean).lower()}\n"
    head = "\t".join(f"?{name}" for name in answer.variables)
    lines = ("\t".join("" if term is None else _turtle(term) for term in row) for row in _rows(answer, "tsv"))
    return "\n".join([head, *lines]) + "\n"


def to_turtle(answer: Answer) -> str:
    """The triples of CONSTRUCT and DESCRIBE in Turtle; raises `QueryError` for rows and truth values."""
    if answer.triples is None:
        raise QueryError("only CONSTRUCT and DESCRIBE give triples", advice="ask for json, csv, tsv or a table")
    used = {term.value for triple in answer.triples for term in _nodes(triple)}
    prefixes = {name: base for name, base in PREFIXES.items() if any(iri.startswith(base) for iri in used)}
    data = pyoxigraph.serialize(answer.triples, format=pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes)
    return (data or b"").decode("utf8")


WRITERS: Mapping[str, Callable[[Answer], str]] = {"json": to_json, "csv": to_csv, "tsv": to_tsv, "ttl": to_turtle}
"""The forms by name."""


def _rows(answer: Answer, form: str) -> tuple[tuple[Term | None, ...], ...]:
    if answer.triples is not None:
        raise QueryError(f"triples are not written as {form}", advice="ask for ttl, or SELECT instead of CONSTRUCT")
    return answer.rows


def _plain(term: Term | None) -> str:
    match term:
        case None:
            return ""
        case pyoxigraph.BlankNode():
            return f"_:{term.value}"
        case pyoxigraph.Literal() if term.language or term.datatype.value.endswith("#string"):
            return f"'{term.value}" if term.value.startswith(FORMULA) else term.value
        case pyoxigraph.Literal() | pyoxigraph.NamedNode():
            return term.value
    return str(term)


def _turtle(term: Term) -> str:
    return str(term).replace("\t", "\\t")


def _nodes(triple: pyoxigraph.Triple) -> list[pyoxigraph.NamedNode]:
    return [
        term for term in (triple.subject, triple.predicate, triple.object) if isinstance(term, pyoxigraph.NamedNode)
    ]
