"""The lexicons and cues that extraction reads: both languages have one shape, no word stands twice in a block."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from kg.model import Kind, Stance
from kg.text import fold, is_arabic, strip_marks

DATA = Path(__file__).parents[2] / "kg" / "data"
LANGUAGES = ("ar", "en")
FILES = [(folder, lang) for folder in ("lexicon", "cues") for lang in LANGUAGES]

LEXICON = {
    "posts": None,
    "portfolios": None,
    "honorifics": None,
    "statuses": {
        "former",
        "acting",
        "elect",
        "designate",
        "deposed",
        "outgoing",
        "deputy",
        "incumbent",
        "late",
        "senior",
    },
    "kinds": {kind.value for kind in Kind},
    "government_parts": None,
    "pronouns": None,
    "quantifiers": None,
    "indefinite_sources": None,
}
CUES = {
    "reporting": {stance.value for stance in Stance},
    "reporting_participles": None,
    "according_to": None,
    "media": None,
    "light_verbs": None,
    "planned": {"verbs", "expressions", "adjectives"},
    "possible": None,
    "negated": {"particles", "denied", "cancelled", "failed", "foiled", "refused", "postponed"},
    "hypothetical": {"conditionals", "verbs", "expressions"},
    "occurred": None,
}
SHAPES = {"lexicon": LEXICON, "cues": CUES}
"""Keys of each file; of a block of lists the keys of the lists too, None for a plain list or a mapping of words."""


def path(folder: str, lang: str) -> Path:
    return DATA / folder / f"{lang}.yaml"


def load(folder: str, lang: str) -> dict:
    return yaml.safe_load(path(folder, lang).read_text("utf8"))


def words_of(node: yaml.Node) -> list[yaml.Node]:
    """The scalars of a block that are words, taken from the syntax tree, which keeps keys that are written twice."""
    if isinstance(node, yaml.SequenceNode):
        return node.value
    if all(isinstance(value, yaml.SequenceNode) for _, value in node.value):
        return [word for _, value in node.value for word in value.value]
    return [key for key, _ in node.value]


def blocks(folder: str, lang: str) -> list[tuple[str, list[yaml.Node]]]:
    tree = yaml.compose(path(folder, lang).read_text("utf8"))
    return [(key.value, words_of(value)) for key, value in tree.value]


@pytest.mark.parametrize(("folder", "lang"), FILES)
def test_keys_are_exactly_those_that_extraction_reads(folder: str, lang: str) -> None:
    data = load(folder, lang)
    assert list(data) == list(SHAPES[folder])
    for block, lists in SHAPES[folder].items():
        if lists is not None:
            assert set(data[block]) == lists, block


@pytest.mark.parametrize(("folder", "lang"), FILES)
def test_every_word_is_a_string(folder: str, lang: str) -> None:
    """An unquoted `no` or `on` would load as a truth value."""
    wrong = [
        (block, word.value)
        for block, words in blocks(folder, lang)
        for word in words
        if word.tag != "tag:yaml.org,2002:str"
    ]
    assert wrong == []


@pytest.mark.parametrize(("folder", "lang"), FILES)
def test_no_word_stands_twice_in_a_block(folder: str, lang: str) -> None:
    twice = {
        block: sorted(word for word, times in Counter(fold(word.value) for word in words).items() if times > 1)
        for block, words in blocks(folder, lang)
    }
    assert {block: words for block, words in twice.items() if words} == {}


@pytest.mark.parametrize(("folder", "lang"), FILES)
def test_words_are_bare_and_in_the_script_of_their_language(folder: str, lang: str) -> None:
    for block, words in blocks(folder, lang):
        for word in (node.value for node in words):
            assert strip_marks(word) == word, (block, word)
            assert " ".join(word.split()) == word != "", (block, word)
            assert is_arabic(word) == (lang == "ar"), (block, word)
            assert word == word.lower(), (block, word)


@pytest.mark.parametrize("block", ["posts", "portfolios"])
def test_languages_share_the_names_of_posts_and_portfolios(block: str) -> None:
    """Else the same office would be two in articles of two languages."""
    arabic, english = (set(load("lexicon", lang)[block].values()) for lang in LANGUAGES)
    assert arabic == english
    assert [name for name in arabic if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_enough_posts_and_kinds(lang: str) -> None:
    lexicon = load("lexicon", lang)
    assert len(lexicon["posts"]) >= 120
    few = {"state", "office", "other"}
    assert [kind for kind, words in lexicon["kinds"].items() if len(words) < (15 if kind in few else 60)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_quantifiers_are_numbers_or_null(lang: str) -> None:
    quantifiers = load("lexicon", lang)["quantifiers"]
    assert {type(value) for value in quantifiers.values()} == {int, type(None)}
    assert set(range(1, 21)) <= set(quantifiers.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pronouns_have_class_gender_and_number(lang: str) -> None:
    form = re.compile(
        r"(personal|first|second|demonstrative|relative|reflexive|reciprocal)"
        r" (masculine|feminine|neuter|any) (singular|dual|plural|any)"
    )
    pronouns = load("lexicon", lang)["pronouns"]
    assert [word for word, value in pronouns.items() if not form.fullmatch(value)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_light_verbs_say_how_their_subject_takes_part(lang: str) -> None:
    assert set(load("cues", lang)["light_verbs"].values()) == {"does", "undergoes", "event_subject"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_participles_stand_for_verbs_of_reporting(lang: str) -> None:
    cues = load("cues", lang)
    verbs = {verb for words in cues["reporting"].values() for verb in words}
    assert [word for word, verb in cues["reporting_participles"].items() if verb not in verbs] == []


@pytest.mark.parametrize(
    ("folder", "lang", "block", "word", "value"),
    [
        ("lexicon", "ar", "posts", "ولي العهد", "crown-prince"),
        ("lexicon", "en", "posts", "crown prince", "crown-prince"),
        ("lexicon", "ar", "posts", "وزراء", "minister"),
        ("lexicon", "ar", "portfolios", "خارجية", "foreign-affairs"),
        ("lexicon", "en", "quantifiers", "dozens", None),
        ("lexicon", "ar", "quantifiers", "آلاف", None),
        ("cues", "ar", "reporting_participles", "مشيرا", "أشار"),
        ("cues", "ar", "light_verbs", "تعرض ل", "undergoes"),
        ("cues", "en", "light_verbs", "take place", "event_subject"),
    ],
)
def test_words_that_news_cannot_do_without(folder: str, lang: str, block: str, word: str, value: str | None) -> None:
    assert load(folder, lang)[block].get(word, "missing") == value


@pytest.mark.parametrize(
    ("folder", "lang", "block", "name", "word"),
    [
        ("lexicon", "ar", "kinds", "group", "متظاهرون"),
        ("lexicon", "en", "kinds", "group", "protester"),
        ("lexicon", "ar", "kinds", "organization", "قوات"),
        ("lexicon", "ar", "kinds", "person", "طفل"),
        ("lexicon", "ar", "kinds", "group", "أطفال"),
        ("cues", "ar", "reporting", "asserts", "أعلن"),
        ("cues", "en", "reporting", "distances", "claim"),
        ("cues", "ar", "negated", "denied", "نفى"),
        ("cues", "en", "negated", "particles", "no"),
        ("cues", "ar", "hypothetical", "verbs", "دعا"),
    ],
)
def test_words_stand_in_their_list(folder: str, lang: str, block: str, name: str, word: str) -> None:
    assert word in load(folder, lang)[block][name]


@pytest.mark.parametrize("word", ["إن", "ما", "بين"])
def test_arabic_cues_leave_out_words_that_fold_into_more_frequent_ones(word: str) -> None:
    everywhere = {fold(node.value) for _, words in blocks("cues", "ar") for node in words}
    assert fold(word) not in everywhere
