"""The classes, properties and individuals of the ontology that are no event types: `ontology/terms.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from kg.resources import ontology_folder


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or individual.

    `label`, `comment`: by language. `parents`: prefixed names of superclasses, superproperties or, of an individual,
    its classes. `close`: what it corresponds to elsewhere. `domain`, `range`: hints, prefixed names; a range that is a
    datatype makes a data property.
    """

    name: str
    label: Mapping[str, str]
    comment: Mapping[str, str]
    parents: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    disjoint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """All terms by local name."""

    classes: Mapping[str, Term]
    properties: Mapping[str, Term]
    individuals: Mapping[str, Term]


@cache
def load_terms() -> Terms:
    """The terms that come with the package."""
    document = yaml.safe_load((ontology_folder() / "terms.yaml").read_text(encoding="utf8"))
    return Terms(*({name: _term(name, row) for name, row in document[part].items()} for part in Terms.__slots__))


def _term(name: str, row: Mapping[str, object]) -> Term:
    """A row; `ar` and `en` are labels, `about` the comments."""
    lists = {field: tuple(_list(row.get(field))) for field in ("parents", "close", "domain", "range", "disjoint")}
    return Term(name, {lang: str(row[lang]) for lang in ("ar", "en")}, _texts(row.get("about")), **lists)


def _texts(value: object) -> dict[str, str]:
    return {str(lang): str(text) for lang, text in value.items()} if isinstance(value, dict) else {}


def _list(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
