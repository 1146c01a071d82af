"""Proposes which groups of actors have the same name: in one script, by a longer name, or across scripts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.gazetteer import Gazetteer
from kg.model import Kind
from kg.resolution.clusters import Proposal
from kg.resolution.members import Node
from kg.resolution.names import Name, extends, is_class_word, is_generic, windows
from kg.resolution.romanisation import is_match, likeness, skeleton, variant

SAME_NAME, LONGER_NAME, OTHER_SCRIPT = range(3)
_COMPARED = (Kind.PERSON, Kind.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class _Holder:
    """A longer name that holds a shorter one. `belonging`: ids of the states that its other words name, "" for none."""

    node: Node
    name: Name
    belonging: str


def propose(nodes: Sequence[Node], gazetteer: Gazetteer) -> list[Proposal]:
    """All proposals, the surest first. Each is found by a key, never by comparing all with all."""
    return sorted({*_same_name(nodes, gazetteer), *_longer_name(nodes, gazetteer), *_other_script(nodes)})


def _same_name(nodes: Sequence[Node], gazetteer: Gazetteer) -> Iterator[Proposal]:
    """Groups of one name, one of which has the country or entry that others lack; none when two could be meant."""
    for (_, key), group in _by(nodes, lambda name: name.key).items():
        linked = [node for node in group if node.entry]
        located = [node for node in group if not node.entry and node.country]
        bare = [node for node in group if not node.entry and not node.country]
        known = linked or located
        if len(known) != 1 or (linked and _is_ambiguous(known[0], key, gazetteer)):
            continue
        anchor = known[0]
        if linked:
            yield from (_proposal(SAME_NAME, 0.0, anchor, node, f"the same name: {key}") for node in located)
        if all(node.country == anchor.country for node in located):
            yield from (_proposal(SAME_NAME, 0.0, anchor, node, f"the same name: {key}") for node in bare)


def _is_ambiguous(node: Node, key: str, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer has several rows of that name and kind, so that reading left it open which one is meant."""
    text = next(name.text for name in node.names if name.key == key)
    return len(gazetteer.lookup(text, kinds=(node.kind,))) > 1


def _longer_name(nodes: Sequence[Node], gazetteer: Gazetteer) -> Iterator[Proposal]:
    """A name and the longer names that hold it; none when they are of several actors."""
    by_words = _by(nodes, lambda name: name.key)
    holders: dict[str, list[_Holder]] = defaultdict(list)
    shorter: dict[str, Node] = {}
    for node, name in _names(nodes):
        for key, belonging in sorted(set(_held(node.kind, name, gazetteer))):
            for held in by_words.get((node.kind, key), []):
                if held.id != node.id:
                    shorter[held.id] = held
                    holders[held.id].append(_Holder(node, name, belonging))
    for id, found in holders.items():
        if _of_one(shorter[id].kind, found):
            yield from (
                _proposal(LONGER_NAME, 0.0, shorter[id], h.node, f"a longer name: {h.name.text}") for h in found
            )


def _held(kind: Kind, name: Name, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """The keys of the shorter names that the bearer may have, and the states that only the longer one names."""
    for words, rest in windows(name):
        shorter = _cut(name, words)
        if kind is Kind.PERSON:
            if name.words[: len(words)] == words and extends(name, shorter):
                yield shorter.key, ""
        elif kind is Kind.ORGANIZATION and not is_generic(shorter):
            belongings = {word: gazetteer.demonym(word.capitalize()) for word in rest if not is_class_word(word)}
            if all(belongings.values()):
                yield shorter.key, " ".join(sorted({entry.id for entry in belongings.values() if entry}))


def _of_one(kind: Kind, holders: Sequence[_Holder]) -> bool:
    """Whether all may be one actor's: persons' names each hold the next, organisations' name one state at most."""
    if len({holder.node.country for holder in holders if holder.node.country}) > 1:
        return False
    if kind is Kind.PERSON:
        return _is_chain(holder.name for holder in holders)
    return len({holder.belonging for holder in holders if holder.belonging}) <= 1


def _cut(name: Name, words: tuple[str, ...]) -> Name:
    """The name of the first parts that these words make; parts that they cut through are left whole."""
    joined, parts = "".join(words), []
    for part in name.parts:
        if not joined.startswith(part):
            break
        joined = joined.removeprefix(part)
        parts.append(part)
    return Name(" ".join(words), " ".join(words), words, tuple(parts) if not joined else (), name.arabic)


def _is_chain(names: Iterable[Name]) -> bool:
    """Whether each of the names holds the next shorter one, so that all may be one actor's."""
    ordered = [f" {key} " for key in sorted({name.key for name in names}, key=lambda key: (len(key), key))]
    return all(short in long for short, long in pairwise(ordered))


def _other_script(nodes: Sequence[Node]) -> Iterator[Proposal]:
    """The best matches between an Arabic and a Latin name; none when two different names are equally good."""
    for group in _by((node for node in nodes if node.kind in _COMPARED), skeleton).values():
        pairs = [
            (score, a, b, name, latin)
            for a, name in _names(group)
            if name.arabic
            for b, latin in _names(group)
            if not latin.arabic and _comparable(a, b) and is_match(score := likeness(name, latin))
        ]
        best_arabic = _unique_best((score, name.key, variant(latin)) for score, _, _, name, latin in pairs)
        best_latin = _unique_best((score, variant(latin), name.key) for score, _, _, name, latin in pairs)
        for score, a, b, name, latin in pairs:
            if best_arabic.get(name.key) == variant(latin) and best_latin.get(variant(latin)) == name.key:
                yield _proposal(
                    OTHER_SCRIPT, 1 - score, a, b, f"the same name in two scripts: {name.text}, {latin.text}"
                )


def _comparable(a: Node, b: Node) -> bool:
    """A gazetteer row that has a name in the other's script was already found not to be it."""
    if a.id == b.id or a.kind != b.kind:
        return False
    scripts = [{name.arabic for name in node.names} for node in (a, b) if node.entry]
    return all(len(each) == 1 for each in scripts)


def _unique_best(scored: Iterable[tuple[float, str, str]]) -> dict[str, str]:
    """For each left side the right side with the best score; left out when two share it."""
    best: dict[str, tuple[float, set[str]]] = {}
    for score, left, right in scored:
        known = best.get(left)
        if known is None or score > known[0]:
            best[left] = (score, {right})
        elif score == known[0]:
            known[1].add(right)
    return {left: min(rights) for left, (_, rights) in best.items() if len(rights) == 1}


def _by(nodes: Iterable[Node], key: Callable[[Name], str | None]) -> dict[tuple[Kind, str], list[Node]]:
    """Nodes by kind and key of their names, sorted; a node with two names of one key comes once."""
    groups: dict[tuple[Kind, str], dict[str, Node]] = defaultdict(dict)
    for node in nodes:
        for name in node.names:
            if (found := key(name)) is not None:
                groups[node.kind, found][node.id] = node
    return {group: list(members.values()) for group, members in sorted(groups.items())}


def _names(nodes: Iterable[Node]) -> Iterator[tuple[Node, Name]]:
    return ((node, name) for node in nodes if node.kind in _COMPARED for name in node.names)


def _proposal(rank: int, distance: float, one: Node, other: Node, reason: str) -> Proposal:
    left, right = sorted((one.id, other.id))
    return Proposal(rank, round(distance, 3), left, right, reason)
