import pytest

from kg.gazetteer.building.matching import is_plain_arabic, likeness


@pytest.mark.parametrize(("latin", "arabic"), [("Idlib", "إدلب"), ("Vaduz", "فادوز"), ("Western Cape", "كيب الغربية")])
def test_same_name(latin: str, arabic: str) -> None:
    assert likeness(latin, arabic) > 0.6


@pytest.mark.parametrize(
    ("latin", "arabic"), [("Turkey", "ديك رومى"), ("Perm", "موج الشعر بإستمرار"), ("Ha'il", "يشيد")]
)
def test_machine_translation(latin: str, arabic: str) -> None:
    assert likeness(latin, arabic) < 0.6


@pytest.mark.parametrize("text", ["دیمەشق", "Assa الزاك", "Homs", "گرگان"])
def test_not_plain_arabic(text: str) -> None:
    assert not is_plain_arabic(text)
