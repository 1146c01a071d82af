"""Opens the packs in kg/data/packs: pipelines that `python -m kg.language.train` wrote."""

import spacy
from spacy.language import Language

from kg.errors import PackError
from kg.language import lemmas, sentences  # noqa: F401  (register their components)
from kg.language.arabic import syntax, tokenizer  # noqa: F401  (register themselves)
from kg.language.encoder import component  # noqa: F401  (registers its factory)
from kg.resources import data_folder


def open_pack(lang: str, pack: str) -> Language:
    """The pipeline of a language; raises `PackError` when it is missing or broken."""
    folder = data_folder() / "packs" / pack / lang
    if not (folder / "config.cfg").is_file():
        raise PackError("the language pack is missing", where=str(folder), advice="install hadath again")
    try:
        return spacy.load(folder)
    except (OSError, ValueError) as error:
        raise PackError(f"the language pack '{pack}' cannot be loaded: {error}", where=str(folder)) from error
