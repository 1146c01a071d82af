"""Makes the ontology and the JSON-LD context from the frames and `ontology/terms.yaml`.

    python -m kg.graph.schema > ontology/ontology.ttl
    python -m kg.graph.schema context > ontology/context.jsonld
    python -m kg.graph.schema write

Nothing in it lets a reasoner make more events: roles have `schema:domainIncludes`, not `rdfs:domain`, and only persons,
documents and offices are disjoint. What a type requires is for the shapes to say.
"""

import io
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat

from kg.graph.roles import acting_names
from kg.graph.serialising import write_rdf
from kg.graph.statements import Pairs, describe
from kg.graph.terms import Term, Terms, load_terms
from kg.graph.view import common_modes, common_roles
from kg.graph.vocabulary import (
    DCTERMS,
    KG,
    LABEL,
    ONTOLOGY,
    OWL,
    PREFIXES,
    RDFS,
    SCHEMA,
    SEM,
    SKOS,
    TYPE,
    Iris,
    label,
    literal,
    named,
    term_name,
    value,
)
from kg.model import Kind
from kg.ontology import EventType, Ontology, Role, load_ontology
from kg.resources import ontology_folder

LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"
DATATYPES = ("xsd:", "rdf:langString")
_TITLE = {"en": "Hadath: events in the news", "ar": "حدث: أحداث الأخبار"}


def ontology_quads(ontology: Ontology, *, base: str = "") -> Iterator[Quad]:
    """All statements of the ontology. `base`: below which a user's own event types live; there are none in ours."""
    terms = load_terms()
    names = _Names(ontology, terms, Iris(base))
    yield from describe(NamedNode(ONTOLOGY.rstrip("#")), _head_pairs())
    for term in terms.classes.values():
        yield from describe(KG(term.name), _class_pairs(term))
    for term in terms.properties.values():
        if term.name not in names.roles:
            yield from describe(KG(term.name), _property_pairs(term))
    for term in terms.individuals.values():
        yield from describe(KG(term.name), _individual_pairs(term))
    for event_type in ontology.types.values():
        yield from describe(names.type(event_type.name), _type_pairs(event_type, names))
    for name, users in names.roles.items():
        yield from describe(names.role(name), _role_pairs(name, users, names))
    for name, words in names.modes.items():
        yield from describe(names.mode(name), _mode_pairs(name, words, names))


def ontology_turtle(ontology: Ontology, *, base: str = "") -> bytes:
    """The ontology as Turtle, always the same bytes for the same frames."""
    quads = sorted(ontology_quads(ontology, base=base), key=lambda quad: (quad.subject.value, _rank(quad), str(quad)))  # type: ignore[union-attr]  # no blank nodes
    target = io.BytesIO()
    write_rdf((quad.triple for quad in quads), target, RdfFormat.TURTLE, prefixes=PREFIXES)
    return target.getvalue()


def context(ontology: Ontology) -> bytes:
    """A JSON-LD context in which every class, property and value of the ontology is a plain word."""
    terms = load_terms()
    words: dict[str, object] = {"@version": 1.1, **PREFIXES, "id": "@id", "type": "@type"}
    words["label"] = {"@id": "rdfs:label", "@container": "@language"}
    words["altLabel"] = {"@id": "skos:altLabel", "@container": ["@language", "@set"]}
    for name in ("hasActor", "hasPlace"):
        words[name] = {"@id": f"sem:{name}", "@type": "@id"}
    for name in ("hasEarliestBeginTimeStamp", "hasLatestEndTimeStamp"):
        words[name] = {"@id": f"sem:{name}", "@type": "xsd:date"}
    for term in terms.properties.values():
        words[term.name] = _context_of(term)
    for role in sorted(common_roles(ontology, terms)):
        words[role] = {"@id": f"kg:{role}", "@type": "@id"}
    types = [event_type.name for event_type in ontology.types.values() if not event_type.own]
    modes = map(term_name, common_modes(ontology, terms))
    for name in sorted({*terms.classes, *terms.individuals, *types, *modes}):
        words[name] = f"kg:{name}"
    return json.dumps({"@context": words}, ensure_ascii=False, indent=1).encode("utf8") + b"\n"


class _Names:
    """The IRIs of types, roles and modes, which types have which role, and the labels of the modes."""

    def __init__(self, ontology: Ontology, terms: Terms, iris: Iris) -> None:
        self.ontology, self.terms, self.iris = ontology, terms, iris
        self.common = common_roles(ontology, terms)
        self.common_modes = common_modes(ontology, terms)
        self.acting = acting_names(ontology)
        self.modes: dict[str, dict[str, str]] = {}
        self.roles: dict[str, list[tuple[EventType, Role]]] = {}
        for event_type in ontology.types.values():
            for role in event_type.roles.values():
                self.roles.setdefault(role.name, []).append((event_type, role))
            for mode in event_type.modes:
                self.modes[mode] = {**event_type.mode_labels.get(mode, {}), **self.modes.get(mode, {})}

    def type(self, name: str) -> NamedNode:
        return self.iris.own(name) if self.ontology.types[name].own else KG(name)

    def role(self, name: str) -> NamedNode:
        return KG(name) if name in self.common else self.iris.own(name)

    def mode(self, name: str) -> NamedNode:
        return KG(term_name(name)) if name in self.common_modes else self.iris.own(term_name(name))


