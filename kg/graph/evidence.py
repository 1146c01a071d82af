"""Spans of articles as evidence: Web Annotation selectors by position and by quotation
(https://www.w3.org/TR/annotation-model/).
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.statements import Pairs, describe
from kg.graph.view import View
from kg.graph.vocabulary import OA, TYPE, XSD, literal
from kg.model import Article, Span

CONTEXT = 30
"""How many code points around the span a quotation keeps, so that it can be found in a text that has moved."""


def evidence_quads(article: Article, span: Span, view: View, graph: NamedNode) -> Iterator[Quad]:
    """The node of a span and its two selectors."""
    node, source = view.iris.evidence(article, span), view.iris.article(article.id)
    position, quote = (view.iris.selector(article, span, way) for way in ("position", "quote"))
    selectors = ((OA("hasSelector"), selector) for selector in (position, quote))
    yield from describe(node, [(TYPE, OA("SpecificResource")), (OA("hasSource"), source), *selectors], graph)
    yield from describe(position, _position_pairs(span), graph)
    yield from describe(quote, _quote_pairs(article.text, span), graph)


def _position_pairs(span: Span) -> Pairs:
    yield TYPE, OA("TextPositionSelector")
    yield OA("start"), Literal(str(span.start), datatype=XSD("nonNegativeInteger"))
    yield OA("end"), Literal(str(span.end), datatype=XSD("nonNegativeInteger"))


def _quote_pairs(text: str, span: Span) -> Pairs:
    yield TYPE, OA("TextQuoteSelector")
    yield OA("exact"), literal(text[span.start : span.end])
    yield OA("prefix"), literal(text[max(0, span.start - CONTEXT) : span.start])
    yield OA("suffix"), literal(text[span.end : span.end + CONTEXT])
