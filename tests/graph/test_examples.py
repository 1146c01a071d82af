"""The example queries: what they answer, and that any SPARQL 1.1 engine answers the same."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.errors import QueryError
from kg.graph import guard
from kg.graph.examples import Example, example, examples, free_value, read_example
from kg.graph.query import Answer, bind, run_query, to_term
from tests.graph.query_sample import query_sample, write_nquads

pytestmark = pytest.mark.filterwarnings(
    "ignore:Dataset.(default_context|contexts) is deprecated:DeprecationWarning"
)  # rdflib's own
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
Cell = str | tuple[str, str | None, str] | None
GIVEN = {
    "members-on-day": {"organization": "جامعة الدول العربية", "day": "2025-11-02"},
    "events-in-place": {"place": "سوريا", "from": "2025-01-01", "to": "2025-12-31"},
}
"""Parameters with which an example has something to find, where its defaults find nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_nquads(query_sample(), tmp_path_factory.mktemp("graph"))


@pytest.fixture(scope="module")
def dataset(folder: Path) -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=False)
    dataset.parse(data=(folder / "graph.nq").read_text(encoding="utf8"), format="nquads")
    return dataset


@pytest.fixture(scope="module")
def ask(folder: Path) -> Callable[..., Answer]:
    """Asks an example, its parameters given as text."""

    def asked(name: str, **given: str) -> Answer:
        return run_query(folder, example(name).sparql, parameters=example(name).values(given))

    return asked


def column(answer: Answer, name: str) -> list[str]:
    """The plain values of one variable; "" where it is unbound."""
    index = answer.variables.index(name)
    return ["" if row[index] is None else row[index].value.rpartition("#")[2] for row in answer.rows]  # type: ignore[union-attr]


def test_there_are_enough_of_them() -> None:
    assert len(examples()) >= 12


@pytest.mark.parametrize("one", examples().values(), ids=lambda one: one.name)
def test_header_and_query_agree(one: Example) -> None:
    """A default that stands in the comment and another in the query would make the file lie."""
    assert one.title["ar"] != one.name != one.title["en"]
    assert all(parameter.default for parameter in one.parameters)
    found = guard.check(one.sparql)
    for parameter in one.parameters:
        span = guard.default_span(found, parameter.name)
        assert span is not None
        stored = pyoxigraph.Store().query(
            f"SELECT ?x {{ VALUES ?x {{ {one.sparql[slice(*span)]} }} }}", prefixes=prefixes(one)
        )
        assert [row["x"] for row in stored] == [to_term(parameter.value())]


def prefixes(one: Example) -> dict[str, str]:
    found = guard.tokens(one.sparql)
    return {
        name.text[:-1]: iri.text[1:-1]
        for word, name, iri in zip(found, found[1:], found[2:], strict=False)
        if word.word == "PREFIX"
    }


@pytest.mark.parametrize("given", [False, True], ids=["default", "given"])
@pytest.mark.parametrize("one", examples().values(), ids=lambda one: one.name)
def test_rdflib_gives_the_same_rows(one: Example, given: bool, folder: Path, dataset: rdflib.Dataset) -> None:
    values = one.values(GIVEN.get(one.name, {}) if given else {})
    answer = run_query(folder, one.sparql, parameters=values)
    result = dataset.query(bind(one.sparql, values) if given else one.sparql)
    assert [tuple(map(ours, row)) for row in answer.rows] == [tuple(map(theirs, row)) for row in result]  # type: ignore[arg-type]
    assert answer.rows or not given


def ours(term: object) -> Cell:
    if isinstance(term, pyoxigraph.Literal):
        return term.value, term.language, "" if term.language else term.datatype.value
    return None if term is None else term.value  # type: ignore[attr-defined]


def theirs(term: object) -> Cell:
    if isinstance(term, rdflib.Literal):
        return str(term), term.language, "" if term.language else str(term.datatype or XSD_STRING)
    return None if term is None else str(term)


def test_planned_visits_say_who_says_so(ask: Callable[..., Answer]) -> None:
    answer = ask("planned-visits")
    assert answer.rows == ask("planned-visits", month="2025-11").rows
    assert column(answer, "title") == ["Ahmed al-Sharaa to visit Washington"] * 2
    assert len(set(column(answer, "says"))) == 1
    assert len(set(column(answer, "article"))) == 2
    assert not ask("planned-visits", month="2025-12").rows


def test_signings_pair_the_signatories_once(ask: Callable[..., Answer]) -> None:
    answer = ask("signings")
    assert len(answer.rows) == 1
    assert column(answer, "signatory") != column(answer, "with")
    assert column(answer, "document") != [""]


