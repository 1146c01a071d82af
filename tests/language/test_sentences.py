"""The rules of sentence boundaries on tokens: what is set, what is certain, what may be."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language.arabic.tokenizer import ArabicTokenizer
from kg.language.sentences import hard_boundaries, possible_boundaries, set_sentences

TOKENIZERS = {"ar": ArabicTokenizer(spacy.blank("ar").vocab), "en": spacy.blank("en").tokenizer}
TEXTS = st.text(alphabet=st.sampled_from('وقال د. !؟…"«»()\n\t -–•aB1٣،:'), max_size=60)


def read(lang: str, text: str) -> Doc:
    return TOKENIZERS[lang](text)


@pytest.mark.parametrize(
    ("lang", "text", "sentences"),
    [
        ("ar", "قال د. أحمد «نعم.» وغادر.", ["قال د. أحمد «نعم.»", "وغادر."]),
        ("ar", "وفد في دمشق\n\nوصل الوفد؟! نعم.", ["وفد في دمشق\n\n", "وصل الوفد؟!", "نعم."]),
        ("en", "Mr. Li left.  He is in the U.S. now.", ["Mr. Li left.  ", "He is in the U.S. now."]),
        ("en", "It ended.Then they left.", ["It ended.", "Then they left."]),
    ],
)
def test_sentences_are_set(lang: str, text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in set_sentences(read(lang, text)).sents] == sentences


@pytest.mark.parametrize(
    ("lang", "text", "hard"),
    [
        ("ar", "عنوان\n\nوصل الوفد. وغادر «اليوم.» وقال", ["عنوان", "وصل", "وغادر"]),
        ("ar", "قال د. أحمد... نعم", ["قال"]),
        ("en", "Peace came. Nobody at NATO. Nobody knew.", ["Peace", "Nobody"]),
    ],
)
def test_hard_boundaries(lang: str, text: str, hard: list[str]) -> None:
    doc = read(lang, text)
    assert [doc[i].text for i in hard_boundaries(doc)] == hard


def test_no_sentence_may_begin_after_a_title_or_with_a_mark_or_white_space() -> None:
    doc = read("ar", "قال د. أحمد، « نعم » (لا) .\n\nثم")
    assert [doc[i].text for i in possible_boundaries(doc)] == ["قال", "د", "«", "نعم", "(", "ثم"]


def test_a_quotation_that_was_mirrored_may_begin_a_sentence() -> None:
    doc = read("ar", "وصل الوفد. » النصر « كان قريبا.")
    assert "»" in [doc[i].text for i in possible_boundaries(doc)]


def test_part_of_a_document_is_read_like_a_whole_one() -> None:
    doc = read("en", "He came. She left. They slept.")
    assert hard_boundaries(doc[3:]) == [0, 3]


@pytest.mark.parametrize("lang", ["ar", "en"])
@given(text=TEXTS)
@settings(deadline=None)
def test_rules_keep_to_what_is_possible(lang: str, text: str) -> None:
    doc = read(lang, text)
    hard, possible = hard_boundaries(doc), possible_boundaries(doc)
    starts = [sentence.start for sentence in set_sentences(doc).sents]
    assert set(hard) <= set(starts) <= set(possible)
    assert doc.text == text
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


def test_no_sentence_begins_with_a_small_letter_that_no_mark_tells_of() -> None:
    doc = read("en", "North Macedonia joined NATO on Friday. iPhones stayed at home.")
    possible = {doc[i].text for i in possible_boundaries(doc)}
    assert "joined" not in possible
    assert "iPhones" in possible


def test_no_tokens_no_boundaries() -> None:
    doc = read("en", "")
    assert (hard_boundaries(doc), possible_boundaries(doc), len(set_sentences(doc))) == ([], [], 0)


def test_sentences_given_are_kept() -> None:
    doc = Doc(Vocab(), words=["One", ".", "Two"], sent_starts=[True, False, False])
    assert [s.text for s in set_sentences(doc).sents] == ["One . Two"]
