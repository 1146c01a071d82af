import pytest

from kg.errors import ArticleError
from kg.reading.languages import detect


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("وصل الرئيس السوري إلى العاصمة الأميركية واشنطن في زيارة رسمية", "ar"),
        ("The president arrived in Washington on an official visit.", "en"),
        ("PRESIDENT ARRIVES IN WASHINGTON ON OFFICIAL VISIT", "en"),
        ("أعلن BBC أن الرئيس وصل إلى واشنطن يوم الاثنين", "ar"),
    ],
)
def test_arabic_and_english_are_told_apart(text, lang):
    assert detect(text) == lang


def test_a_few_letters_tell_no_language():
    with pytest.raises(ArticleError, match="too short to tell its language"):
        detect("Prague, 2025")


@pytest.mark.parametrize(
    "text",
    [
        "La présidente a visité Paris mardi et a rencontré le Premier ministre pour parler de la guerre et de la paix.",
        "ایران گفت که رئیس جمهور به مسکو سفر خواهد کرد و با رئیس جمهور روسیه دیدار می کند",
    ],
)
def test_another_language_is_not_taken_for_one_of_ours(text):
    with pytest.raises(ArticleError, match="which is not read"):
        detect(text)
