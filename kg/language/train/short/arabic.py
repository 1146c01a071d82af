"""Short Arabic sentences of news, built by rule from words of our own, in the style of PADT.

Treebanks hold few of them: «هاجم الجيش الميناء» has no word that helps a reader who knows long sentences only.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from random import Random
from typing import NamedTuple

from kg.language.train.short import words
from kg.language.train.short.trees import Part, Tree


class Verb(NamedTuple):
    """Third person forms, the lemma, and what follows: "-" nothing, "p" place, "h" human, "t" thing, or a preposition
    and one of them.
    """

    past: str
    past_feminine: str
    present: str
    present_feminine: str
    lemma: str
    takes: str


class Noun(NamedTuple):
    """Forms without and with article, its feminine or masculine gender, and its number."""

    bare: str
    definite: str
    lemma: str
    gender: str
    number: str = "Sing"


def _rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def _nouns(table: str) -> list[Noun]:
    genders = {"m": "Masc", "f": "Fem"}
    return [Noun(row[0], row[1], row[2], genders[row[3]], *row[4:]) for row in _rows(table)]


@cache
def _verbs() -> list[Verb]:
    return [Verb(*row) for row in _rows(words.VERBS)]


class Phrase(NamedTuple):
    """A noun phrase and what agrees with it."""

    tree: Tree
    gender: str


class Writer:
    """Writes sentences by chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._groups, self._people = _nouns(words.GROUPS), _nouns(words.PEOPLE)
        self._sites, self._things = _nouns(words.SITES), _nouns(words.THINGS)

    def sentence(self) -> Tree:
        """One sentence, with its full stop or without."""
        kinds = (self._told, self._headline, self._said, self._passive, self._counted, self._rite)
        found: Tree = self._chance.choices(kinds, (9, 3, 3, 2, 2, 1))[0]()
        return _ended(found) if self._chance.random() < 0.6 else found

    # -- clauses

    def _told(self) -> Tree:
        """A verb, its subject and the rest: «هاجم الجيش الميناء أمس»."""
        return self._clause(
            inverted=False, tense=self._chance.choice(["past", "past", "past", "present", "future", "never"])
        )

    def _headline(self) -> Tree:
        """The subject first: «الجيش يهاجم الميناء»."""
        return self._clause(inverted=True, tense=self._chance.choice(["present", "present", "past", "future"]))

    def _said(self) -> Tree:
        """A clause that somebody says: «قال الوزير إن الجيش سيهاجم الميناء»."""
        past, feminine, particle, lemma = self._chance.choice(words.SAYING.strip().split("\n")).split()
        speaker = self._speaker()
        verb = _perfect(past, feminine, lemma, speaker.gender)
        inner = self._clause(inverted=True, tense=self._chance.choice(["past", "present", "future"]))
        mark = Tree(particle, particle, "SCONJ")
        return verb.followed(("nsubj", _case(speaker.tree, "Nom")), ("ccomp", inner.led(("mark", mark))))

    def _passive(self) -> Tree:
        """«قتل ثلاثة جنود في هجوم», «اعتقل الناشط»."""
        past, feminine, lemma = self._chance.choice(
            [
                "قتل قتلت قتل",
                "أصيب أصيبت أصاب",
                "اعتقل اعتقلت اعتقل",
                "خطف خطفت خطف",
                "انتخب انتخبت انتخب",
                "جرح جرحت جرح",
            ]
        ).split()
        counted = self._chance.random() < 0.5
        who = Phrase(self._number(), "Masc") if counted else self._person()
        verb = _perfect(past, feminine, lemma, who.gender).with_features(Voice="Pass")
        return verb.followed(("nsubj:pass", _case(who.tree, "Nom")), *self._circumstances(blow=True))

    def _counted(self) -> Tree:
        """«مقتل 12 شخصا في انفجار في بغداد»."""
        form = self._chance.choice(words.HARM.split())
        head = Tree(form, form, "NOUN", "Case=Nom|Definite=Cons|Number=Sing")
        return head.followed(("nummod", self._number()), *self._circumstances(blow=True, noun=True))

    def _rite(self) -> Tree:
        """«زيارة الوزير المصري إلى بيروت»."""
        form = self._chance.choice(words.RITES.split())
        lemma = "محادثة" if form == "محادثات" else "مباحثة" if form == "مباحثات" else form
        number = "Plur" if form.endswith("ات") else "Sing"
        head = Tree(form, lemma, "NOUN", f"Case=Nom|Definite=Cons|Number={number}")
        where = self._prepositional(self._chance.choice(["في", "إلى"]), self._place().tree)
        return head.followed(("nmod", _case(self._person().tree, "Gen")), ("nmod", where))

    def _clause(self, *, inverted: bool, tense: str) -> Tree:
        verb = self._chance.choice(_verbs())
        subject = self._person() if verb.takes == "-" and self._chance.random() < 0.7 else self._actor()
        word = self._inflected(verb, subject.gender, tense)
        rest: list[Part] = []
        if verb.takes != "-":
            preposition, _, kind = verb.takes.rpartition("+")
            other = {"p": self._place, "h": self._actor, "t": self._thing}[kind]().tree
            if preposition:
                rest.append(("obl:arg", self._prepositional(preposition, other)))
            else:
                rest.append(("obj", _case(other, "Acc")))
        rest += self._circumstances(blow=False)
        actor = ("nsubj", _case(subject.tree, "Nom"))
        if inverted:
            return word.led(actor).followed(*rest)
        if rest and rest[0][0] == "obl:arg" and self._chance.random() < 0.1:
            return word.followed(rest[0], actor, *rest[1:])
        return word.followed(actor, *rest)

    def _inflected(self, verb: Verb, gender: str, tense: str) -> Tree:
        if tense == "past":
            return _perfect(verb.past, verb.past_feminine, verb.lemma, gender)
        form = verb.present if gender == "Masc" else verb.present_feminine
        mood = "Sub" if tense == "never" else "Ind"
        features = f"Aspect=Imp|Gender={gender}|Mood={mood}|Number=Sing|Person=3|VerbForm=Fin|Voice=Act"
        word = Tree(form, verb.lemma, "VERB", features)
        if tense == "future":
            if self._chance.random() < 0.3:
                return word.led(("aux", Tree("سوف", "سوف", "AUX")))
            return word.led(("aux", Tree("س", "س", "AUX", glued=True)))
        return word.led(("advmod", Tree("لن", "لن", "PART"))) if tense == "never" else word

    # -- phrases

    def _actor(self) -> Phrase:
        makes = [self._group, self._chain, self._person, self._state]
        found: Phrase = self._chance.choices(makes, [5, 3, 6, 2])[0]()
        if self._chance.random() < 0.1:
            other: Phrase = self._chance.choices(makes, [5, 3, 6, 2])[0]()
            joined = other.tree.led(("cc", Tree("و", "و", "CCONJ", glued=True)))
            return Phrase(found.tree.followed(("conj", joined)), found.gender)
        return found

    def _speaker(self) -> Phrase:
        return self._chance.choices([self._person, self._group], [3, 1])[0]()

    def _person(self) -> Phrase:
        makes = [self._office, self._holder, self._name]
        return self._chance.choices(makes, [4, 3, 2])[0]()

    def _group(self) -> Phrase:
        return self._described(self._chance.choice(self._groups), share=0.45)

    def _holder(self) -> Phrase:
        noun = self._chance.choice(self._people)
        found = self._described(noun, share=0.5)
        if self._chance.random() < 0.4:
            return Phrase(found.tree.followed(("nmod", self._full_name())), found.gender)
        return found

    def _office(self) -> Phrase:
        form, second, lemma, number = self._chance.choice(_rows(words.OFFICES))
        genitive = Tree(second, lemma, "NOUN", f"Case=Gen|Definite=Def|Number={number}")
        head = Tree(form, form, "NOUN", "Case=Nom|Definite=Cons|Number=Sing").followed(("nmod", genitive))
        if self._chance.random() < 0.5:
            head = head.followed(("amod", self._nation("Masc")))
        if self._chance.random() < 0.5:
            head = head.followed(("nmod", self._full_name()))
        return Phrase(head, "Masc")

    def _chain(self) -> Phrase:
        form, second, lemma, gender, number, head_lemma = self._chance.choice(_rows(words.CHAINS))
        genitive = Tree(second, lemma, "NOUN", f"Case=Gen|Definite=Def|Number={number}")
        of_head = "Plur" if form == "قوات" else "Sing"
        head = Tree(form, head_lemma, "NOUN", f"Case=Nom|Definite=Cons|Number={of_head}").followed(("nmod", genitive))
        sex = {"m": "Masc", "f": "Fem"}[gender]
        if self._chance.random() < 0.35:
            head = head.followed(("amod", self._nation(sex)))
        return Phrase(head, sex)

    def _state(self) -> Phrase:
        name = self._chance.choice(words.STATES.split())
        return Phrase(
            _name(name), "Masc" if name in ("لبنان", "الأردن", "العراق", "المغرب", "السودان", "اليمن") else "Fem"
        )

    def _name(self) -> Phrase:
        return Phrase(self._full_name(), "Masc")

    def _full_name(self) -> Tree:
        last = _name(self._chance.choice(words.LAST.split()))
        return (
            last.led(("nmod", _name(self._chance.choice(words.FIRST.split()))))
            if self._chance.random() < 0.75
            else last
        )

    def _place(self) -> Phrase:
        roll = self._chance.random()
        if roll < 0.4:
            return Phrase(_name(self._chance.choice((words.PLACES + " " + words.STATES).split())), "Fem")
        noun = self._chance.choice(self._sites)
        if roll < 0.65:
            head = Tree(noun.bare, noun.lemma, "NOUN", "Case=Nom|Definite=Cons|Number=Sing")
            return Phrase(head.followed(("nmod", _name(self._chance.choice(words.PLACES.split())))), noun.gender)
        if roll < 0.75:
            head = Tree(noun.bare, noun.lemma, "NOUN", "Case=Nom|Definite=Cons|Number=Sing")
            return Phrase(head.followed(("nmod", _case(self._group().tree, "Gen"))), noun.gender)
        return self._described(noun, share=0.3)

    def _thing(self) -> Phrase:
        roll = self._chance.random()
        if roll < 0.25:
            form, second, lemma = self._chance.choice(_rows(words.DEALS))
            genitive = Tree(second, lemma, "NOUN", "Case=Gen|Definite=Ind|Number=Sing")
            head = Tree(form, form, "NOUN", "Case=Nom|Definite=Cons|Number=Sing").followed(("nmod", genitive))
            if self._chance.random() < 0.4:
                head = head.followed(("nmod", self._prepositional("مع", self._actor().tree)))
            return Phrase(head, "Masc")
        noun = self._chance.choice(self._things)
        if roll < 0.4:
            head = Tree(noun.bare, noun.lemma, "NOUN", f"Case=Nom|Definite=Cons|Number={noun.number}")
            return Phrase(head.followed(("nmod", _case(self._group().tree, "Gen"))), noun.gender)
        return self._described(noun, share=0.4)

    def _described(self, noun: Noun, *, share: float) -> Phrase:
        """A noun with its article, and a nation with that share."""
        tree = Tree(noun.definite, noun.lemma, "NOUN", f"Case=Nom|Definite=Def|Number={noun.number}")
        if self._chance.random() < share:
            tree = tree.followed(("amod", self._nation(noun.gender)))
        return Phrase(tree, noun.gender)

    def _nation(self, gender: str) -> Tree:
        stem = self._chance.choice(words.NATIONS.split())
        form = f"ال{stem}ة" if gender == "Fem" else f"ال{stem}"
        return Tree(form, stem, "ADJ", f"Case=Nom|Definite=Def|Gender={gender}|Number=Sing")

    def _number(self) -> Tree:
        singular, accusative, plural = self._chance.choice(words.VICTIMS.strip().split("\n")).split()
        values = {"ثلاثة": 3, "أربعة": 4, "خمسة": 5, "ستة": 6, "سبعة": 7, "ثمانية": 8, "تسعة": 9, "عشرة": 10}
        if self._chance.random() < 0.35:
            form = self._chance.choice(list(values))
            features = f"Case=Gen|Definite=Cons|Gender=Masc|NumForm=Word|NumValue={values[form]}"
            number = Tree(form, form, "NUM", features if values[form] < 10 else "NumForm=Word")
            counted = Tree(plural, singular, "NOUN", "Case=Gen|Definite=Ind|Number=Plur")
        else:
            value = self._chance.choice([3, 4, 5, 7, 8, 11, 12, 15, 18, 20, 23, 30, 45, 60, 90])
            number = Tree(str(value), str(value), "NUM", "NumForm=Digit")
            few = value < 11
            counted = Tree(
                plural if few else accusative,
                singular,
                "NOUN",
                "Case=Gen|Definite=Ind|Number=Plur" if few else "Case=Acc|Definite=Ind|Number=Sing",
            )
        return number.followed(("nmod", counted))

    def _prepositional(self, preposition: str, tree: Tree) -> Tree:
        features = "AdpType=Prep|Case=Acc" if preposition in ("مع", "بعد", "خلال") else "AdpType=Prep"
        word = Tree(preposition, preposition, "ADP", features, glued=preposition == "ب")
        return _case(tree, "Gen").led(("case", word))

    def _circumstances(self, *, blow: bool, noun: bool = False) -> list[Part]:
        relation = "nmod" if noun else "obl"
        found: list[Part] = []
        if blow and self._chance.random() < 0.6:
            form = self._chance.choice(words.BLOWS.split())
            number = "Plur" if form == "اشتباكات" else "Sing"
            lemma = "اشتباك" if form == "اشتباكات" else form
            cause = Tree(form, lemma, "NOUN", f"Case=Gen|Definite=Ind|Number={number}")
            found.append((relation, self._prepositional("في", cause)))
        if self._chance.random() < (0.5 if blow else 0.2):
            found.append((relation, self._prepositional("في", _name(self._chance.choice(words.PLACES.split())))))
        if self._chance.random() < 0.3 and not noun:
            found.append(self._when())
        return found

    def _when(self) -> Part:
        roll = self._chance.random()
        if roll < 0.25:
            return "advmod", Tree("أمس", "أمس", "ADV")
        if roll < 0.4:
            return "obl", Tree("اليوم", "يوم", "NOUN", "Case=Acc|Definite=Def|Number=Sing")
        day = self._chance.choice(words.DAYS.split())
        lemma = day if day == "الاثنين" else day.removeprefix("ال")
        name = Tree(day, "اثنان" if day == "الاثنين" else lemma, "NOUN", "Case=Gen|Definite=Def|Number=Sing")
        if roll < 0.55:
            return "obl", name.with_features(Case="Acc")
        head = Tree("يوم", "يوم", "NOUN", "Case=Acc|Definite=Cons|Number=Sing")
        if roll < 0.8:
            if self._chance.random() < 0.5:
                past = self._chance.random() < 0.6
                form, of = ("الماضي", "ماضي") if past else ("المقبل", "مقبل")
                name = name.followed(("amod", Tree(form, of, "ADJ", "Case=Gen|Definite=Def|Gender=Masc|Number=Sing")))
            return "obl", head.followed(("nmod", name))
        month = self._chance.choice(words.MONTHS.split())
        date = str(self._chance.randint(1, 30))
        number = Tree(date, date, "NUM", "NumForm=Digit")
        number = number.followed(("nmod", Tree(month, month, "NOUN", "Case=Gen|Definite=Ind|Number=Sing")))
        return "obl", number.led(("case", Tree("في", "في", "ADP", "AdpType=Prep")))


