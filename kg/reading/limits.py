"""How long and how short an article may be."""

SHORTEST = 10
"""Letters, digits and signs, blanks not counted: less is no article."""
LONGEST = 1_000_000
"""Code points of one article; more is a book or a mistake, and is refused with the advice to split it."""
TEXT_BYTES = 8 * LONGEST
"""Bytes of one text file, or of one line of JSON: what the longest article can take."""
JSON_BYTES = 64 * 1024 * 1024
"""Bytes of one JSON file, which is read whole; JSON lines have no such limit."""
