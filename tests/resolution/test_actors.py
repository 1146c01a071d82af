import pytest

from kg.errors import InputError
from kg.gazetteer import Gazetteer
from kg.gazetteer.offices import Offices
from kg.model import Extraction, Kind, Label, digest
from kg.resolution import resolve
from tests.resolution.world import ENTRIES, World, where


def test_a_state_in_two_languages_and_as_a_place_is_one_actor(world: World) -> None:
    world.article("a", "2025-01-02", lang="ar")
    world.article("b", "2025-01-01")
    state = world.actor("a", "سوريا", Kind.STATE, entry="Q858", country="SYR")
    place = world.actor("b", "Syria", Kind.PLACE, entry="Q858", country="SYR")
    resolution = world.resolve()
    syria = where(resolution, state)
    assert where(resolution, place) == syria
    assert (syria.id, syria.kind) == (digest("entry", "Q858"), Kind.STATE)
    assert syria.labels == (Label("سوريا", "ar"), Label("Syria", "en"))
    assert syria.aliases == (Label("الجمهورية العربية السورية", "ar"),)
    assert syria.same_as == ("http://www.wikidata.org/entity/Q858",)
    assert [(j.left, j.right, j.by) for j in resolution.judgements] == [(syria.id, syria.same_as[0], "gazetteer")]


def test_what_contains_a_place_is_there_too(world: World) -> None:
    world.article("a", "2025-01-01")
    member = world.entry("a", "gn:170654")
    damascus = where(world.resolve(), member)
    by_id = {actor.id: actor for actor in world.resolve().actors}
    governorate = by_id[damascus.within or ""]
    assert (damascus.latitude, damascus.same_as) == (33.5, ("https://sws.geonames.org/170654/",))
    assert governorate.entry == "x-rif"
    assert governorate.mentions == ()
    assert governorate.same_as == ()
    assert by_id[governorate.within or ""].entry == "Q858"


def test_a_place_that_no_gazetteer_knows_lies_in_its_country(world: World) -> None:
    world.article("a", "2025-01-01")
    member = world.actor("a", "Wadi al-Nahr", Kind.PLACE, country="SYR")
    village = where(world.resolve(), member)
    assert village.within == digest("entry", "Q858")
    assert any(actor.id == village.within for actor in world.resolve().actors)


def test_full_names_merge_and_surnames_do_not(world: World) -> None:
    world.article("a", "2025-01-01")
    world.article("b", "2025-01-02")
    full = world.actor("a", "Karim Nasser")
    again = world.actor("b", "Karim al-Nasser")
    other = world.actor("b", "Layla Nasser")
    surname = world.actor("b", "Nasser")
    resolution = world.resolve()
    assert where(resolution, full) == where(resolution, again)
    assert len({resolution.placed[member] for member in (full, other, surname)}) == 3


def test_a_single_word_merges_for_organisations_only(world: World) -> None:
    for id in ("a", "b"):
        world.article(id, "2025-01-01")
        world.actor(id, "Shahrazad", Kind.ORGANIZATION)
        world.actor(id, "Shahrazad", Kind.PERSON)
    placed = world.resolve().placed
    assert placed["a", "x1"] == placed["b", "x1"]
    assert placed["a", "x2"] != placed["b", "x2"]


def test_countries_keep_one_name_apart(world: World) -> None:
    for id, country in (("a", "SYR"), ("b", "TUR"), ("c", None)):
        world.article(id, "2025-01-01")
        world.actor(id, "Omar Hassan", country=country)
    placed = world.resolve().placed
    assert len(set(placed.values())) == 3, "without a country it could be either"
    world.articles.pop(1)
    placed = world.resolve().placed
    assert len(set(placed.values())) == 1


def test_a_longer_name_and_its_beginning_are_one(world: World) -> None:
    for id, name in (("a", "Faisal bin Farhan"), ("b", "Faisal bin Farhan Al Saud"), ("c", "Farhan Al Saud")):
        world.article(id, "2025-01-01")
        world.actor(id, name)
    resolution = world.resolve()
    assert resolution.placed["a", "x1"] == resolution.placed["b", "x1"]
    assert resolution.placed["a", "x1"] != resolution.placed["c", "x1"]
    assert where(resolution, ("a", "x1")).labels == (Label("Faisal bin Farhan Al Saud", "en"),)


def test_a_name_that_begins_two_others_joins_neither(world: World) -> None:
    for id, name in (("a", "Ali Hassan"), ("b", "Ali Hassan Salem"), ("c", "Ali Hassan Omar")):
        world.article(id, "2025-01-01")
        world.actor(id, name)
    assert len(set(world.resolve().placed.values())) == 3


