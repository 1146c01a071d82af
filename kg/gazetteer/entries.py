"""The values of the gazetteer: what is known of one name-bearer, and of one term of office."""

from dataclasses import dataclass, field
from datetime import date

from kg.model import OPEN_END, OPEN_START, Kind

ALIAS_TYPES = ("official", "short", "acronym", "variant", "former", "pejorative", "kunya", "nom-de-guerre")
"""How a name stands to its bearer. An `acronym` is found only as it is written: "US", never "us"."""

Alias = tuple[str, str, str]
"""(language, text, one of `ALIAS_TYPES`)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the gazetteer.

    `id`: a Wikidata id ("Q858"), a GeoNames id ("gn:170654") or our own ("x-islamic-state"). `names`: language -> the
    name to show; at least one. `country`: ISO 3166 alpha-3 of the state it is in or belongs to (None: none, or
    several). `within`: id of the next larger place. `capital_of`: id of the state. `population`: 0 when not known.
    `source`: where the row comes from.
    """

    id: str
    kind: Kind
    names: dict[str, str]
    aliases: tuple[Alias, ...] = ()
    country: str | None = None
    within: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    capital_of: str | None = None
    population: int = 0
    source: str = "user"

    def name(self, lang: str) -> str:
        """The name in that language, else in English, else in any."""
        return self.names.get(lang) or self.names.get("en") or next(iter(self.names.values()))


@dataclass(frozen=True, slots=True)
class Term:
    """One stretch in which somebody held a post.

    `holder`: entry id (None: the source gives only the name). `name`: as the source writes it. `post`: a key of
    `posts.tsv`. `body`: entry id of the state or organisation. The four bounds say between which days it began and
    ended; OPEN_START, OPEN_END: not known.
    """

    holder: str | None
    name: str
    post: str
    body: str
    earliest_start: date = OPEN_START
    latest_start: date = OPEN_END
    earliest_end: date = OPEN_START
    latest_end: date = OPEN_END
    source: str = field(default="user", compare=False)

    def may_hold(self, day: date) -> bool:
        """Whether nothing excludes that the post was held on that day."""
        return self.earliest_start <= day <= self.latest_end

    def surely_holds(self, day: date) -> bool:
        """Whether the post was held on that day whatever the true bounds are."""
        return self.latest_start <= day <= self.earliest_end
