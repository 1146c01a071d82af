"""Extraction: from an article to the claims it makes."""

from kg.extraction.pipeline import Extractor

__all__ = ["Extractor"]
