"""kg frames: the event types and how they are known in text, for people who write frame files."""

import itertools
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Options, common, pass_options
from kg.cli.talk import one_line
from kg.errors import ArticleError, FrameError

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.extraction import Extractor
    from kg.ontology import EventType, Ontology, Pattern

SOME_DAY = date(2025, 6, 16)
"""The day on which a sentence is read when none is said: a Monday."""


@click.group()
@common
def frames() -> None:
    """The event types: list and show them, check frame files, try a sentence.

    docs/frames.md teaches how to write one.
    """


@frames.command("list")
@common
@pass_options
def list_types(options: Options) -> None:
    """List the event types, one a line: name, quad class, roles, labels in both languages."""
    types = _ontology(options).types.values()
    rows = [(t.name, t.quad, ", ".join(t.roles), t.label["en"], t.label["ar"]) for t in types]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:{width}}" for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


@frames.command()
@click.argument("name", metavar="TYPE")
@common
@pass_options
def show(options: Options, name: str) -> None:
    """Show one event type: what it means, its roles and modes, and every pattern with the line it is written in."""
    for line in _shown(_type(_ontology(options), name)):
        click.echo(line)


@frames.command()
@click.argument("names", nargs=-1, metavar="[TYPE]...")
@common
@pass_options
@click.pass_context
def check(context: click.Context, options: Options, names: tuple[str, ...]) -> None:
    """Check frame files: that they are well-formed, and that each example gives the claims it should, and no others.

    Without TYPE all of them, those of the settings too. Exit code 1 when an example does not hold.
    """
    from kg.evaluation.examples import check_example

    ontology = _ontology(options)
    types = [_type(ontology, name) for name in names] or list(ontology.types.values())
    extractor = _extractor(options, ontology)
    held = done = 0
    for event_type, example in ((t, e) for t in types for e in t.examples):
        faults = check_example(event_type, example, extractor)
        done += 1
        held += not faults
        if faults:
            click.echo(f"{example.where}: {one_line(example.text)}")
            for fault in faults:
                click.echo(f"    {one_line(fault)}")
    if not options.quiet:
        click.echo(f"{held} of {done} examples hold", err=True)
    if held < done:
        context.exit(1)


@frames.command("try")
@click.argument("sentence")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help=f"When it was written. Default: {SOME_DAY}.",
)
@common
@pass_options
def try_sentence(options: Options, sentence: str, day: datetime | None) -> None:
    """Show how SENTENCE is read: each word with its lemma and its place in the tree, then every claim and why."""
    from kg.cli.explanation import as_text
    from kg.language import load
    from kg.model import Article
    from kg.text import is_arabic

    if not any(map(str.isalnum, sentence)):
        raise ArticleError("has no words", where="the sentence")
    ontology, lang = _ontology(options), "ar" if is_arabic(sentence) else "en"
    written = day.date() if day else SOME_DAY
    article = Article("sentence", lang, written.isoformat(), "", sentence)
    doc = load(lang, options.settings().pack)(sentence)
    click.echo("\n".join(_words(doc)))
    found = _extractor(options, ontology).read(article, doc)
    click.echo(as_text(article, found, isolate=sys.stdout.isatty()), nl=False)


def _ontology(options: Options) -> "Ontology":
    from kg.ontology import load_ontology

    return load_ontology(options.settings().frames)


def _extractor(options: Options, ontology: "Ontology") -> "Extractor":
    from kg.extraction import Extractor
    from kg.gazetteer import load_gazetteer

    settings = options.settings()
    return Extractor(ontology, load_gazetteer(settings.gazetteers), pack=settings.pack)


def _type(ontology: "Ontology", name: str) -> "EventType":
    known = {found.lower(): found for found in ontology.types}
    if name.lower() not in known:
        raise FrameError(f"there is no event type '{name}'", advice=f"known: {', '.join(ontology.types)}")
    return ontology.types[known[name.lower()]]


def _shown(event_type: "EventType") -> Iterator[str]:
    yield f"{event_type.name}: {event_type.label['en']}, {event_type.label['ar']} ({event_type.quad})"
    yield f"  {event_type.definition['en']}"
    yield f"  {event_type.definition['ar']}"
    yield f"  written in {Path(event_type.where.rpartition(':')[0]).name}"
    yield "roles"
    for role in event_type.roles.values():
        kinds = ", ".join(sorted(role.kinds))
        notes = [kinds, *([role.side] if role.side else []), *(["many"] if role.many else [])]
        yield f"  {role.name} ({role.label['en']}, {role.label['ar']}): {'; '.join(notes)}"
    if event_type.modes:
        yield f"modes: {', '.join(event_type.modes)}"
    for lang, patterns in event_type.patterns.items():
        yield f"patterns, {lang}"
        yield from itertools.chain.from_iterable(map(_pattern, patterns))
    held = sum(bool(example.claims) for example in event_type.examples)
    yield f"examples: {len(event_type.examples)}, of which {len(event_type.examples) - held} must not fire"


def _pattern(pattern: "Pattern") -> Iterator[str]:
    words = ", ".join(" ".join(word) for word in pattern.words)
    mode = f" ({pattern.mode})" if pattern.mode else ""
    yield f"  {pattern.where.rpartition(':')[2]:>4}  {pattern.part} {words}{mode}"
    slots = [f"{slot.function}: {'|'.join(slot.roles)}" for slot in pattern.slots]
    needs = [f"needs {'|'.join(need)}" for need in pattern.needs]
    if slots or needs:
        yield f"        {'; '.join([*slots, *needs])}"


def _words(doc: "Doc") -> list[str]:
    """The words of a sentence in columns: number, word, lemma, part of speech, relation, number of the head, entity."""
    rows: list[Sequence[str]] = [
        (str(t.i), t.text, t.lemma_, t.pos_, t.dep_, str(t.head.i), t.ent_type_) for t in doc if not t.is_space
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
    return ["  ".join(f"{cell:{w}}" for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows] + [""]
