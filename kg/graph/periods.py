"""Memberships and terms of office.

`kg:from` and `kg:to` make "who was a member on day D" one pattern and one filter (`?from <= D && ?to >= D`): from the
day by which it had surely begun, to the last day on which it may still have lasted. So a member stays one until the end
is told, and none is one before its beginning is. Where only the end is told, nothing says how late it began, and
`kg:from` is 0001-01-01. The four bounds beside them say all that is known.
"""

from collections.abc import Iterator
from datetime import date

from pyoxigraph import Quad

from kg.graph.statements import Pairs, describe
from kg.graph.titles import LANGUAGES, actor_name
from kg.graph.view import View
from kg.graph.vocabulary import KG, LABEL, ORG, TYPE, day, label
from kg.model import OPEN_END, OPEN_START, Period, PeriodKind


def period_quads(period: Period, view: View) -> Iterator[Quad]:
    """One membership or term of office, with its bounds and where they come from."""
    return describe(view.iris.period(period.id), _period_pairs(period, view))


def certain_start(period: Period) -> date:
    """The day by which it had surely begun; the earliest possible one when that is not known, or follows from the end
    only.
    """
    unknown = period.latest_start == OPEN_END or _only_ends(period)
    return period.earliest_start if unknown else period.latest_start


def _only_ends(period: Period) -> bool:
    """Whether its beginning is bounded by nothing but its end."""
    return period.earliest_start == OPEN_START and period.latest_start >= period.latest_end and not period.stated


def _period_pairs(period: Period, view: View) -> Pairs:
    if period.kind is PeriodKind.MEMBERSHIP:
        yield TYPE, KG("MembershipPeriod")
        yield TYPE, ORG("Membership")
    else:
        yield TYPE, KG("OfficeTerm")
    yield ORG("member"), view.actor(period.holder)
    yield ORG("organization"), view.actor(period.organization) if period.organization else None
    yield KG("office"), view.actor(period.office) if period.office else None
    yield KG("earliestStart"), day(period.earliest_start)
    yield KG("latestStart"), day(period.latest_start)
    yield KG("earliestEnd"), day(period.earliest_end)
    yield KG("latestEnd"), day(period.latest_end)
    yield KG("from"), day(certain_start(period))
    yield KG("to"), day(period.latest_end)
    yield from ((KG("derivedFrom"), view.iris.event(event)) for event in period.events)
    yield from ((KG("statedOn"), day(stated)) for stated in period.stated)
    yield from ((LABEL, label(_title(period, view, lang), lang)) for lang in LANGUAGES)


def _title(period: Period, view: View, lang: str) -> str:
    ids = [id for id in (period.office, period.organization) if id]
    what = {"ar": "، ", "en": ", "}[lang].join(actor_name(view.actors[id], lang) for id in ids)
    return (
        f"{actor_name(view.actors[period.holder], lang)}: {what}"
        if what
        else actor_name(view.actors[period.holder], lang)
    )
