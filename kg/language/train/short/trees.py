"""Trees of words, and the documents that they are written as."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.vocab import Vocab

Part = tuple[str, "Tree"]
"""A relation and what stands in it."""


@dataclass(frozen=True)
class Tree:
    """A word with what depends on it, in the order of the text. `glued`: the next word follows without white space."""

    form: str
    lemma: str
    upos: str
    features: str = ""
    before: tuple[Part, ...] = ()
    after: tuple[Part, ...] = ()
    glued: bool = False

    def led(self, *parts: Part) -> "Tree":
        """The same with more before all that it has."""
        return replace(self, before=(*parts, *self.before))

    def followed(self, *parts: Part) -> "Tree":
        """The same with more after all that it has."""
        return replace(self, after=(*self.after, *parts))

    def with_features(self, **values: str) -> "Tree":
        """The same with features of the word itself set."""
        kept = dict(pair.split("=") for pair in self.features.split("|") if pair)
        return replace(self, features="|".join(f"{k}={v}" for k, v in sorted((kept | values).items())))


def document(sentences: Sequence[Tree], vocab: Vocab) -> Doc:
    """The sentences as one document."""
    words: list[Tree] = []
    heads: list[int] = []
    relations: list[str] = []

    def write(tree: Tree, relation: str) -> int:
        """Writes a tree from left to right; gives the place of its word."""
        children = [write(part, of) for of, part in tree.before]
        place = len(words)
        words.append(tree)
        heads.append(place)
        relations.append(relation)
        children += [write(part, of) for of, part in tree.after]
        for child in children:
            heads[child] = place
        return place

    for sentence in sentences:
        write(sentence, "ROOT")
    return Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[not w.glued for w in words],
        pos=[w.upos for w in words],
        lemmas=[w.lemma for w in words],
        morphs=[w.features for w in words],
        heads=heads,
        deps=relations,
    )
