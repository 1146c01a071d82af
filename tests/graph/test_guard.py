"""What a query may not do, however it is spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph import guard

ALLOWED = [
    'SELECT * WHERE { ?s ?p "SERVICE <http://x> { }" }',
    "SELECT * WHERE { ?s ?p '''LOAD ' SERVICE''' }",
    'SELECT * WHERE { ?s ?p """a "quoted" SERVICE \\""" word""" }',
    "SELECT * WHERE { ?SERVICE <http://example.org/SERVICE#LOAD> ?load } # SERVICE <http://x> { }",
    "SELECT * WHERE { ?s kg:service kg:SERVICE . kg:load a kg:LOAD }",
    'SELECT * WHERE { ?s ?p "x"@en-SERVICE }',
    "SELECT * FROM <https://w3id.org/hadath/id/graph/provenance> WHERE { ?s ?p ?o }",
    "PREFIX file: <https://example.org/> SELECT * WHERE { ?s file:x ?o FILTER(?s<?o && ?o>?s) }",
    "BASE <https://example.org/> # INSERT\nask { }",
    "SELECT * WHERE { ?s ?p <file:///etc/passwd> }",
]


@pytest.mark.parametrize("sparql", ALLOWED)
def test_words_inside_strings_names_and_comments_are_no_keywords(sparql: str) -> None:
    assert guard.check(sparql)


REFUSED = [
    ("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "line 1, column 18: SERVICE"),
    ("SELECT * WHERE { ?s ?p ?o }\n#\nsErViCe silent ?x {}", "line 3, column 1: SERVICE"),
    ("SELECT * WHERE { ?s <http://x>SERVICE<http://y> { } }", "SERVICE"),
    ("SELECT * WHERE { ?s ?p 'a'SERVICE <http://y> { } }", "SERVICE"),
    ("SELECT * WHERE { ?s ?p '# ' . SERVICE <http://y> { } }", "SERVICE"),
    ("LOAD <http://example.org/x>", "LOAD is an update"),
    ("PREFIX kg: <x:y> INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT is an update"),
    ("clear all", "CLEAR is an update"),
    ("SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }", "reads no files"),
    ("SELECT * FROM NAMED <FILE:///etc/passwd> WHERE { ?s ?p ?o }", "reads no files"),
    ("SELECT * FROM <fi\\u006ce:///etc/passwd> WHERE { ?s ?p ?o }", "reads no files"),
    ("PREFIX f: <file:///etc/> SELECT * FROM f:passwd WHERE { ?s ?p ?o }", "reads no files"),
    ("SELEC * { }", "does not begin with 'SELEC'"),
    ("# nothing but a comment", "empty"),
    ("", "empty"),
]


@pytest.mark.parametrize(("sparql", "message"), REFUSED)
def test_refused_with_its_place(sparql: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        guard.check(sparql)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text())
def test_tokens_cover_any_text_whatever_it_is(text: str) -> None:
    assert "".join(token.text for token in guard._all(text)) == text


@pytest.mark.parametrize(
    ("sparql", "after"),
    [
        ("SELECT ?x WHERE { ?x ?y ?z }", "SELECT ?x WHERE {"),
        ("SELECT ?x { { SELECT ?x WHERE { ?x ?y ?z } } }", "SELECT ?x {"),
        ("SELECT (EXISTS { ?x ?y ?z } AS ?b) { ?x ?y ?z }", "SELECT (EXISTS { ?x ?y ?z } AS ?b) {"),
        ("CONSTRUCT { ?x ?y ?z } WHERE { ?x ?y ?z }", "CONSTRUCT { ?x ?y ?z } WHERE {"),
        ("CONSTRUCT { ?x ?y ?z } { ?x ?y ?z }", "CONSTRUCT { ?x ?y ?z } {"),
        ("ASK { ?x ?y ?z }", "ASK {"),
    ],
)
def test_pattern_start_is_inside_the_outermost_pattern(sparql: str, after: str) -> None:
    start = guard.pattern_start(guard.tokens(sparql))
    assert start is not None
    assert sparql[:start] == after


def test_short_construct_has_no_pattern_to_put_values_in() -> None:
    assert guard.pattern_start(guard.tokens("CONSTRUCT WHERE { ?x ?y ?z }")) is None
