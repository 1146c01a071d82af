"""Resolution: actors and events across articles, their status, periods, contradictions."""

from kg.resolution.resolve import resolve

__all__ = ["resolve"]
