"""Reads the hand-made trees of this folder: CoNLL-U with the functions that triggers must have in the comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, Token

from kg.text import normalise

FOLDER = Path(__file__).parent / "trees"
LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Expectation:
    """Functions of one trigger: (function, token) pairs; `kind`: `expect`, `loose` or `not`."""

    kind: str
    trigger: Token
    pairs: tuple[tuple[str, Token], ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence as a document, with its comments as they stand."""

    name: str
    lang: str
    doc: Doc
    rows: tuple[tuple[str, ...], ...]
    comments: tuple[tuple[str, str], ...]

    def expectations(self) -> Iterator[Expectation]:
        for kind, text in self.comments:
            if kind in ("expect", "loose", "not"):
                trigger, _, rest = text.partition(": ")
                pairs = (part.strip().rpartition(" ") for part in rest.split(", "))
                found = tuple((function, self.word(form)) for function, _, form in pairs)
                yield Expectation(kind, self.word(trigger), found)

    def word(self, form: str) -> Token:
        """The token of a form or normal form, or of its n-th occurrence («ب#2»)."""
        plain, _, number = form.partition("#")
        found = [t for t in self.doc if t.text == plain] or [t for t in self.doc if t.norm_ == normalise(plain)]
        assert found, f"{self.name}: there is no '{plain}'"
        assert number or len(found) == 1, f"{self.name}: which '{plain}'?"
        return found[int(number) - 1] if number else found[0]


def trees(lang: str) -> list[Tree]:
    """The hand-made trees of a language."""
    vocab = spacy.blank(lang).vocab
    blocks = (FOLDER / f"{lang}.conllu").read_text(encoding="utf8").strip().split("\n\n")
    return [_tree(block, lang, vocab) for block in blocks if "\t" in block]


def _tree(block: str, lang: str, vocab: spacy.Vocab) -> Tree:
    comments = tuple(re.findall(r"^# (\w+) = (.+)$", block, re.MULTILINE))
    rows = tuple(tuple(line.split("\t")) for line in block.splitlines() if not line.startswith("#"))
    return Tree(dict(comments)["sent_id"], lang, _document(rows, vocab), rows, comments)


def _document(rows: tuple[tuple[str, ...], ...], vocab: spacy.Vocab) -> Doc:
    columns = list(zip(*rows, strict=True))
    heads = [int(head) - 1 if head != "0" else i for i, head in enumerate(columns[6])]
    doc = Doc(
        vocab,
        words=list(columns[1]),
        spaces=["SpaceAfter=No" not in misc for misc in columns[9]],
        lemmas=list(columns[2]),
        pos=list(columns[3]),
        morphs=[features.replace("_", "") if features == "_" else features for features in columns[5]],
        heads=heads,
        deps=["ROOT" if relation == "root" else relation for relation in columns[7]],
    )
    for token, misc in zip(doc, columns[9], strict=True):
        norm = misc.partition("Norm=")[2] or token.text
        token.norm_ = normalise(norm) if doc.lang_ == "ar" else norm.lower()
    return doc
