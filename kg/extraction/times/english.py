"""How English puts its words of time together. See `grammar` for the form of patterns."""

from kg.extraction.times.grammar import Rule
from kg.extraction.times.readers import counts, days, hijri, months, parts, ranges, reading, seasons

MACROS = {
    "MONTH": "month | unsure-month | short-month dot?",
    "WEEKDAY": "weekday | unsure-weekday dot?",
    "SIDE": "past | past-span | future",
    "WHICH": "past | future | present | this | this past-span",
    "ORDER": "nth | ordinal",
    "FIGURE": "number | nth",
    "JOIN": "and | to | until | dash",
    "YEAR": "comma? year-number gregorian? | (comma | of | in)? year",
    "LEAD": "(deictic comma?)? (WHICH? WEEKDAY daypart? comma? the?)?",
    "NUMBERS": "(indefinite | number | count | year-number | cardinal (dash? cardinal)?)",
    "ONE": "one-hour | one-day | one-week | one-month | one-year",
    "MANY": "hours | days | weeks | months | years",
    "HIJRI-YEAR": "comma? (hijri-year | year-number)",
    "CUE": "in | since | until | by | part | before | after",
    "PUNCTUATION": "comma | dot | close | break | dash | other | possessive",
}

_NAMES = (
    Rule("year", "the? one-year year-number | year-number gregorian", months.read_year),
    Rule("year", "WHICH one-year", months.read_year),
    Rule("that-year", "that one-year | the (same | that) one-year", months.read_shift),
    Rule("hijri-year", "year-number hijri", lambda found: found.value("year-number")),
    Rule("share", "the? (ordinal | past) fraction of?", parts.read_share),
    Rule("week-of", "the? (ordinal | past | last-of) one-week of", parts.read_numbered_week),
    Rule("month-ref", "WHICH one-month", months.read_month_ref),
    Rule("week-ref", "WHICH one-week", seasons.read_week_ref),
)

