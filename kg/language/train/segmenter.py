"""Trains the Arabic segmenter.

Learns from PADT, from its words with further clitics, and from names of the gazetteer; counts words in the news. Words
that the treebank leaves uncut by neglect, or cuts now so and now otherwise, are cleaned; training is deterministic.
"""

import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pycrfsuite
from spacy.tokens import Span, Token

from kg.language.arabic.segmentation import Segmenter, features, model_bytes
from kg.language.arabic.wordlist import LEAST, NO_WORDS, WordList, level
from kg.language.train import clitic_forms
from kg.language.train.readers import docs
from kg.language.train.surface import orthographic_words, written
from kg.resources import data_folder
from kg.text import is_arabic, normalise, strip_marks

HELD_OUT = 10
"""One document of the training part in so many decides while features and settings are tried."""
_MOST = 3
"""A word is learnt so many times at most, however often it stands in the treebank."""
_LONGEST_LISTED = 16
_SETTINGS = {"c1": 0.3, "c2": 0.01, "max_iterations": 140, "feature.minfreq": 1}
_WORD = re.compile("[\u0621-\u063a\u0641-\u0652]+")
_UNANALYSED = "X"
_ARTICLE = re.compile("[وف]?(?:[بك]ال|لل)|[وف]ال")


class Word(NamedTuple):
    """An orthographic word without marks, where it is cut, and the beginning of its tag when it is a single token (N,
    VI, VP; X: the treebank left it unanalysed).
    """

    text: str
    cuts: tuple[int, ...]
    tag: str = ""

    @property
    def pieces(self) -> list[str]:
        """What it is cut into."""
        return [self.text[a:b] for a, b in pairwise((0, *self.cuts, len(self.text)))]


Counts = Counter[Word]


def documents(path: Path) -> list[Counts]:
    """The Arabic words of each document of a treebank, with how often they stand in it."""
    return [Counter(word for sentence in doc.sents for word in _words(sentence)) for doc in docs(path, "ar")]


def _words(sentence: Span) -> Iterator[Word]:
    for run in orthographic_words(sentence):
        tokens = [sentence[i] for i in run]
        pieces = written(tokens)
        text, plain = "".join(pieces), [normalise(piece) for piece in pieces]
        if len(text) == sum(map(len, plain)) and all(piece.isalpha() and is_arabic(piece) for piece in plain):
            cuts = tuple(accumulate(map(len, pieces[:-1])))
            yield Word(text, cuts, _tag(tokens[0]) if len(run) == 1 else "")


def _tag(token: Token) -> str:
    return _UNANALYSED if token.pos_ == "X" else str(token.tag_[:2])


def news_words(paths: Iterable[Path]) -> Counter[str]:
    """How often each normalised word stands in xz files of news, text or JSON lines."""
    counts: Counter[str] = Counter()
    for path in paths:
        with lzma.open(path, "rt", encoding="utf8") as file:
            for line in file:
                text = " ".join(map(str, json.loads(line).values())) if ".jsonl" in path.suffixes else line
                counts.update(map(normalise, _WORD.findall(text)))
    return counts


def gazetteer_words() -> frozenset[str]:
    """The normalised Arabic words of the names in the gazetteer."""
    files = sorted((data_folder() / "gazetteer").glob("*.tsv"))
    return frozenset(
        normalise(word) for file in files for word in _WORD.findall(strip_marks(file.read_text(encoding="utf8")))
    )


def word_list(news: Counter[str], names: frozenset[str]) -> WordList:
    """The list that a model has with it."""
    levels = {word: level(count) for word, count in news.items() if count >= LEAST and 1 < len(word) <= _LONGEST_LISTED}
    return WordList(levels, names)


def clean(counts: Counts, words: WordList) -> Counts:
    """Each word once, cut as it is most often, without those that look uncut by neglect."""
    found: dict[str, Counts] = defaultdict(Counter)
    pieces: set[str] = set()
    for word, count in counts.items():
        if sum(len(piece) > 3 for piece in word.pieces) < 2:  # else the space between two words is missing
            found[word.text][word] += count
            pieces.update(() if word.tag == _UNANALYSED else map(normalise, word.pieces))
    usual = {text: _usual(variants) for text, variants in found.items()}
    return Counter(
        {
            word: found[text].total()
            for text, word in usual.items()
            if word.cuts or not _neglected(text, found[text], pieces, words)
        }
    )


