"""The named graph of one article: its claims with their arguments, its acts of saying, and the spans they stand on."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.evidence import evidence_quads
from kg.graph.statements import Pairs, describe, time_pairs
from kg.graph.view import View
from kg.graph.vocabulary import KG, PROV, SEM, TYPE, literal, number, value
from kg.model import Argument, Article, Claim, Extraction, Span, Utterance


def article_graph_quads(extraction: Extraction, view: View) -> Iterator[Quad]:
    """Everything in the graph of one article; each span once, however many values stand on it."""
    article = view.articles[extraction.article]
    graph = view.iris.claims_graph(article.id)
    for claim in extraction.claims:
        yield from _claim_quads(claim, article, view, graph)
    for utterance in extraction.utterances:
        node = view.iris.utterance(article.id, utterance.id)
        yield from describe(node, _utterance_pairs(utterance, article, view), graph)
    for span in sorted(set(_spans(extraction))):
        yield from evidence_quads(article, span, view, graph)


def arguments(claim: Claim) -> list[tuple[str, Argument]]:
    """The arguments by the last part of their IRIs: numbers from 1, and "place"."""
    numbered = [(str(number), argument) for number, argument in enumerate(claim.arguments, start=1)]
    return numbered + ([("place", claim.place)] if claim.place else [])


def _claim_quads(claim: Claim, article: Article, view: View, graph: NamedNode) -> Iterator[Quad]:
    yield from describe(view.iris.claim(claim.id), _claim_pairs(claim, article, view), graph)
    for name, argument in arguments(claim):
        role = KG("place") if name == "place" else view.role_property(argument.role)
        node = view.iris.argument(claim.id, name)
        yield from describe(node, _argument_pairs(argument, role, article, view), graph)


def _claim_pairs(claim: Claim, article: Article, view: View) -> Pairs:
    yield TYPE, KG("Claim")
    yield KG("about"), _event(claim, view)
    yield KG("claimedType"), view.event_type(claim.type)
    yield KG("factuality"), value(claim.factuality)
    yield KG("manner"), value(claim.manner) if claim.manner else None
    yield KG("mode"), view.mode(claim.mode) if claim.mode else None
    yield KG("accordingTo"), view.placed(article.id, claim.speaker) if claim.speaker else None
    yield KG("carriedBy"), view.iris.utterance(article.id, claim.utterance) if claim.utterance else None
    yield KG("content"), _content(claim, view)
    yield KG("foundBy"), value(claim.found_by)
    yield KG("score"), number(float(claim.score))
    yield PROV("wasDerivedFrom"), view.iris.article(article.id)
    yield from ((KG("argument"), view.iris.argument(claim.id, name)) for name, _ in arguments(claim))
    yield SEM("hasPlace"), view.placed(article.id, claim.place.actor) if claim.place else None
    yield from _trigger_pairs(claim, article, view)
    if claim.time is not None:
        yield from time_pairs(claim.time, article.lang)
        yield KG("timeEvidence"), view.iris.evidence(article, claim.time.span) if claim.time.span else None


def _event(claim: Claim, view: View) -> NamedNode | None:
    event = view.resolution.about.get(claim.id, "")
    return view.iris.event(event) if event in view.events else None


def _content(claim: Claim, view: View) -> NamedNode | None:
    return view.iris.claim(claim.content) if claim.content and claim.content in view.claims else None


def _trigger_pairs(claim: Claim, article: Article, view: View) -> Pairs:
    for trigger in claim.triggers:
        yield KG("surface"), _words(article, trigger)
        yield KG("evidence"), view.iris.evidence(article, trigger)


def _argument_pairs(argument: Argument, role: NamedNode, article: Article, view: View) -> Pairs:
    yield TYPE, KG("Argument")
    yield KG("role"), role
    yield KG("filler"), view.placed(article.id, argument.actor)
    yield KG("surface"), _words(article, argument.span)
    yield KG("evidence"), view.iris.evidence(article, argument.span)


def _utterance_pairs(utterance: Utterance, article: Article, view: View) -> Pairs:
    yield TYPE, KG("Utterance")
    yield KG("speaker"), view.placed(article.id, utterance.speaker)
    yield KG("cue"), _words(article, utterance.cue)
    yield KG("evidence"), view.iris.evidence(article, utterance.cue)
    yield KG("stance"), value(utterance.stance)
    yield KG("place"), view.placed(article.id, utterance.place) if utterance.place else None
    yield KG("via"), view.placed(article.id, utterance.via) if utterance.via else None
    yield KG("quote"), view.iris.evidence(article, utterance.quote) if utterance.quote else None
    yield PROV("wasDerivedFrom"), view.iris.article(article.id)
    if utterance.time is not None:
        yield from time_pairs(utterance.time, article.lang)
        yield KG("timeEvidence"), view.iris.evidence(article, utterance.time.span) if utterance.time.span else None


def _words(article: Article, span: Span) -> Literal:
    return literal(article.text[span.start : span.end], article.lang)


def _spans(extraction: Extraction) -> Iterator[Span]:
    """Every span that some value of the graph stands on, with repetitions."""
    for claim in extraction.claims:
        yield from claim.triggers
        yield from (argument.span for _, argument in arguments(claim))
        yield from _time_span(claim)
    for utterance in extraction.utterances:
        yield utterance.cue
        yield from _time_span(utterance)
        yield from [utterance.quote] if utterance.quote else []


def _time_span(told: Claim | Utterance) -> Iterator[Span]:
    if told.time is not None and told.time.span is not None:
        yield told.time.span
