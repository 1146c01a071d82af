"""Expressions of time in a text, and the days that they mean.

Read in layers: `tokens` cuts the text into words and numbers and gives each the group that `lexicon` (kg/data/times)
knows for it; the patterns of a language (`arabic`, `english`) join them, layer by layer, with `grammar`; `readers` work
out the days with `calendar` and `hijri`. A further language is one more file of words and one more of patterns.
"""

from kg.extraction.times.expressions import Expression, find_times

__all__ = ["Expression", "find_times"]
