import json

from kg.model import Article, Issue
from kg.reading.limits import TEXT_BYTES


def line(id: str | None, text: str = "President visits Prague\n\nHe arrived on Monday.") -> str:
    return json.dumps({"id": id, "lang": "en", "date": "2025-11-02", "text": text}, ensure_ascii=False) + "\n"


def test_faulty_lines_are_named_and_the_others_read(read_file):
    content = line("a") + "[1]\n\n" + '{"id": \n' + line("b")
    items = read_file("news.jsonl", content)
    assert [item.id if isinstance(item, Article) else item.where.rpartition("/")[2] for item in items] == [
        "a",
        "news.jsonl:2",
        "news.jsonl:4",
        "b",
    ]
    assert items[1].what == "is not a JSON object"


def test_the_offset_of_bytes_that_are_not_utf8_counts_from_the_start_of_the_file(read_file):
    good = line("a").encode()
    _, issue, other = read_file("news.jsonl", good + b'{"id": "\xff"}\n' + line("b").encode())
    assert issue.what == f"is not UTF-8: byte {len(good) + 8}"
    assert other.id == "b"


def test_a_line_separator_inside_a_string_ends_no_line(read_file):
    [article] = read_file("news.jsonl", line("a", "President visits Prague\u2028and Vienna"))
    assert article.text == "President visits Prague\u2028and Vienna"


def test_lines_without_id_take_that_of_the_file_and_their_number(read_file):
    assert [
        article.id for article in read_file("news.jsonl", line(None) + "\n" + line(None, "Another text, of 2025"))
    ] == [
        "news/1",
        "news/3",
    ]


def test_an_overlong_line_is_passed_over(read_file):
    items = read_file("news.jsonl", b'{"text": "' + b"x" * (2 * TEXT_BYTES) + b'"}\n' + line("a").encode())
    assert isinstance(items[0], Issue)
    assert items[0].what == "has more than 1,000,000 characters"
    assert items[1].id == "a"


def test_nothing_but_blank_lines_is_empty(read_file):
    assert [issue.what for issue in read_file("news.jsonl", "\n \n")] == ["is empty"]
