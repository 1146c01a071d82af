"""Resolution: from what each article says to one graph of events and actors."""

from collections.abc import Iterable, Mapping, Sequence

from kg.errors import InputError
from kg.gazetteer import Gazetteer
from kg.model import Article, Contradiction, Event, Extraction, Judgement, Resolution
from kg.ontology import Ontology
from kg.resolution.actors import gazetteer_links, merge_actors
from kg.resolution.events import fuse
from kg.resolution.judgements import Pair, Rulings, persons_only, read_rulings
from kg.resolution.periods import read_periods
from kg.resolution.reports import Places, Report, read_reports
from kg.resolution.view import event_id, view_event


def resolve(
    articles: Iterable[Article],
    extractions: Iterable[Extraction],
    *,
    ontology: Ontology,
    gazetteer: Gazetteer,
    judgements: Sequence[Judgement] = (),
) -> Resolution:
    """The resolved view of the articles: a function of the sets given, whatever their order.

    `judgements`: those of persons are obeyed and kept; those of our own rules are left out and made anew. A claim
    that a person rejected is about no event. Raises `InputError` for an extraction whose article is not given.
    """
    by_id = {article.id: article for article in articles}
    ordered = _ordered(extractions, by_id)
    persons = persons_only(judgements)
    rulings = read_rulings(persons)
    cast = merge_actors(by_id, ordered, gazetteer=gazetteer, rulings=rulings)
    reports = [
        r for r in read_reports(by_id, ordered, cast.placed, cast.actors.values()) if r.claim.id not in rulings.rejected
    ]
    places = Places(cast.actors.values())
    events, contradictions = _events(reports, rulings, ontology, places)
    actors = dict(cast.actors)
    periods = read_periods(events, reports, actors, ontology=ontology, gazetteer=gazetteer)
    return Resolution(
        events=events,
        actors=tuple(sorted(actors.values(), key=lambda actor: actor.id)),
        periods=periods,
        contradictions=contradictions,
        judgements=tuple(
            sorted(
                (*cast.merges, *gazetteer_links(actors.values(), gazetteer), *persons),
                key=lambda judgement: judgement.id,
            )
        ),
        placed=dict(sorted(cast.placed.items())),
        about=dict(sorted((claim, event.id) for event in events for claim in event.claims)),
    )


def _ordered(extractions: Iterable[Extraction], articles: Mapping[str, Article]) -> list[Extraction]:
    by_article = {extraction.article: extraction for extraction in extractions}
    for id in sorted(by_article):
        if id not in articles:
            raise InputError("an extraction belongs to an article that is not given", where=id)
    return [by_article[id] for id in sorted(by_article)]


def _events(
    reports: Sequence[Report], rulings: Rulings, ontology: Ontology, places: Places
) -> tuple[tuple[Event, ...], tuple[Contradiction, ...]]:
    claims = {event_id(report.claim.id): report.claim.id for report in reports} | {
        r.claim.id: r.claim.id for r in reports
    }
    groups = fuse(
        reports,
        ontology=ontology,
        places=places,
        same=_pairs(rulings.same, claims),
        different=_pairs(rulings.different, claims),
    )
    groups = [group for group in groups if event_id(group[0].claim.id) not in rulings.rejected]
    about = {report.claim.id: event_id(group[0].claim.id) for group in groups for report in group}
    views = [view_event(group, about=about, ontology=ontology, places=places) for group in groups]
    events = sorted((event for event, _ in views), key=lambda event: event.id)
    contradictions = sorted((c for _, found in views for c in found), key=lambda contradiction: contradiction.id)
    return tuple(events), tuple(contradictions)


def _pairs(pairs: Sequence[Pair], claims: Mapping[str, str]) -> list[Pair]:
    """The pairs of claims that the pairs of ids mean; sides that are neither claims nor events are left out."""
    return [(claims[left], claims[right]) for left, right in pairs if left in claims and right in claims]
