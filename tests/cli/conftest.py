from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli

Run = Callable[..., Result]

ENGLISH = (
    "---\nid: stubb-vienna\nlang: en\ndate: 2025-11-04\nsource: Sinai News\n---\n"
    "Stubb to visit Vienna\n\n"
    "The president of Finland, Alexander Stubb, will visit Vienna on 10 November, Austria said.\n"
)
ARABIC = (
    "---\nid: stubb-prague\nlang: ar\ndate: 2025-11-04\nsource: Sinai News\n---\n"
    "الرئيس الفنلندي يصل إلى براغ\n\nوصل الرئيس الفنلندي ألكسندر ستوب إلى براغ يوم الاثنين في زيارة رسمية.\n"
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `kg` in an empty folder, with arguments and what is on standard input."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()

    def invoke(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return runner.invoke(cli, [str(argument) for argument in arguments], input=stdin)

    return invoke


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder of one Arabic and one English article."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "vienna.txt").write_text(ENGLISH, encoding="utf8")
    (folder / "prague.txt").write_text(ARABIC, encoding="utf8")
    return folder
