import json
from datetime import date

import pytest

from kg.cli.explanation import as_text
from kg.cli.talk import one_line
from kg.exporting.explanation import marked_sentences, meaning
from kg.model import Actor, Argument, Article, Claim, Extraction, Factuality, Kind, Precision, Span, Time


def records(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_line_of_json_an_article(run, sources):
    result = run("extract", sources)
    assert result.exit_code == 0
    assert result.stderr == ""
    prague, vienna = records(result)
    assert (prague["id"], vienna["id"]) == ("stubb-prague", "stubb-vienna")
    assert any(event["type"] == "Visit" and event["factuality"] == "planned" for event in vienna["events"])
    assert "ألكسندر ستوب" in result.stdout  # letters, not \u escapes


def test_spans_point_into_the_text(run, sources):
    _, vienna = records(run("extract", sources))
    text = (sources / "vienna.txt").read_text(encoding="utf8").partition("\n---\n")[2]
    triggers = [text[start:end] for event in vienna["events"] for start, end in event["triggers"]]
    assert "visit" in triggers


def test_standard_input(run, sources):
    result = run("extract", "-", stdin=(sources / "vienna.txt").read_bytes())
    assert [record["id"] for record in records(result)] == ["stubb-vienna"]


def test_faults_go_to_stderr_and_the_rest_is_printed(run, sources):
    (sources / "empty.txt").touch()
    result = run("extract", sources, "missing.txt")
    assert result.exit_code == 0
    assert len(records(result)) == 2
    assert sorted(result.stderr.splitlines()) == [
        f"error: {sources}/empty.txt: is empty",
        "error: missing.txt: no such file or folder",
    ]


def test_nothing_to_read_ends_with_1(run):
    result = run("extract", "missing.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "error: missing.txt: no such file or folder",
        "kg: no article could be read",
    ]


def test_the_table_is_for_people(run, sources):
    result = run("extract", "--format", "table", sources / "vienna.txt")
    assert "Stubb to visit Vienna · 2025-11-04" in result.stdout
    assert "│ Visit" in result.stdout
    assert "2025-11-10" in result.stdout


EXPLAINED = """\
Stubb to visit Vienna · 2025-11-04

Visit: planned, score {score:.2f}, found by frame
  Stubb to [[visit]] Vienna
  The president of Finland, Alexander Stubb, will [[visit]] Vienna on 10 November, Austria said.
  destination    Vienna, "Vienna" [15:21]
  visitor        Alexander Stubb, "Stubb" [0:5]
  when           2025-11-10 (day), "10 November" [87:98]
  where          not said
  according to   Austria, "said" [108:112]
"""


def plain(text):
    """Without the score of the claim, which the language pack decides."""
    return [line.partition(", score")[0] for line in text.splitlines()]


@pytest.mark.parametrize("form", [[], ["--format", "table"]])
def test_explained_for_people(run, sources, form):
    result = run("extract", "--explain", *form, sources / "vienna.txt")
    assert result.exit_code == 0
    assert plain(result.stdout) == plain(EXPLAINED.format(score=1))


def test_explained_in_json_lines(run, sources):
    plain_record, _ = records(run("extract", sources))
    record, _ = records(run("extract", "--explain", "--format", "jsonl", sources))
    text = (sources / "prague.txt").read_text(encoding="utf8").partition("\n---\n")[2]
    [event] = [event for event in record["events"] if "وصل" in [text[slice(*span)] for span in event["triggers"]]]
    words = event.pop("explain")
    assert event in plain_record["events"]
    assert words["sentences"] == [
        "الرئيس الفنلندي [[يصل]] إلى براغ",
        "[[وصل]] الرئيس الفنلندي ألكسندر ستوب إلى براغ يوم الاثنين في [[زيارة]] رسمية.",
    ]
    for part in [*words["roles"], words["time"]]:
        start, end = part["span"]
        assert text[start:end] == part["text"]
    assert words["time"]["meaning"] == "2025-11-03 (day)"
    assert (words["speaker"], words["place"], words["content"]) == (None, None, None)


def arabic_signing(time=None):
    text = "وقّع الملك الوثيقة."
    king = Actor("x1", Kind.PERSON, "الملك", (Span(5, 10),))
    claim = Claim(
        "c", "a", "Signing", (Span(0, 4),), (Argument("signatory", "x1", Span(5, 10)),), Factuality.OCCURRED, time
    )
    return Article("a", "ar", "2025-11-04", "", text), Extraction("a", (king,), (claim,))


def test_arabic_is_isolated_on_a_terminal_only():
    shown = as_text(*arabic_signing(), isolate=True)
    assert "\n  \u2068[[وقّع]] الملك الوثيقة.\u2069\n" in shown
    assert '  signatory      \u2068الملك\u2069, "\u2068الملك\u2069" [5:10]' in shown
    assert "\u2068" not in as_text(*arabic_signing(), isolate=False)


def test_a_time_without_words_comes_from_the_day_of_the_article():
    day = date(2025, 11, 4)
    shown = as_text(*arabic_signing(Time(day, day, Precision.DAY)), isolate=False)
    assert "  when           2025-11-04 (day), from the day of the article\n" in shown


def test_an_article_without_events_is_explained_too(run, tmp_path):
    (tmp_path / "a.txt").write_text("---\nlang: en\ndate: 2025-11-04\n---\nWeather\n\nIt was warm.\n", encoding="utf8")
    assert run("extract", "--explain", "a.txt").stdout == "Weather · 2025-11-04\n\nno events found\n"


def test_two_triggers_of_one_sentence_are_marked_in_it():
    text = "Rain fell. They met and met again. Sun."
    assert list(marked_sentences(text, [Span(24, 27), Span(16, 19)])) == ["They [[met]] and [[met]] again."]


@pytest.mark.parametrize(
    ("precision", "shown"),
    [
        (Precision.NOT_AFTER, "2025-11-04 at the latest"),
        (Precision.NOT_BEFORE, "2025-11-02 at the earliest"),
        (Precision.INTERVAL, "2025-11-02/2025-11-04 (interval)"),
    ],
)
def test_what_a_time_means(precision, shown):
    assert meaning(Time(date(2025, 11, 2), date(2025, 11, 4), precision)) == shown


def test_a_line_that_is_shown_stays_one_line():
    assert one_line("a\tb\r\nc\u202ed") == "a b c\ufffdd"
