"""Descriptions of the articles, in the resolved view, so that who reported what is answered without GRAPH.

The texts themselves are never in the RDF; an article's claims and utterances are in its own graph, which
`kg:claimsGraph` names.
"""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg.errors import InputError
from kg.graph.actors import publisher_node
from kg.graph.statements import Pairs, describe
from kg.graph.view import View
from kg.graph.vocabulary import DCTERMS, KG, LABEL, SCHEMA, TYPE, day, iri, label, literal, moment
from kg.model import Article


def article_quads(article: Article, view: View) -> Iterator[Quad]:
    """Identifier as given, title, publication time and local day, language, publisher, address, digest of the text."""
    return describe(view.iris.article(article.id), _article_pairs(article, view))


def _article_pairs(article: Article, view: View) -> Pairs:
    yield TYPE, KG("Article")
    yield TYPE, SCHEMA("NewsArticle")
    yield DCTERMS("identifier"), literal(article.id)
    title = label(article.title or article.id, article.lang)
    yield LABEL, title
    yield DCTERMS("title"), title
    yield DCTERMS("issued"), moment(article.published)
    yield KG("publishedOn"), day(article.day)
    yield DCTERMS("language"), literal(article.lang)
    yield DCTERMS("publisher"), publisher_node(article, view)
    yield SCHEMA("url"), _address(article)
    yield KG("textDigest"), literal(article.digest)
    yield KG("claimsGraph"), view.iris.claims_graph(article.id) if view.extractions.get(article.id) else None


def _address(article: Article) -> NamedNode | None:
    """The article's address; None when it has none or one that cannot be an IRI (it stays in `articles.jsonl`)."""
    try:
        return iri(article.url) if article.url else None
    except InputError:
        return None
