import json

import pytest

from kg.model import Article

FIELDS = {
    "id": "visit-1",
    "lang": "en",
    "date": "2025-11-02",
    "source": "Sinai News",
    "title": "President visits Prague",
    "text": "President visits Prague\n\nHe arrived on Monday.",
}
ARTICLE = Article("visit-1", "en", "2025-11-02", FIELDS["title"], FIELDS["text"], "Sinai News")


def test_an_object_is_an_article(read_file):
    assert read_file("a.json", json.dumps(FIELDS)) == [ARTICLE]


def test_a_list_is_one_article_an_item(read_file):
    second = {**FIELDS, "id": None, "text": "President leaves Prague\n\nHe left.", "title": None}
    first, other = read_file("news.json", json.dumps([FIELDS, second]))
    assert first == ARTICLE
    assert (other.id, other.title) == ("news/2", "President leaves Prague")


def test_a_body_gets_its_title_before_it(read_file):
    fields = {**FIELDS, "text": None, "body": "He arrived on Monday."}
    assert read_file("a.json", json.dumps(fields)) == [ARTICLE]


def test_text_stays_as_it_is_when_it_does_not_begin_with_the_title(read_file):
    """Offsets of annotated articles count from `text`: putting a title before it would move them all."""
    article, issue = read_file("a.json", json.dumps({**FIELDS, "title": "Another title"}))
    assert article.text == FIELDS["text"]
    assert article.title == "President visits Prague"
    assert "title is not the first line" in issue.what


def test_a_number_as_id_is_its_digits(read_file):
    [article] = read_file("a.json", json.dumps({**FIELDS, "id": 17}))
    assert article.id == "17"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "is empty"),
        ("17", "is not a JSON object"),
        ("{", "is not JSON: Expecting property name enclosed in double quotes, line 1 column 2"),
        ("[" * 100_000, "is JSON of no sensible form"),
        (json.dumps({**FIELDS, "text": "A \ud83d broken pair"}), "text has half of a surrogate pair"),
        (json.dumps({**FIELDS, "source": "\udc00"}), "source has half of a surrogate pair"),
        (json.dumps({**FIELDS, "id": "a\nb"}), "id has a line break"),
        (json.dumps({**FIELDS, "id": True}), "id is no text"),
        (json.dumps({**FIELDS, "text": ["a", "b"]}), "text is no text"),
        (json.dumps({**FIELDS, "text": None, "body": "He arrived.", "title": ""}), "has a body but no title"),
        (json.dumps({**FIELDS, "date": None}), "has no date"),
        (b'{"id": "\xff"}', "is not UTF-8: byte 8"),
    ],
)
def test_one_clear_line_for_a_fault(read_file, content, what):
    [issue] = read_file("a.json", content)
    assert issue.what.startswith(what)


def test_both_halves_of_a_pair_are_one_character(read_file):
    [article] = read_file("a.json", json.dumps({**FIELDS, "title": None, "text": "The president is happy 😀"}))
    assert article.text.endswith("😀")


@pytest.mark.parametrize(
    "letter", ["\n", "\x00", "\x7f", "\x9b", "\u2028", "\u2029", "\u202e", "\u2066", "\u200f", "\u061c"]
)
def test_an_id_that_could_mislead_is_refused_with_what_to_do(read_file, letter):
    [issue] = read_file("a.json", json.dumps({**FIELDS, "id": f"a{letter}b"}))
    assert issue.what.startswith("id has a line break")
    assert "a line with id:" in issue.advice


def test_an_id_may_join_letters_as_persian_does(read_file):
    [article] = read_file("a.json", json.dumps({**FIELDS, "id": "می\u200cرود"}))
    assert article.id == "می\u200cرود"


@pytest.mark.parametrize("day", ["1500-01-01", "2199-12-31"])
def test_the_first_and_last_day_that_can_be_of_publication(read_file, day):
    [article] = read_file("a.json", json.dumps({**FIELDS, "date": day}))
    assert article.published == day
