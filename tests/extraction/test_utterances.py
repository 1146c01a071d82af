"""Who says what: acts of saying, their speakers, and the claims under them."""

import pytest

from kg.model import Factuality, Stance
from tests.extraction.conftest import Analyse, Read, Tell

NEUTRAL, ASSERTS, DENIES, DISTANCES = Stance

SOURCES = [
    # language, text, type of the claim, its speaker, how the speaker stands to it
    ("en", "The governor said rebels attacked the port on Friday.", "Strike", "The governor", NEUTRAL),
    ("en", "According to the governor, rebels attacked the port on Friday.", "Strike", "the governor", NEUTRAL),
    ("en", "Rebels attacked the port on Friday, according to the governor.", "Strike", "the governor", NEUTRAL),
    ("en", '"Egypt signed the treaty," the minister said.', "Treaty", "the minister", NEUTRAL),
    ("en", "The king will visit Cairo, his spokesman told reporters.", "Trip", "his spokesman", NEUTRAL),
    ("en", "Rebels attacked the port, Reuters reported.", "Strike", "Reuters", NEUTRAL),
    ("en", "The ministry announced that the king will visit Cairo.", "Trip", "The ministry", ASSERTS),
    ("en", "The spokesman denied that Israel had attacked the hospital.", "Strike", "The spokesman", DENIES),
    ("en", "Iran claimed that the US attacked the port.", "Strike", "Iran", DISTANCES),
    ("en", "The army said it had attacked the camp.", "Strike", "The army", NEUTRAL),
    ("en", "Officials confirmed that Egypt signed the treaty.", "Treaty", "Officials", ASSERTS),
    ("ar", "قالت وزارة الخارجية إن الملك سيزور القاهرة.", "Trip", "وزارة الخارجية", NEUTRAL),
    ("ar", "وبحسب المحافظ، هاجم المتمردون ميناء الحديدة يوم الجمعة.", "Strike", "المحافظ", NEUTRAL),
    ("ar", "هاجم المتمردون ميناء الحديدة، بحسب وكالة رويترز.", "Strike", "وكالة رويترز", NEUTRAL),
    ("ar", "وفقا لوكالة رويترز، هاجم المتمردون ميناء الحديدة.", "Strike", "وكالة رويترز", NEUTRAL),
    ("ar", "هاجم المتمردون ميناء الحديدة، نقلا عن وكالة رويترز.", "Strike", "وكالة رويترز", NEUTRAL),
    ("ar", "وصل الملك إلى القاهرة، حسبما ذكر التلفزيون الرسمي.", "Trip", "التلفزيون الرسمي", NEUTRAL),
    ("ar", "أعلن الديوان الملكي أن الملك سيصل إلى القاهرة غدا.", "Trip", "الديوان الملكي", ASSERTS),
    ("ar", "أكد الوزير أن مصر وقعت الاتفاقية.", "Treaty", "الوزير", ASSERTS),
    ("ar", "زعمت إيران أن الولايات المتحدة هاجمت الميناء.", "Strike", "إيران", DISTANCES),
    ("ar", "نفى المحافظ أن المتمردين هاجموا الميناء.", "Strike", "المحافظ", DENIES),
]


@pytest.mark.parametrize(("lang", "text", "name", "speaker", "stance"), SOURCES)
def test_the_speaker_is_found(tell: Tell, lang: str, text: str, name: str, speaker: str, stance: Stance) -> None:
    told = tell(lang, text)
    claim = told.only(name)
    assert claim.utterance is not None
    assert speaker in told.speakers(claim)
    utterance = next(u for u in told.extraction.utterances if u.id == claim.utterance)
    assert (utterance.speaker, utterance.stance) == (claim.speaker, stance)


OWN_VOICE = [
    ("en", "Egypt signed the treaty with Iran.", "Treaty"),
    ("en", "Rebels attacked the port before the governor said anything.", "Strike"),
    ("en", "The king visited Cairo. The minister said the weather was fine.", "Trip"),
    ("ar", "وقعت مصر اتفاقية مع إيران.", "Treaty"),
    ("ar", "وصل الملك إلى القاهرة. وقال الوزير إن الطقس جميل.", "Trip"),
]


