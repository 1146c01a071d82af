"""Patterns over groups of tokens: layers of rules, each of which joins what the layer before it has found.

A pattern is a regular expression whose letters are names of groups, separated by spaces: `number from? month year?`.
Names in capitals are macros. The leftmost match wins, then the longest, then the rule written first; a rule whose
reader gives None lets the next try.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.extraction.times.tokens import Token

_NAME = re.compile(r"[a-z][a-z-]*|[A-Z][A-Z-]*")
_FIRST_LETTER = 0xE000
_NEVER_FIRST = ("word", "name", "other", "comma", "dot", "close", "possessive", "break")
"""Groups with which no pattern begins; most tokens are of these and are passed over at once."""


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens that a pattern has matched, the day that relative times count from, the layer's tokens `before`."""

    tokens: Sequence[Token]
    day: date
    before: Sequence[Token] = ()

    def value(self, *groups: str) -> Any:
        """The value of the first token of one of the groups; None when there is none."""
        return next((token.value for token in self.tokens if token.group in groups), None)

    def values(self, *groups: str) -> list[Any]:
        """The values of all tokens of the groups, in order."""
        return [token.value for token in self.tokens if token.group in groups]

    def has(self, *groups: str) -> bool:
        """Whether a token is of one of the groups."""
        return any(token.group in groups for token in self.tokens)

    def groups(self) -> list[str]:
        """The group of each token."""
        return [token.group for token in self.tokens]


Reader = Callable[[Found], Any]
"""Gives the value of the joined token; None, `ValueError` and `OverflowError` say that the tokens mean nothing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What matches `pattern` becomes one token of the group `makes`, with the value that `read` gives."""

    makes: str
    pattern: str
    read: Reader


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    pattern: re.Pattern[str]


class Grammar:
    """Layers of rules, compiled. Raises `ValueError` for a pattern with a name that is no group and no macro."""

    def __init__(self, groups: Iterable[str], macros: Mapping[str, str], layers: Sequence[Sequence[Rule]]) -> None:
        names = set(groups) | {rule.makes for layer in layers for rule in layer}
        self._letters = {name: chr(_FIRST_LETTER + place) for place, name in enumerate(sorted(names))}
        self._macros = macros
        self._layers = [[_Compiled(rule, re.compile(self._expand(rule.pattern))) for rule in layer] for layer in layers]
        self._starts = [self._start(layer) for layer in self._layers]

    def _start(self, layer: list[_Compiled]) -> re.Pattern[str]:
        never = "|".join(self._letters[name] for name in _NEVER_FIRST if name in self._letters)
        return re.compile(f"(?!{never or '(?!)'})(?:{'|'.join(each.pattern.pattern for each in layer)})")

    def join(self, tokens: list[Token], day: date) -> list[Token]:
        """The tokens after all layers."""
        for layer, starts in zip(self._layers, self._starts, strict=True):
            tokens = self._join(layer, starts, tokens, day)
        return tokens

    def _join(self, layer: list[_Compiled], starts: re.Pattern[str], tokens: list[Token], day: date) -> list[Token]:
        line = "".join([self._letters[token.group] for token in tokens])
        joined: list[Token] = []
        done = 0
        start = starts.search(line)
        while start:
            position = start.start()
            token, end = _best(layer, line, position, tokens, day, joined)
            if token:
                joined += tokens[done:position]
                joined.append(token)
                done = end
            start = starts.search(line, end)
        return joined + tokens[done:] if joined else tokens

    def _expand(self, pattern: str) -> str:
        def replace(match: re.Match[str]) -> str:
            name = match.group()
            if name in self._macros:
                return f"(?:{self._expand(self._macros[name])})"
            if name not in self._letters:
                raise ValueError(f"{name!r} in {pattern!r} is no group of tokens")
            return self._letters[name]

        return _NAME.sub(replace, pattern).replace(" ", "")


def _best(
    layer: list[_Compiled], line: str, position: int, tokens: list[Token], day: date, before: list[Token]
) -> tuple[Token | None, int]:
    """The token that the longest rule makes at a position, and where it ends; no token: where to look on."""
    ends = [(match.end(), each.rule) for each in layer if (match := each.pattern.match(line, position))]
    for end, rule in sorted(ends, key=lambda row: -row[0]):
        matched = tokens[position:end]
        value = _read(rule, Found(matched, day, before))
        if value is not None:
            return Token(rule.makes, matched[0].start, matched[-1].end, value), end
    return None, position + 1


def _read(rule: Rule, found: Found) -> Any:
    try:
        return rule.read(found)
    except (ValueError, OverflowError):  # numbers that no calendar has: the 30th of February
        return None
