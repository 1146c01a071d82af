"""Reads gazetteer files: tab-separated, one header line, one row an entry.

A row whose id is already known adds to it: cells that are not empty replace, aliases are joined, sources too. So a
file of names alone (`id`, `kind`, `ar`, `aliases`) mends another file, a user's own included.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import InputError
from kg.gazetteer.entries import ALIAS_TYPES, Alias, Entry
from kg.model import Kind

COLUMNS = (
    "id",
    "kind",
    "en",
    "ar",
    "country",
    "within",
    "latitude",
    "longitude",
    "capital_of",
    "population",
    "source",
    "aliases",
)
_ID = re.compile(r"[A-Za-z][\w:.-]*", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{3}")
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
_KINDS = {str(kind): kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands ("file:line")."""

    cells: dict[str, str]
    where: str

    def fault(self, what: str, advice: str | None = None) -> InputError:
        """The error that names this line."""
        return InputError(what, where=self.where, advice=advice)


def read_table(file: Path, columns: Sequence[str], *, needed: Sequence[str]) -> Iterator[Row]:
    """The rows of a tab-separated file; empty lines and lines that start with "# " are left out.

    Raises `InputError` for a file that cannot be read, an unknown or missing column, or too many cells.
    """
    header: list[str] | None = None
    for number, line in enumerate(_text(file).split("\n"), start=1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("# "):
            continue
        cells = line.split("\t")
        if header is None:
            header = _header(cells, columns, needed, f"{file}:{number}")
        elif len(cells) > len(header):
            raise InputError(f"{len(cells)} cells under {len(header)} columns", where=f"{file}:{number}")
        else:
            yield Row(dict(zip(header, map(str.strip, cells), strict=False)), f"{file}:{number}")
    if header is None:
        raise InputError("the file has no header line", where=str(file), advice=f"begin it with {', '.join(needed)}")


def read_entries(files: Sequence[Path]) -> dict[str, Entry]:
    """All entries of the files by id, in the order in which they first come.

    Raises `InputError` with file and line for a row that cannot be, and for `within` or `capital_of` that name no
    entry.
    """
    entries: dict[str, Entry] = {}
    pointers: list[tuple[str, Row]] = []
    for file in files:
        for row in read_table(file, COLUMNS, needed=("id", "kind")):
            entry = _entry(row)
            known = entries.get(entry.id)
            entries[entry.id] = _joined(known, entry, row) if known else _named(entry, row)
            pointers += [(target, row) for target in (entry.within, entry.capital_of) if target]
    for target, row in pointers:
        if target not in entries:
            raise row.fault(f"there is no entry {target!r}", "add its row, or leave the cell empty")
    return entries


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise InputError("the gazetteer file cannot be read", where=str(file), advice=fault.strerror) from fault
    except UnicodeDecodeError as fault:
        raise InputError("the gazetteer file is not UTF-8", where=str(file)) from fault


def _header(cells: list[str], columns: Sequence[str], needed: Sequence[str], where: str) -> list[str]:
    header = [cell.strip() for cell in cells]
    for name in header:
        if name not in columns:
            raise InputError(f"unknown column {name!r}", where=where, advice=f"columns are {', '.join(columns)}")
    for name in needed:
        if name not in header:
            raise InputError(f"column {name!r} is missing", where=where)
    if len(set(header)) < len(header):
        raise InputError("a column is named twice", where=where)
    return header


def _entry(row: Row) -> Entry:
    cells = row.cells
    id = cells["id"]
    if not _ID.fullmatch(id):
        raise row.fault(f"{id!r} is no id", "write Q…, gn:… or x-name, in ASCII letters, digits, '-', '.', ':'")
    kind = _KINDS.get(cells.get("kind", ""))
    if kind is None:
        raise row.fault(f"unknown kind {cells.get('kind', '')!r}", f"one of {', '.join(_KINDS)}")
    country = cells.get("country") or None
    if country and not _COUNTRY.fullmatch(country):
        raise row.fault(f"country {country!r} is no alpha-3 code", "three capital letters, as in SYR")
    return Entry(
        id=id,
        kind=kind,
        names={lang: text for lang in ("en", "ar") if (text := cells.get(lang))},
        aliases=_aliases(row),
        country=country,
        within=cells.get("within") or None,
        latitude=_degrees(row, "latitude", 90),
        longitude=_degrees(row, "longitude", 180),
        capital_of=cells.get("capital_of") or None,
        population=_population(row),
        source=cells.get("source") or "user",
    )


def _named(entry: Entry, row: Row) -> Entry:
    if not entry.names:
        raise row.fault(f"entry {entry.id!r} has no name", "fill 'en' or 'ar'")
    return entry


def _degrees(row: Row, column: str, most: int) -> float | None:
    cell = row.cells.get(column)
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        value = float("nan")
    if not -most <= value <= most:
        raise row.fault(f"{column} {cell!r} is not a number of degrees", f"between -{most} and {most}")
    return value


def _population(row: Row) -> int:
    cell = row.cells.get("population") or "0"
    if not (cell.isascii() and cell.isdigit()):
        raise row.fault(f"population {cell!r} is no whole number")
    return int(cell)


def _aliases(row: Row) -> tuple[Alias, ...]:
    cell = row.cells.get("aliases")
    return tuple(_alias(part, row) for part in cell.split("|")) if cell else ()


def _alias(part: str, row: Row) -> Alias:
    lang, _, rest = part.partition(":")
    type, _, text = rest.partition(":")
    if type not in ALIAS_TYPES or not text.strip() or not _LANG.fullmatch(lang):
        raise row.fault(f"alias {part!r} is not lang:type:text", f"type is one of {', '.join(ALIAS_TYPES)}")
    return (lang, text.strip(), type)


def _joined(known: Entry, more: Entry, row: Row) -> Entry:
    if known.kind != more.kind:
        raise row.fault(f"{more.id!r} is a {known.kind} in another row, not a {more.kind}", "give both one kind")
    sources = known.source.split("; ")
    return replace(
        known,
        names={**known.names, **more.names},
        aliases=tuple(dict.fromkeys(known.aliases + more.aliases)),
        country=more.country or known.country,
        within=more.within or known.within,
        latitude=known.latitude if more.latitude is None else more.latitude,
        longitude=known.longitude if more.longitude is None else more.longitude,
        capital_of=more.capital_of or known.capital_of,
        population=more.population or known.population,
        source="; ".join(dict.fromkeys([*sources, *more.source.split("; ")])),
    )
