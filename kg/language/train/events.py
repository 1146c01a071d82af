"""Reads articles that people annotated with events, and the examples of the frames, into sentences with labels."""

import hashlib
import itertools
import json
import lzma
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from kg.grammar import prepositions
from kg.language.arabic.clitics import PROCLITICS
from kg.language.train.examples import MISSING, Corpus, Sentence, array
from kg.language.train.readers import STOP, Reader
from kg.ontology import ExpectedClaim, load_ontology
from kg.resources import data_folder

TASKS = ("event", "factuality", "role")
FOLD = 5
"""One article of the training part in so many, by file name, is never trained on: errors are read there."""
SOURCE, PLACE = "@source", "@place"
"""Labels for who says it and where it happened."""
UNSEEN = frozenset(["Displacement", "Restriction", "Disaster", "Breach", "Dissolution"])
"""Types that the annotation guidelines do not have."""
_ENDS = prepositions("en") | {"who", "whom", "whose", "which", "that", ",", "(", "-", "–", "—"}
"""Where the core of an English noun phrase ends."""

Place = tuple[int, int]


@dataclass
class Told:
    """An event as annotated: its type, where it is named, and the places of each filler."""

    type: str
    triggers: list[Place]
    factuality: str | None
    fillers: list[tuple[str, list[Place]]] = field(default_factory=list)


@dataclass(frozen=True)
class Text:
    """A text with its events. `only`: the one type that was looked for, "" for all."""

    text: str
    events: list[Told]
    only: str = ""


def annotated(folder: Path, texts: Path, lang: str, *, held_out: bool) -> Iterator[Text]:
    """The articles of a language in a folder of annotated articles; those of the fold, or all others."""
    for i, file in enumerate(sorted(folder.glob("*.json"))):
        record = json.loads(file.read_text(encoding="utf8"))
        if record["lang"] == lang and (i % FOLD == 0) == held_out:
            yield article(record, json.loads((texts / file.name).read_text(encoding="utf8"))["text"])


def read_by_us(news: Path, lang: str) -> Iterator[Text]:
    """Articles of a file of news that we annotated; the annotation gives places, the news the text."""
    lines = (data_folder() / "training" / f"events-{lang}.jsonl").read_text(encoding="utf8").splitlines()
    records = {record["id"]: record for record in map(json.loads, lines)}
    with lzma.open(news, "rt", encoding="utf8") as file:
        for row in map(json.loads, file):
            if row["id"] in records:
                text = row["text"] if row["text"].startswith(row["title"]) else f"{row['title']}\n{row['text']}"
                record = records.pop(row["id"])
                if hashlib.sha256(text.encode()).hexdigest()[:16] != record["digest"]:
                    raise ValueError(f"{row['id']}: not the text that was annotated")
                yield article(record, text)
    if records:
        raise ValueError(f"{', '.join(sorted(records))}: not in {news}")


def article(record: Mapping[str, Any], text: str) -> Text:
    """An annotated article in the form of the annotation guidelines, with its text."""
    mentions = {entity["id"]: [_place(text, word) for word in entity["mentions"]] for entity in record["entities"]}
    events = []
    for event in record["events"]:
        told = Told(event["type"], [_place(text, word) for word in event["triggers"]], event["factuality"])
        told.fillers += [(role["role"], mentions[role["entity"]]) for role in event["roles"]]
        for label, name in ((PLACE, "place"), (SOURCE, "source")):
            if event.get(name):
                told.fillers.append((label, mentions[event[name]]))
        events.append(told)
    return Text(text, events)


def _place(text: str, word: Mapping[str, Any] | Sequence[int]) -> Place:
    """Where a word stands that is given by its text and number, or by its place."""
    if not isinstance(word, Mapping):
        return word[0], word[1]
    start = -1
    for _ in range(word.get("nth", 0) + 1):
        start = text.index(word["text"], start + 1)
    return start, start + len(word["text"])


def corpus(name: str, lang: str, texts: Iterable[Text], reader: Reader, tokenizer: Any, **about: Any) -> Corpus:
    """The texts as a corpus, each a block."""
    blocks = [list(_sentences(text, lang, reader, tokenizer)) for text in texts]
    return Corpus(name, lang, TASKS, [block for block in blocks if block], **about)


