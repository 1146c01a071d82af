"""Reads one frame file into an event type and checks all that it says; every fault names the file and the line."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kg.grammar import FUNCTIONS, prepositions
from kg.model import Factuality, Kind, Status
from kg.ontology.located import Located, parse
from kg.ontology.types import (
    LANGUAGES,
    PERIODS,
    QUADS,
    SIDES,
    EventType,
    Example,
    ExpectedClaim,
    Pattern,
    Role,
    Slot,
)
from kg.text import MARKS, fold, is_arabic

PARTS = ("verb", "noun", "adjective")
CONDITIONS = ("light", "needs", "only", "unless", "mode")
_TYPE_NAME = re.compile(r"[A-Z][A-Za-z0-9]{1,39}")
_ROLE_NAME = re.compile(r"[a-z][A-Za-z0-9]{1,39}")
_MODE_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")
REQUIRED_TITLES = (Status.OCCURRED.value, Status.PLANNED.value, Status.NEGATED.value)


def read_frame(path: Path, *, own: bool) -> EventType:
    """The event type that a frame file describes. `own`: the file is a user's. Raises `FrameError`."""
    root = parse(path)
    fields = root.fields(
        required=("type", "label", "definition", "title", "quad", "roles", "core", *LANGUAGES, "examples"),
        optional=("parent", "modes", "mappings", "period", "content"),
    )
    name = _named(fields["type"], _TYPE_NAME, "a type name is CamelCase in Latin letters")
    roles = {key.text(): _role(key, value) for key, value in fields["roles"].pairs()}
    mode_labels = _modes(fields["modes"]) if "modes" in fields else {}
    modes = tuple(mode_labels)
    return EventType(
        name=name,
        parent=_named(fields["parent"], _TYPE_NAME, "a type name is CamelCase") if "parent" in fields else None,
        label=_bilingual(fields["label"]),
        definition=_bilingual(fields["definition"]),
        titles=_titles(fields["title"], roles),
        quad=fields["quad"].choice(QUADS),
        roles=roles,
        core=tuple(_known(item, roles) for item in fields["core"].items()),
        patterns={lang: tuple(_pattern(p, lang, roles, modes) for p in fields[lang].items()) for lang in LANGUAGES},
        examples=tuple(_example(e, roles) for e in fields["examples"].items()),
        modes=modes,
        mode_labels={mode: label for mode, label in mode_labels.items() if label},
        mappings=fields["mappings"].plain() if "mappings" in fields else {},
        period=fields["period"].choice(PERIODS) if "period" in fields else None,
        content="content" in fields and fields["content"].flag(),
        own=own,
        where=root.where,
    )


def _named(value: Located, form: re.Pattern[str], advice: str) -> str:
    if not form.fullmatch(value.text()):
        raise value.fault(f"'{value.text()}' is no name of this kind", advice)
    return value.text()


def _known(value: Located, roles: Mapping[str, Role]) -> str:
    if value.text() not in roles:
        raise value.fault(f"unknown role '{value.text()}'", f"roles of this type: {', '.join(roles)}")
    return value.text()


def _bilingual(value: Located) -> dict[str, str]:
    return {lang: item.text() for lang, item in value.fields(required=LANGUAGES).items()}


def _modes(value: Located) -> dict[str, dict[str, str]]:
    """The modes with their labels; a plain list of names has none."""
    pairs = value.pairs() if value.is_mapping else ((item, None) for item in value.items())
    return {
        _named(key, _MODE_NAME, "a mode is small Latin words with hyphens between"): _bilingual(label) if label else {}
        for key, label in pairs
    }


def _role(key: Located, value: Located) -> Role:
    name = _named(key, _ROLE_NAME, "a role name begins with a small Latin letter")
    fields = value.fields(required=("label", "kinds"), optional=("side", "many"))
    kinds = frozenset(Kind(k.choice(tuple(Kind))) for k in fields["kinds"].items())
    side = fields["side"].choice(SIDES) if "side" in fields else None
    return Role(name, _bilingual(fields["label"]), kinds, side, "many" in fields and fields["many"].flag())


def _titles(value: Located, roles: Mapping[str, Role]) -> dict[str, dict[str, str]]:
    return {lang: _forms(item, roles) for lang, item in value.fields(required=LANGUAGES).items()}


def _forms(value: Located, roles: Mapping[str, Role]) -> dict[str, str]:
    forms = value.fields(required=REQUIRED_TITLES, optional=tuple(s for s in Status if s not in REQUIRED_TITLES))
    for form in forms.values():
        for role in _PLACEHOLDER.findall(form.text()):
            if role not in roles:
                raise form.fault(f"unknown role '{role}' in the title", f"roles of this type: {', '.join(roles)}")
    return {status: form.text() for status, form in forms.items()}


