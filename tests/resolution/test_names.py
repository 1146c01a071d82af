import pytest

from kg.model import Kind
from kg.resolution.names import extends, is_generic, may_merge, read_name
from kg.resolution.romanisation import is_match, likeness, romanise, variant


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("عبد الله الثاني", ("عبدله", "ثاني")),
        ("عبدالله الثاني", ("عبدله", "ثاني")),
        ("Abdullah II", ("abdlah", "ii")),
        ("Abu Bakr al-Baghdadi", ("abubakr", "baghdadi")),
        ("Ahmed ash-Sharaa", ("ahmed", "sharaa")),
        ("سيف الدين أحمد", ("سيفدين", "احمد")),
    ],
)
def test_words_that_belong_together_are_one_part(text: str, parts: tuple[str, ...]) -> None:
    assert read_name(text).parts == parts


def test_a_longer_name_begins_with_the_shorter() -> None:
    assert extends(read_name("Mohammed bin Salman Al Saud"), read_name("Mohammed bin Salman"))


def test_a_father_is_not_his_son() -> None:
    assert not extends(read_name("Mohammed bin Salman bin Abdulaziz"), read_name("Salman bin Abdulaziz"))


def test_a_kunya_alone_is_no_full_name() -> None:
    assert not extends(read_name("Abu Bakr al-Baghdadi"), read_name("Abu Bakr"))


def test_a_ministry_without_country_says_nothing() -> None:
    assert is_generic(read_name("وزارة الدفاع"))
    assert not may_merge(read_name("Ministry of Defence"), Kind.ORGANIZATION, None)
    assert may_merge(read_name("Ministry of Defence"), Kind.ORGANIZATION, "SYR")
    assert not is_generic(read_name("Islamic State"))


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("أحمد الشرع", "Ahmed al-Sharaa"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("عبد الفتاح السيسي", "Abdel Fattah el-Sisi"),
        ("عبد الرحمن قاسم", "Abdulrahman Kassem"),
        ("دونالد ترامب", "Donald Trump"),
        ("أسياس أفورقي", "Isaias Afwerki"),
        ("خالد مشعل", "Khaled Meshaal"),
        ("شريف جمال", "Cherif Gamal"),
        ("ألكسيس تسيبراس", "Alexis Tsipras"),
    ],
)
def test_one_name_in_two_scripts(arabic: str, latin: str) -> None:
    assert is_match(likeness(read_name(arabic), read_name(latin)))


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("محمد باقر", "Mahmoud Bakr"),
        ("كمال عباس", "Gamal Abbas"),
        ("أحمد الشرع", "Hamed al-Shara"),
        ("سامي حداد", "Samer Haddad"),
        ("حسن روحاني", "Hassan"),
    ],
)
def test_near_misses_are_two_names(arabic: str, latin: str) -> None:
    assert not is_match(likeness(read_name(arabic), read_name(latin)))


def test_spellings_of_short_vowels_are_variants() -> None:
    assert variant(read_name("Mohamed Morsi")) == variant(read_name("Mohammad Mursi"))
    assert variant(read_name("Salem Ahmed")) != variant(read_name("Selim Ahmed"))


def test_romanised_for_show() -> None:
    assert romanise("عبد الله الشرع") == "Abd Allah al-Shra"
