"""Organisations, leaders and their terms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.gazetteer.building.matching import is_plain_arabic
from kg.gazetteer.building.rows import Out, World, read
from kg.text import key

LATE = "../2022-12-31"
"""The list of leaders was drawn up in 2021 and 2022 and gives no dates."""


def make_organizations(file: Path) -> Iterable[Out]:
    """International organisations: ids and names from supraverden."""
    rows = {}
    for row in read(file):
        aliases = [("en", "variant", name) for name in row["aliases"].split("|") if name and name != "None"]
        if 1 < len(row["acronym"]) <= 12 and row["acronym"] != "None":
            aliases.insert(0, ("en", "acronym", row["acronym"]))
        if row["en"] and row["qid"] not in rows:
            rows[row["qid"]] = Out(
                id=row["qid"],
                kind="organization",
                en=row["en"],
                ar=row["ar"],
                source="supraverden",
                aliases=tuple(aliases),
            )
    return sorted(rows.values(), key=lambda row: int(row.id[1:]))


def make_leaders(world: World, shared: Path) -> Iterable[Out]:
    """Heads of state and government around 2021, and legislators of 2015 whose Arabic name is known; ids from
    Wikidata.
    """
    states = states_by_name(world)
    rows: dict[str, Out] = {}
    for row in read(shared / "world_leaders_2021_qid.tsv"):
        name = re.sub(r"\s*\([^)]*\)", "", row["en"])
        state = states.get(key(row["country"])) or states.get(key(re.sub(r"\s*\([^)]*\)", "", row["country"])))
        if state and is_name(name):
            rows.setdefault(
                row["qid"], Out(row["qid"], "person", name, row["ar"], state.country, source="Wikidata (leaders 2021)")
            )
    for row in read(shared / "people_2015_qid.tsv"):
        state = states.get(key(row["countries"].replace("_", " ")))
        if row["qid"] not in rows and is_plain_arabic(row["ar"]) and is_name(row["en"]) and " " in row["en"]:
            country = state.country if state else ""
            rows[row["qid"]] = Out(
                row["qid"], "person", row["en"], row["ar"], country, source="Wikidata (legislators 2015)"
            )
        elif row["ar"] and row["qid"] in rows:
            rows[row["qid"]] = replace(rows[row["qid"]], ar=row["ar"])
    return sorted(rows.values(), key=lambda row: int(row.id[1:]))


def is_name(text: str) -> bool:
    """Whether a cell holds a person's name, not an id or a post.

    >>> is_name("Q27146606"), is_name("Prime Minister of the United Arab Emirates"), is_name("Ilir Meta")
    (False, False, True)
    """
    return len(text) > 6 and not re.search(r"\d|Minister|President of|Council", text)


def states_by_name(world: World) -> dict[str, Out]:
    """Key of each English name -> state."""
    found: dict[str, Out] = {}
    for code, row in world.states.items():
        others = [text for _, _, text in row.aliases]
        for name in (row.en, *others, code):
            found.setdefault(key(re.sub(r"\s*\([^)]*\)", "", name)), row)
    extra = {
        "UK": "GB",
        "Congo–Kinshasa (Democratic Republic of the Congo)": "CD",
        "Congo–Brazzaville (Republic of the Congo)": "CG",
        "South Korea (Republic of Korea)": "KR",
        "North Korea (Democratic People's Republic of Korea)": "KP",
        "Taiwan (Republic of China)": "TW",
        "East Timor": "TL",
        "Palestine": "PS",
        "Vatican City": "VA",
        "Sahrawi Arab Democratic Republic": "EH",
        "United States of America": "US",
    }
    return found | {key(name): world.states[code] for name, code in extra.items()}


def make_terms(world: World, shared: Path, leaders: Iterable[Out], out: Path) -> Iterator[tuple[str, ...]]:
    """Terms from the two lists of leaders, as rows of a table of terms.

    Where the terms written by hand know better, rows whose end is not known are left out or cut.
    """
    people: dict[str, list[Out]] = defaultdict(list)
    for leader in leaders:
        people[leader.country].append(leader)
    ours = list(read(out / "terms.tsv"))
    codes = {row["cow"]: row["alpha3"] for row in read(Path(__file__).with_name("cow.tsv"))}
    body = {row.country: row.id for row in world.states.values()}
    yield from _dated_terms(
        shared, people, {cow: (code, body[code]) for cow, code in codes.items()}, {row["body"] for row in ours}
    )
    posts = {row["qid"]: post_of(row["position"]) for row in read(shared / "world_leaders_2021_qid.tsv")}
    for leader in leaders:
        post = posts.get(leader.id)
        if post and leader.country in body:
            yield from _undated_term(leader, post, body[leader.country], ours)


def _dated_terms(
    shared: Path, people: dict[str, list[Out]], states: dict[str, tuple[str, str]], ours: set[str]
) -> Iterator[tuple[str, ...]]:
    """REIGN: whoever ruled, with dates; the holder is found by surname, from 2005 on, when the list of people begins
    to be full.
    """
    for row in read(shared / "leaders_terms_1945_2021.tsv"):
        if row["cow_state"] not in states:
            continue
        country, body = states[row["cow_state"]]
        if not row["to_month"] and body in ours:
            continue
        holder = by_surname(row["leader"], people[country]) if row["from"] >= "2005" else None
        id, name = (holder.id, holder.en) if holder else ("", row["leader"])
        yield (id, name, "leader", body, row["from"], row["to_month"] or "2021-03/..", "REIGN")


def _undated_term(leader: Out, post: str, body: str, ours: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """A post held at some time in 2021 or 2022; it ends before the next holder that our own terms know."""
    terms = [row for row in ours if row["body"] == body and row["post"] == post]
    if any(row["holder"] == leader.id or (row["from"] < "2021" and row["to"] > "2022-12") for row in terms):
        return
    end = min((row["from"] for row in terms if row["from"] > "2021"), default="..")
    yield (leader.id, leader.en, post, body, LATE, f"2021-01-01/{end}", "Wikidata (leaders 2021)")


def by_surname(name: str, people: list[Out]) -> Out | None:
    """The one person whose name ends in the same words, None when there is none or more than one."""
    words = key(name).split()
    found = [
        person
        for person in people
        if key(person.en).split()[-len(words) :] == words or key(person.en).split()[-1:] == words[-1:]
    ]
    return found[0] if len(found) == 1 else None


def post_of(position: str) -> str | None:
    """The key of the post that a position of the list names, None for what is none."""
    if "Coalition" in position or "Salvation" in position:
        return None
    for start, post in (
        ("President of the National Assembly", None),
        ("President of the Pontifical", None),
        ("President", "president"),
        ("Prime Minister", "prime-minister"),
        ("Premier", "prime-minister"),
        ("Taoiseach", "prime-minister"),
        ("King", "king"),
        ("Monarchy", "monarch"),
        ("Emir", "emir"),
        ("Emperor", "emperor"),
        ("Chancellor", "chancellor"),
        ("Supreme Leader", "supreme-leader"),
        ("Governor", "governor-general"),
        ("pope", "pope"),
    ):
        if position.startswith(start):
            return post
    return None