def test_an_organisation_with_and_without_its_class_word(world: World) -> None:
    names = ("Islamic Dawn", "Islamic Dawn group", "Syrian Islamic Dawn", "Islamic Dawn Youth")
    for id, name in zip("abcd", names, strict=True):
        world.article(id, "2025-01-01")
        world.actor(id, name, Kind.ORGANIZATION)
    placed = world.resolve().placed
    assert placed["a", "x1"] == placed["b", "x1"] == placed["c", "x1"]
    assert placed["d", "x1"] != placed["a", "x1"]


def test_an_organisation_of_two_states_stays_two(world: World) -> None:
    world.gazetteer = Gazetteer(
        {entry.id: entry for entry in ENTRIES},
        demonyms={"Syrian": "Q858", "Turkish": "Q43"},
        offices=Offices((), {}),
        digest="",
    )
    for id, name in zip("abc", ("Youth Union", "Syrian Youth Union", "Turkish Youth Union"), strict=True):
        world.article(id, "2025-01-01")
        world.actor(id, name, Kind.ORGANIZATION)
    assert len(set(world.resolve().placed.values())) == 3


def test_one_person_in_two_scripts_is_a_judgement(world: World) -> None:
    world.article("a", "2025-01-01", lang="ar")
    world.article("b", "2025-01-02")
    arabic, latin = world.actor("a", "باسم نعيم"), world.actor("b", "Bassem Naim")
    resolution = world.resolve()
    person = where(resolution, arabic)
    assert where(resolution, latin) == person
    assert person.labels == (Label("باسم نعيم", "ar"), Label("Bassem Naim", "en"))
    [judgement] = resolution.judgements
    assert judgement.by == "name-match"
    assert judgement.score >= 0.85
    assert "Bassem Naim" in judgement.reason


def test_two_equally_good_names_in_the_other_script_are_left_alone(world: World) -> None:
    for id, lang, name in (("a", "ar", "سالم أحمد"), ("b", "en", "Salem Ahmed"), ("c", "en", "Selim Ahmed")):
        world.article(id, "2025-01-01", lang=lang)
        world.actor(id, name)
    assert len(set(world.resolve().placed.values())) == 3


def test_two_actors_of_one_article_are_two(world: World) -> None:
    world.article("a", "2025-01-01", lang="ar")
    one, other = world.actor("a", "باسم نعيم"), world.actor("a", "Basem Naim")
    placed = world.resolve().placed
    assert placed[one] != placed[other]


def test_an_unlinked_name_joins_the_row_that_others_lead_to(world: World) -> None:
    world.article("a", "2025-01-01")
    world.article("b", "2025-01-01")
    linked, bare = world.entry("a", "Q1"), world.actor("b", "Sami Haddad")
    placed = world.resolve().placed
    assert placed[bare] == placed[linked] == digest("entry", "Q1")


def test_unnamed_actors_belong_to_their_article(world: World) -> None:
    for id in ("a", "b"):
        world.article(id, "2025-01-01")
        world.actor(id, "seven soldiers", Kind.GROUP, named=False, count=7)
    resolution = world.resolve()
    assert len(resolution.actors) == 2
    assert {(actor.named, actor.count) for actor in resolution.actors} == {(False, 7)}


def test_a_post_is_one_in_both_languages(world: World) -> None:
    world.article("a", "2025-01-01", lang="ar")
    world.article("b", "2025-01-01")
    arabic = world.actor("a", "الرئيس", Kind.OFFICE, country="SYR")
    english = world.actor("b", "President of Syria", Kind.OFFICE, country="SYR")
    elsewhere = world.actor("b", "President", Kind.OFFICE, country="TUR")
    placed = world.resolve().placed
    assert placed[arabic] == placed[english] != placed[elsewhere]


def test_a_person_known_in_arabic_only_is_romanised(world: World) -> None:
    world.article("a", "2025-01-01", lang="ar")
    member = world.actor("a", "باسم نعيم")
    person = where(world.resolve(), member)
    assert person.labels == (Label("باسم نعيم", "ar"), Label("Basm Naim", "ar-Latn", generated=True))


def test_the_earliest_mention_names_an_actor_whatever_the_offset(world: World) -> None:
    """22:00 in Washington is after 02:00 of the next day in Riyadh: days alone would sort them wrongly."""
    world.article("late", "2025-01-01T22:00:00-05:00")
    world.article("early", "2025-01-02T02:00:00+03:00")
    later, earlier = world.actor("late", "Karim Nasser"), world.actor("early", "Karim Nasser")
    both = world.resolve()
    world.articles.pop(0)
    alone = world.resolve()
    assert both.placed[later] == both.placed[earlier] == alone.placed[earlier]


def test_an_extraction_without_its_article_is_refused(world: World) -> None:
    with pytest.raises(InputError, match="ghost: an extraction belongs to an article that is not given"):
        resolve([], [Extraction("ghost")], ontology=world.ontology, gazetteer=world.gazetteer)
