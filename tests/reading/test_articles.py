import io
import json
import os
import unicodedata

import pytest

from kg.errors import SettingsError
from kg.model import Article, Issue, Severity
from kg.reading import read

HEAD = "---\nlang: en\ndate: 2025-11-02T13:41\nsource: Sinai News\n---\n"


def write(folder, name, text="President visits Prague\n\nHe arrived on Monday.", head=HEAD):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + text, encoding="utf8")
    return path


def ids(items):
    return [item.id for item in items if isinstance(item, Article)]


def faults(items):
    return [(os.path.basename(item.where), item.what) for item in items if isinstance(item, Issue)]


def test_the_id_is_the_path_below_the_folder_named(tmp_path):
    path = write(tmp_path, "en/visits/prague.txt")
    assert ids(read([tmp_path])) == ["en/visits/prague"]
    assert ids(read([tmp_path / "en"])) == ["visits/prague"]
    assert ids(read([path])) == ["prague"]


def test_files_come_sorted_and_hidden_ones_not_at_all(tmp_path):
    for name in ("b.txt", "a/z.txt", ".hidden.txt", ".git/x.txt", "a.TXT", "notes.md"):
        write(tmp_path, name)
    assert ids(read([tmp_path])) == ["a/z", "a", "b"]


def test_the_order_of_the_paths_does_not_matter(tmp_path):
    for name in ("one/a.txt", "two/b.txt"):
        write(tmp_path, name)
    paths = [tmp_path / "one", tmp_path / "two"]
    assert list(read(paths)) == list(read(reversed(paths)))


def test_a_file_named_twice_is_read_once(tmp_path):
    path = write(tmp_path, "a.txt")
    assert ids(read([path, path, str(tmp_path)])) == ["a"]


