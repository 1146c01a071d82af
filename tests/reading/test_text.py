import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article, Severity
from kg.reading import LONGEST, read

HEAD = "---\nid: visit-1\nlang: en\ndate: 2025-11-02\nsource: Sinai News\nurl: https://example.org/1\n---\n"
BODY = "President visits Prague\n\nThe president arrived on Monday.\n"


def test_a_head_gives_every_field(read_file):
    assert read_file("a.txt", HEAD + BODY) == [
        Article("visit-1", "en", "2025-11-02", "President visits Prague", BODY, "Sinai News", "https://example.org/1")
    ]


def test_offsets_count_from_the_title_line_and_blank_lines_before_it_do_not(read_file):
    [article] = read_file("a.txt", HEAD + "\n\n" + BODY)
    assert article.text == BODY


def test_carriage_returns_stay_in_the_text_and_out_of_title_and_fields(read_file):
    [article] = read_file("a.txt", (HEAD + "\n" + BODY).replace("\n", "\r\n"))
    assert article.text == BODY.replace("\n", "\r\n")
    assert (article.title, article.publisher) == ("President visits Prague", "Sinai News")


def test_a_byte_order_mark_is_left_out(read_file):
    [article] = read_file("a.txt", b"\xef\xbb\xbf" + (HEAD + BODY).encode())
    assert article.text == BODY


def test_plain_values_of_the_head_are_text(read_file):
    """YAML would read 007 as 7, no as False, and refuse the 31st of February with a traceback."""
    [article] = read_file("a.txt", HEAD.replace("visit-1", "007").replace("Sinai News", "no") + BODY)
    assert (article.id, article.publisher) == ("007", "no")


def test_the_head_makes_no_objects(read_file):
    [issue] = read_file("a.txt", HEAD.replace("visit-1", "!!python/object/apply:os.getcwd []") + BODY)
    assert issue.severity is Severity.ERROR
    assert "not YAML" in issue.what


def test_the_bare_form_of_a_copied_page(read_file):
    text = "زيارة رسمية إلى براغ\n\nوصل الرئيس إلى العاصمة التشيكية يوم الاثنين في زيارة رسمية."
    [article] = read_file("seed.txt", f"2 نوفمبر 2025 13:41\nسيناء الإخبارية\nسيناء الإخبارية\n\n{text}")
    assert article == Article("seed", "ar", "2025-11-02T13:41:00", "زيارة رسمية إلى براغ", text, "سيناء الإخبارية")


def test_the_bare_form_without_an_outlet(read_file):
    [article] = read_file("a.txt", "2025-11-02\n\nThe president visits Prague\n\nHe arrived on Monday.")
    assert (article.publisher, article.title) == (None, "The president visits Prague")


def test_two_texts_of_one_title_differ_by_line_ends(read_file):
    [article] = read_file("a.txt", "2025-11-02\r\nNews\r\n\r\nThe president visits Prague\r\n\r\nHe arrived on Monday.")
    assert article.text == "The president visits Prague\r\n\r\nHe arrived on Monday."
    assert article.publisher == "News"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (HEAD.encode() + b"Caf\xe9", f"is not UTF-8: byte {len(HEAD) + 3}"),
        ("---\ndate: 2025-11-02\nThe head never ends.", "the head is not closed"),
        ("---\ndate: [2025\n---\n" + BODY, "the head is not YAML"),
        ("---\ndate: " + "[" * 5000 + "\n---\n" + BODY, "the head is nested too deeply"),
        ("---\ndate: !!int x\n---\n" + BODY, "the head is not YAML: ValueError"),
        ("---\ndate: 0001-01-01\n---\n" + BODY, "'0001-01-01' is out of range"),
        ("---\ndate: 9999-12-31\n---\n" + BODY, "'9999-12-31' is out of range"),
        ("---\ndate: 1499-12-31\n---\n" + BODY, "'1499-12-31' is out of range"),
        ("---\ndate: 2200-01-01\n---\n" + BODY, "'2200-01-01' is out of range"),
        ("---\njust words\n---\n" + BODY, "the head is no list of fields"),
        ("---\nlang: en\n---\n" + BODY, "has no date"),
        ("---\nlang: en\ndate: 2025-02-30\n---\n" + BODY, "'2025-02-30' is no date"),
        (HEAD.replace("lang: en", "lang: xx") + BODY, "'xx' is no language that is read"),
        (HEAD.replace("date: 2025-11-02", "date: [a, b]") + BODY, "date is no text"),
        (HEAD, "has no text"),
        (HEAD + "x", "is too short for an article"),
        (HEAD + "word " * (LONGEST // 5 + 1), "has 1,000,005 characters, more than 1,000,000"),
        (b"\xd8\xa7" * (5 * LONGEST), "has more than 1,000,000 characters"),
        (BODY, "the first line is no date: 'President visits Prague'"),
        ("2 نوفمبر 2025", "has no text after its date"),
    ],
)
def test_one_clear_line_for_a_fault(read_file, content, what):
    [issue] = read_file("a.txt", content)
    assert issue.what.startswith(what)
    assert issue.where.partition("a.txt")[1]
    assert "\n" not in issue.what


def test_the_line_of_a_fault_in_the_head(read_file):
    [issue] = read_file("a.txt", "---\nlang: en\ndate: {2025\n---\n" + BODY)
    assert issue.where.endswith("a.txt:4")


def test_an_address_that_is_none_is_left_out_with_a_warning(read_file):
    article, issue = read_file("a.txt", HEAD.replace("https://example.org/1", "javascript:alert(1)") + BODY)
    assert article.url is None
    assert issue.severity is Severity.WARNING


@given(st.text(st.characters(codec="utf-8"), min_size=1).map(lambda text: f"A title line\n\n{text}"))
def test_the_text_is_kept_code_point_for_code_point(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("exact") / "a.txt"
    path.write_bytes((HEAD + text).encode("utf8"))
    [article] = read([path])
    assert article.text == text
