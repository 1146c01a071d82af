"""Entities as tags and back."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.language.encoder.tags import Tagger, decode, encode

LABELS = ["O", *(f"{place}-{kind}" for kind in ("ORG", "PERS") for place in "BIES")]
SPANS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(1, 4), st.sampled_from(["ORG", "PERS"])).map(
        lambda s: (s[0], min(8, s[0] + s[1]), s[2])
    ),
    max_size=4,
)


@given(SPANS)
def test_spans_that_do_not_overlap_come_back(spans: list[tuple[int, int, str]]) -> None:
    found = decode(encode(8, spans))
    assert set(found) <= set(spans)
    longest = max((end - start for start, end, _ in spans), default=0)
    assert max((end - start for start, end, _ in found), default=0) == longest


@given(st.integers(1, 9), st.integers(0, 1000))
def test_what_is_found_is_well_formed(size: int, seed: int) -> None:
    tags = Tagger(LABELS).best(np.random.default_rng(seed).normal(size=(size, len(LABELS))))
    assert encode(size, decode(tags)) == tags


def test_an_impossible_tag_gives_way_to_the_best_sequence() -> None:
    scores = np.zeros((2, len(LABELS)))
    scores[0, LABELS.index("B-ORG")] = 3
    scores[1, LABELS.index("E-PERS")] = 2
    scores[1, LABELS.index("E-ORG")] = 1
    assert Tagger(LABELS).best(scores) == ["B-ORG", "E-ORG"]


def test_equal_scores_go_by_the_order_of_labels() -> None:
    assert Tagger(LABELS).best(np.zeros((3, len(LABELS)))) == ["O", "O", "O"]


def test_no_words() -> None:
    assert Tagger(LABELS).best(np.zeros((0, len(LABELS)))) == []
