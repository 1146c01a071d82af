"""The values that every stage passes on: articles, actors, claims, utterances, and what resolution makes of them.

All are frozen. Offsets are code points into `Article.text`, half-open. Days are calendar days of the article's own
place.
Languages are BCP 47. Scores lie in [0, 1].
"""

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

OPEN_START = date(1, 1, 1)
"""The earliest day of a time whose beginning is not known."""
OPEN_END = date(9999, 12, 31)
"""The latest day of a time whose end is not known."""


def digest(*parts: str) -> str:
    """The first 20 hex digits of SHA-256 over the NFC parts, the form of every id.

    >>> digest("seed", "Visit", "93")
    '60a1faa60a5964f759ce'
    """
    joined = "\x1f".join(unicodedata.normalize("NFC", part) for part in parts)
    return hashlib.sha256(joined.encode("utf8", "surrogatepass")).hexdigest()[:20]


class Kind(StrEnum):
    """What an actor is; place, office and document are kept like actors."""

    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    PLACE = "place"
    GROUP = "group"
    OFFICE = "office"
    DOCUMENT = "document"
    OTHER = "other"


class Factuality(StrEnum):
    """Whether a claim says that its event happened."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"


class Status(StrEnum):
    """What the claims together say of an event; `DISPUTED`: some say that it happened, some deny it."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    DISPUTED = "disputed"


class Precision(StrEnum):
    """What the two bounds of a time mean."""

    DAY = "day"
    PART_OF_MONTH = "part-of-month"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    NOT_AFTER = "not-after"
    NOT_BEFORE = "not-before"


class Stance(StrEnum):
    """How a speaker stands to what he says."""

    NEUTRAL = "neutral"
    ASSERTS = "asserts"
    DENIES = "denies"
    DISTANCES = "distances"


