import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import FolderError
from kg.graph.records import from_json, read_lines, to_json, to_lines
from kg.model import Article, Claim, Event, Extraction, Issue, Judgement, Period, ResolvedActor
from tests.graph.builders import ARABIC, EVENTS, ISSUE, JUDGEMENT, PERIOD, READ_ARABIC, READ_ENGLISH, SYRIA, VISIT_AR


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (ARABIC, Article),
        (READ_ARABIC, Extraction),
        (READ_ENGLISH, Extraction),
        (VISIT_AR, Claim),
        (EVENTS[0], Event),
        (SYRIA, ResolvedActor),
        (PERIOD, Period),
        (JUDGEMENT, Judgement),
        (ISSUE, Issue),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_value_comes_back_as_it_was(value, kind):
    assert from_json(to_json(value), kind) == value


TEXT = st.text(st.characters(codec=None))


@given(st.builds(Article, id=TEXT, lang=st.just("ar"), published=st.just("2025-11-02"),
                 title=TEXT, text=TEXT, publisher=st.none() | st.text()))  # fmt: skip
def test_any_text_comes_back_from_sound_utf8(article):
    (line,) = to_lines([article])
    assert from_json(line.decode("utf8"), Article) == article


def test_keys_are_sorted_letters_are_kept_and_days_are_iso():
    line = to_json(VISIT_AR)
    assert list(json.loads(line)) == sorted(json.loads(line))
    assert "يوم 10 نوفمبر الجاري" in line
    assert json.loads(line)["time"]["earliest"] == date(2025, 11, 10).isoformat()
    assert "manner" not in line


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"id": "a", "lang": "ar"}', '{"article": "a", "more": 1}'])
def test_a_damaged_line_is_named(tmp_path, line):
    path = tmp_path / "articles.jsonl"
    path.write_text(f"{to_json(ARABIC)}\n{line}\n", encoding="utf8")
    with pytest.raises(FolderError, match=r"articles\.jsonl:2: is no article") as caught:
        read_lines(path, Article)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FolderError, match=r"claims\.jsonl"):
        read_lines(tmp_path / "claims.jsonl", Extraction)
