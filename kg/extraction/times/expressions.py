"""Finding the expressions of time of a text."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kg.errors import PackError
from kg.extraction.times import arabic, english
from kg.extraction.times.grammar import Grammar
from kg.extraction.times.readers.reading import Reading
from kg.extraction.times.tokens import GROUPS, Token, tokenizer
from kg.model import Span, Time

_PATTERNS = {"ar": arabic, "en": english}


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that mean a time; `text` are exactly the words at `span`.

    `kind`: "date", "weekday", "month", "year", "relative", "week", "weekend", "season", "part", "interval",
    "not-before", "not-after", "hijri" or "named". `past`, `ahead`: the days meant, looking back and looking ahead.
    """

    span: Span
    text: str
    kind: str
    past: Time
    ahead: Time

    def resolve(self, *, forward: bool) -> Time:
        """The days meant, counted from the day of publication; `forward`: of an event that lies ahead of it.

        Only times that the words leave open differ: a weekday, a month, a day without its year.
        """
        return self.ahead if forward else self.past


def find_times(text: str, lang: str, day: date) -> tuple[Expression, ...]:
    """The expressions of time in a text, in order, none within another; relative ones count from `day`.

    `lang`: BCP 47, of which the first part counts. Raises `PackError` for a language other than Arabic and English.
    Durations, ages, and times that count from another time («بعد يومين», "two days later") are not found.

    >>> [found] = find_times("سيصل يوم 10 نوفمبر الجاري", "ar", date(2025, 11, 2))
    >>> found.text, found.resolve(forward=True).iso
    ('يوم 10 نوفمبر الجاري', '2025-11-10')
    """
    primary = lang.split("-")[0].lower()
    if primary not in _PATTERNS:
        raise PackError(f"no words of time for the language {lang!r}", advice="use ar or en")
    tokens = _grammar(primary).join(tokenizer(primary)(text), day)
    return tuple(_expression(text, token) for token in tokens if isinstance(token.value, Reading))


@cache
def _grammar(lang: str) -> Grammar:
    patterns = _PATTERNS[lang]
    return Grammar(GROUPS | tokenizer(lang).lexicon.groups, patterns.MACROS, patterns.LAYERS)


def _expression(text: str, token: Token) -> Expression:
    span, words, reading = Span(token.start, token.end), text[token.start : token.end], token.value
    past, ahead = (replace(time, text=words, span=span) for time in (reading.past, reading.ahead))
    return Expression(span, words, reading.kind, past, ahead)
