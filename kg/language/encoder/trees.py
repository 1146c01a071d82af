"""The best dependency tree for scores of single arcs: the maximum spanning arborescence (Chu and Liu 1965, Edmonds
1967), with one root.
"""

from typing import cast

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]
_NEVER = -1e9


def best_tree(scores: Scores) -> Heads:
    """The head of each word, counted from 1, 0 being the root, for (words, 1 + words) scores of heads.

    Exactly one word hangs on the root. Of equal scores the leftmost head wins. Word by word the best head is mostly a
    tree already; only where it is none the arborescence is sought.

    >>> best_tree(np.array([[0.0, -9.0, 5.0], [1.0, 5.0, -9.0]])).tolist()
    [2, 0]
    """
    size = len(scores)
    if size == 1:
        return np.zeros(1, np.int64)
    square = np.full((size + 1, size + 1), _NEVER)
    square[1:] = scores
    np.fill_diagonal(square, _NEVER)
    heads = square.argmax(1)
    heads[0] = 0
    if np.count_nonzero(heads[1:] == 0) == 1 and _cycle(heads) is None:
        return cast(Heads, heads[1:])
    return _with_one_root(square)


def _with_one_root(square: Scores) -> Heads:
    """The best tree over all choices of the one word under the root, likelier roots first."""
    root_scores = square[1:, 0].copy()
    free = square.copy()
    # A penalty larger than any tree's score makes the root take one word only.
    span = float(np.abs(square[square > _NEVER / 2]).max()) + 1
    free[1:, 0] = root_scores - 4 * span * len(square)
    return _arborescence(free)[1:]


def _cycle(heads: Heads) -> list[int] | None:
    """Words that form a cycle; None where there is none."""
    state = np.zeros(len(heads), np.int8)
    state[0] = 2
    for first in range(1, len(heads)):
        path, at = [], first
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return None


def _arborescence(square: Scores) -> Heads:
    """The best arborescence into node 0 for (node, head) scores; contracts one cycle after another."""
    heads = square.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return cast(Heads, heads)
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(square)), inside)
    own = square[cycle, heads[cycle]]
    enter = square[np.ix_(inside, outside)] - own[:, None]
    leave = square[np.ix_(outside, inside)]
    size = len(outside)
    small = np.full((size + 1, size + 1), _NEVER)
    small[:size, :size] = square[np.ix_(outside, outside)]
    small[size, :size] = enter.max(0)
    small[:size, size] = leave.max(1)
    below = _arborescence(small)
    found = np.zeros(len(square), np.int64)
    found[cycle] = heads[cycle]
    for i, node in enumerate(outside):
        head = below[i]
        found[node] = cycle[int(leave[i].argmax())] if head == size else outside[head]
    entered = int(enter[:, below[size]].argmax())
    found[cycle[entered]] = outside[below[size]]
    found[0] = 0
    return found
