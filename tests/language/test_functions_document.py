"""docs/functions.md shows every function, and what its sentences show is what the code finds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.grammar import FUNCTIONS
from kg.language.functions import dependents
from kg.text import fold
from tests.language.treebank import LANGUAGES, trees

PAGE = Path(__file__).parents[2] / "docs" / "functions.md"
PREPOSITION = "a preposition"
MARKED = re.compile(r"(\*{1,3})(.+?)\1")
TREES = {tree.doc.text: tree for lang in LANGUAGES for tree in trees(lang)}


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of the page: where its trigger and its slanted words begin, and the function they stand for."""

    function: str
    text: str
    trigger: int
    slanted: tuple[tuple[int, str], ...]


def rows() -> Iterator[list[str]]:
    for line in PAGE.read_text(encoding="utf8").splitlines():
        if line.startswith("| ") and not line.startswith("| function") and not line.startswith("| structure"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def example(function: str, cell: str) -> Example:
    trigger, slanted, shift = -1, [], 0
    for found in MARKED.finditer(cell):
        stars, start = len(found[1]), found.start() - shift
        shift += 2 * stars
        trigger = start if stars > 1 else trigger
        if stars != 2:
            slanted.append((start, found[2]))
    return Example(function, MARKED.sub(r"\2", cell), trigger, tuple(slanted))


def examples() -> Iterator[Example]:
    for row in rows():
        function = next((name.strip("` ") for name in row[:2] if name.startswith("`")), PREPOSITION)
        yield from (example(function, cell) for cell in row[2:4] if cell != "–")


@pytest.mark.parametrize("shown", list(examples()), ids=lambda shown: f"{shown.function}-{shown.text}")
def test_an_example_holds(shown: Example) -> None:
    tree = TREES[shown.text]
    at = {token.idx: token for token in tree.doc}
    filler = at[shown.slanted[-1][0]]
    function = fold(shown.slanted[0][1]) if shown.function == PREPOSITION else shown.function
    found = {(d.function, d.token.i) for d in dependents(at[shown.trigger], tree.lang)}
    assert (function, filler.i) in found


def test_every_function_is_shown() -> None:
    names = [row[0].strip("`") for row in rows() if row[0].startswith("`")]
    assert sorted(names) == sorted(FUNCTIONS)


def test_the_code_of_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    [code] = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf8"), re.DOTALL | re.MULTILINE)
    exec(compile(code, "docs/functions.md", "exec"), {})
    assert "('subject', 'presidents')" in capsys.readouterr().out
