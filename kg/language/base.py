"""What a language gives to the stages that read text: a spaCy pipeline, its lexicon and its cues.

A new language is one folder beside `arabic/` and `english/`, its data files, and an entry in `LANGUAGES`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.errors import PackError
from kg.resources import data_folder

LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's data files as read: `nouns` from kg/data/lexicon, `cues` from kg/data/cues."""

    lang: str
    nouns: Mapping[str, Any]
    cues: Mapping[str, Any]


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language; raises `PackError` where there is none."""
    if lang not in LANGUAGES:
        raise PackError(f"there is no language '{lang}'", advice=f"known: {', '.join(LANGUAGES)}")
    nouns, cues = (
        yaml.safe_load((data_folder() / name / f"{lang}.yaml").read_text(encoding="utf8"))
        for name in ("lexicon", "cues")
    )
    return Lexicon(lang, nouns, cues)
