"""How Arabic puts its words of time together. See `grammar` for the form of patterns."""

from kg.extraction.times.grammar import Rule
from kg.extraction.times.readers import counts, days, hijri, months, parts, ranges, reading, seasons

MACROS = {
    "MONTH": "month | unsure-month",
    "A-MONTH": "(one-month | the-month)",
    "DAY": "number | ordinal",
    "DAYS": "(between | from)? days-of? DAY ((comma | and) DAY)*",
    "JOIN": "and | to | until | dash",
    "HIJRI-YEAR": "from? hijri-year | comma? year-number",
    "SIDE": "past | future",
    "WHICH": "past | future | present",
    "YEAR-WORD": "one-year | the-year",
    "YEAR": "from? (year | year-number gregorian?) | comma (year | year-number)",
    "DAY-MONTH": "DAY from? A-MONTH? MONTH",
    "LEAD": "(deictic comma?)? daypart? one-day? (weekday WHICH? comma?)?",
    "NUMBERS": "(number | count | year-number | cardinal (and? cardinal)?)",
    "MANY": "hours | days | weeks | months | years",
    "MANY-THE": "the-hours | the-days | the-weeks | the-months | the-years",
    "SINGLE": "one-hour | one-day | one-week | one-month | one-year",
    "TWO": "two-hours | two-days | two-weeks | two-months | two-years",
    "COUNTED": "about? (NUMBERS about? (MANY | SINGLE) | several MANY | TWO | SINGLE cardinal? | MANY) (few | about)?",
    "NOT-NAMED": "(?! from | than | weekday | MONTH | hijri-month | year-number | number | ordinal | deictic)",
    "CUE": "in | since | until | by | part | between | before | after",
    "PUNCTUATION": "comma | dot | close | break | dash | other",
}

_NAMES = (
    Rule("month", "MONTH (slash | dash) MONTH", months.read_doubled_month),
    Rule("month", "MONTH MONTH", months.read_doubled_month),
    Rule("month", "MONTH open MONTH close", months.read_doubled_month),
    Rule("year", "YEAR-WORD year-number gregorian?", months.read_year),
    Rule("year", "the-year WHICH", months.read_year),
    Rule("year", "this the-year", months.read_year),
    Rule("that-year", "that the-year | YEAR-WORD same | same-before the-year", months.read_shift),
    Rule("hijri-year", "YEAR-WORD? year-number hijri", lambda found: found.value("year-number")),
    Rule("share", "fraction ordinal from?", parts.read_share),
    Rule("week-of", "the-week (ordinal | last-of) from?", parts.read_numbered_week),
    Rule("month-ref", "the-month WHICH | this the-month", months.read_month_ref),
    Rule("week-ref", "the-week WHICH | this the-week", seasons.read_week_ref),
)

