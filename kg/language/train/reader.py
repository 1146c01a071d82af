"""A corpus reader that keeps gold tokens together with their norms, which spaCy's own reader drops."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import registry


def example(nlp: Language, reference: Doc) -> Example:
    """A document without analysis, with the tokens and norms of the reference, beside the reference."""
    predicted = Doc(nlp.vocab, words=[t.text for t in reference], spaces=[bool(t.whitespace_) for t in reference])
    for token, gold in zip(predicted, reference, strict=True):
        token.norm_ = gold.norm_
    return Example(predicted, reference)


@registry.readers("hadath.gold_tokens.v1")
def gold_tokens(path: str) -> Callable[[Language], Iterable[Example]]:
    """Examples from the DocBin file `path`, one a document, in its order."""

    def read(nlp: Language) -> Iterator[Example]:
        for reference in DocBin().from_disk(Path(path)).get_docs(nlp.vocab):
            yield example(nlp, reference)

    return read
