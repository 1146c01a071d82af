"""When somebody counts as a member: `kg:from` and `kg:to` of a period."""

from dataclasses import replace
from datetime import date

import pytest

from kg.graph.examples import example
from kg.graph.periods import certain_start
from kg.graph.query import run_query
from kg.model import OPEN_END, OPEN_START, Period
from tests.graph.builders import PERIOD, resolution, sample
from tests.graph.query_sample import write_nquads

BREXIT = date(2020, 1, 31)
LEFT = replace(
    PERIOD,
    earliest_start=OPEN_START,
    latest_start=BREXIT,
    earliest_end=BREXIT,
    latest_end=BREXIT,
    stated=(),
)
"""What "the United Kingdom left the European Union" alone comes to."""


@pytest.mark.parametrize(
    ("period", "start"),
    [
        (LEFT, OPEN_START),
        (replace(LEFT, earliest_end=date(2020, 1, 1)), OPEN_START),
        (replace(LEFT, earliest_start=date(1973, 1, 1), latest_start=date(1973, 1, 1)), date(1973, 1, 1)),
        (replace(LEFT, latest_start=date(2015, 5, 1), stated=(date(2015, 5, 1),)), date(2015, 5, 1)),
        (PERIOD, date(2025, 11, 2)),
        (replace(PERIOD, latest_start=OPEN_END), OPEN_START),
    ],
    ids=["end only", "end in a month", "both", "stated before", "stated", "nothing"],
)
def test_it_had_surely_begun(period: Period, start: date) -> None:
    assert certain_start(period) == start


@pytest.mark.parametrize(("day", "found"), [("2019-06-01", 1), ("2020-01-31", 1), ("2020-02-01", 0)])
def test_who_left_was_a_member_before(tmp_path, day: str, found: int) -> None:
    folder = write_nquads(sample(resolution=replace(resolution(), periods=(LEFT,))), tmp_path)
    members = example("members-on-day")
    values = members.values({"organization": "جامعة الدول العربية", "day": day})
    assert len(run_query(folder, members.sparql, parameters=values).rows) == found