def _sentences(text: Text, lang: str, reader: Reader, tokenizer: Any) -> Iterator[Sentence]:
    edges = [0, *(m.end() for m in STOP.finditer(text.text)), len(text.text)]
    for start, end in itertools.pairwise(edges):
        if text.text[start:end].strip():
            yield _Labelling(text, start, tokenizer(text.text[start:end]), lang, reader).sentence()


class _Labelling:
    """The labels of one sentence."""

    def __init__(self, text: Text, start: int, doc: Any, lang: str, reader: Reader) -> None:
        self._words = [token for token in doc if not token.is_space]
        self._spaced = [not t.i or bool(doc[t.i - 1].whitespace_) or doc[t.i - 1].is_space for t in self._words]
        self._places = [(start + t.idx, start + t.idx + len(t)) for t in self._words]
        self._text, self._lang, self._reader = text, lang, reader

    def sentence(self) -> Sentence:
        """The sentence with its labels."""
        events = [self._reader.index("event", "")] * len(self._words)
        factuality = [MISSING] * len(self._words)
        links: dict[tuple[int, int], int] = {}
        for told in self._text.events:
            for trigger in told.triggers:
                named = [i for i in self._covered(trigger) if self._words[i].text not in PROCLITICS]
                for i in named:
                    if not events[i]:
                        events[i] = self._reader.index("event", told.type)
                        if told.factuality is not None:
                            factuality[i] = self._reader.index("factuality", told.factuality)
                if named:
                    self._link(links, named, told)
        bare = self._reader.plain(self._lang, [t.text for t in self._words], self._spaced)
        labels = {"event": array(events), "factuality": array(factuality)}
        if self._text.only:
            labels["event.only"] = array([self._reader.index("event", self._text.only)] * len(self._words))
        rows = [(i, j, label) for (i, j), label in sorted(links.items()) if events[i]]
        return Sentence(
            self._lang, bare.words, bare.pieces, labels, links=np.array(rows, np.int64).reshape(len(rows), 3)
        )

    def _link(self, links: dict[tuple[int, int], int], named: Sequence[int], told: Told) -> None:
        """Links each word of a trigger to the nearest mention of each filler; its other mentions say nothing."""
        for role, places in told.fillers:
            found = sorted(
                (head for head in map(self._head, places) if head is not None), key=lambda j: (abs(j - named[0]), j)
            )
            for n, head in enumerate(dict.fromkeys(found)):
                label = self._reader.index("role", role) if n == 0 else MISSING
                for i in named:
                    if links.get((i, head), MISSING) == MISSING:
                        links[i, head] = label

    def _covered(self, place: Place) -> list[int]:
        return [i for i, (start, end) in enumerate(self._places) if start < place[1] and end > place[0]]

    def _head(self, place: Place) -> int | None:
        """The word that stands for a mention: the first in Arabic, the last of the core in English."""
        covered = [i for i in self._covered(place) if self._words[i].text not in PROCLITICS]
        if not covered or self._lang == "ar":
            return covered[0] if covered else None
        core = list(itertools.takewhile(lambda i: self._words[i].lower_ not in _ENDS, covered))
        core = [i for i in core if self._words[i].text not in ("'s", "’s", "'", "’")]
        return core[-1] if core else covered[-1]


def examples(lang: str) -> Iterator[Text]:
    """The examples of the frames in a language."""
    for event_type in load_ontology().types.values():
        for example in event_type.examples:
            if example.lang == lang:
                yield Text(
                    example.text, [_told(event_type.name, c, example.text) for c in example.claims], event_type.name
                )


def _told(event_type: str, claim: ExpectedClaim, text: str) -> Told:
    """What an example says of a claim, where its words stand in the text."""

    def places(words: str) -> list[Place]:
        at = text.find(words)
        return [(at, at + len(words))] if at >= 0 else []

    told = Told(event_type, places(claim.trigger), str(claim.factuality) if claim.factuality else None)
    told.fillers += [(role, places(words)) for role, found in claim.roles.items() for words in found]
    if claim.source:
        told.fillers.append((SOURCE, places(claim.source)))
    return told
