"""Whether two claims tell of one event: what grammar rules out, and what the weights say of the rest."""

import pytest

from kg.evaluation.same_event import fit
from kg.extraction.same_event import weights
from tests.extraction.conftest import Read

ONE = [
    ("en", "The army attacked the port on Friday. The attack on the port killed no one."),
    ("ar", "هاجم الجيش الميناء يوم الجمعة. ولم يسفر الهجوم عن ضحايا."),
]
TWO = [
    ("en", "The army attacked the port on Friday. The army attacked the port on Monday."),
    ("en", "Russia attacked the port. Ukraine attacked the airport."),
    ("ar", "هاجم الجيش الميناء يوم الجمعة. وهاجم الجيش الميناء يوم الاثنين."),
    ("ar", "هاجمت روسيا الميناء. وهاجمت أوكرانيا المطار."),
]


@pytest.mark.parametrize(("lang", "text"), ONE)
def test_an_attack_told_again_is_one(read: Read, lang: str, text: str) -> None:
    (attack,) = [c for c in read(lang, text).claims if c.type == "Attack"]
    assert len(attack.triggers) == 2


@pytest.mark.parametrize(("lang", "text"), TWO)
def test_attacks_on_other_days_or_by_others_stay_two(read: Read, lang: str, text: str) -> None:
    assert len([c for c in read(lang, text).claims if c.type == "Attack"]) == 2


def test_the_weights_say_what_a_reader_would() -> None:
    known = weights()
    assert known["core-shared"] > 0 > known["core-differs"]
    assert known["days-agree"] > 0
    assert known["same-word"] > 0 > known["distance"]


def test_a_fit_finds_what_decides() -> None:
    pairs = [({"bias": 1.0, "a": float(i % 2), "b": float(i % 3 == 0)}, i % 2 == 1) for i in range(60)]
    found = fit(pairs)
    assert found["a"] > 2 > abs(found["b"]) + 1.5
    assert fit(pairs) == found
