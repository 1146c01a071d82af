"""When something began of which an article says since when it holds: "a member since 1952"."""

from kg.model import Precision, Time
from kg.resolution.reports import Report
from kg.resolution.windows import Window
from kg.text import is_arabic

_YEAR = {"ar": "عام", "en": "in"}


def beginning(report: Report) -> Window | None:
    """The days on which it may have begun, by what the claim says of since when; None when it says nothing of it.

    From the first day of the year, month or day told to its last one; where the words do not show how long that is, to
    the day of publication.
    """
    time = report.claim.time
    if time is None or time.precision is not Precision.NOT_BEFORE or time.earliest > report.day:
        return None
    return Window(time.earliest, min(_told(time, report).latest, report.day))


def _told(time: Time, report: Report) -> Time:
    """The time that the words after "since" mean, else the time itself, which is open."""
    from kg.extraction.times import find_times  # only here, since it loads the grammar of times

    lang = "ar" if is_arabic(time.text) else "en"
    words = time.text.split()
    for first in range(1, len(words)):
        rest = " ".join(words[first:])
        # A bare number is read as a year only after a word that says so.
        for text in (rest, f"{_YEAR[lang]} {rest}"):
            for found in find_times(text, lang, report.day):
                inner = found.resolve(forward=False)
                if inner.earliest == time.earliest and inner.precision is not Precision.NOT_BEFORE:
                    return inner
    return time
