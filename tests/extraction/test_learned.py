"""What the event heads add to the frames, with heads that say what each test wants."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from kg.extraction.claims import best_matches
from kg.extraction.coreference import Coreference
from kg.extraction.factuality import Reading
from kg.extraction.learned import PLACE, SOURCE, Learned
from kg.extraction.mentions import MentionFinder
from kg.extraction.roles import Match, RoleFiller
from kg.extraction.triggers import TriggerFinder
from kg.extraction.utterances import find_sayings
from kg.gazetteer import Gazetteer
from kg.language import load
from kg.language.encoder.events import EventScores
from kg.language.encoder.graphs import Floats
from kg.model import Factuality, Finder
from kg.ontology import Ontology, load_ontology

TYPES = ("", "Visit", "Attack")
ROLES = ("", "visitor", "destination", "attacker", "target", PLACE, SOURCE)
VALUES = tuple(each.value for each in Factuality)


class Heads(EventScores):
    """Heads that believe in given words: word -> type, (trigger, word) -> role, word -> factuality."""

    def __init__(
        self,
        doc: Doc,
        types: Mapping[str, tuple[str, float]],
        roles: Mapping[tuple[str, str], tuple[str, float]],
        values: Mapping[str, tuple[str, float]],
    ) -> None:
        of_type = np.zeros((len(doc), len(TYPES)), np.float32)
        factuality = np.full((len(doc), len(VALUES)), 0.2, np.float32)
        for token in doc:
            name, probability = types.get(token.text, ("", 1.0))
            of_type[token.i, TYPES.index(name)] = probability
            if token.text in values:
                value, sure = values[token.text]
                factuality[token.i] = 0
                factuality[token.i, VALUES.index(value)] = sure
        empty = np.zeros((len(doc), 1), np.float32)
        super().__init__(TYPES, VALUES, ROLES, of_type, factuality, Path(), empty, empty)
        object.__setattr__(self, "doc", doc)
        object.__setattr__(self, "believed", roles)

    def role_scores(self, trigger: int, start: int, end: int) -> Floats:
        found = np.zeros((end - start, len(ROLES)), np.float32)
        for token in self.doc[start:end]:  # type: ignore[attr-defined]
            role, probability = self.believed.get((self.doc[trigger].text, token.text), ("", 1.0))  # type: ignore[attr-defined]
            found[token.i - start, ROLES.index(role)] = probability
        return found


class Sentence:
    """One sentence with what frames and heads find in it."""

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology, lang: str, text: str) -> None:
        self.doc = load(lang)(text)
        self.coreference = Coreference(self.doc, MentionFinder(gazetteer).find(self.doc), gazetteer)
        self.sayings = find_sayings(self.doc, self.coreference)
        self.filler = RoleFiller(self.coreference, lang)
        self.ontology = ontology
        self.candidates = list(TriggerFinder(ontology, lang).find(self.doc))
        matches = [m for c in self.candidates if (m := self.filler.match(c)) is not None]
        self.matches = best_matches(matches, self.doc)

    def learned(
        self,
        types: Mapping[str, tuple[str, float]],
        roles: Mapping[tuple[str, str], tuple[str, float]] | None = None,
        values: Mapping[str, tuple[str, float]] | None = None,
    ) -> Learned:
        return Learned(Heads(self.doc, types, roles or {}, values or {}), self.ontology, self.coreference, self.doc)

    def words(self, match: Match) -> dict[str, str]:
        return {f.role: self.doc[f.mention.start : f.mention.end].text for f in match.fillers}


Reader = Callable[[str, str], Sentence]


@pytest.fixture(scope="module")
def reader(gazetteer: Gazetteer) -> Reader:
    ontology = load_ontology()
    return lambda lang, text: Sentence(gazetteer, ontology, lang, text)


def test_a_frames_word_stands_with_both_scores_in_one(reader: Reader) -> None:
    found = reader("en", "The army attacked the port.")
    (attack,) = found.matches
    (sure,) = found.learned({"attacked": ("Attack", 0.9)}).scored([attack])
    assert sure.score == pytest.approx((attack.score + 0.9) / 2, abs=0.011)
    (unsure,) = found.learned({}).scored([attack])
    assert unsure.score == pytest.approx(attack.score / 2, abs=0.011)


def test_what_the_heads_never_learnt_stands(reader: Reader) -> None:
    found = reader("en", "Egypt signed a treaty with Jordan.")
    signing = [m for m in found.matches if m.candidate.event_type.name == "Signing"]
    assert found.learned({}).scored(signing) == signing


def test_a_users_own_type_is_left_alone(reader: Reader) -> None:
    found = reader("en", "The army attacked the port.")
    (attack,) = found.matches
    own = replace(
        attack, candidate=replace(attack.candidate, event_type=replace(attack.candidate.event_type, own=True))
    )
    learned = found.learned({})
    assert learned.scored([own]) == [own]
    assert learned.filled(own) == own


@pytest.mark.parametrize(
    ("lang", "text", "word", "roles"),
    [
        ("en", "The king flew into Rome.", "flew", {"visitor": "The king", "destination": "Rome"}),
        ("ar", "هبط الرئيس المصري في باريس.", "هبط", {"visitor": "الرئيس المصري", "destination": "باريس"}),
    ],
)
def test_a_word_that_no_frame_knows(reader: Reader, lang: str, text: str, word: str, roles: dict[str, str]) -> None:
    found = reader(lang, text)
    heads = {filler.split()[-1 if lang == "en" else 0]: role for role, filler in roles.items()}
    learned = found.learned({word: ("Visit", 0.8)}, {(word, filler): (role, 0.9) for filler, role in heads.items()})
    (match,) = [m for m in learned.added([], [], found.filler) if m.candidate.token.text == word]
    assert (match.candidate.found_by, match.score) == (Finder.MODEL, 0.8)
    assert found.words(learned.filled(match)) == roles


def test_an_unsure_word_stands_for_nothing(reader: Reader) -> None:
    found = reader("en", "The king flew into Rome.")
    assert found.learned({"flew": ("Visit", 0.4)}).added([], [], found.filler) == []


@pytest.mark.parametrize(
    "text", ["The army attacked the port.", "He died of a cardiac arrest.", "The horse won the race at Ascot."]
)
def test_what_a_frame_knows_or_refuses_is_not_added(reader: Reader, text: str) -> None:
    found = reader("en", text)
    types = dict.fromkeys(("attacked", "arrest", "race"), ("Attack", 0.9))
    known = [c for c in found.candidates if c.token.text in types]
    attack = [replace(c, event_type=found.ontology.types["Attack"]) for c in known]
    assert attack
    assert found.learned(types).added(attack, [], found.filler) == []


def test_grammar_goes_first_and_the_heads_fill_what_is_left(reader: Reader) -> None:
    found = reader("en", "The port was attacked while the army slept.")
    attack = next(m for m in found.matches if m.candidate.event_type.name == "Attack")
    assert found.words(attack) == {"target": "The port"}
    sure = found.learned({}, {("attacked", "army"): ("attacker", 0.9), ("attacked", "port"): ("attacker", 0.9)})
    assert found.words(sure.filled(attack)) == {"target": "The port", "attacker": "the army"}
    unsure = found.learned({}, {("attacked", "army"): ("attacker", 0.5)})
    assert unsure.filled(attack) == attack


def test_where_it_happened(reader: Reader) -> None:
    found = reader("en", "Aleppo woke up as the army attacked the port.")
    attack = next(m for m in found.matches if m.candidate.event_type.name == "Attack")
    place = found.learned({}, {("attacked", "Aleppo"): (PLACE, 0.9)}).place(attack)
    assert place is not None
    assert found.doc[place.start : place.end].text == "Aleppo"
    assert found.learned({}).place(attack) is None


def test_who_says_it_where_grammar_does_not_tell(reader: Reader) -> None:
    found = reader("en", "The minister said the army attacked the port.")
    attack = next(m for m in found.matches if m.candidate.event_type.name == "Attack")
    (saying,) = found.sayings
    assert found.learned({}).saying(attack, found.sayings) is None
    believed = found.learned({}, {("attacked", "minister"): (SOURCE, 0.7)})
    assert believed.saying(attack, found.sayings) == saying
    assert believed.saying(attack, []) is None


def test_factuality_gives_way_only_to_what_is_sure(reader: Reader) -> None:
    found = reader("en", "The army attacked the port.")
    (attack,) = found.matches
    occurred = Reading(Factuality.OCCURRED)
    unsure = found.learned({}, values={"attacked": ("negated", 0.6)})
    sure = found.learned({}, values={"attacked": ("negated", 0.95)})
    assert unsure.reading(attack, occurred) == occurred
    assert sure.reading(attack, occurred).factuality is Factuality.NEGATED
    assert unsure.reading(attack, Reading()) == Reading()
    assert sure.reading(attack, Reading()).factuality is Factuality.NEGATED
    planned = Reading(Factuality.PLANNED, "announced")
    assert sure.reading(attack, planned) == planned
