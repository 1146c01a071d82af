"""Which language a text is in, when its file does not say."""

from functools import cache
from itertools import islice
from typing import Any

from kg.errors import ArticleError

LANGUAGES = ("ar", "en")
"""The languages that articles are read in."""
LETTERS = 30
"""Fewer letters do not tell a language."""
SURE = 0.9
"""Of a text that is with this probability in another language, we do not say that it is in one of ours."""
_LOOK_AT = 5_000


def detect(text: str, languages: tuple[str, ...] = LANGUAGES, *, where: str | None = None) -> str:
    """The language of the text, one of `languages`; raises `ArticleError` when it is too short to tell or clearly in
    another one.

    >>> detect("Finland joined the North Atlantic Treaty Organization on Tuesday.")
    'en'
    """
    advice = f"say so with lang: {' or '.join(languages)}"
    if len(list(islice(filter(str.isalpha, text), LETTERS))) < LETTERS:
        raise ArticleError("is too short to tell its language", where=where, advice=advice)
    ranked: list[tuple[str, float]] = _identifier().rank(text[:_LOOK_AT])
    best, probability = ranked[0]
    if best not in languages and probability >= SURE:
        raise ArticleError(f"seems to be in the language {best!r}, which is not read", where=where, advice=advice)
    return next(lang for lang, _ in ranked if lang in languages)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