def _name(form: str) -> Tree:
    return Tree(form, form, "PROPN")


def _perfect(past: str, feminine: str, lemma: str, gender: str) -> Tree:
    form = past if gender == "Masc" else feminine
    return Tree(form, lemma, "VERB", f"Aspect=Perf|Gender={gender}|Number=Sing|Person=3|Voice=Act")


def _case(tree: Tree, case: str) -> Tree:
    """A phrase in a case, its adjectives with it."""
    parts = tuple((of, _case(part, case) if of == "amod" else part) for of, part in tree.after)
    tree = replace(tree, after=parts)
    return tree.with_features(Case=case) if "Case=" in tree.features else tree


def _ended(tree: Tree) -> Tree:
    """The sentence with a full stop glued to its last word."""
    return _glued(tree).followed(("punct", Tree(".", ".", "PUNCT")))


def _glued(tree: Tree) -> Tree:
    """The same with its last word glued to what follows."""
    if not tree.after:
        return replace(tree, glued=True)
    relation, last = tree.after[-1]
    return replace(tree, after=(*tree.after[:-1], (relation, _glued(last))))


def sentences(count: int, seed: int) -> Sequence[Tree]:
    """So many sentences, the same for the same seed."""
    writer = Writer(Random(seed))
    return [writer.sentence() for _ in range(count)]
