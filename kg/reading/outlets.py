"""The time zones of publishers, for articles that give a time of day without its offset.

A YAML file of one line an outlet, by the name that articles give as their source:

    Sinai News: Africa/Cairo
    الجزيرة نت: Asia/Qatar
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from kg.errors import SettingsError
from kg.text import key


@dataclass(frozen=True, slots=True)
class Outlets:
    """Time zones by folded name of the outlet."""

    zones: dict[str, ZoneInfo] = field(default_factory=dict)

    def local(self, published: str, publisher: str | None) -> str:
        """The time with the outlet's offset when it has none of its own and the outlet is known; else as it is.

        >>> Outlets({"sinai news": ZoneInfo("Africa/Cairo")}).local("2025-11-02T13:41:00", "Sinai News")
        '2025-11-02T13:41:00+02:00'
        """
        moment = datetime.fromisoformat(published)
        zone = self.zones.get(key(publisher)) if publisher else None
        if zone is None or "T" not in published or moment.tzinfo is not None:
            return published
        return moment.replace(tzinfo=zone).isoformat()


def load_outlets(file: Path | None) -> Outlets:
    """The outlets of a file; none when it is None. Raises `SettingsError` for a file that is not of the form."""
    if file is None:
        return Outlets()
    try:
        rows = yaml.safe_load(file.read_bytes())
    except RecursionError as error:
        raise SettingsError("is nested too deeply", where=str(file)) from error
    except (OSError, ValueError, yaml.YAMLError) as error:  # ValueError: a day that there is not, as in 2025-02-30
        raise SettingsError(f"cannot be read: {' '.join(str(error).split())}", where=str(file)) from error
    if not isinstance(rows, dict):
        raise SettingsError(
            "is no list of outlets", where=str(file), advice="write one a line, as in Sinai News: Africa/Cairo"
        )
    return Outlets({key(str(name)): _zone(str(name), zone, file) for name, zone in rows.items()})


def _zone(name: str, zone: object, file: Path) -> ZoneInfo:
    try:
        return ZoneInfo(str(zone))
    except (
        KeyError,
        ValueError,
        OSError,
    ) as error:  # ZoneInfoNotFoundError is a KeyError; a folder's name is an OSError
        raise SettingsError(
            f"{name}: {zone!r} is no time zone", where=str(file), advice="as in Africa/Cairo"
        ) from error
