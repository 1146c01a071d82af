"""Actors as resolution compares them, and the groups that they form before any comparison of names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kg.gazetteer import Gazetteer
from kg.model import Actor, Article, Extraction, Kind, digest
from kg.resolution.judgements import Rulings
from kg.resolution.names import Name, may_merge, read_name
from kg.resolution.reports import instant

NodeKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One actor of one article.

    `id`: what the merged actor is called when this is its earliest mention and it has no entry.
    """

    id: str
    article: str
    lang: str
    order: tuple[datetime, str, int, str]
    actor: Actor


@dataclass(frozen=True, slots=True)
class Node:
    """Members that are one actor by entry, or by kind, country and name.

    `names`: those by which it is compared with others, none when it must not be. `office`: (post, entry id of its
    body), for a post that the gazetteer knows.
    """

    id: str
    members: tuple[Member, ...]
    kind: Kind
    names: tuple[Name, ...]
    entry: str | None
    country: str | None
    office: tuple[str, str] | None = None

    @property
    def order(self) -> tuple[datetime, str, int, str]:
        """That of its earliest member."""
        return self.members[0].order


def entry_id(entry: str) -> str:
    """The id of the actor of a gazetteer row."""
    return digest("entry", entry)


def office_id(post: str, body: str) -> str:
    """The id of a post at a state or organisation."""
    return digest("office", post, body)


def read_members(articles: Mapping[str, Article], extractions: Iterable[Extraction]) -> tuple[Member, ...]:
    """One member an actor, the earliest first."""
    members = [
        _member(articles[extraction.article], actor) for extraction in extractions for actor in extraction.actors
    ]
    return tuple(sorted(members, key=lambda member: member.order))


def read_nodes(members: Iterable[Member], gazetteer: Gazetteer, rulings: Rulings) -> tuple[Node, ...]:
    """The groups, the earliest first; what a person told apart from its group stands alone."""
    members = tuple(members)
    keys = {member: _node_key(member, gazetteer) for member in members}
    for member in _told_apart(keys, rulings):
        keys[member] = ("alone", member.id)
    groups: dict[NodeKey, list[Member]] = defaultdict(list)
    for member in members:
        groups[keys[member]].append(member)
    nodes = [_node(node_key, tuple(group), gazetteer) for node_key, group in groups.items()]
    return tuple(sorted(nodes, key=lambda node: node.order))


def _member(article: Article, actor: Actor) -> Member:
    first = min(actor.mentions, default=None)
    start, end = (first.start, first.end) if first else (-1, -1)
    id = digest("actor", article.id, str(actor.kind), str(start), str(end), actor.name)
    return Member(id, article.id, article.lang, (instant(article), article.id, start, id), actor)


def _node_key(member: Member, gazetteer: Gazetteer) -> NodeKey:
    actor = member.actor
    if not actor.named:
        return "alone", member.id
    if actor.entry is not None:
        return "entry", actor.entry
    if office := _office(actor, gazetteer):
        return "office", *office
    name = read_name(actor.name)
    if may_merge(name, actor.kind, actor.country):
        return "name", str(actor.kind), name.key, actor.country or ""
    return "alone", member.id


def _office(actor: Actor, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """Post and state: the same post has other words in another language."""
    if actor.kind is not Kind.OFFICE or actor.country is None:
        return None
    post = gazetteer.post(actor.name) or gazetteer.post(_without_states(actor.name, gazetteer))
    if post is None:
        return None
    try:
        return post, gazetteer.state(actor.country).id
    except KeyError:
        return None


def _without_states(name: str, gazetteer: Gazetteer) -> str:
    words = [word for word in name.split() if word.lower() not in {"of", "the"}]
    return " ".join(w for w in words if not gazetteer.demonym(w) and not gazetteer.lookup(w, kinds=(Kind.STATE,)))


def _told_apart(keys: Mapping[Member, NodeKey], rulings: Rulings) -> list[Member]:
    """Of two members of a group that a person told apart, the later; or what was told apart from the group's entry."""
    by_id = {member.id: member for member in reversed(list(keys))}
    found = []
    for pair in rulings.different:
        sides = [by_id[id] for id in pair if id in by_id]
        groups = {keys[side] for side in sides}
        if len(sides) == 2 and len(groups) == 1:
            found.append(max(sides, key=lambda member: member.order))
        elif len(sides) == 1 and any(key[0] == "entry" and entry_id(key[1]) in pair for key in groups):
            found.append(sides[0])
    return found


def _node(node_key: NodeKey, members: tuple[Member, ...], gazetteer: Gazetteer) -> Node:
    first = members[0].actor
    match node_key:
        case ("entry", entry):
            return _entry_node(entry, members, gazetteer)
        case ("office", post, body):
            return Node(office_id(post, body), members, Kind.OFFICE, (), None, first.country, (post, body))
    name = read_name(first.name)
    comparable = first.named and may_merge(name, first.kind, first.country)
    return Node(members[0].id, members, first.kind, (name,) if comparable else (), None, first.country)


def _entry_node(entry: str, members: tuple[Member, ...], gazetteer: Gazetteer) -> Node:
    texts = {member.actor.name for member in members}
    kinds = {member.actor.kind for member in members}
    countries = {member.actor.country for member in members if member.actor.country}
    kind = members[0].actor.kind
    country = countries.pop() if len(countries) == 1 else None
    if entry in gazetteer:
        row = gazetteer.entry(entry)
        texts.update(row.names.values())
        kind, country = row.kind, row.country or country
    if kind is Kind.PLACE and Kind.STATE in kinds:
        kind = Kind.STATE
    names = {name.key: name for name in map(read_name, sorted(texts)) if may_merge(name, kind, country)}
    return Node(entry_id(entry), members, kind, tuple(names.values()), entry, country)
