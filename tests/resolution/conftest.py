import pytest

from kg.gazetteer import Gazetteer
from kg.gazetteer.offices import Offices
from kg.ontology import Ontology
from tests.resolution.world import ENTRIES, TERMS, TITLES, TYPES, World


@pytest.fixture
def world() -> World:
    gazetteer = Gazetteer(
        {entry.id: entry for entry in ENTRIES}, demonyms={"Syrian": "Q858"}, offices=Offices(TERMS, TITLES), digest=""
    )
    return World(Ontology({each.name: each for each in TYPES}, ""), gazetteer)
