"""Tense, negation, modality, and the words that govern a trigger."""

import pytest

from kg.model import Factuality
from tests.extraction.conftest import Read

OCCURRED, PLANNED, POSSIBLE, NEGATED, HYPOTHETICAL = Factuality

CASES = [
    ("en", "King Hussein visited Oman.", OCCURRED, None),
    ("en", "King Hussein will visit Oman.", PLANNED, None),
    ("en", "King Hussein is due to visit Oman.", PLANNED, None),
    ("en", "The minister is planning to visit Oman.", PLANNED, None),
    ("en", "King Hussein is expected to visit Oman next week.", PLANNED, None),
    ("en", "King Hussein may visit Oman.", POSSIBLE, None),
    ("en", "King Hussein did not visit Oman.", NEGATED, None),
    ("en", "King Hussein never visited Oman.", NEGATED, None),
    ("en", "King Hussein refused to visit Oman.", NEGATED, "refused"),
    ("en", "King Hussein cancelled a visit to Oman.", NEGATED, "cancelled"),
    ("en", "King Hussein postponed a visit to Oman.", PLANNED, "postponed"),
    ("en", "His spokesman denied that King Hussein had visited Oman.", NEGATED, "denied"),
    ("en", "Talks will be held if the foreign minister visits Oman.", HYPOTHETICAL, None),
    ("en", "The foreign minister urged King Hussein to visit Oman.", HYPOTHETICAL, None),
    ("en", "The foreign minister called for a visit of King Hussein to Oman.", HYPOTHETICAL, None),
    ("en", "King Hussein hopes to visit Oman.", HYPOTHETICAL, None),
    ("en", "King Hussein managed to visit Oman.", OCCURRED, None),
    ("en", "King Hussein will go to Egypt and visit Oman.", PLANNED, None),
    ("en", "King Hussein has visited Oman twice.", OCCURRED, None),
    ("en", "King Hussein would visit Oman under such a deal.", HYPOTHETICAL, None),
    ("en", "King Hussein visited Oman in May.", OCCURRED, None),
    ("en", "Will Smith visited Oman on 3 May.", OCCURRED, None),
    ("en", "The ministry said that King Hussein would visit Oman.", PLANNED, None),
    ("en", "The minister said King Hussein would visit Oman next week.", PLANNED, None),
    ("en", "The council called on King Hussein to visit Oman.", HYPOTHETICAL, None),
    ("en", "King Hussein's planned visit to Oman was praised.", PLANNED, None),
    ("ar", "زار الرئيس المصري سلطنة عمان.", OCCURRED, None),
    ("ar", "سيزور الرئيس المصري سلطنة عمان.", PLANNED, None),
    ("ar", "سوف يزور الرئيس المصري سلطنة عمان.", PLANNED, None),
    ("ar", "قد يزور الرئيس المصري سلطنة عمان.", POSSIBLE, None),
    ("ar", "لم يزر الرئيس المصري سلطنة عمان.", NEGATED, None),
    ("ar", "لن يزور الرئيس المصري سلطنة عمان.", NEGATED, None),
    ("ar", "يعتزم الرئيس المصري زيارة سلطنة عمان.", PLANNED, None),
    ("ar", "من المقرر أن يزور الرئيس المصري سلطنة عمان.", PLANNED, None),
    ("ar", "ألغى الرئيس المصري زيارة إلى سلطنة عمان.", NEGATED, "cancelled"),
    ("ar", "أرجأ الرئيس المصري زيارة إلى سلطنة عمان.", PLANNED, "postponed"),
    ("ar", "نفى المتحدث أن يكون الرئيس المصري قد زار سلطنة عمان.", NEGATED, "denied"),
    ("ar", "رفض الرئيس المصري زيارة سلطنة عمان.", NEGATED, "refused"),
    ("ar", "إذا زار الرئيس المصري سلطنة عمان فسيلتقي السلطان.", HYPOTHETICAL, None),
    ("ar", "دعا السلطان الرئيس المصري إلى زيارة سلطنة عمان.", HYPOTHETICAL, None),
    ("ar", "يأمل الرئيس المصري في زيارة سلطنة عمان.", HYPOTHETICAL, None),
    ("ar", "تمكن الرئيس المصري من زيارة سلطنة عمان.", OCCURRED, None),
    ("ar", "سيصل الرئيس المصري إلى مسقط ويزور جامعها الكبير.", PLANNED, None),
    ("ar", "الزيارة المرتقبة للرئيس المصري إلى سلطنة عمان تستمر يومين.", PLANNED, None),
    ("ar", "قد زار الرئيس المصري سلطنة عمان مرارا.", OCCURRED, None),
    ("ar", "ستكون هذه المرة الأولى التي يزور فيها رئيس مصري بغداد.", PLANNED, None),
    ("ar", "يفتح الاتفاق الطريق أمام زيارة الرئيس المصري إلى سلطنة عمان.", HYPOTHETICAL, None),
    ("en", "The deal opens the way for a visit of the Egyptian president to Oman.", HYPOTHETICAL, None),
]


@pytest.mark.parametrize(("lang", "text", "factuality", "manner"), CASES)
def test_visit(read: Read, lang: str, text: str, factuality: Factuality, manner: str | None) -> None:
    visits = [c for c in read(lang, text).claims if c.type == "Visit"]
    assert [(c.factuality, c.manner) for c in visits][-1:] == [(factuality, manner)]


def test_a_future_day_makes_an_undecided_event_planned(read: Read) -> None:
    claim = read("en", "The visit of King Hussein to Oman on 20 May was welcomed.").claims[0]
    assert claim.factuality is PLANNED


def test_a_past_day_leaves_it_occurred(read: Read) -> None:
    claim = read("en", "The visit of King Hussein to Oman on 2 May was welcomed.").claims[0]
    assert claim.factuality is OCCURRED
