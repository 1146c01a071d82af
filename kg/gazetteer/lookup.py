"""Finds entries by name. All keys come from `kg.text.key`, so spelling, case, article and diacritics do not matter."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from kg.gazetteer.demonyms import read_demonyms
from kg.gazetteer.entries import Entry, Term
from kg.gazetteer.loading import read_entries, read_table
from kg.gazetteer.offices import Offices, read_offices
from kg.model import Kind
from kg.resources import data_folder
from kg.text import fold, key

FILES = ("areas", "states", "regions", "places", "organizations", "bodies", "groups", "leaders", "people", "names")
"""The tables that come with the package, in the order in which they are joined."""

_ORDER = {
    kind: place
    for place, kind in enumerate(
        (Kind.STATE, Kind.ORGANIZATION, Kind.GROUP, Kind.PLACE, Kind.PERSON, Kind.OFFICE, Kind.DOCUMENT, Kind.OTHER)
    )
}
_LESS_LIKELY = {"variant": 1, "former": 2, "pejorative": 2}
_ARTICLES = frozenset({"the", "al", "el", "ال"})
_key_of_word = lru_cache(maxsize=1 << 16)(key)

_Hit = tuple[int, int, bool, int, bool, str]
"""Kind, type of name, not a capital, minus the population, inside a larger place, id: sorts the best first."""


class Gazetteer:
    """The entries, and the ways to find them. Made once, never changed; ask `load_gazetteer` for one."""

    def __init__(
        self,
        entries: dict[str, Entry],
        *,
        demonyms: dict[str, str],
        offices: Offices,
        digest: str,
        common: frozenset[str] = frozenset(),
    ) -> None:
        self.digest = digest
        """SHA-256 over all files it was read from, in hex."""
        self._entries = entries
        self._demonyms = demonyms
        self._offices = offices
        self._common = common
        self._names: dict[str, list[_Hit]] = defaultdict(list)
        self._acronyms: dict[str, list[_Hit]] = defaultdict(list)
        self._most_words: dict[str, int] = {}
        self._states: dict[str, Entry] = {}
        self._capitals: dict[str, Entry] = {}
        for entry in entries.values():
            self._add(entry)

    def __iter__(self) -> Iterator[Entry]:
        """All entries, in the order of the files."""
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, id: object) -> bool:
        return id in self._entries

    def entry(self, id: str) -> Entry:
        """The entry of that id; raises `KeyError` when there is none."""
        return self._entries[id]

    def state(self, alpha3: str) -> Entry:
        """The state or territory of an ISO 3166 alpha-3 code; raises `KeyError` when there is none."""
        return self._states[alpha3]

    def capital(self, entry: Entry) -> Entry | None:
        """The capital of a state, None when none is known."""
        return self._capitals.get(entry.id)

    def lookup(self, name: str, *, kinds: Iterable[Kind] | None = None) -> tuple[Entry, ...]:
        """The entries of that name in any language, the likeliest first; `kinds` keeps only those kinds.

        States come before organisations, groups, places and persons; capitals before other places, then the larger
        one. An acronym counts only as it is written: "US" and "U.S." are found, "us" is not.
        """
        wanted = None if kinds is None else {_ORDER[kind] for kind in kinds}
        folded = key(name)
        hits = self._names.get(folded, [])
        if folded in self._acronyms and _written_as_acronym(name):
            hits = sorted(hits + self._acronyms[folded])
        ids = dict.fromkeys(hit[-1] for hit in sorted(hits) if wanted is None or hit[0] in wanted)
        return tuple(self._entries[id] for id in ids)

    def longest(self, words: Sequence[str]) -> tuple[int, tuple[Entry, ...]]:
        """How many words the longest name at their start takes, and its entries, best first.

        `(0, ())` when there is none. A Latin name must have a capital letter, so that "turkey" in a recipe is no state;
        names that are also everyday words (`common.tsv`: «كان», "Nice") do not count. An article counts with its name.
        """
        most = self._reach(words)
        for count in range(min(most, len(words)), 0, -1):
            if not _ends_in_word(words[count - 1]):
                continue
            text = " ".join(words[:count])
            if text.islower() or fold(text).removeprefix("the ") in self._common:
                continue
            if found := self.lookup(text):
                return count, found
        return 0, ()

    def demonym(self, word: str) -> Entry | None:
        """What an adjective or noun of belonging points to («السورية», "Syrians", «كوري جنوبي»): mostly a state; None
        when nothing.

        English words need their capital letter.
        """
        id = self._demonyms.get(word) or self._demonyms.get(fold(word))
        return None if id is None else self._entries[id]

    def within(self, entry: Entry) -> tuple[Entry, ...]:
        """The places that contain it, from the next larger one up to its state."""
        chain: dict[str, Entry] = {}
        while entry.within and entry.within not in chain:
            entry = self._entries[entry.within]
            chain[entry.id] = entry
        return tuple(chain.values())

    def post(self, title: str) -> str | None:
        """The post that a bare title names: "Prime Minister" and «رئيس الوزراء» -> "prime-minister"; None when
        unknown.
        """
        return self._offices.post(title)

    def office_holders(self, body: str, *, post: str | None = None, day: date | None = None) -> tuple[Term, ...]:
        """The terms of office at the state or organisation of that id, latest first.

        `day` keeps those that may cover it and puts those that surely do first. `post`: a key of `posts.tsv`; "leader"
        is what the source calls whoever ruled, whatever the post.
        """
        return self._offices.of_body(body, post=post, day=day)

    def terms(self, holder: str) -> tuple[Term, ...]:
        """The terms of office of a person, earliest first."""
        return self._offices.of_holder(holder)

    def search(self, text: str, limit: int = 10) -> tuple[Entry, ...]:
        """Entries for a person to choose from: the name itself first, then names that begin with it, then names with
        these words.
        """
        asked = key(text)
        if not asked:
            return ()
        ranked: list[tuple[int, _Hit]] = []
        for table in (self._names, self._acronyms):
            for name, hits in table.items():
                if asked in name:
                    ranked += [(_closeness(name, asked), hit) for hit in hits]
        ids = dict.fromkeys(hit[-1] for closeness, hit in sorted(ranked) if closeness < 3)
        return tuple(self._entries[id] for id in list(ids)[:limit])

    def _add(self, entry: Entry) -> None:
        kind = _ORDER[entry.kind]
        rank = (not entry.capital_of, -entry.population, entry.within is not None, entry.id)
        for text in entry.names.values():
            self._index(self._names, key(text), (kind, 0, *rank))
        for _, text, type in entry.aliases:
            table = self._acronyms if type == "acronym" else self._names
            self._index(table, key(text), (kind, _LESS_LIKELY.get(type, 0), *rank))
        if entry.country and (entry.kind is Kind.STATE or entry.country not in self._states) and _is_territory(entry):
            self._states[entry.country] = entry
        if entry.capital_of:
            self._capitals.setdefault(entry.capital_of, entry)

    def _index(self, table: dict[str, list[_Hit]], name: str, hit: _Hit) -> None:
        if name:
            table[name].append(hit)
            first = name.partition(" ")[0]
            self._most_words[first] = max(self._most_words.get(first, 0), name.count(" ") + 1)

    def _reach(self, words: Sequence[str]) -> int:
        """At how many words from the start a name can end. A name of n words may be cut into more (dots, hyphens)."""
        for skipped, word in enumerate(words[:3]):
            folded = _key_of_word(word)
            most = self._most_words.get(folded.partition(" ")[0], 0)
            if most:
                return skipped + 2 * most + 1
            if fold(word) not in _ARTICLES and not (skipped and not folded):
                return 0
        return 0


def load_gazetteer(files: Sequence[Path] = ()) -> Gazetteer:
    """The gazetteer that comes with the package, with a user's own files on top (same columns; see
    `kg.gazetteer.loading`).

    Raises `InputError` with file and line.
    """
    folder = data_folder() / "gazetteer"
    tables = [*(folder / f"{name}.tsv" for name in FILES), *files]
    terms = [folder / f"{name}.tsv" for name in ("terms", "terms_archives")]
    posts, demonyms, common = (folder / f"{name}.tsv" for name in ("posts", "demonyms", "common"))
    entries = read_entries(tables)
    return Gazetteer(
        entries,
        demonyms=read_demonyms(demonyms, entries),
        offices=read_offices(terms, posts, entries),
        common=frozenset(row.cells["word"] for row in read_table(common, ("word",), needed=("word",))),
        digest=_digest([*tables, *terms, posts, demonyms, common]),
    )


def _digest(files: Sequence[Path]) -> str:
    return hashlib.sha256("".join(hashlib.sha256(file.read_bytes()).hexdigest() for file in files).encode()).hexdigest()


def _written_as_acronym(text: str) -> bool:
    """Two or three letters must all be capitals ("WHO", not "Who"); longer ones may be written as a name ("Nato")."""
    letters = [letter for letter in text if letter.isalpha()]
    return all(letter.isupper() for letter in letters) or (len(letters) > 3 and letters[0].isupper())


def _is_territory(entry: Entry) -> bool:
    return entry.kind is Kind.STATE or (entry.kind is Kind.PLACE and not entry.within and not entry.capital_of)


def _ends_in_word(word: str) -> bool:
    return any(letter.isalnum() for letter in word)


def _closeness(name: str, asked: str) -> int:
    if name == asked:
        return 0
    if name.startswith(asked):
        return 1
    return 2 if f" {asked}" in name else 3
