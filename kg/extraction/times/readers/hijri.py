"""Days, months and years of the Hijri calendar."""

from datetime import date

from kg.extraction.times import hijri
from kg.extraction.times.grammar import Found
from kg.extraction.times.readers.reading import BACK, DAYS, Reading, directed, direction, fixed
from kg.model import Time


def read_hijri(found: Found) -> Reading | None:
    """A day, month or year of the Hijri calendar; without a year the nearest."""
    year, month, number = found.value("hijri-year", "year-number"), found.value("hijri-month"), found.value(*DAYS)
    if month is None:
        return fixed(hijri.hijri_year(year), "hijri")

    def of_year(year: int) -> Time:
        return hijri.hijri_month(year, month) if number is None else hijri.hijri_day(year, month, number)

    if year is not None:
        return fixed(of_year(year), "hijri")
    times = [of_year(each) for each in hijri.years_near(found.day)]

    def near(side: int, strictly: bool) -> Time:
        fitting = [time for time in times if _lies(time, found.day, side, strictly)]
        return fitting[-1 if side < 0 else 0]

    return directed("hijri", direction(found), near) if direction(found) != 0 else fixed(near(BACK, False), "hijri")


def _lies(time: Time, day: date, side: int, strictly: bool) -> bool:
    if side < 0:
        return (time.latest if strictly else time.earliest) <= day
    return (time.earliest if strictly else time.latest) >= day
