"""The scorer: what counts as found, what is left out, and that it counts as the scorer of the annotated articles."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.cli.evaluate import as_object
from kg.errors import InputError
from kg.evaluation.gold import read_gold
from kg.evaluation.scorer import Score, score
from kg.evaluation.system import find, read_found
from kg.settings import Settings

TEXT = "Stubb in Vienna\n\nFinland's president Alexander Stubb will visit Vienna on Monday, and Vienna agreed."
Folders = tuple[Path, Path]


def word(text: str, nth: int = 0) -> dict[str, Any]:
    return {"text": text, "nth": nth}


def spans(text: str, nth: int = 0) -> list[list[int]]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return [[start, start + len(text)]]


VISIT = {
    "id": "e1",
    "type": "Visit",
    "triggers": [word("visit")],
    "roles": [{"role": "visitor", "entity": "stubb"}, {"role": "destination", "entity": "vienna"}],
    "place": "vienna",
    "date": "2025-11-10",
    "factuality": "planned",
    "source": None,
}
GOLD = {
    "id": "a",
    "lang": "en",
    "date": "2025-11-04",
    "entities": [
        {"id": "stubb", "mentions": [word("president Alexander Stubb")]},
        {"id": "vienna", "mentions": [word("Vienna", 1)]},
    ],
    "events": [VISIT],
}
FOUND = {
    "id": "a",
    "entities": [{"id": "x1", "mentions": spans("Alexander Stubb")}, {"id": "x2", "mentions": spans("Vienna", 1)}],
    "events": [
        {
            "type": "Visit",
            "triggers": spans("visit Vienna"),
            "roles": [{"role": "visitor", "entity": "x1"}, {"role": "destination", "entity": "x2"}],
            "place": None,
            "date": "2025-11-10",
            "factuality": "planned",
            "source": None,
        }
    ],
}


def folders(folder: Path, *golds: dict[str, Any]) -> Folders:
    for name in ("gold", "docs"):
        (folder / name).mkdir()
    for gold in golds:
        (folder / "gold" / f"{gold['id']}.json").write_text(json.dumps(gold), encoding="utf8")
        article = {"id": gold["id"], "lang": gold["lang"], "date": gold["date"], "text": TEXT}
        (folder / "docs" / f"{gold['id']}.json").write_text(json.dumps(article), encoding="utf8")
    return folder / "gold", folder / "docs"


@pytest.fixture
def scored(tmp_path: Path) -> Callable[..., Score]:
    """The score of one article, as people read it and as a system does, with changes to the one event of either."""

    def run(*, gold: dict[str, Any] | None = None, found: dict[str, Any] | None = None, **more: Any) -> Score:
        annotated, docs = folders(tmp_path, {**GOLD, "events": [{**VISIT, **(gold or {})}], **more})
        event = {**FOUND["events"][0], **(found or {})}  # type: ignore[dict-item]
        (tmp_path / "out.jsonl").write_text(json.dumps({**FOUND, "events": [event]}) + "\n\n", encoding="utf8")
        return score(read_gold(annotated, docs), read_found(tmp_path / "out.jsonl"))

    return run


def counts(result: Score, measure: str) -> tuple[int, int, int]:
    figure = result.figures[measure]
    return figure.found, figure.gold, figure.system


def test_all_is_found_and_the_repeated_place_is_no_fact(scored: Callable[..., Score]) -> None:
    result = scored()
    assert counts(result, "facts") == (5, 5, 5)  # the type, two roles, the date, the factuality
    assert "place" not in result.figures
    assert result.mistakes == ()
    assert result.figures["facts"].f1 == 1.0


def test_event_of_another_type_is_missed_and_wrong(scored: Callable[..., Score]) -> None:
    result = scored(found={"type": "Meeting"})
    assert counts(result, "event") == (0, 1, 1)
    assert counts(result, "facts") == (0, 5, 5)
    assert counts(result, "trigger spans, any type") == (1, 1, 1)
    assert counts(result, "type/Meeting") == (0, 0, 1)
    assert [(each.what, each.gold, each.system) for each in result.mistakes] == [
        ("missed", "«visit»", ""),
        ("wrong", "", "«visit Vienna»"),
    ]


def test_trigger_elsewhere_is_no_match(scored: Callable[..., Score]) -> None:
    assert counts(scored(found={"triggers": spans("agreed")}), "event") == (0, 1, 1)


def test_wrong_date_costs_a_fact_on_both_sides(scored: Callable[..., Score]) -> None:
    result = scored(found={"date": "2025-11-03"})
    assert counts(result, "date") == counts(result, "date (on matched events)") == (0, 1, 1)
    assert [(each.what, each.gold, each.system) for each in result.mistakes] == [("date", "2025-11-10", "2025-11-03")]


def test_two_fillers_of_one_role_stand_for_one_each(scored: Callable[..., Score]) -> None:
    twice = [{"role": "visitor", "entity": "x1"}, {"role": "visitor", "entity": "x1"}]
    assert counts(scored(found={"roles": twice}), "role") == (1, 2, 2)


def test_actor_without_mention_is_no_fact(scored: Callable[..., Score]) -> None:
    assert counts(scored(found={"source": "nobody", "roles": []}), "facts") == (3, 5, 3)


def test_type_that_was_not_annotated_counts_only_where_the_file_names_it(scored: Callable[..., Score]) -> None:
    assert "event" not in scored(gold={"type": "Membership"}, found={"type": "Membership"}).figures


def test_extra_type_counts(scored: Callable[..., Score]) -> None:
    result = scored(gold={"type": "Membership"}, found={"type": "Membership"}, extra_types=["Membership"])
    assert counts(result, "event") == (1, 1, 1)


def test_most_overlapping_triggers_are_paired(tmp_path: Path) -> None:
    """Two events of one type share a word: who shares more is paired first, whatever the order."""
    one = {**VISIT, "id": "e0", "triggers": [word("visit Vienna on")], "date": "2025"}
    annotated, docs = folders(tmp_path, {**GOLD, "events": [VISIT, one]})
    event = {**FOUND["events"][0], "triggers": spans("visit Vienna on Monday"), "date": "2025"}  # type: ignore[dict-item]
    (tmp_path / "out.jsonl").write_text(json.dumps({**FOUND, "events": [event]}), encoding="utf8")
    result = score(read_gold(annotated, docs), read_found(tmp_path / "out.jsonl"))
    assert counts(result, "date (on matched events)") == (1, 1, 1)


def test_missing_article_is_empty(tmp_path: Path) -> None:
    annotated, docs = folders(tmp_path, GOLD)
    assert counts(score(read_gold(annotated, docs), {}), "facts") == (0, 5, 0)


def test_every_so_many(tmp_path: Path) -> None:
    annotated, docs = folders(tmp_path, *({**GOLD, "id": name} for name in "abcdef"))
    assert [article.id for article in read_gold(annotated, docs, every=5)] == ["a", "f"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"entities": [{"id": "x", "mentions": [word("Oslo")]}]}, "'Oslo' does not stand 1 times in the article"),
        ({"events": [{"type": "Visit"}]}, "is no annotated article: KeyError('triggers')"),
    ],
)
def test_faulty_annotation_is_named(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    annotated, docs = folders(tmp_path, {**GOLD, **change})
    with pytest.raises(InputError) as caught:
        read_gold(annotated, docs)
    assert str(caught.value) == f"{annotated}/a.json: {message}"


def test_faulty_output_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text('{"id": "a"}\n[1]\n', encoding="utf8")
    with pytest.raises(InputError, match=r"out\.jsonl:2: is no article"):
        read_found(tmp_path / "out.jsonl")


def test_own_extraction_is_found_in_the_annotated_text(tmp_path: Path) -> None:
    annotated, docs = folders(tmp_path, GOLD)
    found = dict(find(read_gold(annotated, docs), Settings()))
    assert [event.type for event in found["a"]] == ["Visit"]


def test_command_prints_a_table_or_json(tmp_path: Path) -> None:
    annotated, docs = folders(tmp_path, GOLD)
    event = {**FOUND["events"][0], "date": None}  # type: ignore[dict-item]
    (tmp_path / "out.jsonl").write_text(json.dumps({**FOUND, "events": [event]}), encoding="utf8")
    call = ["evaluate", str(annotated), str(docs), str(tmp_path / "out.jsonl")]
    shown = CliRunner().invoke(cli, [*call, "--errors", "5"])
    assert shown.exit_code == 0
    assert "English: 1 article" in shown.stdout
    assert "Arabic" not in shown.stdout
    assert "2025-11-10" in shown.stdout  # the mistake
    figures = json.loads(CliRunner().invoke(cli, [*call, "--json", "--lang", "en"]).stdout)
    assert figures["en"]["facts"] == {"p": 1.0, "r": 0.8, "f": 0.8889, "gold": 5, "sys": 4}
    assert json.loads(CliRunner().invoke(cli, [*call, "--json", "--lang", "ar"]).stdout) == {}


def disturbed(record: dict[str, Any], text: str, chance: random.Random) -> dict[str, Any]:
    """What a middling system might make of an annotated article: everything a little wrong now and then."""

    def place(annotated: dict[str, Any]) -> list[int]:
        start = -1
        for _ in range(annotated.get("nth", 0) + 1):
            start = text.find(annotated["text"], start + 1)
        end = start + len(annotated["text"])
        return [max(0, start + chance.choice([-9, -2, 0, 0, 3])), end + chance.choice([0, 0, 4])]

    actors = [each["id"] for each in record["entities"]] or ["none"]
    types = ["Visit", "Meeting", "Attack", "Membership", "Statement", "Displacement"]

    def event(annotated: dict[str, Any]) -> dict[str, Any]:
        roles = [given for given in annotated["roles"] if chance.random() < 0.8]
        return {
            **annotated,
            "type": chance.choice(types) if chance.random() < 0.2 else annotated["type"],
            "triggers": [place(each) for each in annotated["triggers"]],
            "roles": [
                *roles,
                *chance.sample(roles, len(roles) // 2),
                {"role": "visitor", "entity": chance.choice(actors)},
            ],
            "place": chance.choice([annotated["place"], None, chance.choice(actors)]),
            "date": chance.choice([annotated["date"], None, "2018"]),
            "source": chance.choice([annotated["source"], None, chance.choice(actors)]),
            "factuality": chance.choice([annotated["factuality"], "occurred"]),
        }

    entities = [{"id": each["id"], "mentions": [place(one) for one in each["mentions"]]} for each in record["entities"]]
    events = [event(each) for each in [*record["events"], *record["events"][:2]] if chance.random() < 0.8]
    return {"id": record["id"], "entities": entities, "events": events}


@pytest.mark.shared
def test_figures_are_those_of_the_scorer_beside_the_gold(shared: Path, tmp_path: Path) -> None:
    gold, docs, out = shared / "gold" / "dev", shared / "gold" / "docs", tmp_path / "out.jsonl"
    chance = random.Random(7)
    lines = []
    for file in sorted(gold.glob("*.json")):
        record = json.loads(file.read_text(encoding="utf8"))
        text = json.loads((docs / f"{record['id']}.json").read_text(encoding="utf8"))["text"]
        lines.append(json.dumps(disturbed(record, text, chance)))
    out.write_text("\n".join(lines[:-2]), encoding="utf8")
    command = [sys.executable, str(shared / "gold" / "score.py"), str(gold), str(docs), str(out), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    articles, found = read_gold(gold, docs), read_found(out)
    ours = {
        lang: score([each for each in articles if lang in ("all", each.lang)], found) for lang in ("ar", "en", "all")
    }
    assert as_object(ours) == theirs
    assert 0.2 < theirs["all"]["facts"]["f"] < 0.8  # neither all right nor all wrong, or nothing would be compared