_POINTS = (
    Rule("point", "LEAD DAY-MONTH YEAR", days.read_date),
    Rule("point", "LEAD DAY-MONTH WHICH? year-number?", days.read_date),
    Rule("point", "LEAD DAY-MONTH from? that-year", days.read_date),
    Rule("name", "LEAD DAY-MONTH YEAR?", reading.nothing),  # the 30th of February
    Rule("point", "A-MONTH? MONTH from? that-year", months.read_month),
    Rule("point", "that-year", months.read_year_point),
    Rule("name", "MONTH from? that-year", reading.nothing),
    Rule("name", "days weekday", reading.nothing),
    Rule("name", "namer DAY MONTH (?! YEAR)", reading.nothing),
    Rule("point", "LEAD numeric-date gregorian?", days.read_numeric),
    Rule("point", "named-day", days.read_named),
    Rule("point", "LEAD DAY from? month-ref", days.read_day_of),
    Rule("point", "one-day DAY present", days.read_day_now),
    Rule("point", "(deictic | night-before) comma? daypart? one-day? weekday", days.read_deictic),
    Rule("point", "(?<! attached) daypart? deictic", days.read_deictic),
    Rule("point", "night-before", days.read_night_before),
    Rule("point", "this? daypart? one-day? weekday WHICH?", days.read_weekday),
    Rule("point", "daypart? one-day? weekday comma? from? week-ref", days.read_weekday),
    Rule("point", "daypart weekday (dash | slash | and)? weekday", days.read_two_weekdays),
    Rule("point", "days-of weekday and weekday WHICH?", days.read_two_weekdays),
    Rule("point", "A-MONTH MONTH (YEAR | WHICH year-number?)?", months.read_month),
    Rule("point", "MONTH (YEAR | WHICH year-number?)", months.read_month),
    Rule("point", "month | (?<= in | since | part | share | week-of) unsure-month", months.read_month),
    Rule(
        "point", "((between | months-of) MONTH and | from MONTH (to | until)) MONTH (YEAR | WHICH)?", months.read_months
    ),
    Rule("point", "month-ref | week-ref", seasons.read_reference),
    Rule("point", "(?<= part) from? (the-month | the-week | the-year)", seasons.read_now),
    Rule("point", "year | (?<= share) year-number", months.read_year_point),
    Rule("point", "(?<= CUE) year-number (?= PUNCTUATION | and | $)", months.read_year_point),
    Rule("point", "(?<= CUE) year-number (?! MANY | SINGLE)", months.read_recent_year),
    Rule("point", "between year-number and year-number", ranges.read_years),
    Rule("point", "from year-number (to | until | dash) year-number", ranges.read_years),
    Rule("point", "(?<= open) year-number dash year-number (?= close)", ranges.read_years),
    Rule("point", "(?<= in) year-number dash year-number", ranges.read_years),
    Rule("point", "(year | (years-of | two-years) year-number) JOIN (year | year-number)", ranges.read_years),
    Rule("point", "the-season WHICH | season year | season from? year-number", seasons.read_season),
    Rule("point", "weekend WHICH?", seasons.read_weekend),
    Rule("point", "DAYS JOIN DAY-MONTH (YEAR | WHICH)?", ranges.read_days),
    Rule("point", "DAYS JOIN DAY from? month-ref", ranges.read_days),
    Rule("point", "(?<! from) before more-than? COUNTED NOT-NAMED", counts.read_ago),
    Rule("point", "since more-than? COUNTED NOT-NAMED", counts.read_since_count),
    Rule("point", "MANY-THE NUMBERS? few? (SIDE | recent)", counts.read_stretch),
    Rule("point", "TWO SIDE | last-one NUMBERS MANY | last-one number SINGLE | last-one TWO", counts.read_stretch),
    Rule("point", "LEAD DAY from? A-MONTH? hijri-month HIJRI-YEAR?", hijri.read_hijri),
    Rule("point", "A-MONTH? hijri-month (HIJRI-YEAR | WHICH)", hijri.read_hijri),
    Rule("point", "A-MONTH hijri-month | (?<= in | since | part) hijri-month", hijri.read_hijri),
    Rule("point", "hijri-year", hijri.read_hijri),
)

_PARTS = (
    Rule("point", "part from? point", parts.read_part),
    Rule("point", "share point", parts.read_fraction),
    Rule("point", "week-of point", parts.read_week_of_month),
    Rule("point", "point comma? agreeing point | point open point close", days.read_agreeing),
)

_RANGES = (
    Rule("point", "between point and point | from point (to | until) point | point dash point", ranges.read_range),
    Rule("point", "since point (until | to) point", ranges.read_range),
)

_BOUNDS = (
    Rule("point", "since point", ranges.read_since),
    Rule("point", "starting point", ranges.read_starting),
    Rule("point", "(until | by) point", ranges.read_until),
    Rule("point", "(?<! from) before point", ranges.read_before),
    Rule("point", "after point", ranges.read_after),
)

LAYERS = (_NAMES, _POINTS, _PARTS, _RANGES, _BOUNDS)
