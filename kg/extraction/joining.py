"""Joins what stands beside a name into one mention: titles, and nouns that only say what the bearer is."""

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc

from kg.extraction.mention import Mention
from kg.extraction.words import listed, phrase
from kg.grammar import naming_nouns
from kg.model import Kind


def join_naming(doc: Doc, named: list[Mention], nominal: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Named mentions that have taken up the noun before them («العاصمة الأميركية واشنطن», "the city of Aleppo"), and
    the
    nominal ones that are left.
    """
    names = {m.start: m for m in named if m.kind is not Kind.PERSON}
    rest = []
    for noun in nominal:
        name = next((names[i] for i in range(noun.head + 1, noun.end) if i in names), None)
        if name is None or listed(doc[noun.head], naming_nouns(doc.lang_)) is None or name.end < noun.end - 1:
            rest.append(noun)
            continue
        end = max(noun.end, name.end)
        names[name.start] = replace(name, start=noun.start, end=end, head=noun.head)
    return [*(m for m in named if m.kind is Kind.PERSON), *names.values()], rest


def join_titles(doc: Doc, named: list[Mention], nominal: list[Mention]) -> list[Mention]:
    """Joins a title with the person's name that it stands before («الرئيس السوري أحمد الشرع») or beside ("X, the
    envoy").
    """
    persons = {m.start: m for m in named if m.kind is Kind.PERSON}
    used: set[int] = set()
    joined: list[Mention] = []
    for title in nominal:
        name = _name_after(doc, title, persons) if title.post else None
        if name is None or name.start in used:
            joined.append(title)
            continue
        used.add(name.start)
        start = min(title.start, name.start)
        end = name.end if name.start > title.head else max(title.end, name.end)
        joined.append(replace(name, start=start, end=end, head=title.head, post=title.post, country=title.country))
    rest = [m for m in named if m.start not in used or m.kind is not Kind.PERSON]
    inside = [j for j in joined if j.name]
    return _drop_covered([*rest, *joined], inside)


def _name_after(doc: Doc, title: Mention, persons: Mapping[int, Mention]) -> Mention | None:
    """The person's name inside the title's phrase, or right after it, at most a comma or an adjective between."""
    end = phrase(doc[title.head], whole=True)[1]
    for position in range(title.head + 1, min(end + 2, len(doc))):
        if position in persons:
            between = doc[max(end, title.head + 1) : position]
            if all(t.text in "،," or t.pos_ == "ADJ" for t in between):
                return persons[position]
        elif position >= end and doc[position].text not in "،,":
            return None
    return None


def _drop_covered(mentions: list[Mention], titled: list[Mention]) -> list[Mention]:
    """Without nominal mentions whose head lies in a title with a name."""

    def covered(mention: Mention) -> bool:
        return any(t is not mention and t.covers(mention.head) and mention.name is None for t in titled)

    return [m for m in mentions if not covered(m)]