def _pattern(value: Located, lang: str, roles: Mapping[str, Role], modes: tuple[str, ...]) -> Pattern:
    fields = value.mapping()
    parts = [part for part in PARTS if part in fields]
    if len(parts) != 1:
        raise value.fault("a pattern has exactly one of verb, noun, adjective")
    slots = tuple(
        Slot(_position(key, lang), tuple(_role_choice(item, roles)))
        for key, item in value.pairs()
        if key.text() not in (*PARTS, *CONDITIONS)
    )
    return Pattern(
        part=parts[0],
        words=tuple(_words(item, lang) for item in fields[parts[0]].items()),
        slots=slots,
        light=tuple(_light(item, lang) for item in fields["light"].items()) if "light" in fields else (),
        needs=tuple(_need(item, lang, roles) for item in fields["needs"].items()) if "needs" in fields else (),
        only=_conditions(fields["only"], lang) if "only" in fields else (),
        unless=_conditions(fields["unless"], lang) if "unless" in fields else (),
        mode=fields["mode"].choice(modes) if "mode" in fields else None,
        where=value.where,
    )


def _position(key: Located, lang: str) -> str:
    name = key.text()
    if name in FUNCTIONS:
        return name
    if fold(name) in prepositions(lang):
        return fold(name)
    raise key.fault(
        f"'{name}' is neither a grammatical function nor a known preposition of '{lang}'",
        f"functions: {', '.join(FUNCTIONS)}; prepositions: kg/data/grammar/{lang}.yaml",
    )


def _role_choice(value: Located, roles: Mapping[str, Role]) -> list[str]:
    names = [name.strip() for name in value.text().split("|")]
    for name in names:
        if name not in roles:
            raise value.fault(f"unknown role '{name}'", f"roles of this type: {', '.join(roles)}")
    return names


def _words(value: Located, lang: str) -> tuple[str, ...]:
    return tuple(_lemma(word, value, lang) for word in value.text().split())


def _lemma(word: str, value: Located, lang: str) -> str:
    if is_arabic(word) != (lang == "ar"):
        raise value.fault(f"'{word}' is no lemma of '{lang}'", "it is written in another script")
    if MARKS.search(word) or word != word.lower():
        raise value.fault(f"'{word}' is no lemma form", "dictionary form: small letters, no diacritics, no tatweel")
    return fold(word)


def _light(value: Located, lang: str) -> tuple[str, str]:
    verb, _, preposition = value.text().partition(" ")
    if preposition and fold(preposition) not in prepositions(lang):
        raise value.fault(f"'{preposition}' is no known preposition of '{lang}'")
    return _lemma(verb, value, lang), fold(preposition)


def _need(value: Located, lang: str, roles: Mapping[str, Role]) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.text().split("|"))
    for name in names:
        if name not in roles and name != "light":
            _position(Located(value.node, value.file), lang) if len(names) == 1 else _role_choice(value, roles)
    return tuple(name if name in roles or name in FUNCTIONS else fold(name) for name in names)


def _conditions(value: Located, lang: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (_position(key, lang), frozenset(_lemma(w, item, lang) for text in item.texts() for w in text.split()))
        for key, item in value.pairs()
    )


def _example(value: Located, roles: Mapping[str, Role]) -> Example:
    fields = value.fields(required=("lang", "text", "date", "claims"))
    claims = tuple(_expected(item, roles, fields["text"].text()) for item in fields["claims"].items())
    day = fields["date"].text()
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        raise fields["date"].fault(f"'{day}' is no day", "write YYYY-MM-DD") from None
    return Example(fields["lang"].choice(LANGUAGES), fields["text"].text(), parsed, claims, value.where)


def _expected(value: Located, roles: Mapping[str, Role], text: str) -> ExpectedClaim:
    fields = value.mapping()
    if "trigger" not in fields:
        raise value.fault("'trigger' is missing")
    for key, item in value.pairs():
        if key.text() not in ("trigger", "factuality", "date", "source"):
            _known(key, roles)
            _contained(item, text)
    _contained(fields["trigger"], text)
    if "date" in fields and not _DATE.fullmatch(fields["date"].text()):
        raise fields["date"].fault(f"'{fields['date'].text()}' is no date", "YYYY, YYYY-MM, YYYY-MM-DD, or A/B")
    source = fields.get("source")
    return ExpectedClaim(
        trigger=fields["trigger"].text(),
        roles={k: v.texts() for k, v in fields.items() if k in roles},
        factuality=Factuality(fields["factuality"].choice(tuple(Factuality))) if "factuality" in fields else None,
        date=fields["date"].text() if "date" in fields else None,
        source=None if source is None else "" if source.text() == "-" else source.text(),
    )


def _contained(value: Located, text: str) -> None:
    for item in value.items():
        if item.text() not in text:
            raise item.fault(f"'{item.text()}' does not stand in the example's text")
