"""English expressions of time, and the days that they mean."""

from datetime import date

import pytest

from kg.extraction.times import find_times
from kg.model import Precision, Time

DAY = date(2025, 11, 2)  # a Sunday

# text, the expression in it (None: all of it), kind, meaning looking back, meaning looking ahead (None: the same)
ROWS = [
    ("May 5, 2018", None, "date", "2018-05-05", None),
    ("May 5", None, "date", "2025-05-05", "2026-05-05"),
    ("5 May", None, "date", "2025-05-05", "2026-05-05"),
    ("5 May 2018", None, "date", "2018-05-05", None),
    ("5th of May, 2018", None, "date", "2018-05-05", None),
    ("the third of May", None, "date", "2025-05-03", "2026-05-03"),
    ("March 3rd", None, "date", "2025-03-03", "2026-03-03"),
    ("Sept. 3", None, "date", "2025-09-03", "2026-09-03"),
    ("Jan. 5, 2019", None, "date", "2019-01-05", None),
    ("Friday, October 31", None, "date", "2025-10-31", None),
    ("Saturday, 29 November", None, "date", "2025-11-29", None),
    ("Tuesday, December 9, 2008", None, "date", "2008-12-09", None),
    ("2025-10-05", None, "date", "2025-10-05", None),
    ("25/12/2024", None, "date", "2024-12-25", None),
    ("12/25/2024", None, "date", "2024-12-25", None),
    ("11/11/2025", None, "date", "2025-11-11", None),
    ("October of last year", None, "month", "2024-10", None),
    ("October last year", None, "month", "2024-10", None),
    ("in June", "June", "month", "2025-06", "2026-06"),
    ("in May", "May", "month", "2025-05", "2026-05"),
    ("in March 2005", "March 2005", "month", "2005-03", None),
    ("last May", None, "month", "2025-05", None),
    ("next March", None, "month", "2026-03", None),
    ("this October", None, "month", "2025-10", None),
    ("March 2005", None, "month", "2005-03", None),
    ("since July 2014", None, "not-before", "from 2014-07-01", None),
    ("January's figures", "January", "month", "2025-01", "2026-01"),
    ("in 2014", "2014", "year", "2014", None),
    ("in 2000,", "2000", "year", "2000", None),
    ("since 2014", None, "not-before", "from 2014-01-01", None),
    ("by 2030", None, "not-after", "to 2030-12-31", None),
    ("the year 2014", None, "year", "2014", None),
    ("the 2016 presidential election", "2016", "year", "2016", None),
    ("last year", None, "year", "2024", None),
    ("this year", None, "year", "2025", None),
    ("next year", None, "year", "2026", None),
    ("on Saturday", "Saturday", "weekday", "2025-11-01", "2025-11-08"),
    ("Sunday", None, "weekday", "2025-11-02", None),
    ("last Sunday", None, "weekday", "2025-10-26", None),
    ("last Friday", None, "weekday", "2025-10-31", None),
    ("next Friday", None, "weekday", "2025-11-07", None),
    ("this past Thursday", None, "weekday", "2025-10-30", None),
    ("Monday night", None, "weekday", "2025-10-27", "2025-11-03"),
    ("Friday morning", None, "weekday", "2025-10-31", "2025-11-07"),
    ("Monday of last week", None, "weekday", "2025-10-20", None),
    ("Tuesday next week", None, "weekday", "2025-11-04", None),
    ("today", None, "relative", "2025-11-02", None),
    ("yesterday", None, "relative", "2025-11-01", None),
    ("tomorrow", None, "relative", "2025-11-03", None),
    ("the day before yesterday", None, "relative", "2025-10-31", None),
    ("the day after tomorrow", None, "relative", "2025-11-04", None),
    ("this morning", None, "relative", "2025-11-02", None),
    ("tonight", None, "relative", "2025-11-02", None),
    ("last night", None, "relative", "2025-11-01/2025-11-02", None),
    ("yesterday evening", None, "relative", "2025-11-01", None),
    ("last week", None, "week", "2025-10-20/2025-10-26", None),
    ("this week", None, "week", "2025-10-27/2025-11-02", None),
    ("next week", None, "week", "2025-11-03/2025-11-09", None),
    ("last month", None, "relative", "2025-10", None),
    ("this month", None, "relative", "2025-11", None),
    ("next month", None, "relative", "2025-12", None),
    ("three days ago", None, "relative", "2025-10-30", None),
    ("a week ago", None, "relative", "2025-10-20/2025-10-26", None),
    ("two weeks ago", None, "relative", "2025-10-13/2025-10-19", None),
    ("a month ago", None, "relative", "2025-10", None),
    ("five months ago", None, "relative", "2025-06", None),
    ("ten years ago", None, "relative", "2015", None),
    ("twenty-five years ago", None, "relative", "2000", None),
    ("nearly 70 years ago", None, "relative", "1955", None),
    ("24 hours ago", None, "relative", "2025-11-01", None),
    ("two hours ago", None, "relative", "2025-11-01/2025-11-02", None),
    ("more than two years ago", None, "relative", "to 2023-12-31", None),
    ("a few weeks ago", None, "relative", "to 2025-11-02", None),
    ("years ago", None, "relative", "to 2025-11-02", None),
    ("in the past two weeks", "the past two weeks", "interval", "2025-10-19/2025-11-02", None),
    ("the last 24 hours", None, "interval", "2025-11-01/2025-11-02", None),
    ("the next three days", None, "interval", "2025-11-02/2025-11-05", None),
    ("the past year", None, "interval", "2024-11-02/2025-11-02", None),
    ("over the past 10 years", "the past 10 years", "interval", "2015-11-02/2025-11-02", None),
    ("three weeks from now", None, "relative", "2025-11-17/2025-11-23", None),
    ("early 2018", None, "part", "2018-01-01/2018-04-30", None),
    ("mid-2016", None, "part", "2016-05-01/2016-08-31", None),
    ("late last year", None, "part", "2024-09-01/2024-12-31", None),
    ("mid-May", None, "part", "part 2025-05-11/2025-05-20", "part 2026-05-11/2026-05-20"),
    ("early January 2017", None, "part", "part 2017-01-01/2017-01-10", None),
    ("late October", None, "part", "part 2025-10-21/2025-10-31", "part 2026-10-21/2026-10-31"),
    ("the end of the year", None, "part", "2025-09-01/2025-12-31", None),
    ("the end of the month", None, "part", "part 2025-11-21/2025-11-30", None),
    ("the end of March", None, "part", "part 2025-03-21/2025-03-31", "part 2026-03-21/2026-03-31"),
    ("earlier this month", None, "interval", "2025-11-01/2025-11-02", None),
    ("later this year", None, "interval", "2025-11-02/2025-12-31", None),
    ("earlier this week", None, "interval", "2025-10-27/2025-11-02", None),
    ("the first quarter of 2018", None, "interval", "2018-01-01/2018-03-31", None),
    ("the second half of 2004", None, "interval", "2004-07-01/2004-12-31", None),
    ("the first week of May 2018", None, "interval", "2018-05-01/2018-05-07", None),
    ("summer of 2016", None, "season", "2016-06-01/2016-09-22", None),
    ("last summer", None, "season", "2025-06-01/2025-09-22", None),
    ("next spring", None, "season", "2026-03-01/2026-06-22", None),
    ("fall 2018", None, "season", "2018-09-01/2018-12-22", None),
    ("the winter of 2017", None, "season", "2016-12-01/2018-03-22", None),
    ("over the weekend", "the weekend", "weekend", "2025-11-01/2025-11-02", None),
    ("last weekend", None, "weekend", "2025-10-25/2025-10-26", None),
    ("this weekend", None, "weekend", "2025-11-01/2025-11-02", None),
    ("from 5 to 8 March 2018", None, "interval", "2018-03-05/2018-03-08", None),
    ("5–8 March", None, "interval", "2025-03-05/2025-03-08", "2026-03-05/2026-03-08"),
    ("May 5-8, 2018", None, "interval", "2018-05-05/2018-05-08", None),
    ("between 3 and 5 May", None, "interval", "2025-05-03/2025-05-05", "2026-05-03/2026-05-05"),
    ("between May and July 2018", None, "interval", "2018-05-01/2018-07-31", None),
    ("from November to February", None, "interval", "2024-11-01/2025-02-28", "2025-11-01/2026-02-28"),
    ("between 2012 and 2015", None, "interval", "2012-01-01/2015-12-31", None),
    ("from 2011 to 2014", None, "interval", "2011-01-01/2014-12-31", None),
    ("from Monday to Wednesday", None, "interval", "2025-10-27/2025-10-29", "2025-11-03/2025-11-05"),
    ("from 28 February to 3 March 2018", None, "interval", "2018-02-28/2018-03-03", None),
    ("since Friday", None, "not-before", "from 2025-10-31", None),
    ("since last month", None, "not-before", "from 2025-10-01", None),
    ("since early January", None, "not-before", "from 2025-01-01", None),
    ("until next month", None, "not-after", "to 2025-12-31", None),
    ("until 15 July 2026", None, "not-after", "to 2026-07-15", None),
    ("by Friday", None, "not-after", "to 2025-10-31", "to 2025-11-07"),
    ("by the end of the month", None, "not-after", "to 2025-11-30", None),
    ("before 2011", None, "not-after", "to 2011-01-01", None),
    ("after May 5, 2018", None, "not-before", "from 2018-05-05", None),
    ("starting Monday", None, "not-before", "from 2025-10-27", "from 2025-11-03"),
    ("12 Ramadan 1440", None, "hijri", "2019-05-16/2019-05-18", None),
    ("Ramadan 1440 AH", None, "hijri", "2019-05-05/2019-06-04", None),
    ("during Ramadan", "Ramadan", "hijri", "2025-02-28/2025-03-30", "2026-02-17/2026-03-20"),
    ("the 11 September attacks", None, "named", "2001-09-11", None),
    ("the 5th of next month", None, "date", "2025-12-05", None),
]