def _head_pairs() -> Pairs:
    yield TYPE, OWL("Ontology")
    yield DCTERMS("license"), NamedNode(LICENCE)
    for lang, text in _TITLE.items():
        yield DCTERMS("title"), label(text, lang)
        yield LABEL, label(text, lang)


def _word_pairs(term: Term) -> Pairs:
    yield from ((LABEL, label(text, lang)) for lang, text in term.label.items())
    yield from ((RDFS("comment"), label(text, lang)) for lang, text in term.comment.items())
    yield RDFS("isDefinedBy"), NamedNode(ONTOLOGY.rstrip("#"))
    yield from ((SKOS("closeMatch"), named(other)) for other in term.close)


def _class_pairs(term: Term) -> Pairs:
    yield TYPE, OWL("Class")
    yield from _word_pairs(term)
    yield from ((RDFS("subClassOf"), named(parent)) for parent in term.parents)
    yield from ((OWL("disjointWith"), named(other)) for other in term.disjoint)


def _property_pairs(term: Term) -> Pairs:
    yield TYPE, OWL("DatatypeProperty" if _is_data(term) else "ObjectProperty")
    yield from _word_pairs(term)
    yield from _hint_pairs(term)


def _hint_pairs(term: Term) -> Pairs:
    yield from ((SCHEMA("domainIncludes"), named(name)) for name in term.domain)
    yield from ((SCHEMA("rangeIncludes"), named(name)) for name in term.range)


def _individual_pairs(term: Term) -> Pairs:
    yield TYPE, OWL("NamedIndividual")
    yield from ((TYPE, named(parent)) for parent in term.parents)
    yield from _word_pairs(term)


def _type_pairs(event_type: EventType, names: _Names) -> Pairs:
    yield TYPE, OWL("Class")
    yield RDFS("subClassOf"), names.type(event_type.parent) if event_type.parent else SEM("Event")
    yield from ((LABEL, label(text, lang)) for lang, text in event_type.label.items())
    yield from ((RDFS("comment"), label(text, lang)) for lang, text in event_type.definition.items())
    yield RDFS("isDefinedBy"), None if event_type.own else NamedNode(ONTOLOGY.rstrip("#"))
    yield KG("quad"), value(event_type.quad)
    yield from ((KG("hasMode"), names.mode(mode)) for mode in event_type.modes)
    yield from _mapping_pairs(event_type.mappings)


def _mapping_pairs(mappings: Mapping[str, object]) -> Pairs:
    """Codes of other event schemes as text; classes of Wikidata and schema.org as SKOS matches, never owl:sameAs."""
    for scheme, found in mappings.items():
        for code in found if isinstance(found, list | tuple) else [found]:
            if scheme in ("plover", "cameo", "acled"):
                yield KG(scheme), literal(str(code))
            elif scheme in ("wikidata", "schema"):
                prefix = {"wikidata": "wd", "schema": "schema"}[scheme]
                yield SKOS("closeMatch"), named(str(code) if ":" in str(code) else f"{prefix}:{code}")


def _role_pairs(name: str, users: list[tuple[EventType, Role]], names: _Names) -> Pairs:
    yield TYPE, OWL("ObjectProperty")
    yield RDFS("subPropertyOf"), SEM("hasActor") if name in names.acting else None
    term = names.terms.properties.get(name) if name in names.common else None
    if term:
        yield from _word_pairs(term)
        yield from _hint_pairs(term)
    for event_type, role in users:
        yield from ((LABEL, label(text, lang)) for lang, text in ({} if term else users[0][1].label).items())
        yield SCHEMA("domainIncludes"), names.type(event_type.name)
        yield from ((SCHEMA("rangeIncludes"), value(kind)) for kind in Kind if kind in role.kinds)


def _mode_pairs(name: str, words: Mapping[str, str], names: _Names) -> Pairs:
    yield TYPE, OWL("NamedIndividual")
    yield TYPE, KG("Mode")
    yield from ((LABEL, label(text, lang)) for lang, text in (words or {"en": name.replace("-", " ")}).items())
    yield RDFS("isDefinedBy"), NamedNode(ONTOLOGY.rstrip("#")) if name in names.common_modes else None


def _is_data(term: Term) -> bool:
    return any(name.startswith(DATATYPES) for name in term.range)


def _context_of(term: Term) -> dict[str, str]:
    if not _is_data(term):
        return {"@id": f"kg:{term.name}", "@type": "@id"}
    if len(term.range) == 1 and term.range[0] not in ("xsd:string", "rdf:langString"):
        return {"@id": f"kg:{term.name}", "@type": term.range[0]}
    return {"@id": f"kg:{term.name}"}


def _rank(quad: Quad) -> int:
    return [TYPE.value, LABEL.value].index(quad.predicate.value) if quad.predicate in (TYPE, LABEL) else 2


def _generated(ontology: Ontology) -> dict[str, bytes]:
    return {"ontology.ttl": ontology_turtle(ontology), "context.jsonld": context(ontology)}


def main(arguments: list[str]) -> None:
    """Writes the ontology to stdout, with "context" the context; with "write" both to the ontology folder."""
    files = _generated(load_ontology())
    if arguments == ["write"]:
        for name, content in files.items():
            Path(ontology_folder() / name).write_bytes(content)
    else:
        sys.stdout.buffer.write(files["context.jsonld" if arguments == ["context"] else "ontology.ttl"])


if __name__ == "__main__":
    main(sys.argv[1:])
