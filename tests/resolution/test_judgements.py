from kg.model import Judgement, Verdict, digest
from tests.resolution.world import World, day


def word(left: str, right: str, verdict: Verdict) -> Judgement:
    return Judgement(f"{verdict}-{left}-{right}", left, right, verdict, "Salma", "I know them")


def visits(world: World, *days: str) -> list[str]:
    claims = []
    for id, when in zip("abc", days, strict=False):
        world.article(id, when)
        roles = {"visitor": world.actor(id, "Karim Nasser"), "destination": world.entry(id, "Q61")}
        claims.append(world.claim(id, "Visit", roles, time=day(when)))
    return claims


def test_a_person_joins_two_actors(world: World) -> None:
    world.article("a", "2025-01-01")
    world.article("b", "2025-01-02")
    one, other = world.actor("a", "Abu Layla"), world.actor("b", "Omar Aziz")
    before = world.resolve().placed
    judgement = word(f"https://w3id.org/hadath/id/actor/{before[other]}", before[one], Verdict.SAME)
    after = world.resolve(judgement)
    assert after.placed[one] == after.placed[other] == before[one]
    assert judgement in after.judgements


def test_a_person_undoes_a_merge_across_scripts(world: World) -> None:
    world.article("a", "2025-01-01", lang="ar")
    world.article("b", "2025-01-02")
    one, other = world.actor("a", "باسم نعيم"), world.actor("b", "Bassem Naim")
    [ours] = world.resolve().judgements
    after = world.resolve(word(ours.left, ours.right, Verdict.DIFFERENT))
    assert after.placed[one] != after.placed[other]
    assert [judgement.by for judgement in after.judgements] == ["Salma"]


def test_a_person_tells_two_bearers_of_one_name_apart(world: World) -> None:
    for id in ("a", "b", "c"):
        world.article(id, "2025-01-01")
        world.actor(id, "Omar Hassan")
    alone = {}
    for id in ("a", "b"):
        world.articles, kept = [article for article in world.articles if article.id == id], world.articles
        alone[id] = world.resolve().placed[id, "x1"]
        world.articles = kept
    placed = world.resolve(word(alone["a"], alone["b"], Verdict.DIFFERENT)).placed
    assert placed["a", "x1"] != placed["b", "x1"]
    assert placed["a", "x1"] == placed["c", "x1"]


def test_a_person_tells_a_name_from_its_row(world: World) -> None:
    world.article("a", "2025-01-01")
    world.article("b", "2025-01-01")
    world.entry("a", "Q1")
    world.entry("b", "Q1")
    linked = world.resolve().placed["a", "x1"]
    world.actors["b"][0] = namesake = world.actors["b"][0]
    member = digest("actor", "b", str(namesake.kind), "0", str(len(namesake.name)), namesake.name)
    placed = world.resolve(word(linked, member, Verdict.DIFFERENT)).placed
    assert placed["a", "x1"] == linked
    assert placed["b", "x1"] == member


def test_a_person_joins_two_events_and_tells_two_apart(world: World) -> None:
    first, second, third = visits(world, "2025-11-10", "2025-11-10", "2025-12-10")
    about = world.resolve().about
    assert about[first] == about[second] != about[third]
    about = world.resolve(word(about[first], about[third], Verdict.SAME)).about
    assert about[first] == about[second] == about[third]
    about = world.resolve(word(first, second, Verdict.DIFFERENT)).about
    assert about[first] != about[second]


def test_different_outweighs_same(world: World) -> None:
    first, second = visits(world, "2025-11-10", "2025-11-10")
    about = world.resolve(word(first, second, Verdict.SAME), word(first, second, Verdict.DIFFERENT)).about
    assert about[first] != about[second]


def test_a_rejected_claim_is_about_nothing(world: World) -> None:
    first, second = visits(world, "2025-11-10", "2025-11-10")
    resolution = world.resolve(word(first, "", Verdict.REJECTED))
    assert list(resolution.about) == [second]
    assert resolution.events[0].claims == (second,)


def test_a_rejected_event_is_gone(world: World) -> None:
    first, _ = visits(world, "2025-11-10", "2025-12-10")
    event = world.resolve().about[first]
    assert event not in {each.id for each in world.resolve(word(event, "", Verdict.REJECTED)).events}


def test_our_own_judgements_are_not_read_back(world: World) -> None:
    world.article("a", "2025-01-01", lang="ar")
    world.article("b", "2025-01-02")
    world.actor("a", "باسم نعيم")
    world.actor("b", "Bassem Naim")
    before = world.resolve()
    assert world.resolve(*before.judgements) == before


def test_a_judgement_about_something_unknown_changes_nothing(world: World) -> None:
    visits(world, "2025-11-10")
    before, after = world.resolve(), world.resolve(word("nobody", "nothing", Verdict.SAME))
    assert (after.events, after.actors) == (before.events, before.actors)
