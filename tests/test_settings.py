from pathlib import Path

import pytest

from kg.errors import SettingsError
from kg.settings import Settings, load_settings


def write(folder: Path, text: str) -> Path:
    path = folder / "hadath.toml"
    path.write_text(text, encoding="utf8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings()


def test_the_file_of_the_current_folder_is_read(tmp_path, monkeypatch):
    write(tmp_path, 'pack = "fast"\n')
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings(pack="fast")


def test_paths_count_from_the_folder_of_the_file(tmp_path):
    (tmp_path / "frames").mkdir()
    (tmp_path / "names.tsv").touch()
    (tmp_path / "outlets.yaml").touch()
    path = write(
        tmp_path,
        'base = "https://example.org/news/"\nframes = ["frames"]\n'
        'gazetteers = ["names.tsv"]\noutlets = "outlets.yaml"\n',
    )
    assert load_settings(path) == Settings(
        base="https://example.org/news/",
        frames=(tmp_path / "frames",),
        gazetteers=(tmp_path / "names.tsv",),
        outlets=tmp_path / "outlets.yaml",
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('frame = ["x"]', "frame: no such setting"),
        ("base = 7", "base: 7 is no http"),
        ('base = "https://example.org"', "base: 'https://example.org' is no http"),
        ('base = "https://example.org/a b/"', "base: "),
        ('pack = ""', "pack: '' is no name"),
        ('frames = "frames"', "frames: 'frames' is no list of paths"),
        ('frames = ["nowhere"]', "frames: no such folder: "),
        ('gazetteers = ["nowhere.tsv"]', "gazetteers: no such file: "),
        ("outlets = []", r"outlets: \[\] is no path"),
        ("base = \n", "is not TOML: .*line 1"),
        ("base = " + "[" * 5000, "is nested too deeply"),
    ],
)
def test_a_fault_names_the_file_and_the_key(tmp_path, text, what):
    path = write(tmp_path, text)
    with pytest.raises(SettingsError, match=f"hadath.toml: {what}"):
        load_settings(path)


def test_all_faults_are_told_at_once(tmp_path):
    with pytest.raises(SettingsError, match=r"colour: no such setting; base: 1 .*; pack: 2 "):
        load_settings(write(tmp_path, 'colour = "red"\nbase = 1\npack = 2\n'))


def test_a_file_that_is_named_must_be_there(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path / "other.toml")


def test_a_file_in_another_encoding(tmp_path):
    (tmp_path / "hadath.toml").write_bytes(b'base = "\xff"')
    with pytest.raises(SettingsError, match="not UTF-8 at byte 8"):
        load_settings(tmp_path / "hadath.toml")
