"""Words of a treebank as writers write them: the treebank gives each syntactic word its full form."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span, Token

from kg.language.arabic.clitics import ENCLITICS
from kg.text import normalise, strip_marks

HAMZA = {"Gen": "ئ", "Nom": "ؤ"}
"""The seat of a final hamza before a pronoun, by case."""


def surface(words: list[str], cases: list[str] | None = None) -> list[str]:
    """The pieces as written for one orthographic word whose syntactic words are `words` (`cases`: Gen, Nom, Acc or "").

    >>> surface(["ل", "التحالف"]), surface(["عائلة", "ه"]), surface(["لقاء", "ه"], ["Gen", ""])
    (['ل', 'لتحالف'], ['عائلت', 'ه'], ['لقائ', 'ه'])
    """
    pieces = [strip_marks(word) or word for word in words]
    for i in range(1, len(pieces)):
        if pieces[i - 1] == "ل" and pieces[i].startswith("ال") and len(pieces[i]) > 3:
            pieces[i] = pieces[i][1:]
        if pieces[i] in ENCLITICS and len(pieces[i - 1]) > 2:
            pieces[i - 1] = _before_pronoun(pieces[i - 1], cases[i - 1] if cases else "")
    return pieces


def _before_pronoun(piece: str, case: str) -> str:
    if piece.endswith("ة"):
        return piece[:-1] + "ت"
    if piece.endswith("اء"):
        return piece[:-1] + HAMZA.get(case, "ء")
    return piece[:-1] + "ا" if piece.endswith("ى") else piece


def written(tokens: list[Token]) -> list[str]:
    """The pieces as written of the word that some tokens of PADT make up: «لله», «اعتقلوه», «عما», «للاجئين»."""
    words = [strip_marks(token.text) for token in tokens]
    cases = ["".join(token.morph.get("Case", [])[:1]) for token in tokens]
    return mend(words, surface([token.text for token in tokens], cases))


def mend(words: list[str], pieces: list[str]) -> list[str]:
    """The pieces, with what is not written between words left out.

    >>> mend(["ل", "اللجنة"], ["ل", "للجنة"]), mend(["عن", "ما"], ["عن", "ما"]), mend(["قتلوا", "ه"], ["قتلوا", "ه"])
    (['ل', 'لجنة'], ['ع', 'ما'], ['قتلو', 'ه'])
    """
    pieces = list(pieces)
    for i, (before, word) in enumerate(pairwise(words), start=1):
        if before == "ل" and word.startswith("الل"):
            pieces[i] = word[2:]
        elif word in ENCLITICS and before.endswith("وا") and len(before) > 3:
            pieces[i - 1] = before[:-1]
        elif (before in ("عن", "من") and word in ("ما", "من")) or (normalise(before) == "ان" and word == "لا"):
            pieces[i - 1] = before[0]
    return pieces


def orthographic_words(sentence: Span) -> Iterator[list[int]]:
    """The token positions of each word written in one piece; punctuation and numbers stand alone."""
    run: list[int] = []
    for i, token in enumerate(sentence):
        if token.pos_ in ("PUNCT", "NUM", "SYM"):
            if run:
                yield run
            run = []
            yield [i]
            continue
        run.append(i)
        if token.whitespace_:
            yield run
            run = []
    if run:
        yield run
