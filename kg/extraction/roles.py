"""Fills the roles of a trigger: grammatical position first, then the kind of actor that the role takes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extraction.coreference import Coreference
from kg.extraction.factuality import is_factuality_cue
from kg.extraction.mention import Mention, pronouns
from kg.extraction.triggers import Candidate, light_verb, undergoing_verb
from kg.extraction.words import TIME_ENTITIES, keys, listed, phrase
from kg.language.functions import LOOSE, SHARED, Dependent, controls, dependents, feature, is_circumstance, is_passive
from kg.model import Kind
from kg.ontology import Pattern, Role

_PRONOUNS = frozenset(["PRON"])
_PRONOUN_FUNCTIONS = frozenset(["subject", "object", "genitive", "light_subject"])
_WEAK = frozenset(["light_subject", "undergoer", "self"])
"""Functions that fill a role only while nobody nearer to the trigger does."""
_AGENTIVE = frozenset(["subject", "genitive", "compound", "attribute", "by"])
"""Functions that name who acts, after which nobody need be looked for further away."""
_CREATED = {"PROPN": Kind.PERSON, "X": Kind.PERSON}


@dataclass(frozen=True, slots=True)
class Filler:
    """A mention in a role; `rank`: how sure its attachment is (0 best)."""

    role: str
    mention: Mention
    rank: int


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate whose roles are filled and whose conditions hold. `light`: its light verb. `complements`: clauses it
    governs.
    """

    candidate: Candidate
    fillers: tuple[Filler, ...]
    light: Token | None
    complements: tuple[Token, ...]
    score: float


