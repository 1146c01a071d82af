"""The packs: offsets stay true, clitics are split, sentences end where they should."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import PackError
from kg.language import load


@pytest.mark.parametrize("lang", ["ar", "en"])
@given(text=st.text(alphabet=st.sampled_from("وبالكتاب زيارة،.«»“”\n\t  aZ'-.5٣ًّ🙂"), max_size=60))
@settings(max_examples=60, deadline=None)
def test_tokens_give_the_text_back(lang: str, text: str) -> None:
    doc = load(lang)(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t.text)] == t.text for t in doc)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("وسيزورها", ["و", "س", "يزور", "ها"]),
        ("للتحالف", ["ل", "لتحالف"]),
        ("وفد", ["وفد"]),
        ("بلد", ["بلد"]),
        ("لجنة", ["لجنة"]),
        ("بنك", ["بنك"]),
        ("وزيارته", ["و", "زيارت", "ه"]),
    ],
)
def test_clitics(word: str, pieces: list[str]) -> None:
    assert [t.text for t in load("ar")(word)] == pieces


def test_the_article_is_restored_in_the_normal_form() -> None:
    assert [t.norm_ for t in load("ar")("للتحالف")] == ["ل", "التحالف"]


def test_diacritics_do_not_reach_the_lemma() -> None:
    lemmas = [t.lemma_ for t in load("ar")("يوقّع الرئيس وثيقةً.")]
    assert not any(mark in lemma for lemma in lemmas for mark in "ًٌٍَُِّْ")


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("en", "Dr. Smith met Mr. Jones. They talked for 3.5 hours.", 2),
        ("en", 'He said: "We will go." Then he left.', 2),
        ("en", "A title without a stop\n\nThe body begins here.", 2),
        ("ar", "قال د. أحمد إن النسبة بلغت 3.5 في المئة. وأضاف شيئا آخر.", 2),
        ("ar", "عنوان بلا نقطة\n\nيبدأ النص هنا.", 2),
        ("ar", "هل وصل الوفد؟ نعم وصل!", 2),
    ],
)
def test_sentences(lang: str, text: str, count: int) -> None:
    assert len([s for s in load(lang)(text).sents if s.text.strip()]) == count


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(PackError, match="'fr'"):
        load("fr")


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("en", "CAIRO - The king visited Oman.", "CAIRO -"),
        ("en", "BEIRUT (Agency) - The king visited Oman.", "BEIRUT (Agency) -"),
        ("ar", "بيروت (وكالة) – زار الملك عمان.", "بيروت (وكالة) –"),
        ("en", "The king - who is ill - visited Oman.", "The king - who is ill - visited Oman."),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(lang: str, text: str, first: str) -> None:
    assert next(load(lang)(text).sents).text == first
