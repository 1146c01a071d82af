"""Sentence boundaries by rule, set before the parser: paragraph breaks, final punctuation, closing quotes; not
decimals, initials, titles.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

FINAL = frozenset(".!?؟…")
CLOSING = frozenset("\"'”’»)]")
ABBREVIATIONS = frozenset(
    [
        "د",
        "أ",
        "م",
        "ص",
        "ق",
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "gen",
        "col",
        "lt",
        "sen",
        "rep",
        "gov",
        "no",
        "vs",
        "jan",
        "feb",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)


def _ends(token: Token) -> bool:
    """Whether a sentence can end with this token."""
    if token.text[-1] not in FINAL:
        return False
    if token.text != "." and len(token.text) > 1 and token.text[-1] == ".":
        return False  # an abbreviation kept whole by the tokenizer
    before = token.nbor(-1) if token.i else None
    if token.text == "." and before is not None and not before.whitespace_:
        word = before.text
        return not (word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper()))
    return True


_DASHES = frozenset(["-", "–", "—", "--"])
_DATELINE = 10
"""How many tokens a dateline may have («دبي، الإمارات العربية المتحدة (CNN) --»)."""


def _dateline_end(doc: Doc, start: int) -> int | None:
    """The token after the dash of a dateline that opens a paragraph ("CAIRO - "); None where there is none."""
    for token in doc[start : start + _DATELINE]:
        if token.text in _DASHES and token.i > start and token.whitespace_ and token.nbor(-1).whitespace_:
            words = [t for t in doc[start : token.i] if t.is_alpha]
            short = len(words) <= 5 if doc.lang_ == "ar" else all(w.text[0].isupper() for w in words)
            return token.i + 1 if words and short else None
        if token.text in FINAL:
            return None
    return None


@Language.component("hadath_sentences")
def set_sentences(doc: Doc) -> Doc:
    """Sets `is_sent_start` on every token."""
    start, ended, after_dateline = True, False, -1
    for token in doc:
        if ended and token.text in CLOSING and not token.nbor(-1).whitespace_:
            token.is_sent_start = False
            continue
        if token.is_space:
            token.is_sent_start = token.i == 0
            start = start or ended or "\n" in token.text
            ended = False
            continue
        if start:
            after_dateline = _dateline_end(doc, token.i) or -1
        token.is_sent_start = start or ended or token.i == after_dateline
        start = False
        ended = _ends(token)
    return doc
