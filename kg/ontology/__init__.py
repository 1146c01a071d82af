"""The event types: what a frame file says, checked when it is loaded."""

from kg.ontology.loading import load_ontology
from kg.ontology.types import EventType, Example, ExpectedClaim, Ontology, Pattern, Role, Slot

__all__ = ["EventType", "Example", "ExpectedClaim", "Ontology", "Pattern", "Role", "Slot", "load_ontology"]
