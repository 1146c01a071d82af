"""Treebanks and entity corpora as training documents: surface pieces, orthographic normal forms, bare lemmas."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span, Token
from spacy.vocab import Vocab

from kg.language.arabic.segmentation import ENCLITICS, PROCLITICS, normal_forms
from kg.language.arabic.tokenizer import ArabicTokenizer
from kg.text import is_arabic, normalise, strip_marks

BLANK_EVERY = 7
"""Every so many sentences one ends in a paragraph break, so that the models know white space tokens."""


def read(path: Path, vocab: Vocab) -> list[Doc]:
    """The documents of a DocBin file."""
    return list(DocBin().from_disk(path).get_docs(vocab))


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


def surface_of(tokens: list[Token]) -> list[str]:
    """The pieces of one orthographic word of a treebank."""
    cases = ["".join(t.morph.get("Case", [])[:1]) for t in tokens]
    return surface([t.text for t in tokens], cases)


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


def arabic_sentence(sentence: Span, vocab: Vocab, blank: bool) -> Doc:
    """One sentence of PADT as the tokenizer would give it, with the treebank's analysis."""
    words = [""] * len(sentence)
    norms = [""] * len(sentence)
    for run in orthographic_words(sentence):
        parts = surface_of([sentence[i] for i in run])
        for i, part, norm in zip(run, parts, normal_forms(parts), strict=True):
            words[i], norms[i] = part, norm or part
    words = vary_quotes(words, sentence.start)
    pos = ["PROPN" if t.pos_ == "X" and is_arabic(t.text) else t.pos_ for t in sentence]
    lemmas = [strip_marks(t.lemma_) or t.text for t in sentence]
    return _document(sentence, vocab, words, norms, pos, lemmas, blank)


QUOTES = (('"', '"'), ("“", "”"), ("«", "»"))
"""The treebank has mostly straight quotes; newspapers have all of these."""


def vary_quotes(words: list[str], choice: int) -> list[str]:
    """The words with straight quotes written in one of three ways, opening and closing in turn.

    >>> vary_quotes(['"', 'نعم', '"'], 2)
    ['«', 'نعم', '»']
    """
    pair, opened = QUOTES[choice % len(QUOTES)], False
    varied = []
    for word in words:
        if word == '"':
            varied.append(pair[opened])
            opened = not opened
        else:
            varied.append(word)
    return varied


def english_sentence(sentence: Span, vocab: Vocab, blank: bool) -> Doc:
    """One sentence of EWT, norms as spaCy's English gives them."""
    words = vary_quotes([t.text for t in sentence], sentence.start % 2)
    norms = [vocab[word].norm_ for word in words]
    return _document(sentence, vocab, words, norms, [t.pos_ for t in sentence], [t.lemma_ for t in sentence], blank)


def _document(
    sentence: Span, vocab: Vocab, words: list[str], norms: list[str], pos: list[str], lemmas: list[str], blank: bool
) -> Doc:
    heads = [t.head.i - sentence.start for t in sentence]
    deps = [t.dep_ for t in sentence]
    morphs = [str(t.morph) for t in sentence]
    spaces = [bool(t.whitespace_) for t in sentence]
    if blank:
        spaces[-1] = False
        words, norms, pos, lemmas = [*words, "\n\n"], [*norms, "\n\n"], [*pos, "SPACE"], [*lemmas, "\n\n"]
        heads, deps, morphs, spaces = [*heads, len(heads) - 1], [*deps, "dep"], [*morphs, ""], [*spaces, False]
    doc = Doc(vocab, words=words, spaces=spaces, pos=pos, lemmas=lemmas, heads=heads, deps=deps, morphs=morphs)
    for token, norm in zip(doc, norms, strict=True):
        token.norm_ = norm
    return doc


def treebank(path: Path, lang: str) -> list[Doc]:
    """Every sentence of a treebank as one document."""
    vocab = spacy.blank(lang).vocab
    convert = arabic_sentence if lang == "ar" else english_sentence
    sentences = [s for doc in read(path, vocab) for s in doc.sents]
    return [convert(s, vocab, i % BLANK_EVERY == 0) for i, s in enumerate(sentences)]


def segmented_words(path: Path) -> Counter[tuple[str, tuple[int, ...]]]:
    """How often each Arabic word (normalised) stands in a treebank with which inner boundaries."""
    counts: Counter[tuple[str, tuple[int, ...]]] = Counter()
    for doc in read(path, spacy.blank("ar").vocab):
        for sentence in doc.sents:
            for run in orthographic_words(sentence):
                parts = [normalise(p) for p in surface_of([sentence[i] for i in run])]
                if all(p.isalpha() and is_arabic(p) for p in parts):
                    edges = [sum(map(len, parts[:i])) for i in range(1, len(parts))]
                    counts["".join(parts), tuple(edges)] += 1
    return counts


ENTITY_LABELS = {
    "PERS": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "FAC",
    "NORP": "NORP",
    "OCC": "OFFICE",
    "EVENT": "EVENT",
    "LAW": "LAW",
    "DATE": "DATE",
    "TIME": "TIME",
    "CARDINAL": "CARDINAL",
    "ORDINAL": "ORDINAL",
    "MONEY": "MONEY",
    "LANGUAGE": "LANGUAGE",
    "PERCENT": "PERCENT",
}
"""Wojood's labels that are kept, as OntoNotes names them where it has the type."""


def entities(path: Path, tokenizer: ArabicTokenizer) -> list[Doc]:
    """Wojood with its words segmented; proclitics stay outside the entities."""
    docs = []
    for source in read(path, tokenizer.vocab):
        if not source.text.strip():
            continue
        doc = tokenizer(source.text)
        spans = []
        for entity in source.ents:
            label = ENTITY_LABELS.get(entity.label_)
            span = doc.char_span(entity.start_char, entity.end_char, label=label or "X", alignment_mode="expand")
            while span is not None and len(span) > 1 and span[0].text in PROCLITICS and not span[0].whitespace_:
                span = Span(doc, span.start + 1, span.end, label=span.label)
            if label and span is not None:
                spans.append(span)
        doc.ents = spacy.util.filter_spans(spans)
        docs.append(doc)
    return docs