def _usual(variants: Counts) -> Word:
    totals: Counter[tuple[int, ...]] = Counter()
    for word, count in variants.items():
        totals[word.cuts] += count
    cuts = totals.most_common(1)[0][0]
    return next(word for word, _ in variants.most_common() if word.cuts == cuts)


def _neglected(text: str, variants: Counts, pieces: set[str], words: WordList) -> bool:
    """Whether a word that is left whole has an article or a known word after what looks like proclitics."""
    word = normalise(text)
    article = _ARTICLE.match(word)
    if article and len(word) > 5:
        rest = "ال" + word[article.end() :]
        return rest in pieces or words.level(rest) > words.level(word)
    if variants.total() > 2 or not all(each.tag == _UNANALYSED for each in variants):
        return False
    rests = (word[cut:] for cut in (1, 2) if word[:cut] in clitic_forms.PREPOSED and len(word) - cut > 2)
    return any((rest in pieces or rest in words.names) and words.level(rest) > words.level(word) for rest in rests)


def examples(counts: Counts, words: WordList) -> Iterator[tuple[str, tuple[int, ...], WordList]]:
    """What is learnt, with the words that are known at the time: the words of the treebank as written and without
    hamzas, forms of them, and names, the latter also as if nobody had ever seen them.
    """
    attested = {normalise(word.text) for word in counts}
    for word, count in sorted(counts.items()):
        yield from [(word.text, word.cuts, words)] * min(count, _MOST)
        if (plain := normalise(word.text)) != word.text:
            yield plain, word.cuts, words
        for form, cuts in () if word.cuts else clitic_forms.of_word(word.text, word.tag):
            if normalise(form) not in attested:
                yield form, cuts, words
    for name in sorted(name for name in words.names if clitic_forms.is_own(name, words)):
        for form, cuts in clitic_forms.of_name(name):
            yield from [(form, cuts, words), (form, cuts, NO_WORDS)]


def fit(counts: Counts, words: WordList) -> Segmenter:
    """A segmenter that has learnt the words of a treebank."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for word, cuts, known in examples(clean(counts, words), words):
        trainer.append(features(word, known), ["B" if i in cuts else "I" for i in range(len(word))])
    trainer.set_params(_SETTINGS)
    with TemporaryDirectory() as folder:
        crf = Path(folder) / "segmenter.crf"
        trainer.train(str(crf))
        return Segmenter(model_bytes(words, crf.read_bytes()))


def score(segmenter: Segmenter, counts: Counts) -> dict[str, float]:
    """The share of words cut exactly as the treebank cuts them: of all as written, of all without hamzas, and of those
    that it analysed.
    """
    right, bare, analysed = (Counter[bool]() for _ in range(3))
    for word, count in counts.items():
        right[segmenter.cuts(word.text) == word.cuts] += count
        bare[segmenter.cuts(normalise(word.text)) == word.cuts] += count
        if word.tag != _UNANALYSED:
            analysed[segmenter.cuts(word.text) == word.cuts] += count
    shares = {"words_exact": right, "words_exact_without_hamzas": bare, "analysed_words_exact": analysed}
    return {name: round(share[True] / share.total(), 4) for name, share in shares.items()}


def _together(docs: Iterable[Counts]) -> Counts:
    counts = Counts()
    for doc in docs:
        counts.update(doc)
    return counts


def train_segmenter(shared: Path, out: Path, *, held_out: bool = False) -> dict[str, float]:
    """Trains a segmenter on the corpora in `shared`, writes its model to `out` and gives its figures on the test part
    of PADT; with `held_out`, on a tenth of the training part, which it then has not seen.
    """
    padt = shared / "corpora" / "padt"
    train = documents(padt / "ar_padt-ud-train.spacy")
    news = news_words(shared / "news" / name for name in ("ant-2018.jsonl.xz", "saudi-2015.txt.xz"))
    measured = train[::HELD_OUT] if held_out else documents(padt / "ar_padt-ud-test.spacy")
    learnt = [doc for i, doc in enumerate(train) if i % HELD_OUT or not held_out]
    segmenter = fit(_together(learnt), word_list(news, gazetteer_words()))
    out.write_bytes(segmenter.model)
    return score(segmenter, _together(measured))
