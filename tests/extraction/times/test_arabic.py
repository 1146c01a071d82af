"""Arabic expressions of time, and the days that they mean."""

from datetime import date

import pytest

from kg.extraction.times import find_times
from kg.model import Precision, Time

DAY = date(2025, 11, 2)  # a Sunday

# text, the expression in it (None: all of it), kind, meaning looking back, meaning looking ahead (None: the same)
ROWS = [
    ("10 نوفمبر 2025", None, "date", "2025-11-10", None),
    ("يوم 10 نوفمبر الجاري", None, "date", "2025-11-10", None),
    ("الأحد 2 نوفمبر 2025", None, "date", "2025-11-02", None),
    ("الاثنين 27 تشرين الأول/أكتوبر", None, "date", "2025-10-27", None),
    ("السبت 29 نوفمبر", None, "date", "2025-11-29", None),
    ("في العاشر من الشهر الجاري", "العاشر من الشهر الجاري", "date", "2025-11-10", None),
    ("في العاشر من الشهر المقبل", "العاشر من الشهر المقبل", "date", "2025-12-10", None),
    ("الخامس عشر من مايو 2018", None, "date", "2018-05-15", None),
    ("الحادي والثلاثين من ديسمبر", None, "date", "2024-12-31", "2025-12-31"),
    ("الأول من أيار/مايو 1904", None, "date", "1904-05-01", None),
    ("5 مايو الماضي", None, "date", "2025-05-05", None),
    ("5 مايو المقبل", None, "date", "2026-05-05", None),
    ("5 من مايو من العام الماضي", None, "date", "2024-05-05", None),
    ("5 مايو", None, "date", "2025-05-05", "2026-05-05"),
    ("3 نوفمبر", None, "date", "2024-11-03", "2025-11-03"),
    ("2 نوفمبر", None, "date", "2025-11-02", None),
    ("29 فبراير", None, "date", "2024-02-29", "2028-02-29"),
    ("٥ آب ٢٠١٨", None, "date", "2018-08-05", None),
    ("12 كانون الثاني 2019", None, "date", "2019-01-12", None),
    ("7 غشت 2014", None, "date", "2014-08-07", None),
    ("1 شتنبر 2014", None, "date", "2014-09-01", None),
    ("3 نونبر 2014", None, "date", "2014-11-03", None),
    ("4 دجنبر 2014", None, "date", "2014-12-04", None),
    ("5 جانفي 2011", None, "date", "2011-01-05", None),
    ("14 فيفري", None, "date", "2025-02-14", "2026-02-14"),
    ("9 أفريل 2011", None, "date", "2011-04-09", None),
    ("6 جوان 1999", None, "date", "1999-06-06", None),
    ("3 جويلية 2013", None, "date", "2013-07-03", None),
    ("10 أوت 2020", None, "date", "2020-08-10", None),
    ("1 ماي 2020", None, "date", "2020-05-01", None),
    ("حزيران/يونيو 2018", None, "month", "2018-06", None),
    ("يونيو (حزيران) 2018", None, "month", "2018-06", None),
    ("مارس/ آذار", None, "month", "2025-03", "2026-03"),
    ("16 أبريل نيسان 2018", None, "date", "2018-04-16", None),
    ("8 ديسمبر/كانون أول 2016", None, "date", "2016-12-08", None),
    ("في 30 مارس الماضي", "30 مارس الماضي", "date", "2025-03-30", None),
    ("2025-10-05", None, "date", "2025-10-05", None),
    ("10/11/2025", None, "date", "2025-11-10", None),
    ("25.12.2024", None, "date", "2024-12-25", None),
    ("في مايو/أيار الماضي", "مايو/أيار الماضي", "month", "2025-05", None),
    ("في يونيو المقبل", "يونيو المقبل", "month", "2026-06", None),
    ("في شهر أبريل/نيسان المقبل", "شهر أبريل/نيسان المقبل", "month", "2026-04", None),
    ("خلال شهر مارس", "شهر مارس", "month", "2025-03", "2026-03"),
    ("في مارس", "مارس", "month", "2025-03", "2026-03"),
    ("سبتمبر 2017", None, "month", "2017-09", None),
    ("يناير من العام الماضي", None, "month", "2024-01", None),
    ("أيلول/سبتمبر العام الماضي", None, "month", "2024-09", None),
    ("نوفمبر الجاري", None, "month", "2025-11", None),
    ("في ديسمبر", "ديسمبر", "month", "2024-12", "2025-12"),
    ("عام 2014", None, "year", "2014", None),
    ("العام 1904", None, "year", "1904", None),
    ("سنة 1990 م", None, "year", "1990", None),
    ("في 2019", "2019", "year", "2019", None),
    ("العام الماضي", None, "year", "2024", None),
    ("هذا العام", None, "year", "2025", None),
    ("العام المقبل", None, "year", "2026", None),
    ("العام الجاري", None, "year", "2025", None),
    ("السبت", None, "weekday", "2025-11-01", "2025-11-08"),
    ("الأحد", None, "weekday", "2025-11-02", None),
    ("يوم الثلاثاء", None, "weekday", "2025-10-28", "2025-11-04"),
    ("يوم السبت الماضي", None, "weekday", "2025-11-01", None),
    ("الأحد الماضي", None, "weekday", "2025-10-26", None),
    ("الأحد المقبل", None, "weekday", "2025-11-09", None),
    ("الاثنين القادم", None, "weekday", "2025-11-03", None),
    ("فجر الخميس", None, "weekday", "2025-10-30", "2025-11-06"),
    ("مساء الجمعة", None, "weekday", "2025-10-31", "2025-11-07"),
    ("الأربعاء من الأسبوع الماضي", None, "weekday", "2025-10-22", None),
    ("السّبـت", None, "weekday", "2025-11-01", "2025-11-08"),
    ("والإثنين", "الإثنين", "weekday", "2025-10-27", "2025-11-03"),
    ("للأحد المقبل", "لأحد المقبل", "weekday", "2025-11-09", None),
    ("اليوم", None, "relative", "2025-11-02", None),
    ("اليوم الأحد", None, "relative", "2025-11-02", None),
    ("أمس", None, "relative", "2025-11-01", None),
    ("مساء أمس", None, "relative", "2025-11-01", None),
    ("أمس السبت", None, "relative", "2025-11-01", None),
    ("أمس الأول", None, "relative", "2025-10-31", None),
    ("أول أمس", None, "relative", "2025-10-31", None),
    ("غدا", None, "relative", "2025-11-03", None),
    ("بعد غد", None, "relative", "2025-11-04", None),
    ("الليلة الماضية", None, "relative", "2025-11-01/2025-11-02", None),
    ("صباح اليوم", None, "relative", "2025-11-02", None),
    ("صباح غد", None, "relative", "2025-11-03", None),
    ("الأسبوع الماضي", None, "week", "2025-10-20/2025-10-26", None),
    ("هذا الأسبوع", None, "week", "2025-10-27/2025-11-02", None),
    ("الأسبوع المقبل", None, "week", "2025-11-03/2025-11-09", None),
    ("الشهر الماضي", None, "relative", "2025-10", None),
    ("الشهر المقبل", None, "relative", "2025-12", None),
    ("هذا الشهر", None, "relative", "2025-11", None),
    ("قبل ثلاثة أيام", None, "relative", "2025-10-30", None),
    ("قبل يومين", None, "relative", "2025-10-31", None),
    ("قبل أسبوعين", None, "relative", "2025-10-13/2025-10-19", None),
    ("قبل شهر", None, "relative", "2025-10", None),
    ("قبل 5 أشهر", None, "relative", "2025-06", None),
    ("قبل نحو 70 عاما", None, "relative", "1955", None),
    ("قبل خمسة عشر يوما", None, "relative", "2025-10-18", None),
    ("قبل 24 ساعة", None, "relative", "2025-11-01", None),
    ("قبل ساعتين", None, "relative", "2025-11-01/2025-11-02", None),
    ("قبل أيام", None, "relative", "to 2025-11-02", None),
    ("قبل أكثر من عامين", None, "relative", "to 2023-12-31", None),
    ("منذ ثلاث سنوات", None, "not-before", "from 2022-01-01", None),
    ("منذ نحو عام", None, "not-before", "from 2024-01-01", None),
    ("آخر 24 ساعة", None, "interval", "2025-11-01/2025-11-02", None),
    ("الأيام الثلاثة الماضية", None, "interval", "2025-10-30/2025-11-02", None),
    ("الأسبوعين الماضيين", None, "interval", "2025-10-19/2025-11-02", None),
    ("الأشهر الستة المقبلة", None, "interval", "2025-11-02/2026-05-02", None),
    ("الساعات الماضية", None, "interval", "2025-11-01/2025-11-02", None),
    ("مطلع يناير 2015", None, "part", "part 2015-01-01/2015-01-10", None),
    ("منتصف أيار الماضي", None, "part", "part 2025-05-11/2025-05-20", None),
    ("أواخر الشهر الجاري", None, "part", "part 2025-11-21/2025-11-30", None),
    ("نهاية آذار/مارس", None, "part", "part 2025-03-21/2025-03-31", "part 2026-03-21/2026-03-31"),
    ("نهاية العام", None, "part", "2025-09-01/2025-12-31", None),
    ("نهاية الشهر", None, "part", "part 2025-11-21/2025-11-30", None),
    ("أواخر عام 2018", None, "part", "2018-09-01/2018-12-31", None),
    ("مطلع العام المقبل", None, "part", "2026-01-01/2026-04-30", None),
    ("منتصف 2016", None, "part", "2016-05-01/2016-08-31", None),
    ("الربع الأول من عام 2018", None, "interval", "2018-01-01/2018-03-31", None),
    ("النصف الثاني من العام الماضي", None, "interval", "2024-07-01/2024-12-31", None),
    ("النصف الأول من مايو 2018", None, "interval", "2018-05-01/2018-05-15", None),
    ("الأسبوع الثاني من أبريل الماضي", None, "interval", "2025-04-08/2025-04-14", None),
    ("صيف 2017", None, "season", "2017-06-01/2017-09-22", None),
    ("صيف العام الماضي", None, "season", "2024-06-01/2024-09-22", None),
    ("الربيع الماضي", None, "season", "2025-03-01/2025-06-22", None),
    ("شتاء 2017", None, "season", "2016-12-01/2018-03-22", None),
    ("الصيف المقبل", None, "season", "2026-06-01/2026-09-22", None),
    ("نهاية الأسبوع الماضي", None, "weekend", "2025-10-24/2025-10-26", None),
    ("بين 3 و5 مايو", None, "interval", "2025-05-03/2025-05-05", "2026-05-03/2026-05-05"),
    ("من 5 إلى 8 مارس 2018", None, "interval", "2018-03-05/2018-03-08", None),
    ("يومي 5 و6 مايو", None, "interval", "2025-05-05/2025-05-06", "2026-05-05/2026-05-06"),
    ("6 و7 و9 يونيو 2018", None, "interval", "2018-06-06/2018-06-09", None),
    ("من 28 فبراير إلى 3 مارس 2018", None, "interval", "2018-02-28/2018-03-03", None),
    ("شهري مايو ويونيو", None, "interval", "2025-05-01/2025-06-30", "2026-05-01/2026-06-30"),
    ("بين مايو ويوليو 2018", None, "interval", "2018-05-01/2018-07-31", None),
    ("من نوفمبر إلى فبراير", None, "interval", "2024-11-01/2025-02-28", "2025-11-01/2026-02-28"),
    ("يومي السبت والأحد", None, "interval", "2025-11-01/2025-11-02", "2025-11-08/2025-11-09"),
    ("ليل الجمعة السبت", None, "interval", "2025-10-31/2025-11-01", "2025-11-07/2025-11-08"),
    ("من الأحد إلى الأربعاء", None, "interval", "2025-10-26/2025-10-29", "2025-11-02/2025-11-05"),
    ("بين عامي 2012 و2015", "عامي 2012 و2015", "interval", "2012-01-01/2015-12-31", None),
    ("من 2011 إلى 2014", None, "interval", "2011-01-01/2014-12-31", None),
    ("منذ عام 2011", None, "not-before", "from 2011-01-01", None),
    ("منذ 2014", None, "not-before", "from 2014-01-01", None),
    ("منذ يونيو/حزيران الماضي", None, "not-before", "from 2025-06-01", None),
    ("منذ مطلع فبراير الماضي", None, "not-before", "from 2025-02-01", None),
    ("منذ أمس", None, "not-before", "from 2025-11-01", None),
    ("اعتبارا من الأحد المقبل", None, "not-before", "from 2025-11-09", None),
    ("حتى نهاية الشهر الجاري", None, "not-after", "to 2025-11-30", None),
    ("بحلول عام 2030", None, "not-after", "to 2030-12-31", None),
    ("حتى 5 ديسمبر", None, "not-after", "to 2024-12-05", "to 2025-12-05"),
    ("قبل عام 2011", None, "not-after", "to 2011-01-01", None),
    ("بعد عام 2011", None, "not-before", "from 2011-12-31", None),
    ("12 ربيع الأول 1440 هـ", None, "hijri", "2018-11-19/2018-11-21", None),
    ("12 ربيع الأول 1440 هـ الموافق 20 نوفمبر 2018", None, "date", "2018-11-20", None),
    ("الاثنين الموافق 5 مايو 2025", None, "date", "2025-05-05", None),
    ("20 نوفمبر 2018 الموافق 12 ربيع الأول 1440", None, "date", "2018-11-20", None),
    ("رمضان 1440", None, "hijri", "2019-05-05/2019-06-04", None),
    ("شهر رمضان المقبل", None, "hijri", "2026-02-17/2026-03-20", None),
    ("في رمضان", "رمضان", "hijri", "2025-02-28/2025-03-30", "2026-02-17/2026-03-20"),
    ("عام 1440 هـ", None, "hijri", "2018-09-10/2019-08-31", None),
    ("هجمات 11 سبتمبر", None, "named", "2001-09-11", None),
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
    [found] = find_times(text, "ar", DAY)
    assert found.text == (words or text)
    assert found.kind == kind
    assert shown(found.resolve(forward=False)) == past
    assert shown(found.resolve(forward=True)) == (ahead or past)


def test_all_of_a_sentence() -> None:
    text = "أعلن السبت أن الشرع سيزور واشنطن يوم 10 نوفمبر الجاري، لينضم إلى تحالف تأسس عام 2014."
    assert [(each.text, shown(each.resolve(forward=False))) for each in find_times(text, "ar", DAY)] == [
        ("السبت", "2025-11-01"),
        ("يوم 10 نوفمبر الجاري", "2025-11-10"),
        ("عام 2014", "2014"),
    ]


def test_the_year_spoken_of_before() -> None:
    text = "اعتقل في أكتوبر 2016 بعد محاولة انقلاب في يوليو من العام نفسه، ثم أفرج عنه في مايو من العام التالي"
    assert [shown(each.past) for each in find_times(text, "ar", DAY)] == ["2016-10", "2016-07", "2017-05"]


def test_no_year_spoken_of_before_gives_no_time() -> None:
    assert find_times("في يوليو من العام نفسه", "ar", DAY) == ()


def test_the_weekday_tells_the_year() -> None:
    [found] = find_times("الأربعاء 31 ديسمبر", "ar", DAY)
    assert found.past == found.ahead
    assert found.past.iso == "2025-12-31"


def test_two_days_are_two_expressions() -> None:
    assert [each.text for each in find_times("الأربعاء والخميس", "ar", DAY)] == ["الأربعاء", "الخميس"]


def test_an_expression_ends_at_a_blank_line() -> None:
    assert [each.text for each in find_times("لقاء السبت\n\n10 نوفمبر", "ar", DAY)] == ["السبت", "10 نوفمبر"]
