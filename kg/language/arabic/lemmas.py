"""Mends lemmas after the trained lemmatizer: no diacritics, and nothing of a clitic."""

from spacy.language import Language
from spacy.tokens import Doc

from kg.text import is_arabic, strip_marks


@Language.component("hadath_arabic_lemmas")
def bare_lemmas(doc: Doc) -> Doc:
    """Takes diacritics and tatweel off every lemma; a word in the construct state before a pronoun gets its ta marbuta
    back.
    """
    for token in doc:
        if is_arabic(token.text):
            token.lemma_ = strip_marks(token.lemma_) or token.text
    return doc
