"""What training reads of annotated events: words that name them, and the words that stand for who takes part."""

import json
from pathlib import Path

import pytest
import spacy

from kg.language.encoder.pieces import Vocabulary
from kg.language.train import events
from kg.language.train.events import PLACE, SOURCE, Text, Told, article, corpus
from kg.language.train.examples import MISSING, Sentence
from kg.language.train.inventory import Inventory
from kg.language.train.readers import Reader
from kg.resources import data_folder

SMALL = Vocabulary(["<s>", "<pad>", "</s>", "<unk>", "▁"], [0, 0, 0, 0, -1])
TEXT = "The king of Oman visited Rome.\nHe will visit Paris, the minister said."


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def read(text: Text) -> tuple[list[Sentence], Inventory]:
    inventory = Inventory()
    reader = Reader(SMALL, inventory)
    reader.prepare([])
    (block,) = corpus("toy", "en", [text], reader, spacy.blank("en").tokenizer).blocks
    return block, inventory


def links(sentence: Sentence, inventory: Inventory) -> set[tuple[str, str, str]]:
    assert sentence.links is not None
    roles = inventory.labels("role")
    return {
        (sentence.words[i], roles[label] if label != MISSING else "?", sentence.words[j])
        for i, j, label in sentence.links.tolist()
    }


def test_triggers_and_the_heads_of_who_takes_part() -> None:
    king = [place("The king of Oman"), place("He")]
    first = Told("Visit", [place("visited")], "occurred", [("visitor", king), ("destination", [place("Rome")])])
    second = Told(
        "Visit", [place("visit Paris")], "planned", [(PLACE, [place("Paris")]), (SOURCE, [place("the minister")])]
    )
    (one, two), inventory = read(Text(TEXT, [first, second]))
    assert inventory.labels("event") == ["", "Visit"]
    assert one.labels["event"].tolist() == [0, 0, 0, 0, 1, 0, 0]
    assert links(one, inventory) == {("visited", "visitor", "king"), ("visited", "destination", "Rome")}
    assert [inventory.labels("factuality")[i] for i in two.labels["factuality"] if i >= 0] == ["planned", "planned"]
    assert ("visit", SOURCE, "minister") in links(two, inventory)
    assert ("visit", PLACE, "Paris") in links(two, inventory)


def test_the_nearest_mention_is_learnt_and_the_others_say_nothing() -> None:
    text = "Rome it was: the king visited Rome."
    near, far = (text.rindex("Rome"), text.rindex("Rome") + 4), (0, 4)
    told = Told("Visit", [place("visited", text)], None, [("destination", [far, near])])
    (sentence,), inventory = read(Text(text, [told]))
    assert links(sentence, inventory) == {("visited", "destination", "Rome"), ("visited", "?", "Rome")}
    assert sentence.labels["factuality"].tolist() == [MISSING] * len(sentence.words)


def test_an_example_of_one_type_says_nothing_of_others() -> None:
    (sentence,), inventory = read(Text("Rome fell.", [], "Capture"))
    assert [inventory.labels("event")[i] for i in sentence.labels["event.only"]] == ["Capture"] * 3


def test_an_annotated_article_in_both_forms() -> None:
    record = {
        "entities": [{"id": "x1", "mentions": [{"text": "Rome", "nth": 0}]}],
        "events": [
            {
                "type": "Visit", "triggers": [list(place("visited"))], "factuality": "occurred", "place": None,
                "roles": [{"role": "destination", "entity": "x1"}], "source": "x1",
            }
        ],
    }  # fmt: skip
    (told,) = article(record, TEXT).events
    assert told.triggers == [place("visited")]
    assert told.fillers == [("destination", [place("Rome")]), (SOURCE, [place("Rome")])]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_examples_of_the_frames_are_found_in_their_texts(lang: str) -> None:
    found = list(events.examples(lang))
    assert len(found) > 600
    assert all(told.triggers for text in found for told in text.events)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_what_we_annotated_has_places_only(lang: str) -> None:
    """The annotation is ours, the articles are not: no words of theirs stand in the file."""
    path: Path = data_folder() / "training" / f"events-{lang}.jsonl"
    records = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    assert len(records) == 160
    for record in records:
        assert {*record} == {"id", "lang", "date", "digest", "entities", "events"}
        assert all({*entity} == {"id", "type", "mentions"} for entity in record["entities"])
        known = {entity["id"] for entity in record["entities"]}
        for event in record["events"]:
            assert {role["entity"] for role in event["roles"]} <= known
            assert all(0 <= start < end for start, end in event["triggers"])