@pytest.mark.parametrize(("lang", "text", "name"), OWN_VOICE)
def test_the_article_itself_says_it(tell: Tell, lang: str, text: str, name: str) -> None:
    told = tell(lang, text)
    claim = told.only(name)
    assert (claim.speaker, claim.utterance) == (None, None)
    assert told.extraction.utterances == ()


def test_denial_negates(tell: Tell) -> None:
    claim = tell("en", "The spokesman denied that Israel had attacked the hospital.").only("Strike")
    assert (claim.factuality, claim.manner) == (Factuality.NEGATED, "denied")


def test_the_innermost_speaker_speaks(tell: Tell) -> None:
    text = "The minister said that the governor had announced that rebels attacked the port."
    told = tell("en", text)
    assert "the governor" in told.speakers(told.only("Strike"))


def test_the_innermost_speaker_speaks_in_arabic(tell: Tell) -> None:
    told = tell("ar", "قال الوزير إن المحافظ أعلن أن الملك سيزور بغداد.")
    assert "المحافظ" in told.speakers(told.only("Trip"))


def test_a_verb_without_a_subject_goes_on_with_the_last_speaker(tell: Tell) -> None:
    told = tell("ar", "قال المحافظ إن الملك سيزور بغداد. وأضاف أن مصر وقعت الاتفاقية.")
    assert "المحافظ" in told.speakers(told.only("Treaty"))
    assert len(told.extraction.utterances) == 2


def test_a_participle_goes_on_with_the_speaker_of_its_sentence(tell: Tell) -> None:
    told = tell("ar", "أكد الوزير أن مصر وقعت الاتفاقية، مشيرا إلى أن الملك سيزور القاهرة.")
    assert "الوزير" in told.speakers(told.only("Trip"))
    stances = {told.at(u.cue): u.stance for u in told.extraction.utterances}
    assert stances == {"أكد": ASSERTS, "مشيرا": NEUTRAL}


def test_the_cue_is_the_words_of_saying(tell: Tell) -> None:
    told = tell("en", "According to the governor, rebels attacked the port on Friday.")
    assert [told.at(u.cue) for u in told.extraction.utterances] == ["According to"]


def test_an_act_of_saying_that_carries_no_claim_is_left_out(tell: Tell) -> None:
    assert tell("en", "The minister said the weather was fine.").extraction.utterances == ()


def test_two_speakers_in_one_sentence(tell: Tell) -> None:
    text = "The minister said Egypt signed the treaty while the governor said rebels attacked the port."
    told = tell("en", text)
    assert "The minister" in told.speakers(told.only("Treaty"))
    assert "the governor" in told.speakers(told.only("Strike"))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It was said yesterday."),
        ("en", "The report was read in silence."),
        ("ar", "كان القول صعبا."),
    ],
)
def test_no_speaker_no_saying(analyse: Analyse, lang: str, text: str) -> None:
    assert analyse(lang, text).sayings == ()


def test_the_medium_that_passes_on_is_not_the_speaker(read: Read) -> None:
    text = "قال الوزير إن الملك سيزور سلطنة عمان، بحسب ما نقلت صحيفة الأهرام."
    (utterance,) = read("ar", text).utterances[:1]
    actors = {a.id: a.name for a in read("ar", text).actors}
    assert actors[utterance.speaker] == "الوزير"
    assert utterance.via is not None
    assert "الأهرام" in actors[utterance.via]


def test_direct_speech_has_its_span(read: Read) -> None:
    text = 'The minister said: "We will visit Oman next week." Nobody answered.'
    (utterance,) = read("en", text).utterances
    assert utterance.quote is not None
    assert text[utterance.quote.start : utterance.quote.end] == "We will visit Oman next week."


def test_the_weekday_beside_the_cue_is_when_it_was_said(read: Read) -> None:
    (utterance,) = read("ar", "أعلن الوزير، السبت، أن الملك سيزور سلطنة عمان.", "2025-11-02").utterances
    assert utterance.time is not None
    assert utterance.time.iso == "2025-11-01"