def test_links_in_a_circle_end(tmp_path):
    write(tmp_path, "a/b.txt")
    (tmp_path / "a" / "back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert list(map(type, read([tmp_path]))) == [Article]


def test_another_article_of_the_same_id_is_a_fault_and_the_same_one_is_silently_one(tmp_path):
    head = HEAD.replace("lang: en", "lang: en\nid: x")
    write(tmp_path, "1.txt", head=head)
    write(tmp_path, "2.txt", head=head)
    write(tmp_path, "3.txt", "Another title\n\nAnother text.", head=head)
    items = list(read([tmp_path]))
    assert ids(items) == ["x"]
    assert faults(items) == [("3.txt", "id 'x' is that of an earlier, other article")]


def test_two_spellings_of_one_id_in_unicode_are_one_id(tmp_path):
    composed, decomposed = (unicodedata.normalize(form, "é") for form in ("NFC", "NFD"))
    write(tmp_path, "1.txt", head=HEAD.replace("lang: en", f"lang: en\nid: {composed}"))
    write(
        tmp_path,
        "2.txt",
        "Another title\n\nAnother text.",
        head=HEAD.replace("lang: en", f"lang: en\nid: {decomposed}"),
    )
    assert len(faults(read([tmp_path]))) == 1


def test_what_is_not_there_or_of_no_form_is_a_fault_and_the_rest_is_read(tmp_path):
    write(tmp_path, "good.txt")
    write(tmp_path, "page.html")
    (tmp_path / "empty").mkdir()
    items = list(read([tmp_path / name for name in ("good.txt", "missing.txt", "page.html", "empty")]))
    assert ids(items) == ["good"]
    assert faults(items) == [
        ("empty", "has no file of articles"),
        ("missing.txt", "no such file or folder"),
        ("page.html", "is no file of articles"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_fault(tmp_path):
    write(tmp_path, "a.txt").chmod(0)
    assert faults(read([tmp_path])) == [("a.txt", "cannot be read")]


def test_a_file_name_that_is_not_utf8_can_be_written_out(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as file:
        file.write(HEAD.encode() + b"x")
    [issue] = read([tmp_path])
    assert issue.where.encode("utf8").endswith("caf\ufffd.txt".encode())


@pytest.mark.parametrize("raw", [False, True])
def test_standard_input_is_json_lines_or_one_text(raw):
    def source(content: str):
        data = io.BytesIO(content.encode("utf8"))
        return io.BufferedReader(data) if raw else data

    lines = '\n {"date": "2025-11-02", "lang": "en", "text": "President visits Prague"}\n{"id": "b"}\n'
    article, issue = read(["-"], standard_input=source(lines))
    assert (article.id, issue.where) == ("stdin/2", "standard input:3")
    assert ids(read(["-"], standard_input=source(HEAD + "President visits Prague"))) == ["stdin"]
    assert [item.what for item in read(["-"], standard_input=source(""))] == ["is empty"]


def test_outlets_give_the_offset_that_a_time_lacks(tmp_path):
    outlets = tmp_path / "outlets.yaml"
    outlets.write_text("Sinai News: Africa/Cairo\n", encoding="utf8")
    path = write(tmp_path, "a.txt")
    assert [item.published for item in read([path], outlets=outlets)] == ["2025-11-02T13:41:00+02:00"]
    outlets.write_text("Sinai News: Nowhere/Land\n", encoding="utf8")
    with pytest.raises(SettingsError, match="'Nowhere/Land' is no time zone"):
        list(read([path], outlets=outlets))


def test_every_fault_is_an_error_with_a_place(tmp_path):
    (tmp_path / "a.json").write_text("[1, 2]", encoding="utf8")
    assert [(item.severity, item.where) for item in read([tmp_path])] == [
        (Severity.ERROR, f"{tmp_path}/a.json: article {number}") for number in (1, 2)
    ]


@pytest.mark.shared
def test_the_seed_article(shared):
    [article] = read([shared / "articles" / "seed.txt"])
    assert (article.id, article.lang, article.published) == ("seed", "ar", "2025-11-02T13:41:00")
    assert article.publisher == "سيناء الإخبارية"
    assert article.text.startswith(article.title + "\n\nأعلن المبعوث")


@pytest.mark.shared
def test_annotated_articles_keep_their_text(shared):
    for file in sorted((shared / "gold" / "docs").glob("*.json"))[:10]:
        [article] = read([file])
        assert article.text == json.loads(file.read_text(encoding="utf8"))["text"]


def test_what_nobody_thought_of_in_one_file_does_not_end_the_reading_of_the_others(tmp_path, monkeypatch):
    for name in ("a.txt", "b.json", "c.txt"):
        write(tmp_path, name)

    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("kg.reading.json.records", broken)
    items = list(read([tmp_path]))
    assert ids(items) == ["a", "c"]
    assert faults(items) == [("b.json", "could not be read: ZeroDivisionError")]


def test_what_nobody_thought_of_in_one_record_does_not_end_the_reading_of_the_others(tmp_path, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError

    write(tmp_path, "a.txt", head=HEAD.replace("lang: en\n", ""))
    write(tmp_path, "b.txt")
    monkeypatch.setattr("kg.reading.record.detect", broken)
    items = list(read([tmp_path]))
    assert (ids(items), faults(items)) == (["b"], [("a.txt", "could not be read: ZeroDivisionError")])


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("mark", ["", "\ufeff\n"])
def test_standard_input_is_a_json_list(indent, mark):
    fields = [{"date": "2025-11-02", "lang": "en", "text": f"President visits Prague {number}"} for number in (1, 2)]
    content = mark + json.dumps(fields, indent=indent)
    assert ids(read(["-"], standard_input=io.BytesIO(content.encode("utf8")))) == ["stdin/1", "stdin/2"]


def test_standard_input_is_one_json_object_over_many_lines():
    content = json.dumps({"date": "2025-11-02", "lang": "en", "text": "President visits Prague"}, indent=2)
    assert ids(read(["-"], standard_input=io.BytesIO(content.encode("utf8")))) == ["stdin"]


def test_outlets_that_are_nested_too_deeply(tmp_path):
    outlets = tmp_path / "outlets.yaml"
    for text, what in (("a: " + "[" * 5000, "is nested too deeply"), ("a: 2025-02-30", "cannot be read")):
        outlets.write_text(text, encoding="utf8")
        with pytest.raises(SettingsError, match=what):
            list(read([], outlets=outlets))
