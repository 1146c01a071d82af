"""Every IRI that is written, and the two doors through which text from outside becomes a term: `iri` and `literal`.

No term is built from a string anywhere else, so nothing hostile gets into the graph: IRIs of ours are ASCII and hashed,
foreign ones have an allowed scheme and no control or direction characters, literals hold only what every RDF syntax can
carry.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from kg.errors import InputError
from kg.model import Article, Kind, Span, Time, digest

ONTOLOGY = "https://w3id.org/hadath/ontology#"
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "kg": ONTOLOGY,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix -> namespace, for every syntax that has prefixes."""

SCHEMES = frozenset({"http", "https", "urn", "tag", "doi", "info"})
"""The schemes that a foreign IRI may have; none of them runs anything or reads a file."""

_SAFE_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_DIGEST = re.compile(r"[0-9a-f]{20}")
_INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NOT_CARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")
_hashed = lru_cache(maxsize=1 << 12)(digest)
_PATHS = {Kind.PLACE: "place", Kind.OFFICE: "office", Kind.DOCUMENT: "document"}


@dataclass(frozen=True, slots=True)
class Namespace:
    """A namespace; called with a local name it gives the IRI."""

    prefix: str

    def __call__(self, name: str) -> NamedNode:
        """The IRI of that local name."""
        return _term(PREFIXES[self.prefix] + name)


@lru_cache(maxsize=1 << 12)
def _term(text: str) -> NamedNode:
    return NamedNode(text)


DCAT, DCTERMS, KG, OA, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, VOID, WD, XSD = map(Namespace, PREFIXES)
TYPE = RDF("type")
LABEL = RDFS("label")


def named(prefixed: str) -> NamedNode:
    """The IRI of a prefixed name ("skos:closeMatch"); raises `KeyError` for an unknown prefix.

    >>> named("kg:Visit").value
    'https://w3id.org/hadath/ontology#Visit'
    """
    prefix, _, name = prefixed.partition(":")
    return _term(PREFIXES[prefix] + name)


def term_name(value: str) -> str:
    """The local name of a value of a closed list: "part-of-month" -> "PartOfMonth"."""
    return "".join(part.capitalize() for part in value.split("-"))


def value(text: str) -> NamedNode:
    """The individual of a value of a closed list (a status, a precision, a stance …)."""
    return KG(term_name(text))


def iri(text: str) -> NamedNode:
    """The IRI that a text from outside is; raises `InputError` when it is none, or one that we do not pass on.

    Unicode letters may stay (RFC 3987); spaces, control, direction and quoting characters and schemes outside `SCHEMES`
    may not.
    """
    scheme, colon, rest = text.partition(":")
    if not colon or scheme.lower() not in SCHEMES or not rest:
        raise InputError(
            f"{text[:80]!r} is no IRI that can be kept", advice=f"schemes are {', '.join(sorted(SCHEMES))}"
        )
    if _INVISIBLE.search(text) or _NOT_CARRIED.search(text):
        raise InputError(f"the IRI {text[:80]!r} holds invisible or control characters")
    try:
        return NamedNode(text)
    except ValueError as fault:
        raise InputError(f"{text[:80]!r} is no IRI: {fault}") from fault


def clean(text: str) -> str:
    r"""The text without what RDF cannot carry: control characters other than tab and line ends, lone surrogates.

    For quoted words, which stay as they are written otherwise.

    >>> clean("a\x00b")
    'ab'
    """
    return _NOT_CARRIED.sub("", text)


def clean_label(text: str) -> str:
    r"""A name or title for showing: NFC, one line, single spaces, no invisible direction marks.

    >>> clean_label("\u200fأحمد\n الشرع")
    'أحمد الشرع'
    """
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", clean(text)))).strip()


def literal(text: str, lang: str | None = None) -> Literal:
    """Words as they are written, with their language."""
    return Literal(clean(text), language=lang) if lang else Literal(clean(text))


def label(text: str, lang: str | None = None) -> Literal:
    """A name or title, with its language."""
    return Literal(clean_label(text), language=lang) if lang else Literal(clean_label(text))


def day(value: date) -> Literal:
    """An xsd:date."""
    return Literal(value.isoformat(), datatype=XSD("date"))


