"""Lemmas without a model: words that are known, and for others what words with the same ending mostly do."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.encoder import scripts
from kg.language.encoder.pieces import MARK, forms

LONGEST_ENDING = 4
RARE = 3
"""An ending says something when so many words have it."""

_ARTICLE = "ال"

Pair = tuple[str, str]
"""A form or an ending, and a part of speech."""


class LemmaTable:
    """`words`: the lemma of a form with a part of speech; `endings`: the edit script of an ending with one."""

    def __init__(self, words: Mapping[Pair, str], endings: Mapping[Pair, str]) -> None:
        self.words, self.endings = words, endings

    @classmethod
    def learn(cls, counts: Iterable[tuple[tuple[str, str, str], int]]) -> "LemmaTable":
        """A table of the commonest lemma of each pair, from how often (form, part of speech, lemma) was seen."""
        best: dict[Pair, tuple[int, str]] = {}
        for (form, tag, lemma), times in counts:
            if (form, tag) not in best or (times, lemma) > best[form, tag]:
                best[form, tag] = (times, lemma)
        words = {pair: lemma for pair, (_, lemma) in sorted(best.items())}
        seen: dict[Pair, Counter[str]] = defaultdict(Counter)
        for (form, tag), lemma in words.items():
            for shape in _shapes(form):
                seen[shape, tag][scripts.derive(form, lemma)] += 1
        endings = {}
        for pair, found in sorted(seen.items()):
            script, times = min(found.items(), key=lambda item: (-item[1], item[0]))
            if times >= RARE:
                endings[pair] = script
        kept = cls({}, _without_echoes(endings))
        return cls({pair: lemma for pair, lemma in words.items() if kept.lemma(*pair) != lemma}, kept.endings)

    def lemma(self, form: str, tag: str) -> str:
        """The lemma; the form itself where nothing is known."""
        known = self.words.get((form, tag))
        if known is not None:
            return known
        for shape in reversed(_shapes(form)):
            script = self.endings.get((shape, tag))
            found = scripts.apply(script, form) if script is not None else None
            if found is not None:
                return found
        return form

    def write(self, folder: Path) -> None:
        """Writes both tables, tab-separated; a word that is its own lemma has no third column."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in (("words", self.words), ("endings", self.endings)):
            lines = (
                "\t".join((key, tag) if value == key else (key, tag, value)) for (key, tag), value in table.items()
            )
            (folder / f"{name}.tsv").write_text("".join(f"{line}\n" for line in lines), encoding="utf8")

    @classmethod
    def read(cls, folder: Path) -> "LemmaTable":
        """What `write` wrote."""
        tables = []
        for name in ("words", "endings"):
            rows = (
                line.split("\t") for line in (folder / f"{name}.tsv").read_text(encoding="utf8").split("\n") if line
            )
            tables.append({(row[0], row[1]): row[2] if len(row) > 2 else row[0] for row in rows})
        return cls(*tables)


def _without_echoes(endings: Mapping[Pair, str]) -> dict[Pair, str]:
    """The endings that say something else than the next shorter ending does."""
    return {
        (ending, tag): script
        for (ending, tag), script in endings.items()
        if endings.get((_shorter(ending), tag)) != script
    }


def _shapes(form: str) -> list[str]:
    """The endings of a form, shorter ones first, each with what tells it apart at its beginning: the Arabic article.

    >>> _shapes("المدينة")[:3], _shapes("met")
    (['ال…', 'ال…ة', 'ال…نة'], ['…', '…t', '…et'])
    """
    article = _ARTICLE if form.startswith(_ARTICLE) and len(form) > 3 else ""
    most = min(LONGEST_ENDING, len(form) - len(article) - 1)
    return [f"{article}…{form[len(form) - size :]}" for size in range(most + 1)]


def _shorter(shape: str) -> str:
    """The shape with an ending one letter shorter; one that is none when it has no letter."""
    article, ending = shape.split("…", 1)
    return f"{article}…{ending[1:]}" if ending else ""


class TableLemmatizer:
    """Fills LEMMA from a table that is stored with the pipeline."""

    def __init__(self) -> None:
        self.table = LemmaTable({}, {})

    def __call__(self, doc: Doc) -> Doc:
        """The document with lemmas."""
        spaced = [t.i == 0 or bool(doc[t.i - 1].whitespace_) or doc[t.i - 1].is_space for t in doc]
        for token, form in zip(doc, forms([t.text for t in doc], spaced), strict=True):
            token.lemma_ = token.text if token.is_space else self.table.lemma(form.removeprefix(MARK), token.pos_)
        return doc

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Writes the table."""
        self.table.write(Path(path))

    def from_disk(self, path: str | Path, **_: Any) -> "TableLemmatizer":
        """Reads the table."""
        self.table = LemmaTable.read(Path(path))
        return self


@Language.factory("hadath_lemmas", assigns=["token.lemma"], requires=["token.pos"])
def make_lemmatizer(nlp: Language, name: str) -> TableLemmatizer:
    """The factory that spaCy configurations name; the table comes with `from_disk`."""
    return TableLemmatizer()
