"""Labels as a canvas can draw them: short lines, each one plain run of text in an isolate of its own.

vis-network draws a line with one `fillText`; the browser then shapes and orders Arabic by itself, as long as the line
is one plain block. FSI…PDI keeps a line's direction its own, whatever the direction of the page.
"""

import textwrap

FSI, PDI = "\u2068", "\u2069"
WIDTH = 20
LINES = 3
CHARACTER = 7.2
"""The mean width of a character of a label, in units of the canvas at font size 14."""


def wrap(label: str, *, width: int = WIDTH, lines: int = LINES) -> str:
    r"""The label in at most so many lines of about so many characters; what is left out is marked by "…".

    >>> wrap("Arab League")
    '\u2068Arab League\u2069'
    """
    plain = " ".join(label.split())
    wrapped = textwrap.wrap(plain, width, max_lines=lines, placeholder=" …", break_on_hyphens=False)
    return "\n".join(isolate(line) for line in wrapped)


def isolate(line: str) -> str:
    """One line whose direction is its own."""
    return f"{FSI}{line}{PDI}"


def extent(label: str, size: float) -> tuple[float, float]:
    """About how wide and high a wrapped label is drawn at a font size."""
    rows = label.split("\n")
    longest = max((len(row) - 2 for row in rows), default=0)
    return longest * CHARACTER * size / 14, len(rows) * size * 1.25
