"""Short sentences with trees, built by rule: what treebanks have too few of."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language.train.short import arabic
from kg.language.train.short.trees import document

SENTENCES = 6_000
SEED = 1


def documents(vocab: Vocab) -> list[Doc]:
    """Arabic sentences, a document each."""
    return [document([tree], vocab) for tree in arabic.sentences(SENTENCES, SEED)]