_POINTS = (
    Rule("point", "LEAD the? (number | ORDER) of? MONTH YEAR", days.read_date),
    Rule("point", "LEAD FIGURE MONTH (?! dash? number)", days.read_date),
    Rule("point", "LEAD the? ORDER of WHICH? MONTH", days.read_date),
    Rule("point", "LEAD MONTH FIGURE YEAR", days.read_date),
    Rule("point", "LEAD MONTH the? FIGURE (?! dash? MANY)", days.read_date),
    Rule("point", "WHICH MONTH FIGURE", days.read_date),
    Rule("point", "LEAD (number | ORDER) of? MONTH comma? of? that-year", days.read_date),
    Rule("point", "LEAD MONTH FIGURE comma? of? that-year", days.read_date),
    Rule("name", "FIGURE MONTH YEAR? | MONTH FIGURE YEAR?", reading.nothing),  # February 30
    Rule("point", "MONTH of? that-year", months.read_month),
    Rule("point", "that-year", months.read_year_point),
    Rule("name", "MONTH of? that-year", reading.nothing),
    Rule("name", "every WEEKDAY", reading.nothing),
    Rule("name", "FIGURE MONTH namer | MONTH FIGURE namer", reading.nothing),
    Rule("point", "LEAD numeric-date", days.read_numeric),
    Rule("point", "the? named-day", days.read_named),
    Rule("point", "the? ORDER of month-ref", days.read_day_of),
    Rule("point", "deictic daypart? | deictic comma WEEKDAY daypart?", days.read_deictic),
    Rule("point", "this daypart", days.read_deictic),
    Rule("point", "night-before", days.read_night_before),
    Rule("point", "WHICH? weekday daypart?", days.read_weekday),
    Rule("point", "weekday daypart? of? week-ref", days.read_weekday),
    Rule("point", "MONTH YEAR", months.read_month),
    Rule("point", "WHICH MONTH", months.read_month),
    Rule("point", "month", months.read_month),
    Rule("point", "(?<= in | since | until | part | share | week-of) unsure-month", months.read_month),
    Rule("point", "(?<= share) year-number", months.read_year_point),
    Rule("point", "(between MONTH and | from MONTH (to | until)) MONTH YEAR?", months.read_months),
    Rule("point", "(?<= part dash) unsure-month | (?<= the) unsure-month (?= word)", months.read_month),
    Rule("point", "month-ref | week-ref", seasons.read_reference),
    Rule("point", "(?<= part) the? (one-month | one-week | one-year)", seasons.read_now),
    Rule("point", "year", months.read_year_point),
    Rule("point", "(?<= the | possessive | indefinite) year-number (?= word)", months.read_recent_year),
    Rule("point", "(?<= CUE) year-number (?= PUNCTUATION | and | $)", months.read_year_point),
    Rule("point", "(?<= CUE) year-number (?! MANY | ONE)", months.read_recent_year),
    Rule("point", "(?<= part dash) year-number", months.read_year_point),
    Rule("point", "(?<= of | from) year-number (?= PUNCTUATION | $)", months.read_recent_year),
    Rule("point", "between year-number and year-number", ranges.read_years),
    Rule("point", "from year-number (to | until | dash) year-number", ranges.read_years),
    Rule("point", "(?<= open) year-number dash year-number (?= close)", ranges.read_years),
    Rule("point", "(?<= in) year-number dash year-number", ranges.read_years),
    Rule("point", "year (to | until | and | dash) (year | year-number)", ranges.read_years),
    Rule("point", "the? season (of year | year-number | of year-number)", seasons.read_season),
    Rule("point", "WHICH season", seasons.read_season),
    Rule("point", "WHICH weekend | (?<= at | over | in) the weekend", seasons.read_weekend),
    Rule("point", "(between | from)? FIGURE ((comma | and) FIGURE)* JOIN FIGURE of? MONTH YEAR?", ranges.read_days),
    Rule("point", "(between | from)? MONTH FIGURE ((comma | and) FIGURE)* JOIN FIGURE YEAR?", ranges.read_days),
    Rule("point", "more-than? over? about? NUMBERS about? (MANY | ONE) ago | several? few? MANY ago", counts.read_ago),
    Rule("point", "NUMBERS (MANY | ONE) from-now", counts.read_ahead),
    Rule("point", "the? SIDE NUMBERS (MANY | ONE)", counts.read_stretch),
    Rule("point", "the? past-span ONE | the? SIDE few? hours", counts.read_stretch),
    Rule("point", "LEAD the? (FIGURE | ordinal) of? hijri-month HIJRI-YEAR?", hijri.read_hijri),
    Rule("point", "LEAD hijri-month number HIJRI-YEAR?", hijri.read_hijri),
    Rule("point", "hijri-month HIJRI-YEAR | WHICH hijri-month", hijri.read_hijri),
    Rule("point", "(?<= in | since | part) hijri-month | (?<= one-month of) hijri-month", hijri.read_hijri),
    Rule("point", "hijri-year", hijri.read_hijri),
)

_PARTS = (
    Rule("point", "the? part dash? point | the? part in point", parts.read_part),
    Rule("point", "share point", parts.read_fraction),
    Rule("point", "week-of point", parts.read_week_of_month),
    Rule("point", "(earlier | later) in? point", parts.read_so_far),
    Rule("point", "point comma? agreeing point | point open point close", days.read_agreeing),
)

_RANGES = (
    Rule("point", "between point and point | from point (to | until) point | point dash point", ranges.read_range),
)

_BOUNDS = (
    Rule("point", "since point", ranges.read_since),
    Rule("point", "starting point", ranges.read_starting),
    Rule("point", "(until | by) point", ranges.read_until),
    Rule("point", "before point (?! possessive)", ranges.read_before),
    Rule("point", "after point (?! possessive)", ranges.read_after),
)

LAYERS = (_NAMES, _POINTS, _PARTS, _RANGES, _BOUNDS)
