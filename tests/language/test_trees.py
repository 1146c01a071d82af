"""Grammatical functions read off hand-made trees: an error here is one of kg/language/functions, not of a parser."""

import pytest

from kg.grammar import FUNCTIONS
from kg.language.functions import LOOSE, dependents
from kg.text import fold
from tests.language.treebank import LANGUAGES, Expectation, Tree, trees

PARTICIPANTS = frozenset(
    ["subject", "object", "indirect_object", "genitive", "light_subject", "undergoer", "predicate", "speaker"]
)
"""Functions of which `expect` must name every filler: one too many is an error too."""

ALL = [tree for lang in LANGUAGES for tree in trees(lang)]
CASES = [
    pytest.param(tree, expectation, id=f"{tree.name}-{expectation.trigger.text}-{expectation.kind}")
    for tree in ALL
    for expectation in tree.expectations()
]


def folded(pairs: tuple[tuple[str, object], ...]) -> set[tuple[str, int]]:
    return {(fold(function), token.i) for function, token in pairs}


@pytest.mark.parametrize(("tree", "expectation"), CASES)
def test_functions_of_a_trigger(tree: Tree, expectation: Expectation) -> None:
    found = dependents(expectation.trigger, tree.lang)
    wanted = folded(expectation.pairs)
    match expectation.kind:
        case "not":
            assert not wanted & {(d.function, d.token.i) for d in found}
        case "loose":
            assert wanted <= {(d.function, d.token.i) for d in found if d.rank == LOOSE}
        case "expect":
            sure = {(d.function, d.token.i): d.token.text for d in found if d.rank < LOOSE}
            assert wanted <= set(sure)
            more = {(f, text) for (f, i), text in sure.items() if f in PARTICIPANTS and (f, i) not in wanted}
            assert not more


@pytest.mark.parametrize("tree", ALL, ids=lambda tree: tree.name)
def test_the_tree_is_well_formed(tree: Tree) -> None:
    assert [token.dep_ for token in tree.doc].count("ROOT") == 1
    assert all(row[0] == str(i) and len(row) == 10 for i, row in enumerate(tree.rows, 1))
    assert len(list(tree.doc.sents)) == 1  # every word hangs on the root
    assert tree.doc.text == dict(tree.comments)["text"]
    assert any(expectation.kind == "expect" for expectation in tree.expectations())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_trees_enough(lang: str) -> None:
    own = [tree for tree in ALL if tree.lang == lang]
    assert len(own) >= 70
    assert len({tree.doc.text for tree in own}) == len(own)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_function_has_a_tree(lang: str) -> None:
    shown = {f for tree in ALL if tree.lang == lang for e in tree.expectations() if e.kind != "not" for f, _ in e.pairs}
    english_only = {"compound"} if lang == "ar" else set()
    assert set(FUNCTIONS) - shown - english_only == set()