def moment(published: str) -> Literal:
    """The publication time as given: xsd:date, or xsd:dateTime with the offset that it came with."""
    if len(published) <= len("2025-11-02"):
        return day(date.fromisoformat(published))
    return Literal(datetime.fromisoformat(published).isoformat(), datatype=XSD("dateTime"))


def number(value: int | float) -> Literal:
    """An xsd:integer, or an xsd:decimal of at most six places.

    >>> number(3).value, number(0.870).value
    ('3', '0.87')
    """
    if isinstance(value, int):
        return Literal(str(value), datatype=XSD("integer"))
    return Literal(_decimal(value), datatype=XSD("decimal"))


def _decimal(value: float) -> str:
    text = f"{Decimal(repr(value)):.6f}".rstrip("0")
    return text + "0" if text.endswith(".") else text


def flag(value: bool) -> Literal:
    """An xsd:boolean."""
    return Literal("true" if value else "false", datatype=XSD("boolean"))


def display_time(time: Time) -> Literal | None:
    """The time in its own datatype (xsd:date, gYearMonth, gYear), for showing; None for intervals and open times."""
    iso = time.iso
    if iso is None or "/" in iso:
        return None
    datatype = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(iso)]
    return Literal(iso, datatype=XSD(datatype))


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of what one knowledge graph holds, all below `base`, which ends in "/"."""

    base: str

    def _of(self, path: str, id: str) -> NamedNode:
        part = id if _SAFE_PART.fullmatch(id) else digest(id)
        return NamedNode(f"{self.base}{path}/{part}")

    def article(self, id: str) -> NamedNode:
        """An article, by the id it was given."""
        return NamedNode(f"{self.base}article/{_hashed(id)}")

    def actor(self, kind: Kind, id: str) -> NamedNode:
        """An actor, place, office or document, by the id of its `ResolvedActor`."""
        return self._of(_PATHS.get(kind, "actor"), id)

    def event(self, id: str) -> NamedNode:
        """An event."""
        return self._of("event", id)

    def claim(self, id: str) -> NamedNode:
        """A claim."""
        return self._of("claim", id)

    def argument(self, claim: str, name: str) -> NamedNode:
        """An argument of a claim; `name`: its number from 1, or "place"."""
        return NamedNode(f"{self.claim(claim).value}/{name}")

    def utterance(self, article: str, id: str) -> NamedNode:
        """An act of saying; ids that are not digests are unique in their article only."""
        return self._of("utterance", id if _DIGEST.fullmatch(id) else digest(article, id))

    def period(self, id: str) -> NamedNode:
        """A membership or a term of office."""
        return self._of("period", id)

    def contradiction(self, id: str) -> NamedNode:
        """A contradiction."""
        return self._of("contradiction", id)

    def judgement(self, id: str) -> NamedNode:
        """A judgement."""
        return self._of("judgement", id)

    def run(self, id: str) -> NamedNode:
        """A run."""
        return self._of("run", id)

    def agent(self, version: str) -> NamedNode:
        """Hadath itself, in that version."""
        return self._of("agent", f"hadath-{version}")

    def evidence(self, article: Article, span: Span) -> NamedNode:
        """A span of an article: the fragment of RFC 5147, counted in code points."""
        return NamedNode(f"{self.article(article.id).value}#char={span.start},{span.end}")

    def selector(self, article: Article, span: Span, way: str) -> NamedNode:
        """How a span is found again; `way`: "position" or "quote"."""
        return NamedNode(f"{self.article(article.id).value}/selector/{span.start}-{span.end}/{way}")

    def claims_graph(self, article: str) -> NamedNode:
        """The named graph of the claims and utterances of one article."""
        return NamedNode(f"{self.base}graph/article/{_hashed(article)}")

    def graph(self, name: str) -> NamedNode:
        """The named graph of "judgements", "provenance" or "description"."""
        return NamedNode(f"{self.base}graph/{name}")

    def dataset(self, path: str = "") -> NamedNode:
        """The dataset, or a part of its description below it."""
        return NamedNode(f"{self.base}dataset{path}")

    def own(self, name: str) -> NamedNode:
        """A class or property of a user's own event types."""
        return NamedNode(f"{self.base}ontology#{name}")
