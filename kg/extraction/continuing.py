"""Days that go on: what one speaker says, sentence after sentence, is said on the day that the first of them names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model import Claim, Factuality, Precision, Time, Utterance
from kg.ontology import EventType


def continued(claims: Sequence[Claim], utterances: Iterable[Utterance], types: Mapping[str, EventType]) -> list[Claim]:
    """The claims, in the order of their triggers; an act of words without a day has that of what its doer said before.

    «قال الوزير الاثنين إن …. ودعا إلى …»: the appeal is Monday's too.
    """
    last: dict[str, Time] = {}
    said = sorted(utterances, key=lambda u: u.cue)
    found = []
    for claim in sorted(claims, key=lambda c: c.triggers[0]):
        while said and said[0].cue < claim.triggers[0]:
            act = said.pop(0)
            if act.time is not None and act.time.precision is Precision.DAY:
                last[act.speaker] = act.time
        doing = doers(claim, types[claim.type])
        if doing and claim.time is None and claim.factuality is Factuality.OCCURRED:
            time = next((last[doer] for doer in doing if doer in last), None)
            claim = replace(claim, time=time) if time is not None else claim
        if claim.time is not None and claim.time.precision is Precision.DAY:
            last |= dict.fromkeys(doing, claim.time)
        found.append(claim)
    return found


def doers(claim: Claim, event_type: EventType) -> list[str]:
    """Who does what the claim tells, for what is done by talking; none for other events."""
    if not event_type.quad.startswith("verbal"):
        return []
    roles = event_type.roles
    return [a.actor for a in claim.arguments if a.role in roles and roles[a.role].side == "initiator"]
