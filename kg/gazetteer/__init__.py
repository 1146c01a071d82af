"""The gazetteer: names, identifiers, places, demonyms and terms of office, in Arabic and English."""

from kg.gazetteer.entries import ALIAS_TYPES, Alias, Entry, Term
from kg.gazetteer.lookup import Gazetteer, load_gazetteer

__all__ = ["ALIAS_TYPES", "Alias", "Entry", "Gazetteer", "Term", "load_gazetteer"]
