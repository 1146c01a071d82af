"""kg models: every pack has a card that says what a user must know."""

import pytest
from click.testing import CliRunner

from kg.cli.main import cli
from kg.language import PACKS
from kg.language.cards import cards


def test_every_pack_is_listed() -> None:
    result = CliRunner().invoke(cli, ["models"])
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(PACKS)
    assert all("MB" in line for line in result.stdout.splitlines())


@pytest.mark.parametrize("pack", PACKS)
def test_a_card_is_printed_whole(pack: str) -> None:
    result = CliRunner().invoke(cli, ["models", pack])
    assert result.stdout == cards()[pack].text
    for part in ("Data", "Licence", "Figures", "Speed", "Weaknesses", "Make it again"):
        assert f"## {part}" in result.stdout


def test_a_pack_that_is_not_there() -> None:
    result = CliRunner().invoke(cli, ["models", "large"])
    assert result.exit_code == 1
    assert "'large'" in result.stderr
    assert "default" in result.stderr


def test_packs_keep_their_size() -> None:
    sizes = {name: card.megabytes for name, card in cards().items()}
    assert sizes["default"] <= 60
    assert sizes["fast"] <= 25
