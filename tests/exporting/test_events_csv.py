import csv
import io
from dataclasses import replace

import pytest

from kg.exporting import format_named
from kg.exporting.events_csv import COLUMNS, defused
from kg.graph.source import Source
from kg.model import Label
from tests.graph.builders import ACTORS, ARABIC, ENGLISH, PLANNED_VISIT, SHARAA, SIGNED, resolution, sample


def table(graph) -> list[dict[str, str]]:
    target = io.BytesIO()
    format_named("csv").export(Source(graph), target)
    data = target.getvalue()
    assert not data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf8"), newline="")))


def test_a_row_tells_the_whole_event():
    rows = {row["id"]: row for row in table(sample())}
    assert rows[PLANNED_VISIT.id] == {
        "id": PLANNED_VISIT.id,
        "type": "Visit",
        "status": "planned",
        "title_ar": "زيارة مرتقبة من أحمد الشرع إلى واشنطن",
        "title_en": "Ahmed al-Sharaa to visit Washington",
        "earliest": "2025-11-10",
        "latest": "2025-11-10",
        "precision": "day",
        "date": "2025-11-10",
        "roles": "destination: واشنطن; visitor: أحمد الشرع",
        "place": "واشنطن",
        "speakers": "توم باراك",
        "independent_sources": "2",
        "articles": "ar/sharaa; en-sharaa",
        "evidence": ARABIC.text.splitlines()[2].partition(" ولن")[0],
    }
    assert tuple(rows[SIGNED.id]) == COLUMNS


def test_an_open_bound_is_empty():
    row = next(row for row in table(sample()) if row["id"] == SIGNED.id)
    assert (row["earliest"], row["latest"], row["date"]) == ("", "2025-11-02", "")


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", " =1"])
def test_a_name_that_is_a_formula_is_only_text(name):
    hostile = replace(SHARAA, labels=(Label(name, "ar"), Label(name, "en")))
    actors = tuple(hostile if each is SHARAA else each for each in ACTORS)
    rows = table(sample(resolution=replace(resolution(), actors=actors)))
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert any(cell.startswith(f"'{name.strip()}") for cell in cells)


def test_what_is_harmless_is_not_touched():
    assert defused("2025-11-10") == "2025-11-10"


def test_every_event_has_one_row_even_when_names_break_lines():
    broken = replace(ENGLISH, text=ENGLISH.text.replace("Energy Accord.", 'Energy\r\n"Accord",;'))
    assert len(table(sample(articles=(sample().articles[0], broken)))) == len(sample().events())
