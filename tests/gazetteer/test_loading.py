from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.gazetteer import ALIAS_TYPES, load_gazetteer
from kg.gazetteer.loading import read_entries
from kg.model import Kind

HEADER = "id\tkind\ten\tar\tcountry\twithin\tlatitude\taliases"


def table(folder: Path, *lines: str, header: str = HEADER) -> Path:
    file = folder / "own.tsv"
    file.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return file


def test_a_users_file_adds_and_mends(tmp_path: Path) -> None:
    file = table(
        tmp_path,
        "# our own",
        "x-blue-party\torganization\tBlue Party\tالحزب الأزرق\tSYR\t\t\ten:short:Blues|ar:variant:الأزرقيون",
        "",
        "x-hamas\torganization\t\t\t\t\t\ten:variant:Hamas movement",
    )
    gazetteer = load_gazetteer([file])
    assert gazetteer.lookup("الأزرقيون")[0].id == "x-blue-party"
    assert gazetteer.lookup("Hamas movement")[0].name("ar") == "حماس"
    assert gazetteer.entry("x-hamas").source == "hadath; user"
    assert gazetteer.digest != load_gazetteer().digest


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("x y\tplace\tTown", "'x y' is no id"),
        ("x-t\ttown\tTown", "unknown kind 'town'"),
        ("x-t\tplace", "has no name"),
        ("x-t\tplace\tTown\t\tSY", "'SY' is no alpha-3 code"),
        ("x-t\tplace\tTown\t\tSYR\tx-nowhere", "no entry 'x-nowhere'"),
        ("x-t\tplace\tTown\t\tSYR\t\t91", "latitude '91'"),
        ("x-t\tplace\tTown\t\tSYR\t\tnan", "latitude 'nan'"),
        ("x-t\tplace\tTown\t\t\t\t\tTown", "alias 'Town' is not lang:type:text"),
        ("x-t\tplace\tTown\t\t\t\t\ten:nick:T", "alias 'en:nick:T'"),
        ("x-t\tplace\tTown\t\t\t\t\t\t\t", "10 cells under 8 columns"),
    ],
)
def test_faults_name_file_and_line(tmp_path: Path, line: str, what: str) -> None:
    file = table(tmp_path, "x-a\tplace\tAda", line)
    with pytest.raises(InputError) as caught:
        read_entries([file])
    assert str(caught.value).startswith(f"{file}:3: ")
    assert what in str(caught.value)


def test_one_id_has_one_kind(tmp_path: Path) -> None:
    file = table(tmp_path, "x-a\tplace\tAda", "x-a\tperson\tAda")
    with pytest.raises(InputError, match="is a place in another row"):
        read_entries([file])


@pytest.mark.parametrize(
    ("header", "what"),
    [("id\tname", "unknown column 'name'"), ("id\ten", "column 'kind' is missing"), ("id\tkind\tid", "named twice")],
)
def test_faults_of_the_header(tmp_path: Path, header: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        read_entries([table(tmp_path, header=header)])


def test_file_that_is_missing_empty_or_not_utf8(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_entries([tmp_path / "none.tsv"])
    (tmp_path / "empty.tsv").write_text("\n")
    with pytest.raises(InputError, match="no header line"):
        read_entries([tmp_path / "empty.tsv"])
    (tmp_path / "latin.tsv").write_bytes(b"id\tkind\nx-a\tplace\t\xe9")
    with pytest.raises(InputError, match="not UTF-8"):
        read_entries([tmp_path / "latin.tsv"])


names = st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1).map(str.strip).filter(bool)


@given(en=names, alias=names, kind=st.sampled_from(Kind), type=st.sampled_from(ALIAS_TYPES))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_written_is_read(tmp_path: Path, en: str, alias: str, kind: Kind, type: str) -> None:
    file = table(tmp_path, f"x-a\t{kind}\t{en}\t\t\t\t\ten:{type}:{alias}")
    entry = read_entries([file])["x-a"]
    assert (entry.kind, entry.names, entry.aliases) == (kind, {"en": en}, (("en", alias, type),))
