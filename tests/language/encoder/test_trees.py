"""The maximum spanning arborescence, against all trees there are."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.language.encoder.trees import best_tree


def reaches_root(heads: tuple[int, ...]) -> bool:
    for word in range(1, len(heads) + 1):
        seen: set[int] = set()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return True


def best_of_all(scores: np.ndarray) -> float:
    size = len(scores)
    trees = (
        heads
        for heads in product(range(size + 1), repeat=size)
        if heads.count(0) == 1 and all(head != i + 1 for i, head in enumerate(heads)) and reaches_root(heads)
    )
    return max(sum(scores[i, head] for i, head in enumerate(heads)) for heads in trees)


square = st.integers(1, 4).flatmap(
    lambda n: arrays(np.float64, (n, n + 1), elements=st.integers(-9, 9).map(float), fill=st.nothing())
)


@given(square)
def test_no_tree_is_better(scores: np.ndarray) -> None:
    heads = best_tree(scores)
    assert np.count_nonzero(heads == 0) == 1
    assert reaches_root(tuple(heads.tolist()))
    assert sum(scores[i, head] for i, head in enumerate(heads)) == pytest.approx(best_of_all(scores))


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[1.0, -99, 9, 0], [0, 9, -99, 4], [0, 1, 1, -99]])
    assert best_tree(scores).tolist() == [2, 3, 0]


def test_equal_scores_go_to_the_left() -> None:
    assert best_tree(np.array([[9.0, 0, 0, 0], [0, 4, 0, 4], [0, 3, 1, 0]])).tolist() == [0, 1, 1]


def test_a_long_sentence() -> None:
    size = 400
    scores = np.random.default_rng(3).normal(size=(size, size + 1))
    heads = best_tree(scores)
    assert np.count_nonzero(heads == 0) == 1
    assert reaches_root(tuple(heads.tolist()))
