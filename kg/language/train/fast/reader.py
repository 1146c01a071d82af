"""A corpus reader for spaCy that keeps gold tokens together with their norms, which spaCy's own reader drops."""

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import registry
from spacy.vocab import Vocab

ATTRIBUTES = ["ORTH", "NORM", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "SPACY", "ENT_IOB", "ENT_TYPE"]


def write(path: Path, docs: Iterable[Doc]) -> None:
    """Stores documents with all that the reader gives back."""
    DocBin(attrs=ATTRIBUTES, docs=docs).to_disk(path)


def read(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """The documents in a file."""
    return DocBin().from_disk(path).get_docs(vocab)


def example(nlp: Language, reference: Doc) -> Example:
    """A document without analysis, with the tokens and norms of the reference, beside the reference."""
    predicted = Doc(nlp.vocab, words=[t.text for t in reference], spaces=[bool(t.whitespace_) for t in reference])
    for token, gold in zip(predicted, reference, strict=True):
        token.norm_ = gold.norm_
    return Example(predicted, reference)


@registry.readers("hadath.gold_tokens.v1")
def gold_tokens(paths: list[str]) -> Callable[[Language], Iterable[Example]]:
    """Examples from DocBin files, one a document, shuffled together anew (but always alike) each time."""
    seed = iter(range(1_000_000))

    def examples(nlp: Language) -> Iterator[Example]:
        found = [doc for path in paths for doc in read(Path(path), nlp.vocab)]
        random.Random(next(seed)).shuffle(found)
        for reference in found:
            yield example(nlp, reference)

    return examples
