"""How common words are in the news, roughly, and which of them are parts of names: what tells «بوتين» from ب + وتين."""

import lzma
from collections.abc import Iterator, Mapping
from itertools import takewhile

_NAME = "!"
_BASE = ord("A")
LEAST = 4
"""A word is listed when the news have it so often, or when a name has it."""
NAMED = 4
"""The level at least of a word of a name."""


def level(count: int) -> int:
    """How common a word is that was seen `count` times: 0 never, else one more than its logarithm to base 3, at most 9.

    >>> level(0), level(1), level(5), level(10_000)
    (0, 1, 2, 9)
    """
    found = 0
    while count > 0 and found < 9:
        count //= 3
        found += 1
    return found


class WordList:
    """Levels of normalised words (see `level`), and the words that names consist of."""

    def __init__(self, levels: Mapping[str, int], names: frozenset[str] = frozenset()) -> None:
        self.names = names
        self._levels = {**levels, **{name: max(NAMED, levels.get(name, 0)) for name in names}}

    def level(self, word: str) -> int:
        """How common a word is; 0 when it is not listed."""
        return self._levels.get(word, 0)

    def after_preposition(self, word: str) -> int:
        """How common the word is with a preposition written to it: what starts with one of its own never has another.

        >>> WordList({"لبوتين": 3}).after_preposition("بوتين")
        3
        """
        return max(self.level(letter + word) for letter in "بلك")

    def to_bytes(self) -> bytes:
        """The list as compressed lines: how much of the line before is repeated, the rest, the level, name or not."""
        return lzma.compress("\n".join(self._lines()).encode("utf8"), preset=9)

    def _lines(self) -> Iterator[str]:
        before = ""
        for word in sorted(self._levels):
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False)))
            yield f"{chr(_BASE + shared)}{word[shared:]}{self._levels[word]}{_NAME * (word in self.names)}"
            before = word

    @classmethod
    def from_bytes(cls, data: bytes) -> "WordList":
        """The list that `to_bytes` wrote.

        >>> WordList.from_bytes(WordList({"قال": 9, "قالت": 8}, frozenset(["بوتين"])).to_bytes()).level("قالت")
        8
        """
        levels, names, word = {}, set(), ""
        for line in lzma.decompress(data).decode("utf8").split("\n") if data else ():
            rest = line.removesuffix(_NAME)
            word = word[: ord(rest[0]) - _BASE] + rest[1:-1]
            levels[word] = int(rest[-1])
            if rest != line:
                names.add(word)
        return cls(levels, frozenset(names))


NO_WORDS = WordList({})
