"""What a frame file says, as values: event types, roles, trigger patterns, examples."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kg.model import Factuality, Kind

LANGUAGES = ("ar", "en")
SIDES = ("initiator", "recipient", "both")
QUADS = ("verbal-cooperation", "verbal-conflict", "material-cooperation", "material-conflict")
PERIODS = ("joins", "leaves", "states", "takes-office", "leaves-office")


@dataclass(frozen=True, slots=True)
class Role:
    """A role of an event type. `side`: whose doing it is (None: neither). `many`: whether several fillers are usual."""

    name: str
    label: Mapping[str, str]
    kinds: frozenset[Kind]
    side: str | None = None
    many: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A grammatical position of a trigger and the roles it may fill, tried in order against the kind of the filler.

    `function`: subject, object, genitive, … (see `kg.language.base.FUNCTIONS`) or a preposition of the language.
    """

    function: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say an event: a trigger and what its positions fill.

    `part`: verb, noun or adjective. `words`: alternatives, each a sequence of lemmas. `light`: (verb, preposition or
    "") pairs whose
    subject fills the role of `light_subject`. `needs`: roles or functions without which the pattern does not fire.
    `only`, `unless`:
    (function, lemmas) conditions on a position. `mode`: the mode that the trigger carries (None: none).
    """

    part: str
    words: tuple[tuple[str, ...], ...]
    slots: tuple[Slot, ...]
    light: tuple[tuple[str, str], ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    only: tuple[tuple[str, frozenset[str]], ...] = ()
    unless: tuple[tuple[str, frozenset[str]], ...] = ()
    mode: str | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedClaim:
    """A claim that an example must give. `roles`: role -> texts, each contained in or containing a mention of a filler.

    `date`, `factuality`, `source`: None when the example does not say; `source` "" means the article's own voice.
    """

    trigger: str
    roles: Mapping[str, tuple[str, ...]]
    factuality: Factuality | None = None
    date: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text with all the claims of this type that it makes; none of the type when `claims` is empty (a look-alike)."""

    lang: str
    text: str
    date: date
    claims: tuple[ExpectedClaim, ...]
    where: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type, from one frame file. `core`: the roles that tell one event from another across articles.

    `mode_labels`: mode -> label by language, for those that have one.
    """

    name: str
    parent: str | None
    label: Mapping[str, str]
    definition: Mapping[str, str]
    titles: Mapping[str, Mapping[str, str]]
    quad: str
    roles: Mapping[str, Role]
    core: tuple[str, ...]
    patterns: Mapping[str, tuple[Pattern, ...]]
    examples: tuple[Example, ...]
    modes: tuple[str, ...] = ()
    mode_labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    mappings: Mapping[str, Any] = field(default_factory=dict)
    period: str | None = None
    content: bool = False
    own: bool = False
    where: str = ""


@dataclass(frozen=True, slots=True)
class Ontology:
    """All event types by name, sorted. `digest`: of the frame files, for provenance and work stores."""

    types: Mapping[str, EventType]
    digest: str
