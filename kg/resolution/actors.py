"""Actors across articles: grouped by entry or name, joined by comparing names, with what contains a place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.gazetteer import Entry, Gazetteer
from kg.model import Article, Extraction, Judgement, Kind, Label, ResolvedActor
from kg.resolution.clusters import Clusters
from kg.resolution.judgements import GAZETTEER, NAME_MATCH, Pair, Rulings, judged
from kg.resolution.labels import read_labels
from kg.resolution.matching import propose
from kg.resolution.members import Node, entry_id, office_id, read_members, read_nodes


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors by id, where each actor of an article went, and the judgements of ours that merged names."""

    actors: Mapping[str, ResolvedActor]
    placed: Mapping[tuple[str, str], str]
    merges: tuple[Judgement, ...]


def merge_actors(
    articles: Mapping[str, Article], extractions: Iterable[Extraction], *, gazetteer: Gazetteer, rulings: Rulings
) -> Cast:
    """The actors of all articles merged; depends on the set of extractions only, not on their order."""
    members = read_members(articles, extractions)
    nodes = read_nodes(members, gazetteer, rulings)
    groups, merges = _joined(nodes, gazetteer, rulings)
    actors: dict[str, ResolvedActor] = {}
    placed: dict[tuple[str, str], str] = {}
    for group in groups:
        actor = _resolved(group, gazetteer)
        actors[actor.id] = actor
        placed.update(dict.fromkeys(actor.mentions, actor.id))
    add_containers(actors, gazetteer)
    return Cast(actors, placed, merges)


def gazetteer_links(actors: Iterable[ResolvedActor], gazetteer: Gazetteer) -> Iterator[Judgement]:
    """A judgement for each actor that is the same as something with a Wikidata or GeoNames id."""
    for actor in actors:
        if actor.same_as and actor.entry:
            row = f"row {actor.entry} of the gazetteer"
            source = f", from {gazetteer.entry(actor.entry).source}" if actor.entry in gazetteer else ""
            reason = f"its name leads to {row}{source}" if actor.mentions else f"{row}{source}"
            yield judged(actor.id, actor.same_as[0], by=GAZETTEER, reason=reason)


def add_entry(actors: dict[str, ResolvedActor], entry: Entry, gazetteer: Gazetteer) -> str:
    """Makes sure that the actor of a gazetteer row is there, with all that contains it; returns its id."""
    next_larger: Entry | None = entry
    while next_larger is not None and (id := entry_id(next_larger.id)) not in actors:
        labels, aliases = read_labels(next_larger.kind, (), next_larger)
        bare = ResolvedActor(id, next_larger.kind, labels, (), aliases, entry=next_larger.id)
        actors[id] = _described(bare, next_larger, gazetteer)
        next_larger = _container(next_larger.id, next_larger.country, next_larger.kind, gazetteer)
    return entry_id(entry.id)


def add_office(actors: dict[str, ResolvedActor], post: str, body: Entry) -> str:
    """Makes sure that a post at a state or organisation is there, under a label of ours; returns its id."""
    id = office_id(post, body.id)
    if id not in actors:
        label = Label(f"{post.replace('-', ' ')} ({body.name('en')})", "en", generated=True)
        actors[id] = ResolvedActor(id, Kind.OFFICE, (label,), (), country=body.country)
    return id


def add_containers(actors: dict[str, ResolvedActor], gazetteer: Gazetteer) -> None:
    """Makes sure that what contains each place is there too."""
    for actor in tuple(actors.values()):
        container = _container(actor.entry, actor.country, actor.kind, gazetteer)
        if container is not None:
            add_entry(actors, container, gazetteer)


def _joined(
    nodes: Sequence[Node], gazetteer: Gazetteer, rulings: Rulings
) -> tuple[list[tuple[Node, ...]], tuple[Judgement, ...]]:
    """Groups of nodes that are one actor, and the judgements of ours that made them."""
    home = {member.id: node.id for node in nodes for member in node.members} | {node.id: node.id for node in nodes}
    clusters = Clusters(nodes, _pairs(rulings.different, home))
    for left, right in _pairs(rulings.same, home):
        clusters.join(left, right, by_person=True)
    merges = []
    for proposal in propose(nodes, gazetteer):
        if clusters.join(proposal.left, proposal.right):
            merges.append(
                judged(proposal.left, proposal.right, by=NAME_MATCH, reason=proposal.reason, score=proposal.score)
            )
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[clusters.find(node.id)].append(node)
    return [tuple(group) for group in groups.values()], tuple(merges)


def _pairs(pairs: Iterable[Pair], home: Mapping[str, str]) -> list[Pair]:
    """The pairs of nodes that the pairs of ids mean; sides that are no actors are left out."""
    return [
        (home[left], home[right])
        for left, right in pairs
        if left in home and right in home and home[left] != home[right]
    ]


def _resolved(group: tuple[Node, ...], gazetteer: Gazetteer) -> ResolvedActor:
    members = sorted((member for node in group for member in node.members), key=lambda member: member.order)
    linked = [node for node in group if node.entry] or [node for node in group if node.office]
    # A person may join two rows of the gazetteer; the one mentioned first then names the actor.
    chief = linked[0] if linked else group[0]
    entry = gazetteer.entry(chief.entry) if chief.entry and chief.entry in gazetteer else None
    labels, aliases = read_labels(chief.kind, members, entry)
    counts = {member.actor.count for member in members}
    actor = ResolvedActor(
        id=chief.id,
        kind=chief.kind,
        labels=labels,
        mentions=tuple(sorted({(member.article, member.actor.id) for member in members})),
        aliases=aliases,
        named=any(member.actor.named for member in members),
        entry=chief.entry,
        country=chief.country or next((node.country for node in group if node.country), None),
        count=counts.pop() if len(counts) == 1 else None,
    )
    return _described(actor, entry, gazetteer)


def _described(actor: ResolvedActor, entry: Entry | None, gazetteer: Gazetteer) -> ResolvedActor:
    """The actor with what the gazetteer knows of where it is and what it is called elsewhere."""
    country = (entry.country if entry else None) or actor.country
    container = _container(actor.entry, country, actor.kind, gazetteer)
    return replace(
        actor,
        country=country,
        within=entry_id(container.id) if container else None,
        latitude=entry.latitude if entry else None,
        longitude=entry.longitude if entry else None,
        same_as=_same_as(actor.entry),
    )


def _container(entry: str | None, country: str | None, kind: Kind, gazetteer: Gazetteer) -> Entry | None:
    """The next larger place; for a place of which only the country is known, its state."""
    row = gazetteer.entry(entry) if entry and entry in gazetteer else None
    if row is not None and row.within:
        return gazetteer.entry(row.within)
    if kind is not Kind.PLACE or country is None:
        return None
    try:
        state = gazetteer.state(country)
    except KeyError:
        return None
    return state if state.id != entry else None


def _same_as(entry: str | None) -> tuple[str, ...]:
    if entry and entry[:1] == "Q" and entry[1:].isdecimal():
        return (f"http://www.wikidata.org/entity/{entry}",)
    if entry and entry.startswith("gn:") and entry[3:].isdecimal():
        return (f"https://sws.geonames.org/{entry[3:]}/",)
    return ()
