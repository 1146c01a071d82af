"""The patterns over groups of tokens, and the words that they are made of."""

from datetime import date

import pytest

from kg.dates import time_words
from kg.extraction.times.grammar import Found, Grammar, Rule
from kg.extraction.times.tokens import Token, tokenizer

DAY = date(2025, 11, 2)


def tokens(*groups: str) -> list[Token]:
    return [Token(group, place, place + 1, place) for place, group in enumerate(groups)]


def read(grammar: Grammar, *groups: str) -> list[tuple[str, int, int]]:
    return [(each.group, each.start, each.end) for each in grammar.join(tokens(*groups), DAY)]


def test_the_longest_rule_wins() -> None:
    rules = [Rule("short", "a", lambda found: 1), Rule("long", "a b", lambda found: 1)]
    assert read(Grammar(["a", "b"], {}, [rules]), "a", "b", "a") == [("long", 0, 2), ("short", 2, 3)]


def test_a_rule_without_a_value_lets_the_next_try() -> None:
    rules = [Rule("long", "a b", lambda found: None), Rule("short", "a", lambda found: 1)]
    assert read(Grammar(["a", "b"], {}, [rules]), "a", "b") == [("short", 0, 1), ("b", 1, 2)]


def test_impossible_days_are_no_value() -> None:
    rules = [Rule("day", "a", lambda found: date(2025, 2, 30))]
    assert read(Grammar(["a"], {}, [rules]), "a") == [("a", 0, 1)]


def test_layers_see_what_the_layer_before_has_made() -> None:
    layers = [[Rule("pair", "a a", lambda found: 1)], [Rule("four", "PAIR PAIR", lambda found: 1)]]
    assert read(Grammar(["a"], {"PAIR": "pair"}, layers), "a", "a", "a", "a") == [("four", 0, 4)]


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(ValueError, match="'mnoth'"):
        Grammar(["month"], {}, [[Rule("date", "mnoth", lambda found: 1)]])


def test_found_gives_values_by_group() -> None:
    found = Found(tokens("a", "b", "a"), DAY)
    assert (found.value("a"), found.values("a"), found.has("c"), found.value("c")) == (0, [0, 2], False, None)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_word_of_the_data_is_known(lang: str) -> None:
    cut = tokenizer(lang)
    for group, forms in time_words(lang)["words"].items():
        rows = forms.items() if isinstance(forms, dict) else [(0, forms)]
        for value, names in rows:
            for name in names:
                [token] = cut(name.removeprefix("(ال)").title() if lang == "en" else name.removeprefix("(ال)"))
                assert (token.group, token.value) == (group, value), name


def test_attached_letters_are_tokens_with_their_place() -> None:
    assert [(each.group, each.start, each.end) for each in tokenizer("ar")("وللأحد")] == [
        ("and", 0, 1),
        ("attached", 1, 2),
        ("weekday", 2, 6),
    ]


def test_a_word_that_only_begins_like_an_attached_one_stays_whole() -> None:
    assert [each.group for each in tokenizer("ar")("فبراير وفد")] == ["month", "word"]
