"""Measures: whether frames hold their own examples, and how claims compare with people's reading."""
