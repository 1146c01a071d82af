import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from kg.errors import InputError
from kg.graph.vocabulary import Iris, clean, clean_label, display_time, iri, label, literal, moment, number, term_name
from kg.model import Kind, Precision, Time
from tests.graph.builders import BASE

IRIS = Iris(BASE)
HOSTILE = ["أحمد", "a b", "../x", "x\ny", "<script>", "%2e", "", "a" * 200, "\u202e"]


@pytest.mark.parametrize("id", HOSTILE)
def test_our_iris_are_ascii_without_percent_signs_whatever_the_id(id):
    for made in (
        IRIS.article(id),
        IRIS.event(id),
        IRIS.claim(id),
        IRIS.utterance("a", id),
        IRIS.actor(Kind.PERSON, id),
    ):
        rest = made.value.removeprefix(BASE).partition("/")[2]
        assert rest.isascii()
        assert not set(rest) & set("%<>\"' \n/#?")


def test_places_offices_and_documents_have_paths_of_their_own():
    paths = [
        IRIS.actor(kind, "0cc1").value.removeprefix(BASE)
        for kind in (Kind.PLACE, Kind.OFFICE, Kind.DOCUMENT, Kind.STATE)
    ]
    assert paths == ["place/0cc1", "office/0cc1", "document/0cc1", "actor/0cc1"]


def test_utterances_whose_ids_repeat_in_another_article_stay_apart():
    assert IRIS.utterance("one", "u1") != IRIS.utterance("two", "u1")


@pytest.mark.parametrize("text", ["https://example.org/مقال?a=1#b", "urn:isbn:1", "HTTP://example.org/"])
def test_foreign_iris_pass_the_door(text):
    assert iri(text) == NamedNode(text)


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "relative/path", "", "https:", "http://a b/", "http://a/\n",
     "http://a/\u202etxt", "http://a/<b>", "http://a/\x00", "http://[", "vbscript:x"],
)  # fmt: skip
def test_other_iris_do_not(text):
    with pytest.raises(InputError):
        iri(text)


def test_quoted_words_lose_only_what_rdf_cannot_carry():
    assert clean("a\x00\x1b\x85\ud800\uffffb\tc\r\nأ\u200f") == "ab\tc\r\nأ\u200f"


def test_labels_are_one_nfc_line_without_direction_marks():
    assert clean_label("\u202bاحمد\u0654  الشرع\u200f\n") == "احمدٔ الشرع"
    assert clean_label("e\u0301") == "é"


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_text_becomes_a_literal_that_survives_writing_and_reading(text):
    for made in (literal(text, "ar"), label(text)):
        quad = Quad(NamedNode("urn:s"), NamedNode("urn:p"), made)
        assert list(parse(serialize([quad], format=RdfFormat.N_QUADS), format=RdfFormat.N_QUADS)) == [quad]


def test_the_publication_time_keeps_its_offset():
    assert (
        str(moment("2025-11-02T09:30+03:00"))
        == '"2025-11-02T09:30:00+03:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>'
    )
    assert str(moment("2025-11-02")) == '"2025-11-02"^^<http://www.w3.org/2001/XMLSchema#date>'


@pytest.mark.parametrize(
    ("value", "text"), [(0.87, "0.87"), (1.0, "1.0"), (1e-9, "0.0"), (0.1234567, "0.123457"), (12, "12")]
)
def test_numbers_are_written_without_exponents(value, text):
    assert number(value).value == text


@pytest.mark.parametrize(
    ("precision", "shown", "datatype"),
    [("day", "2025-11-01", "date"), ("month", "2025-11", "gYearMonth"), ("year", "2025", "gYear")],
)
def test_a_time_is_shown_in_its_own_datatype(precision, shown, datatype):
    from datetime import date

    made = display_time(Time(date(2025, 11, 1), date(2025, 11, 30), Precision(precision)))
    assert made is not None
    assert (made.value, made.datatype.value.rpartition("#")[2]) == (shown, datatype)


def test_names_of_values_are_in_camel_case():
    assert [term_name(text) for text in ("part-of-month", "occurred", "verbal-conflict")] == [
        "PartOfMonth",
        "Occurred",
        "VerbalConflict",
    ]