class RoleFiller:
    """Fills roles of candidates in one document."""

    def __init__(self, coreference: Coreference, lang: str) -> None:
        self._coreference = coreference
        self._lang = lang

    def match(self, candidate: Candidate) -> Match | None:
        """The candidate with its roles filled; None when a condition of its pattern fails."""
        pattern = candidate.pattern
        light = light_verb(candidate.token, pattern) if pattern.part == "noun" else None
        around = self._dependents(candidate, light)
        if not _conditions_hold(pattern, around):
            return None
        fillers = self._fill(candidate, around)
        present = {f.role for f in fillers} | {d.function for d in around} | ({"light"} if light is not None else set())
        if not all(any(name in present for name in need) for need in pattern.needs):
            return None
        complements = tuple(d.token for d in around if d.function == "complement")
        return Match(candidate, fillers, light, complements, _score(candidate, fillers, light))

    def _dependents(self, candidate: Candidate, light: Token | None) -> list[Dependent]:
        around = list(dependents(candidate.token, self._lang))
        if light is not None:
            for dependent in dependents(light, self._lang):
                if dependent.token.i == candidate.token.i:
                    continue
                if dependent.function in ("subject", "object"):
                    around.append(replace(dependent, function=f"light_{dependent.function}"))
                elif dependent.function not in ("object", "complement"):
                    around.append(replace(dependent, rank=max(dependent.rank, SHARED)))
        if light is None and candidate.pattern.part == "noun" and self._lang == "en":
            around += self._controller(candidate.token)
        undergoing = undergoing_verb(candidate.token)
        if undergoing is not None:
            subjects = [d for d in dependents(undergoing, self._lang) if d.function == "subject"]
            around += [replace(d, function="undergoer") for d in subjects]
        inside = range(candidate.start, candidate.end)
        return [d for d in around if d.token.i not in inside or d.function == "self"]

    def _controller(self, noun: Token) -> list[Dependent]:
        """Who does what a noun names under a verb that plans, asks, or refuses it ("Niger threatened a withdrawal").

        In Arabic the parser errs too often here: measured, it costs more than it gives.
        """
        verb = noun.head
        if verb.pos_ != "VERB" or noun.dep_ not in ("obj", "obl:arg", "xcomp") or not is_factuality_cue(verb):
            return []
        around = dependents(verb, self._lang)
        asked = [d for d in around if d.function == "object" and d.token.i != noun.i] if controls(verb) else []
        doers = asked or [d for d in around if d.function == "subject"]
        return [replace(d, function="light_subject", rank=LOOSE) for d in doers]

    def _fill(self, candidate: Candidate, around: Sequence[Dependent]) -> tuple[Filler, ...]:
        slots = {slot.function: slot.roles for slot in candidate.pattern.slots}
        roles = candidate.event_type.roles
        fillers: list[Filler] = []
        used: set[int] = set()
        near: set[str] = set()
        for dependent in sorted(around, key=lambda d: (d.function == "self", d.rank)):
            open_roles = [roles[r] for r in slots.get(dependent.function, ())]
            if not open_roles or dependent.token.i in used:
                continue
            if dependent.function in _WEAK:
                open_roles = [r for r in open_roles if r.name not in near]
            mention = self._mention(dependent, open_roles) if open_roles else None
            if mention is not None and any(f.mention == mention for f in fillers):
                continue
            chosen = self._choose(mention, open_roles, fillers) if mention is not None else None
            if chosen is not None:
                fillers.append(Filler(chosen[0].name, chosen[1], dependent.rank))
                used.add(dependent.token.i)
                if dependent.function in _AGENTIVE:
                    near.add(chosen[0].name)
        return (*fillers, *self._dropped_subject(candidate, around, fillers))

    def _dropped_subject(
        self, candidate: Candidate, around: Sequence[Dependent], fillers: Sequence[Filler]
    ) -> Sequence[Filler]:
        """The filler of the subject's role when an Arabic verb leaves its subject to the context."""
        function = "subject" if candidate.pattern.part == "verb" else "light_subject"
        slot = next((s for s in candidate.pattern.slots if s.function == function), None)
        verb = candidate.token if function == "subject" else candidate.token.head
        if self._lang != "ar" or slot is None or verb.pos_ != "VERB" or is_passive(verb):
            return ()
        if any(d.function == function for d in around) or any(f.role in slot.roles for f in fillers):
            return ()
        if function == "light_subject" and not is_circumstance(candidate.token, self._lang):
            return ()
        roles = [candidate.event_type.roles[r] for r in slot.roles]
        mention = self._coreference.topic(verb, {kind for role in roles for kind in role.kinds})
        chosen = self._choose(mention, roles, fillers) if mention is not None else None
        return (Filler(chosen[0].name, chosen[1], LOOSE),) if chosen is not None else ()

    def _mention(self, dependent: Dependent, roles: Sequence[Role]) -> Mention | None:
        token = dependent.token
        if token.ent_type_ in TIME_ENTITIES or "Rel" in feature(token, "PronType"):
            return None
        if dependent.function == "self" and any(_ordinal(c) for c in token.children):
            return None  # "the fifth member" counts, it names nobody
        kinds = {kind for role in roles for kind in role.kinds}
        if token.pos_ in _PRONOUNS:
            safe = dependent.function in _PRONOUN_FUNCTIONS and feature(token, "PronType") != ["Rel"]
            return self._coreference.pronoun(token, kinds) if safe else None
        return self._coreference.at(token) or self._created(token, kinds)

    def _created(self, token: Token, kinds: set[Kind]) -> Mention | None:
        """A mention for a proper noun that nothing named, where a role takes persons."""
        kind = _CREATED.get(token.pos_)
        if is_factuality_cue(token) or listed(token, pronouns(self._lang)):
            return None
        if kind is None or kind not in kinds or (self._lang == "en" and token.text.islower()) or len(token.text) < 2:
            return None
        return self._coreference.create(token, kind, phrase(token), named=True)

    def _choose(self, mention: Mention, roles: Sequence[Role], taken: Sequence[Filler]) -> tuple[Role, Mention] | None:
        """The first role whose kinds take the mention and that is still free; a capital may stand for its state."""
        kind = self._kind(mention, roles)
        for role in roles:
            full = any(f.role == role.name for f in taken) and not role.many
            again = any(f.mention == mention for f in taken)
            if full or again:
                continue
            if kind in role.kinds:
                return role, mention
            state = self._coreference.state_of(mention)
            if state is not mention and Kind.STATE in role.kinds:
                return role, state
        return None

    def _kind(self, mention: Mention, roles: Sequence[Role]) -> Kind:
        """A post without a name and without an article is the office itself, where a role takes offices."""
        bare = mention.post is not None and mention.name is None and not self._coreference.is_definite(mention)
        if bare and any(Kind.OFFICE in role.kinds for role in roles):
            return Kind.OFFICE
        return self._coreference.kind(mention)


def _ordinal(token: Token) -> bool:
    return token.ent_type_ == "ORDINAL" or "Ord" in feature(token, "NumType")


def _conditions_hold(pattern: Pattern, around: Sequence[Dependent]) -> bool:
    def standing(function: str, rank: int) -> list[Token]:
        return [d.token for d in around if d.function == function and d.rank <= rank]

    wanted = all(any(listed(t, words) for t in standing(function, LOOSE)) for function, words in pattern.only)
    banned = any(listed(t, words) for function, words in pattern.unless for t in standing(function, LOOSE))
    return wanted and not banned


def _score(candidate: Candidate, fillers: Sequence[Filler], light: Token | None) -> float:
    """How well the pattern fits: core roles filled by sure attachments, more words, the lemma and not only the written
    form.
    """
    core = {role for role in candidate.event_type.core if any(f.role == role for f in fillers)}
    sure = sum(f.rank == 0 for f in fillers)
    lemma = keys(candidate.token)[0] in {w for words in candidate.pattern.words for w in words}
    score = 0.5 + 0.15 * len(core) + 0.03 * min(sure, 3) + 0.05 * (light is not None) + 0.05 * lemma
    score += 0.05 * (candidate.end - candidate.start > 1) + 0.02 * len(candidate.pattern.needs)
    return round(min(score, 0.99), 2)
