"""Where sentences end: in each case «¦» stands before every sentence but the first."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.abbreviations import Kind, kind
from kg.language.boundaries import Boundary, boundaries
from kg.language.datelines import dateline_end

ARABIC = [
    # full stops, question and exclamation marks
    "وصل الوفد إلى بيروت. ¦وغادر الوزير القاهرة.",
    "هل وصل الوفد؟ ¦نعم وصل! ¦ثم غادر.",
    "أهذا ممكن؟! ¦لا أحد يعرف.",
    "انتهت الجلسة . ¦وبدأت جلسة أخرى .",
    "وقع الاتفاقَ الطرفانِ معًا. ¦ولم يحضر أحد.",
    "انتهى الاجتماع.¦وقال الوزير إنه كان مفيدا.",
    "لم يحضر أحد؟¦كيف حدث هذا.",
    "رفض المجلس الاقتراح. ¦5 أعضاء صوتوا ضده.",
    "قُتل ثلاثة. ¦«لا نعرف السبب»، قال الشاهد.",
    # numbers, dates, hours, addresses
    "بلغت النسبة 3.5 في المئة. ¦وكانت 2.1 من قبل.",
    "بلغت النسبة ٣٫٥ في المئة و٣.٧ في العام السابق. ¦وارتفعت.",
    "بدأ اللقاء عند الساعة 10.30 صباحا. ¦وانتهى ظهرا.",
    "حدث ذلك في 12.5.2016 في دمشق. ¦ولم يتكرر.",
    "جرت الانتخابات عام 2015. ¦وفاز الحزب بها.",
    "للمزيد زوروا www.example.com أو اكتبوا إلى a.b@example.org. ¦وشكرا.",
    "نشر الخبر على https://example.com/a.b?c=1 أمس. ¦وحذف بعد ساعة.",
    "قال لموقع العربية.نت إن الوفد وصل. ¦وأضاف أنه غادر.",
    # titles, initials, abbreviations
    "قال د. أحمد علي إن الوضع مستقر. ¦وأيده أ. محمود.",
    "حضر أ.د. سعاد حسن ود. وليد كامل الندوة. ¦وتحدثا فيها.",
    "نقلت عن (د. سامي) قوله ذلك. ¦ثم نفاه.",
    "كتب م. ص. العلي روايته الأولى. ¦ونشرت في بيروت.",
    "وقال ويتني س. جونسون إن الخطة جاهزة. ¦ولم يفصح.",
    "أعلنت أ.ف.ب. الخبر أولا. ¦وأكدته رويترز.",
    "بنيت المدينة عام 320 ق.م. ¦وهدمت بعد قرن.",
    "ولد سنة 1420 هـ. ¦وتوفي والده في العام نفسه.",
    "يمتد السور 300 م. ¦ويعلوه برجان.",
    "تبث قناة سي.بي.إس. الأمريكية المقابلة. ¦وتعاد غدا.",
    "انظر ص. 12 من التقرير. ¦فيه التفاصيل.",
    "قال J. K. Rowling إنها ستحضر. ¦ولم تحضر.",
    # quotations
    "قال الوزير: «سنعود غدا. ¦لن نتأخر.» ¦وأضاف أن الطريق آمنة.",
    'أكد الرئيس "أن الحرب انتهت". ¦وتابع أن السلام قريب.',
    "قال: “انتهى كل شيء.” ¦وغادر القاعة.",
    '"لن نستسلم." مضيفا أن القتال مستمر. ¦ثم سكت.',
    '"من هناك؟" سأل الحارس. ¦ولم يجب أحد.',
    "صرخ الجمهور «الحرية!»، فتدخلت الشرطة. ¦وتفرقوا.",
    "قال المتحدث: «لا تعليق لدينا». ¦كان ذلك أمس.",
    "قال إن الأمر “منتهٍ”. ¦«لا عودة»، أضاف.",
    "قال «نعم . » ¦وأضاف شيئا.",
    "أكد المصدر »أن الهجوم انتهى«. ¦وزاد أن القتلى كثر.",
    'قال "سنعود."¦وأضاف أن ذلك قريب.',
    # dots that leave open
    "قال... لا أعرف ماذا أقول. ¦ثم صمت.",
    "مشاهد من الحرب.. دمار وخراب. ¦ولا أحد يتحرك.",
    "لم يعد… ربما مات. ¦من يدري؟",
    "قال إن القوات (...) ستنسحب قريبا. ¦ولم يحدد موعدا.",
    "أكد أن الاتفاق قريب..\n¦وغادر المكان.",
    # colons, semicolons, brackets
    "قال الوزير: إن الزيارة ناجحة؛ فقد تحققت أهدافها. ¦وغادر.",
    "حضر الجميع (غاب الأمين العام. كان مريضا) وبدأت الجلسة. ¦ثم رفعت.",
    "(غاب الأمين العام. ¦كان مريضا.) ¦وبدأت الجلسة.",
    # paragraphs, headlines, items, datelines
    "وفد أممي في دمشق\n\n¦وصل الوفد اليوم. ¦وغادر مساء.",
    "وفد أممي في دمشق\n¦وصل الوفد اليوم",
    "عنوان\r\n\r\n  ¦نص الخبر هنا.",
    "المطالب هي:\n¦1. وقف النار.\n¦2. فتح الطرق.",
    "المطالب: ¦• وقف النار ¦• فتح الطرق",
    "دمشق - سانا - ¦زار الوفد المدينة.",
    "دبي، الإمارات العربية المتحدة (CNN) -- ¦طالب النائب بالتحقيق.",
    "برلين 15-7 (اف ب) - ¦افادت صحيفة بذلك.",
    "الخرطوم – ¦أعلن المجلس حل الحكومة.",
    "قال الرئيس – وهو مريض – إنه باق.",
    "الدوحة - طهران",
    "زار الملك – بحسب المصادر – بيروت.",
]

ENGLISH = [
    "Dr. Smith met Mr. Jones. ¦They talked for 3.5 hours.",
    "J. K. Rowling and George W. Bush came. ¦Nobody spoke.",
    "He lives in the U.S. ¦He likes it.",
    "The U.S. Army left. ¦It came back.",
    "Acme Inc. said it would close. ¦Staff at Acme Inc. Europe were told.",
    "See No. 5 and p. 12. ¦There is more.",
    "She said no. ¦He said yes.",
    "It was on Jan. 5 in St. Louis. ¦Gov. Brown was there.",
    "He paid the gov. ¦Then he left.",
    'He said: "We will go. ¦We will win." ¦Then he left.',
    '"Will you go?" he asked. ¦"No!" Mary Smith said. ¦Then she left.',
    '"We won." ¦Smith said nothing more.',
    "Yahoo! is here... and it stays. ¦Well... ¦Nobody knows.",
    "He left (it was late. He was tired.) and slept. ¦(He woke early. ¦It rained.) ¦Then he left.",
    "Write to a.b@c.org or see http://x.org/a.b. ¦Thanks.",
    "They met at 10.30 a.m. in Rome. ¦It was 5 p.m. ¦The end.",
    "It ended.¦Then they left.",
    "The first line of a text that was wrapped by a program\nends here. ¦The next.",
    "A headline\n\n¦The body, e.g. this. ¦And this, i.e. that.",
    "CAIRO, Jan. 5 (Reuters) - ¦The king came.",
    "WASHINGTON — ¦The senator spoke",
    "Trump - Kim Summit",
    "The king - who is ill - visited Oman.",
    "He ran 200m in 21.7 secs. ¦Germany came second.",
    "It was built by MS. ¦The approval came.",
]


def marked(text: str) -> str:
    """The text with a sign before every sentence but the first."""
    for at, how in reversed(boundaries(text)):
        if how >= Boundary.LIKELY:
            text = f"{text[:at]}¦{text[at:]}"
    return text


@pytest.mark.parametrize("case", ARABIC)
def test_arabic(case: str) -> None:
    assert marked(case.replace("¦", "")) == case


@pytest.mark.parametrize("case", ENGLISH)
def test_english(case: str) -> None:
    assert marked(case.replace("¦", "")) == case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد. غادر الوزير.", Boundary.CERTAIN),
        ("من هو. غادر الوزير.", Boundary.LIKELY),  # a short word may be an abbreviation
        ("قال «نعم.» وغادر الوزير.", Boundary.LIKELY),  # the quotation may be part of the sentence
        ("لا أعرف... غادر الوزير.", Boundary.POSSIBLE),
        ("فيتامين ك. غادر الوزير.", Boundary.POSSIBLE),
        ("قال د. أحمد.", Boundary.NEVER),
        ("عنوان\n\nنص", Boundary.PARAGRAPH),
        ("Peace came. Nobody knew.", Boundary.CERTAIN),
        ("I like Yahoo! News of it.", Boundary.LIKELY),
        ("It is the UK. Nobody knew.", Boundary.LIKELY),
        ("he came. and left.", Boundary.POSSIBLE),
        ("It was so. [8] Nobody knew.", Boundary.POSSIBLE),
    ],
)
def test_how_sure_a_boundary_is(text: str, expected: Boundary) -> None:
    assert [how for _, how in boundaries(text)] == [expected]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("د", Kind.TITLE),
        ("ود", Kind.TITLE),
        ("أ.د", Kind.TITLE),
        ("ق.م", Kind.ABBREVIATION),
        ("إن.بي.سي", Kind.ABBREVIATION),
        ("س", Kind.INITIAL),
        ("هو", Kind.SHORT),
        ("الوفد", Kind.WORD),
        ("MS", Kind.ABBREVIATION),
        ("Ms", Kind.TITLE),
        ("ill", Kind.WORD),
        ("Ill", Kind.ABBREVIATION),
        ("Wm", Kind.SHORT),
    ],
)
def test_kinds_of_words_before_a_full_stop(word: str, expected: Kind) -> None:
    assert kind(word) is expected


def test_a_headline_is_no_dateline() -> None:
    assert dateline_end("Trump - Kim Summit", 0) is None
    assert dateline_end("Trump - Kim Summit ended in Singapore.", 0) is not None


@given(st.text(alphabet=st.sampled_from('وقال د. !؟…"«»“”()[]\n\t\r -–•aB1٣،:\u200f'), max_size=80))
def test_boundaries_ascend_and_stand_before_characters_of_a_sentence(text: str) -> None:
    places = [at for at, _ in boundaries(text)]
    assert places == sorted(set(places))
    assert all(0 < at < len(text) for at in places)
    assert all(not text[at].isspace() for at, how in boundaries(text) if how > Boundary.NEVER)


@pytest.mark.parametrize("piece", [".", "(", ". »", "! ", '."', "…", "\n", " ", "«", "a.", "د. ", "- ", " – ", "أ.ب"])
def test_no_text_takes_long(piece: str) -> None:
    start = time.perf_counter()
    boundaries(piece * 20_000)
    assert time.perf_counter() - start < 2
