"""The language layer: `load("ar")` or `load("en")` gives a spaCy pipeline whose offsets are true to the text."""

from functools import cache
from typing import TYPE_CHECKING

from kg.errors import PackError
from kg.language.base import LANGUAGES, Lexicon, lexicon

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["LANGUAGES", "PACKS", "Lexicon", "lexicon", "load"]


PACKS = ("default", "fast")
"""The packs that `load` knows."""


@cache
def load(lang: str, pack: str = "default") -> "Language":
    """The pipeline of a language, loaded once a process.

    Tokens carry NORM, LEMMA, POS, MORPH, DEP and ENT; sentences are set. Raises `PackError` for a language or pack that
    is not there.
    """
    if pack not in PACKS:
        raise PackError(f"there is no language pack '{pack}'", advice=f"known: {', '.join(PACKS)}")
    if lang not in LANGUAGES:
        raise PackError(f"there is no language '{lang}'", advice=f"known: {', '.join(LANGUAGES)}")
    from kg.language.packs import open_pack

    return open_pack(lang, pack)
