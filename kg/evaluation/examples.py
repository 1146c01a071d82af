"""Runs the examples of a frame: the claims of its type that a text must make, and none beyond."""

from kg.extraction import Extractor
from kg.model import Article, Claim, Extraction
from kg.ontology import EventType, Example, ExpectedClaim


def check_example(event_type: EventType, example: Example, extractor: Extractor) -> tuple[str, ...]:
    """What the reader gets wrong in an example, one line each; () when it holds."""
    article = Article("example", example.lang, example.date.isoformat(), "", example.text)
    extraction = extractor.extract(article)
    claims = [c for c in extraction.claims if c.type == event_type.name]
    faults: list[str] = []
    for expected in example.claims:
        claim = next((c for c in claims if _triggered(c, expected, article)), None)
        if claim is None:
            faults.append(f"no claim at '{expected.trigger}'")
            continue
        claims.remove(claim)
        faults += _compare(claim, expected, article, extraction)
    faults += [f"a claim that is not expected, at '{_trigger(c, article)}'" for c in claims]
    return tuple(faults)


def _trigger(claim: Claim, article: Article) -> str:
    return article.text[claim.triggers[0].start : claim.triggers[0].end]


def _triggered(claim: Claim, expected: ExpectedClaim, article: Article) -> bool:
    for span in claim.triggers:
        text = article.text[span.start : span.end]
        if text in expected.trigger or expected.trigger in text:
            return True
    return False


def _compare(claim: Claim, expected: ExpectedClaim, article: Article, extraction: Extraction) -> list[str]:
    faults = []
    if expected.factuality is not None and claim.factuality is not expected.factuality:
        faults.append(f"factuality is {claim.factuality}, not {expected.factuality}")
    day = claim.time.iso if claim.time is not None else None
    if expected.date is not None and day != expected.date:
        faults.append(f"date is {day}, not {expected.date}")
    if expected.source is not None and not _is_source(claim, expected.source, article, extraction):
        said = extraction.actor(claim.speaker).name if claim.speaker else "the article"
        faults.append(f"source is {said}, not {expected.source or 'the article'}")
    return faults + _compare_roles(claim, expected, article, extraction)


def _compare_roles(claim: Claim, expected: ExpectedClaim, article: Article, extraction: Extraction) -> list[str]:
    faults = []
    for role, texts in expected.roles.items():
        actors = [a.actor for a in claim.arguments if a.role == role]
        for text in texts:
            hit = next((a for a in actors if _mentioned(a, text, article, extraction)), None)
            if hit is None:
                faults.append(f"{role} lacks '{text}'")
            else:
                actors.remove(hit)
        faults += [f"{role} has '{extraction.actor(a).name}' beyond" for a in actors]
    named = set(expected.roles)
    extra = sorted({a.role for a in claim.arguments} - named)
    return faults + [
        f"{role} is filled by '{_names(claim, role, extraction)}', which is not expected" for role in extra
    ]


def _names(claim: Claim, role: str, extraction: Extraction) -> str:
    return "', '".join(extraction.actor(a.actor).name for a in claim.arguments if a.role == role)


def _is_source(claim: Claim, source: str, article: Article, extraction: Extraction) -> bool:
    if not source:
        return claim.speaker is None
    return claim.speaker is not None and _mentioned(claim.speaker, source, article, extraction)


def _mentioned(actor: str, text: str, article: Article, extraction: Extraction) -> bool:
    """Whether a mention of the actor contains the text or is contained in it."""
    mentions = [article.text[m.start : m.end] for m in extraction.actor(actor).mentions]
    return any(text in mention or mention in text for mention in mentions)
