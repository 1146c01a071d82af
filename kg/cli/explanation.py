"""Why each claim of an article says what it says, as text for people."""

from collections.abc import Callable, Iterator
from typing import Any

from kg.cli.talk import one_line
from kg.exporting.explanation import Explanation
from kg.model import Article, Claim, Extraction
from kg.text import is_arabic

Show = Callable[[str], str]
"""Makes one line of a piece of text."""

_FIRST_STRONG_ISOLATE, _POP = "\u2068", "\u2069"
_WIDTH = 14
"""The columns that the names of the parts take."""


def as_text(article: Article, extraction: Extraction, *, isolate: bool) -> str:
    """The article's title, then a paragraph a claim: the sentence, and the words that each part comes from.

    `isolate`: every Arabic piece is put between isolating characters, so that a terminal that writes in both directions
    keeps the English around it in its place; a file is better without them.
    """
    show = _isolated if isolate else one_line
    explanation = Explanation(article, extraction)
    paragraphs = [show(" · ".join(part for part in (article.title, article.published) if part))]
    for claim in extraction.claims:
        paragraphs.append("\n".join(_claim(claim, explanation.of(claim), show)))
    if not extraction.claims:
        paragraphs.append("no events found")
    return "\n\n".join(paragraphs) + "\n"


def _isolated(text: str) -> str:
    line = one_line(text)
    return f"{_FIRST_STRONG_ISOLATE}{line}{_POP}" if is_arabic(line) else line


def _claim(claim: Claim, words: dict[str, Any], show: Show) -> Iterator[str]:
    kind = f"{claim.type} ({claim.mode})" if claim.mode else claim.type
    factuality = f"{claim.factuality} ({claim.manner})" if claim.manner else claim.factuality.value
    yield f"{kind}: {factuality}, score {claim.score:.2f}, found by {claim.found_by}"
    for sentence in words["sentences"]:
        yield f"  {show(sentence)}"
    for role in words["roles"]:
        yield _line(role["role"], _filler(role, show))
    yield _line("when", _time(words["time"], show))
    yield _line("where", _filler(words["place"], show) if words["place"] else "not said")
    yield _line("according to", _speaker(words["speaker"], show))
    if words["content"]:
        yield _line("about", f"{words['content']['type']}, {_quoted(words['content'], 'text', show)}")


def _line(name: str, value: str) -> str:
    return f"  {name:<{_WIDTH}} {value}"


def _filler(filler: dict[str, Any], show: Show) -> str:
    return f"{show(filler['name'])}, {_quoted(filler, 'text', show)}"


def _time(time: dict[str, Any] | None, show: Show) -> str:
    if time is None:
        return "not said"
    if time["text"] is None or time["span"] is None:
        return f"{time['meaning']}, from the day of the article"
    return f"{time['meaning']}, {_quoted(time, 'text', show)}"


def _speaker(speaker: dict[str, Any] | None, show: Show) -> str:
    if speaker is None:
        return "the article itself"
    stance = "" if speaker["stance"] == "neutral" else f", {speaker['stance']}"
    return f"{show(speaker['name'])}, {_quoted(speaker, 'cue', show)}{stance}"


def _quoted(words: dict[str, Any], field: str, show: Show) -> str:
    start, end = words["span"]
    return f'"{show(words[field])}" [{start}:{end}]'