def test_members_only_from_the_day_on_which_they_surely_were(ask: Callable[..., Answer]) -> None:
    assert column(ask("members-on-day", organization="الجامعة الدول العربيه", day="2025-11-02"), "name") == ["Syria"]
    assert not ask("members-on-day", organization="جامعة الدول العربية", day="2025-11-01").rows


def test_office_is_found_by_a_part_of_its_name(ask: Callable[..., Answer]) -> None:
    assert column(ask("office-on-day", office="رئيس", day="2025-06-01", lang="ar"), "name") == ["أحمد الشرع"]
    assert not ask("office-on-day", day="2024-06-01").rows


def test_speaker_is_found_by_the_last_name(ask: Callable[..., Answer]) -> None:
    answer = ask("speaker-on-country", speaker="Barrack", country="SYR", since="2025-11-03")
    assert column(answer, "factuality") == ["Planned"]
    assert not ask("speaker-on-country", country="CHN").rows


def test_contradictions_stand_side_by_side(ask: Callable[..., Answer]) -> None:
    answer = ask("contradictions")
    assert sorted(column(answer, "factuality")) == ["Negated", "Occurred"]
    assert set(column(answer, "contested")) == {"status"}
    assert any("وهاجم مسلحون" in words for words in column(answer, "words"))


def test_actor_events_are_in_time_order(ask: Callable[..., Answer]) -> None:
    answer = ask("actor-events", actor="الشرع")
    assert column(answer, "latest") == sorted(column(answer, "latest"))
    assert "Planned" in column(answer, "status")


def test_events_in_a_place_are_also_those_in_its_parts(ask: Callable[..., Answer]) -> None:
    answer = ask("events-in-place", place="Syria", **{"from": "2025-11-01", "to": "2025-11-30"})
    assert any("sign" in title for title in column(answer, "title"))


def test_overdue_from_the_day_after_the_latest(ask: Callable[..., Answer]) -> None:
    assert ask("overdue", day="2025-11-11").rows
    assert not ask("overdue", day="2025-11-10").rows


def test_reports_are_counted_by_publisher(ask: Callable[..., Answer]) -> None:
    answer = ask("reports-by-publisher")
    counts = dict(
        zip(
            zip(column(answer, "publisher"), column(answer, "type"), strict=True), column(answer, "events"), strict=True
        )
    )
    assert sorted(count for (_, type), count in counts.items() if type == "Visit") == ["1", "2"]


def test_meetings_between_two_countries(ask: Callable[..., Answer]) -> None:
    answer = ask("meetings-between", first="IRN", second="SAU")
    assert len(answer.rows) == 1
    assert "Faisal bin Farhan" in column(answer, "title")[0]
    assert column(answer, "one") != column(answer, "other")
    assert not ask("meetings-between", first="IRN", second="USA").rows


def test_evidence_is_the_exact_words(ask: Callable[..., Answer]) -> None:
    answer = ask("evidence", type="kg:Visit")
    assert sorted(column(answer, "exact")) == sorted(["سيزور", "visit Washington", "تزور"])


def test_single_voice_leaves_out_what_two_outlets_tell(ask: Callable[..., Answer]) -> None:
    assert len(ask("single-voice").rows) == 1


def test_denials_show_both_sides(ask: Callable[..., Answer]) -> None:
    assert set(column(ask("denials"), "status")) == {"Negated", "Disputed"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"day": "1 April"}, "parameter day: '1 April' is no date (write it as 2024-04-01)"),
        ({"day": "20240401"}, "parameter day: '20240401' is no date"),
        ({"month": "2024-04"}, "members-on-day has no parameter 'month' (it has organization, day, lang)"),
    ],
)
def test_bad_parameter_in_one_line(given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError) as caught:
        example("members-on-day").values(given)
    assert message in str(caught.value)


def test_unknown_example_lists_them() -> None:
    with pytest.raises(QueryError, match="actor-events"):
        example("nope")


def test_free_values_are_what_they_look_like() -> None:
    assert str(to_term(free_value("2024-04-01"))).endswith("#date>")
    assert str(to_term(free_value("12"))).endswith("#integer>")
    assert free_value("kg:Visit") == pyoxigraph.NamedNode("https://w3id.org/hadath/ontology#Visit")
    assert free_value("javascript:alert(1)") == "javascript:alert(1)"
    assert free_value("الشرع") == "الشرع"


def test_own_query_may_declare_its_parameters() -> None:
    found = read_example("query", '# parameters: who:key="The United Nations"\nASK { VALUES ?who { "" } }')
    assert found.values({}) == {"who": "united nations"}
