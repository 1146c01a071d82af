"""What the shipped tables promise."""

import pytest

from kg.gazetteer import Gazetteer
from kg.gazetteer.lookup import FILES
from kg.model import Kind
from kg.resources import data_folder

WITHOUT_ID = "x-"


def states(gazetteer: Gazetteer) -> list[str]:
    return [entry.country for entry in gazetteer if entry.kind is Kind.STATE and entry.country]


def test_all_states_have_both_names_and_an_id_of_wikidata(gazetteer: Gazetteer) -> None:
    assert len(states(gazetteer)) == 198  # 193 members of the UN; Palestine, Vatican, Taiwan, Kosovo, Western Sahara
    for code in states(gazetteer):
        state = gazetteer.state(code)
        assert state.names.keys() >= {"ar", "en"}
        assert state.id.startswith("Q")
        assert gazetteer.state(code) is state


def test_every_state_has_a_capital_with_coordinates(gazetteer: Gazetteer) -> None:
    for code in states(gazetteer):
        capital = gazetteer.capital(gazetteer.state(code))
        assert capital is not None, code
        assert capital.latitude is not None


def test_every_row_has_a_source_and_a_known_form_of_id(gazetteer: Gazetteer) -> None:
    for entry in gazetteer:
        assert entry.source not in ("", "user")
        assert entry.id.startswith(("Q", "gn:", "x-")), entry.id
        if entry.source == "hadath":
            assert entry.id.startswith("x-"), "an id of Wikidata needs a source"


def test_no_name_is_machine_translated_or_from_another_alphabet(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("ديك رومى") == ()
    for entry in gazetteer:
        assert not set(entry.names.get("ar", "")) & set("گچپژکیےەٹڈABCDEFabcdef"), entry.id


def test_the_tables_are_small() -> None:
    folder = data_folder() / "gazetteer"
    assert sum(file.stat().st_size for file in folder.iterdir()) < 2_500_000


@pytest.mark.parametrize("name", FILES)
def test_source_files_are_named(name: str) -> None:
    text = (data_folder() / "gazetteer" / "SOURCES.md").read_text(encoding="utf-8")
    assert f"`{name}.tsv`" in text