class Finder(StrEnum):
    """What found a claim."""

    FRAME = "frame"
    MODEL = "model"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Article.text`."""

    start: int
    end: int

    def overlap(self, other: "Span") -> int:
        """How many code points both cover; 0 or less: none."""
        return min(self.end, other.end) - max(self.start, other.start)


@dataclass(frozen=True, slots=True)
class Article:
    """One text. `text` begins with the title line, a blank line, then the body; all offsets count from its start.

    `published`: ISO 8601 date, or date and time with the offset it came with. `publisher`, `url`: None when not given.
    """

    id: str
    lang: str
    published: str
    title: str
    text: str
    publisher: str | None = None
    url: str | None = None

    @property
    def day(self) -> date:
        """The local day of publication, from which relative dates count."""
        return datetime.fromisoformat(self.published).date()

    @property
    def digest(self) -> str:
        """SHA-256 of the text, in hex."""
        return hashlib.sha256(self.text.encode("utf8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of days. Both bounds are always set; `precision` says what they mean.

    `text` and `span`: the words it comes from; "" and None when it follows from the publication day.
    """

    earliest: date
    latest: date
    precision: Precision
    text: str = ""
    span: Span | None = None

    @property
    def iso(self) -> str | None:
        """YYYY, YYYY-MM, YYYY-MM-DD, or A/B for an interval; None when only one bound is known."""
        match self.precision:
            case Precision.DAY:
                return self.earliest.isoformat()
            case Precision.MONTH:
                return f"{self.earliest:%Y-%m}" if self.earliest.year >= 1000 else None
            case Precision.YEAR:
                return f"{self.earliest.year:04}"
            case Precision.INTERVAL | Precision.PART_OF_MONTH:
                return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Actor:
    """What one article says of one actor (place, office, document): its mentions, after coreference.

    `id`: unique in its article only ("x1"). `name`: its best name in the article's language. `named`: False for "7
    soldiers",
    "a source", which never merge by name. `entry`: id of its gazetteer row (None: not there). `country`: ISO 3166
    alpha-3 of the
    state it belongs to (None: not said). `office`: the post it is said to hold, as written. `count`: how many, for
    groups.
    """

    id: str
    kind: Kind
    name: str
    mentions: tuple[Span, ...]
    named: bool = True
    names: tuple[str, ...] = ()
    entry: str | None = None
    country: str | None = None
    office: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """One filler of one role; `actor` is the id of an `Actor` of the same article; `span` is the mention that fills it
    here.
    """

    role: str
    actor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says of one event.

    `triggers`: in text order, the first one names the claim. `time`, `place`: None when the text gives none.
    `speaker`: the actor who
    says so (None: the article itself). `utterance`: id of the act of saying. `content`: id of the claim that this one
    is about (an
    invitation's visit). `manner`: how it is negated (denied, cancelled, failed) or planned (announced, postponed);
    None: plainly.
    """

    id: str
    article: str
    type: str
    triggers: tuple[Span, ...]
    arguments: tuple[Argument, ...]
    factuality: Factuality
    time: Time | None = None
    place: Argument | None = None
    speaker: str | None = None
    utterance: str | None = None
    mode: str | None = None
    manner: str | None = None
    content: str | None = None
    found_by: Finder = Finder.FRAME
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Utterance:
    """An act of saying in an article. `via`: the medium that passed it on, an actor. `quote`: the span of direct
    speech.
    """

    id: str
    article: str
    speaker: str
    cue: Span
    stance: Stance = Stance.NEUTRAL
    time: Time | None = None
    place: str | None = None
    via: str | None = None
    quote: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one article; ordered by position in the text."""

    article: str
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    utterances: tuple[Utterance, ...] = ()

    def actor(self, id: str) -> Actor:
        """The actor of that id; raises `KeyError` when there is none."""
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class Label:
    """A name in a language; `generated` when no text gives it (romanised, made from a template)."""

    text: str
    lang: str
    generated: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """One actor across all articles.

    `id`: the hashed part of its IRI. `labels`: best first. `aliases`: other names, sorted. `entry`: gazetteer row or
    None. `mentions`:
    (article id, actor id) of its members, sorted. `same_as`: IRIs of the same thing elsewhere.
    """

    id: str
    kind: Kind
    labels: tuple[Label, ...]
    mentions: tuple[tuple[str, str], ...]
    aliases: tuple[Label, ...] = ()
    named: bool = True
    entry: str | None = None
    country: str | None = None
    within: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    count: int | None = None
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event across all articles: the resolved view of its claims.

    `roles`: (role, actor id) pairs, sorted. `time`: bounds always set. `place`: actor id or None. `contested`: names
    of values on which
    claims differ ("status", "time", or a role). `speakers`: actor ids of those whose word it is, empty when articles
    say it themselves.
    `first_reported`: earliest publication day. `independent_sources`: number of distinct publishers. `content`: id of
    another event.
    """

    id: str
    type: str
    status: Status
    claims: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    time: Time
    first_reported: date
    independent_sources: int
    place: str | None = None
    manner: str | None = None
    mode: str | None = None
    contested: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    attributed: bool = False
    content: str | None = None
    labels: tuple[Label, ...] = ()


class PeriodKind(StrEnum):
    """What a period is a period of."""

    MEMBERSHIP = "membership"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Period:
    """A membership (member, organisation) or a term of office (holder, office and body).

    `holder`, `organization`: actor ids; `office`: id of an office actor or None. `earliest_start` … `latest_end`:
    bounds; OPEN_START and
    OPEN_END where not known or still open. `events`: the event ids it follows from, sorted. `stated`: days on which it
    is said to hold.
    """

    id: str
    kind: PeriodKind
    holder: str
    organization: str | None
    office: str | None
    earliest_start: date
    latest_start: date
    earliest_end: date
    latest_end: date
    events: tuple[str, ...]
    stated: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more claims of one event that cannot all be true; `about` names the value ("status", "time", or a
    role).
    """

    id: str
    event: str
    about: str
    claims: tuple[str, ...]


class Verdict(StrEnum):
    """What a judgement decides."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    REJECTED = "rejected"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision, with who took it and why. `left` and `right`: IRIs or ids of what is judged; `right` is "" for a
    single claim.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    by: str
    reason: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Resolution:
    """The resolved view of a set of articles; every tuple sorted by id."""

    events: tuple[Event, ...] = ()
    actors: tuple[ResolvedActor, ...] = ()
    periods: tuple[Period, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    placed: dict[tuple[str, str], str] = field(default_factory=dict)
    """(article id, actor id in it) -> resolved actor id."""
    about: dict[str, str] = field(default_factory=dict)
    """claim id -> event id."""


class Severity(StrEnum):
    """How bad an issue is."""

    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that went wrong with one input and did not stop the rest: a line of `issues.jsonl`. `where`: file,
    line, article id.
    """

    severity: Severity
    where: str
    what: str
    advice: str | None = None
