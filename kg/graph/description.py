"""The graph that describes the dataset: VoID and DCAT, with counts for each class and property."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from kg.graph.provenance import Run
from kg.graph.statements import Pairs, Value, describe
from kg.graph.view import View
from kg.graph.vocabulary import DCAT, DCTERMS, LABEL, ONTOLOGY, PROV, TYPE, VOID, label, literal, number
from kg.model import digest

_RIGHTS = {
    "en": "The quoted words belong to the publishers of the articles; the facts are free.",
    "ar": "الكلمات المقتبسة ملك لناشري المقالات، أما الوقائع فحرة.",
}
_TITLE = {"en": "Event knowledge graph made by Hadath", "ar": "رسم معرفي للأحداث أعده «حدث»"}
_ABOUT = {
    "en": "Who did what to whom, where, when, according to whom, and whether it happened, read from news articles.",
    "ar": "من فعل ماذا بمن وأين ومتى وبحسب من، وهل وقع، مستخرجا من مقالات إخبارية.",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Instances of each class and triples of each property, counted while the quads pass by."""

    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)

    def watch(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """The same quads, counted."""
        for quad in quads:
            self.properties[quad.predicate.value] += 1
            if quad.predicate == TYPE and isinstance(quad.object, NamedNode):
                self.classes[quad.object.value] += 1
            yield quad


def description_quads(counts: Counts, run: Run, view: View) -> Iterator[Quad]:
    """The dataset and its partitions. What is counted is everything but this graph."""
    graph = view.iris.graph("description")
    yield from describe(view.iris.dataset(), _dataset_pairs(counts, run, view), graph)
    for name, count in sorted(counts.classes.items()):
        pairs: list[tuple[NamedNode, Value]] = [(VOID("class"), NamedNode(name)), (VOID("entities"), number(count))]
        yield from describe(_partition("class", name, view), pairs, graph)
    for name, count in sorted(counts.properties.items()):
        pairs = [(VOID("property"), NamedNode(name)), (VOID("triples"), number(count))]
        yield from describe(_partition("property", name, view), pairs, graph)


def _dataset_pairs(counts: Counts, run: Run, view: View) -> Pairs:
    yield TYPE, VOID("Dataset")
    yield TYPE, DCAT("Dataset")
    for lang in ("ar", "en"):
        yield LABEL, label(_TITLE[lang], lang)
        yield DCTERMS("title"), label(_TITLE[lang], lang)
        yield DCTERMS("description"), label(_ABOUT[lang], lang)
        yield DCTERMS("rights"), label(_RIGHTS[lang], lang)
    yield DCTERMS("identifier"), literal(run.id)
    yield from ((DCTERMS("language"), literal(lang)) for lang in sorted({a.lang for a in view.articles.values()}))
    yield PROV("wasGeneratedBy"), view.iris.run(run.id)
    yield VOID("uriSpace"), literal(view.iris.base)
    yield VOID("vocabulary"), NamedNode(ONTOLOGY)
    yield VOID("triples"), number(counts.properties.total())
    yield from ((VOID("classPartition"), _partition("class", name, view)) for name in counts.classes)
    yield from ((VOID("propertyPartition"), _partition("property", name, view)) for name in counts.properties)


def _partition(what: str, name: str, view: View) -> NamedNode:
    return view.iris.dataset(f"/{what}/{digest(name)}")
