"""The language packs keep their figures: floors lie a little under what was measured (QUALITY.md) and only go up."""

from pathlib import Path

import pytest

from kg.evaluation.packs import MEASURES

pytestmark = [pytest.mark.shared, pytest.mark.slow]

FLOORS = {
    "default": {
        "padt_given": {"upos": 0.964, "lemma": 0.971, "uas": 0.882, "las": 0.825},
        "ewt_given": {"upos": 0.963, "lemma": 0.971, "uas": 0.921, "las": 0.897},
        "english_names": {"f1": 0.857},
    },
    "fast": {
        "padt_given": {"upos": 0.956, "lemma": 0.952, "uas": 0.836, "las": 0.772},
        "ewt_given": {"upos": 0.94, "lemma": 0.956, "uas": 0.858, "las": 0.819},
        "english_names": {"f1": 0.829},
    },
}
CASES = [(pack, measure) for pack, measures in FLOORS.items() for measure in measures]


@pytest.mark.parametrize(("pack", "measure"), CASES)
def test_no_figure_falls_under_its_floor(pack: str, measure: str, shared: Path) -> None:
    found = MEASURES[measure](shared, pack)
    fallen = {name: found[name] for name, floor in FLOORS[pack][measure].items() if found[name] < floor}
    assert not fallen