def shown(time: Time) -> str | None:
    match time.precision:
        case Precision.NOT_BEFORE:
            return f"from {time.earliest}"
        case Precision.NOT_AFTER:
            return f"to {time.latest}"
        case Precision.PART_OF_MONTH:
            return f"part {time.iso}"
        case _:
            return time.iso


@pytest.mark.parametrize(("text", "words", "kind", "past", "ahead"), ROWS)
def test_meaning(text: str, words: str | None, kind: str, past: str, ahead: str | None) -> None:
    [found] = find_times(text, "en", DAY)
    assert found.text == (words or text)
    assert found.kind == kind
    assert shown(found.resolve(forward=False)) == past
    assert shown(found.resolve(forward=True)) == (ahead or past)


def test_all_of_a_sentence() -> None:
    text = "Barrack said on Saturday that Sharaa will visit Washington on November 10, to join a coalition of 2014."
    assert [(each.text, shown(each.resolve(forward=True))) for each in find_times(text, "en", DAY)] == [
        ("Saturday", "2025-11-08"),
        ("November 10", "2025-11-10"),
        ("2014", "2014"),
    ]


def test_the_year_spoken_of_before() -> None:
    text = "He was held in October 2016, after the coup of July that year."
    assert [shown(each.past) for each in find_times(text, "en", DAY)] == ["2016-10", "2016-07"]


def test_possessive_is_not_part_of_the_expression() -> None:
    [found] = find_times("after Friday's attack", "en", DAY)
    assert (found.text, found.kind) == ("Friday", "weekday")
