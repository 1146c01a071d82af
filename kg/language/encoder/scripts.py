"""Lemmas as edit scripts: what is changed at both ends of a word to get from its form to its lemma.

The longest common substring stays; the edits before it count from the start of the form and those after it from its
end, so that one script serves many words (after Straka, Straková and Hajič 2019, UDPipe 2). A script is written
`case|edits before|edits after`; an edit is `-` (delete a letter), `=` (keep one) or `+x` (insert x).
"""

from functools import lru_cache

SAME = "k||"
"""The script of a word that is its own lemma."""


def _common(form: str, lemma: str) -> tuple[int, int, int]:
    """Start in the form, start in the lemma and length of the longest common substring, the first of several."""
    best = (0, 0, 0)
    row = [0] * (len(lemma) + 1)
    for i, a in enumerate(form):
        above = 0
        for j, b in enumerate(lemma):
            above, row[j + 1] = row[j + 1], above + 1 if a == b else 0
            if row[j + 1] > best[2]:
                best = (i - row[j + 1] + 1, j - row[j + 1] + 1, row[j + 1])
    return best


def _edits(old: str, new: str) -> str:
    """The shortest edits from one string to another, deletions first."""
    rows, columns = len(old) + 1, len(new) + 1
    cost = [[i + j for j in range(columns)] for i in range(rows)]
    for i in range(1, rows):
        for j in range(1, columns):
            kept = cost[i - 1][j - 1] if old[i - 1] == new[j - 1] else rows + columns
            cost[i][j] = min(kept, cost[i - 1][j] + 1, cost[i][j - 1] + 1)
    found, i, j = [], len(old), len(new)
    while i or j:
        if i and j and old[i - 1] == new[j - 1] and cost[i][j] == cost[i - 1][j - 1]:
            found.append("=")
            i, j = i - 1, j - 1
        elif j and cost[i][j] == cost[i][j - 1] + 1:
            found.append("+" + new[j - 1])
            j -= 1
        else:
            found.append("-")
            i -= 1
    return "".join(reversed(found))


def _follow(edits: str, old: str) -> str | None:
    """What the edits make of a string; None where they do not fit it."""
    new, at, i = [], 0, 0
    while i < len(edits):
        if edits[i] == "+":
            new.append(edits[i + 1])
            i += 2
            continue
        if at >= len(old):
            return None
        if edits[i] == "=":
            new.append(old[at])
        at, i = at + 1, i + 1
    return "".join(new) if at == len(old) else None


def _length(edits: str) -> int:
    """How many letters of the form the edits read."""
    read, i = 0, 0
    while i < len(edits):
        i, read = (i + 2, read) if edits[i] == "+" else (i + 1, read + 1)
    return read


@lru_cache(maxsize=100_000)
def derive(form: str, lemma: str) -> str:
    """The script that turns a form into a lemma.

    >>> derive("visited", "visit"), derive("مجالس", "مجلس"), derive("Cairo", "Cairo")
    ('k||--', 'k||-==', 'k||')
    """
    case = "k" if lemma != lemma.lower() or form == form.lower() else "l"
    source = form.lower() if case == "l" else form
    start, other, size = _common(source, lemma)
    if not size:
        return f"{case}|{_edits('', lemma)}|" + "-" * len(source)
    before = _edits(source[:start], lemma[:other])
    after = _edits(source[start + size :], lemma[other + size :])
    return f"{case}|{before}|{after}"


@lru_cache(maxsize=300_000)
def apply(script: str, form: str) -> str | None:
    """The lemma that a script makes of a form; None where the script does not fit it.

    >>> apply("k||--", "signed"), apply("k||-==", "منابر")
    ('sign', 'منبر')
    """
    case, before, after = script.split("|", 2)
    source = form.lower() if case == "l" else form
    head, tail = _length(before), _length(after)
    if head + tail > len(source):
        return None
    middle = source[head : len(source) - tail]
    first, last = _follow(before, source[:head]), _follow(after, source[len(source) - tail :])
    if first is None or last is None:
        return None
    return first + middle + last or None
