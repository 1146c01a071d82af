"""The Arabic tokenizer: white space, words, numbers and punctuation, then clitics. A spaCy tokenizer whose tokens
cover the text exactly.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from kg.language.arabic.segmentation import Segmenter, normal_forms
from kg.text import is_arabic, normalise

_TOKEN = re.compile(
    r"""
      https?://\S+ | \S+@\S+\.\w+            # addresses
    | \d+(?:[.,٫٬:/]\d+)*                     # numbers, decimals, dates, hours
    | (?:[^\W\d_][\u064b-\u065f\u0670\u0640]*)+  # letters with their marks
    | \s+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


def pieces(text: str, segmenter: Segmenter | None) -> Iterator[tuple[int, int, str]]:
    """(start, end, normal form) of each piece of the text, white space runs included, without gaps."""
    for match in _TOKEN.finditer(text):
        word, start = match.group(), match.start()
        if word[0].isalpha() and is_arabic(word):
            parts = segmenter.split(word) if segmenter else [word]
            for part, form in zip(parts, normal_forms(parts), strict=True):
                yield start, start + len(part), form or part
                start += len(part)
        else:
            yield start, match.end(), normalise(word) or word


class ArabicTokenizer:
    """A spaCy tokenizer: `Doc.text` is the text given; NORM is the orthographic normal form. Without a segmenter words
    stay whole.
    """

    def __init__(self, vocab: Vocab, segmenter: Segmenter | None = None) -> None:
        self.vocab = vocab
        self._segmenter = segmenter

    def __call__(self, text: str) -> Doc:
        """The tokens of the text, which they cover exactly."""
        words: list[str] = []
        spaces: list[bool] = []
        norms: list[str] = []
        for start, end, norm in pieces(text, self._segmenter):
            part = text[start:end]
            if part[0] == " " and words and not words[-1].isspace():
                spaces[-1] = True
                part = part[1:]
                if not part:
                    continue
                norm = part
            words.append(part)
            spaces.append(False)
            norms.append(norm)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        for token, norm in zip(doc, norms, strict=True):
            token.norm_ = norm
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """The segmenter's model."""
        return self._segmenter.model if self._segmenter else b""

    def from_bytes(self, data: bytes, **_: Any) -> "ArabicTokenizer":
        """Takes the segmenter's model."""
        self._segmenter = Segmenter(data) if data else None
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Writes the segmenter's model to `path`."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> "ArabicTokenizer":
        """Reads the segmenter's model from `path`."""
        return self.from_bytes(Path(path).read_bytes())


@registry.tokenizers("hadath.arabic.v1")
def make_tokenizer() -> Any:
    """The factory that spaCy configurations name; the model comes with `from_disk`."""

    def create(nlp: Any) -> ArabicTokenizer:
        return ArabicTokenizer(nlp.vocab)

    return create
