"""Bounds of proper names: what a tagger glued, cut, or missed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.mention import Mention
from kg.language.functions import feature
from kg.model import Kind

_SPURIOUS = frozenset("\"'“”«»()[]،,.؛:")


def without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    """Longest first; of two equally long the first given."""
    chosen: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        positions = set(range(mention.start, mention.end))
        if not positions & taken:
            chosen.append(mention)
            taken |= positions
    return sorted(chosen, key=lambda m: m.start)


def glued(entity: Mention, names: Iterable[Mention]) -> bool:
    """Whether an entity is only listed names side by side, as in «زار بشار الأسد موسكو»."""
    inside = [n for n in names if entity.entry is None and entity.start <= n.start and n.end <= entity.end]
    covered = sum(n.end - n.start for n in inside)
    return len(inside) > 1 and covered == entity.end - entity.start


def unglued(doc: Doc, entity: Mention, names: Iterable[Mention]) -> Mention:
    """An Arabic entity without what only stands beside it: a listed name after a word with the article («ضم التحالف
    فرنسا»), or a word with the article after a listed name («أيد الاتحاد الأفريقي المبادرة»).
    """
    if doc.lang_ != "ar" or entity.entry is not None:
        return entity
    for name in names:
        after = name.start > entity.start and name.end == entity.end and _definite(doc[name.start - 1])
        if after and not _definite(doc[name.start]) and doc[name.start - 1].pos_ != "ADP":
            return replace(entity, end=name.start, name=(entity.start, name.start))
        before = name.start == entity.start and name.end < entity.end and doc[name.end].pos_ == "NOUN"
        if before and name.kind is Kind.ORGANIZATION and _definite(doc[name.end]):
            return name
    return entity


def _definite(token: Token) -> bool:
    return token.norm_.startswith("ال") and len(token.norm_) > 3


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Bounds of an entity without quotes, articles and possessive marks around it, and cut before a relative clause."""
    end = next((t.i for t in doc[start + 1 : end] if "Rel" in feature(t, "PronType") or t.dep_ == "mark"), end)
    end = _second_argument(doc, start, end)
    while start < end and (_spurious(doc[start]) or doc[start].lower_ == "the"):
        start += 1
    while end > start and (_spurious(doc[end - 1]) or doc[end - 1].text in ("'s", "’s")):
        end -= 1
    return start, end


def _second_argument(doc: Doc, start: int, end: int) -> int:
    """Where an entity runs into the next argument of its verb («هاجم | الجيش | الميناء»); its end where it does not."""
    outward = [t for t in doc[start:end] if not start <= t.head.i < end]
    arguments = [t for t in outward if t.dep_.split(":")[0] in ("nsubj", "obj", "iobj")]
    if len(arguments) < 2 or arguments[0].head != arguments[1].head or doc.lang_ != "ar":
        return end
    return arguments[1].left_edge.i


def _spurious(token: Token) -> bool:
    return (
        token.text in _SPURIOUS
        or token.is_space
        or token.pos_ in ("DET", "ADP", "CCONJ")
        or token.text.endswith(("ًا", "اً"))  # an adverb after the name («قال باراك نصًا»)
    )


def name_start(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins: words between two commas that end in a name are all of it («، توم باراك،»)."""
    first = start
    while first > 0 and start - first < 2 and _may_be_name(doc[first - 1]):
        first -= 1
    closed = end < len(doc) and doc[end].text in "،,"
    opened = first > 0 and doc[first - 1].text in "،,"
    return first if closed and opened else start


def _may_be_name(token: Token) -> bool:
    return token.pos_ in ("PROPN", "X", "VERB", "NOUN") and token.is_alpha and not token.norm_.startswith("ال")


def inside_person(doc: Doc, start: int, size: int) -> bool:
    """Whether listed words are part of a longer person's name («Jordan Henderson»)."""
    around = [*doc[start : start + size], *doc[max(start - 1, 0) : start], *doc[start + size : start + size + 1]]
    tagged = [t for t in around if t.ent_type_ == "PERSON"]
    return any(start <= t.i < start + size for t in tagged) and any(not start <= t.i < start + size for t in tagged)


def _last_names(doc: Doc, named: Iterable[Mention]) -> set[str]:
    """The last words of the persons' names of more than one word."""
    full = [m.name for m in named if m.kind is Kind.PERSON and m.name and m.name[1] - m.name[0] > 1]
    return {doc[end - 1].norm_ for _, end in full if len(doc[end - 1].norm_) > 2}


def persons_again(doc: Doc, named: list[Mention]) -> list[Mention]:
    """The names, a single unlisted word taken for the person whose last name it is, whatever the entity model calls
    it.
    """
    last = _last_names(doc, named)

    def is_person(mention: Mention) -> bool:
        return mention.entry is None and mention.end - mention.start == 1 and doc[mention.start].norm_ in last

    return [replace(m, kind=Kind.PERSON) if is_person(m) else m for m in named]


def names_again(doc: Doc, named: list[Mention]) -> Iterator[Mention]:
    """Last names of persons named in full elsewhere in the document, where nothing else has found them."""
    last = _last_names(doc, named)
    taken = {i for m in named for i in range(m.start, m.end)}
    for token in doc:
        proper = token.pos_ in ("PROPN", "X") or (doc.lang_ == "ar" and token.pos_ == "NOUN")
        if token.norm_ in last and token.i not in taken and proper:
            yield Mention(token.i, token.i + 1, token.i, Kind.PERSON, (token.i, token.i + 1))


def head_of(doc: Doc, start: int, end: int) -> int:
    """The token of a span that hangs outside it, its first where there is none."""
    for token in doc[start:end]:
        if token.head.i == token.i or not start <= token.head.i < end:
            return token.i
    return start
