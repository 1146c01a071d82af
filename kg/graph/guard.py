"""Reads a SPARQL query token by token: refuses what would reach outside the graph, and finds where parameters go.

Oxigraph has no switch against SERVICE. Words are told from strings, IRIs, comments, variables and prefixed names by the
tokens of the SPARQL 1.1 grammar (section 19.8): a label that says "SERVICE" is allowed, and no spelling slips through.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.errors import QueryError

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})

_ESCAPED = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_TOKEN = re.compile(
    rf"""
      (?P<comment>  \#[^\n\r]* )
    | (?P<string>   \"\"\"(?:\"{{0,2}}(?:[^\"\\]|\\.))*\"\"\" | '''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
                  | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<iri>      <(?:[^<>"{{}}|^`\\\x00-\x20]|{_ESCAPED})*> )
    | (?P<variable> [?$]\w+ )
    | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<name>     (?:[^\W\d_][\w.\-]*|_)?:(?:[\w:%.\-]|\\[^\w\s])* )
    | (?P<word>     [^\W\d]\w* )
    | (?P<space>    \s+ )
    | (?P<mark>     . )
    """,
    re.VERBOSE | re.DOTALL,
)
_CODE_POINT = re.compile(_ESCAPED)


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a query; `kind` is a group name of the grammar above; `start` and `end` are offsets."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        """The keyword in capitals; "" when the token is none."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(sparql: str) -> tuple[Token, ...]:
    """The tokens of a query in order, without white space and comments.

    >>> [token.text for token in tokens('ASK { ?s ?p "SERVICE" } # LOAD')]
    ['ASK', '{', '?s', '?p', '"SERVICE"', '}']
    """
    return tuple(token for token in _all(sparql) if token.kind not in {"space", "comment"})


def check(sparql: str) -> tuple[Token, ...]:
    """The tokens of a query that may run; raises `QueryError` for updates, SERVICE, and sources that are files."""
    found = tokens(sparql)
    _check_form(sparql, found)
    for index, token in enumerate(found):
        if token.word in {"SERVICE", "LOAD"}:
            raise _refusal(sparql, token, f"{token.word} is not allowed: a query reaches nothing outside its graph")
        if token.kind == "iri" and _names_source(found[max(0, index - 2) : index]) and _is_file(token.text):
            raise _refusal(sparql, token, "a query reads no files; FROM names a graph of this data set")
    return found


def position(sparql: str, offset: int) -> str:
    r"""Where an offset lies, for people.

    >>> position("ASK\n{ x }", 6)
    'line 2, column 3'
    """
    line = sparql.count("\n", 0, offset) + 1
    return f"line {line}, column {offset - (sparql.rfind(chr(10), 0, offset) + 1) + 1}"


def declared_prefixes(found: Sequence[Token]) -> frozenset[str]:
    """The prefixes that a query declares itself, each with its colon left off."""
    return frozenset(
        token.text.removesuffix(":")
        for before, token in pairwise(found)
        if before.word == "PREFIX" and token.kind == "name"
    )


def variables(found: Sequence[Token]) -> frozenset[str]:
    """The names of all variables in a query."""
    return frozenset(token.text[1:] for token in found if token.kind == "variable")


def default_span(found: Sequence[Token], name: str) -> tuple[int, int] | None:
    """The offsets between the braces of `VALUES ?name { … }`, where the query keeps a default; None: nowhere."""
    for index, token in enumerate(found[:-2]):
        if token.word == "VALUES" and found[index + 1].text[1:] == name and found[index + 2].text == "{":
            close = next((later for later in found[index + 3 :] if later.text == "}"), None)
            return (found[index + 2].end, close.start) if close else None
    return None


def pattern_start(found: Sequence[Token]) -> int | None:
    """The offset right after the brace that opens the query's outermost pattern; None when it has none."""
    form = next((token.word for token in found if token.word in FORMS), "")
    opening = [token for token, depth in _depths(found) if token.text == "{" and depth == 0]
    if form == "CONSTRUCT":
        return opening[1].end if len(opening) > 1 else None
    return opening[0].end if opening else None


def _all(sparql: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(sparql):
        yield Token(str(match.lastgroup), match[0], match.start(), match.end())


def _check_form(sparql: str, found: Sequence[Token]) -> None:
    first = next((t for t in found if t.word and t.word not in {"PREFIX", "BASE", "VERSION"}), None)
    if first is None:
        raise QueryError("the query is empty", advice=f"it begins with one of {', '.join(FORMS)}")
    if first.word in UPDATES:
        raise _refusal(sparql, first, f"{first.word} is an update, and the graph is only read")
    if first.word not in FORMS:
        raise _refusal(sparql, first, f"a query does not begin with '{first.text}'", f"expected {', '.join(FORMS)}")


def _depths(found: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Each token with the number of braces and parentheses open before it."""
    depth = 0
    for token in found:
        depth -= token.text in {"}", ")"}
        yield token, depth
        depth += token.text in {"{", "("}


def _names_source(before: Sequence[Token]) -> bool:
    words = [token.word for token in before]
    return words[-1:] in (["FROM"], ["NAMED"], ["BASE"]) or words[:1] == ["PREFIX"]


def _is_file(iri: str) -> bool:
    plain = _CODE_POINT.sub(lambda escape: chr(min(int(escape[0][2:], 16), 0x10FFFF)), iri)
    return plain[1:].strip().lower().startswith("file:")


def _refusal(sparql: str, token: Token, what: str, advice: str | None = None) -> QueryError:
    return QueryError(what, where=position(sparql, token.start), advice=advice)
