"""Titles of events and names of actors, in Arabic and English, for labels, tables and pages."""

import re
from collections.abc import Mapping, Sequence

from kg.graph.roles import all_fillers, role_names
from kg.graph.terms import load_terms
from kg.graph.view import View
from kg.graph.vocabulary import clean_label, term_name
from kg.model import Event, Label, ResolvedActor, Status
from kg.text import is_arabic

LANGUAGES = ("ar", "en")
MOST_NAMES = 3
"""How many fillers of one role a title names; of more it names these less one, and counts the rest."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_OTHERS = {"ar": "{} آخرين", "en": "{} others"}


def event_labels(event: Event, view: View) -> tuple[Label, ...]:
    """The title of an event in both languages: its own labels where it has any, else made from its type's templates."""
    own = {label.lang: label for label in reversed(event.labels)}
    return tuple(own.get(lang) or Label(event_title(event, view, lang), lang, generated=True) for lang in LANGUAGES)


def event_title(event: Event, view: View, lang: str) -> str:
    """The title that the template for the event's status gives; names come in that language where they have one.

    Roles that nobody fills are left out with the words that lead to them; where that leaves no sentence, it is the
    type's label and the names. What the chosen form does not say of the status is added in brackets.
    """
    event_type = view.ontology.types[event.type]
    templates = event_type.titles.get(lang, {})
    names = _role_texts(event, view, lang)
    own = templates.get(event.status)
    text = fill(own, names) if own else None
    if text is not None:
        return text
    plain = fill(templates.get(Status.OCCURRED, ""), names)
    if plain is None:
        told = [names[role] for role in role_names(event_type, view) if role in names]
        plain = f"{event_type.label[lang]}: {joined(told, lang)}" if told else event_type.label[lang]
    return plain if event.status is Status.OCCURRED else f"{plain} ({status_label(event.status, lang)})"


def actor_name(actor: ResolvedActor, lang: str) -> str:
    """The name of an actor in that language, else romanised, else its best name in any."""
    for wanted in (lang, f"{lang}-Latn"):
        for label in actor.labels:
            if label.lang.lower() == wanted.lower():
                return clean_label(label.text)
    return clean_label(actor.labels[0].text) if actor.labels else actor.id


def best_name(actor: ResolvedActor) -> str:
    """The name that the resolution puts first."""
    return clean_label(actor.labels[0].text) if actor.labels else actor.id


def status_label(status: Status, lang: str) -> str:
    """The word for a status."""
    return load_terms().individuals[term_name(status)].label[lang]


def joined(names: Sequence[str], lang: str) -> str:
    """Names as a list in a sentence; of many only the first, with a count of the others.

    >>> joined(["Iran", "Iraq"], "en"), joined(["إيران", "العراق"], "ar")
    ('Iran and Iraq', 'إيران والعراق')
    """
    shown = list(names)
    if len(shown) > MOST_NAMES:
        shown = [*shown[: MOST_NAMES - 1], _OTHERS[lang].format(len(shown) - MOST_NAMES + 1)]
    if len(shown) < 2:
        return "".join(shown)
    if lang == "ar":
        return " و".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def fill(template: str, names: Mapping[str, str]) -> str | None:
    """The template with its roles filled in; None when what is missing would leave no sentence.

    Roles side by side ("{destination} {host}") share the words before them. A template that begins with a noun needs
    its first role, one that begins with a role the next too.

    >>> fill("visit of {visitor} to {place} {host}", {"visitor": "Ahmed"})
    'visit of Ahmed'
    >>> fill("{visitor} visits {place}", {"visitor": "Ahmed"})
    """
    pieces = _PLACEHOLDER.split(template)
    groups = _groups(pieces)
    filled = [[names[role] for role in roles if role in names] for _, roles in groups]
    needed = filled[: 1 if pieces[0].strip() else 2]
    if not needed or not all(needed):
        return None
    text = "".join(_attached(lead, " ".join(found)) for (lead, _), found in zip(groups, filled, strict=True) if found)
    return clean_label(text + pieces[-1])


def _attached(lead: str, name: str) -> str:
    """The words before a name and the name: the Arabic preposition ل is written together with it, and loses its alef.

    >>> _attached("تأييد ل", "العراق"), _attached("انضمام لـ", "NATO")
    ('تأييد للعراق', 'انضمام لـNATO')
    """
    bare = lead.removesuffix("ـ")
    if not bare.endswith(" ل"):
        return lead + name
    if not is_arabic(name[:1]):
        return f"{bare}ـ{name}"
    return f"{bare}ل{name[2:]}" if name.startswith("ال") else bare + name


def _groups(pieces: Sequence[str]) -> list[tuple[str, list[str]]]:
    """(words before, roles) for each run of roles that only spaces part; `pieces`: words and roles in turn."""
    groups: list[tuple[str, list[str]]] = []
    for lead, role in zip(pieces[::2], pieces[1::2], strict=False):
        if groups and not lead.strip():
            groups[-1][1].append(role)
        else:
            groups.append((lead, [role]))
    return groups


def _role_texts(event: Event, view: View, lang: str) -> dict[str, str]:
    names: dict[str, list[str]] = {}
    for role, actor in all_fillers(event, view):
        names.setdefault(role.name, []).append(actor_name(actor, lang))
    return {role: joined(list(dict.fromkeys(told)), lang) for role, told in names.items()}
