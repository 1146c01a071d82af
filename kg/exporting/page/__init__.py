"""Writes `graph.html`: one file that shows a graph in a browser, with the network off, in Arabic and in English."""

import base64
import hashlib
import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.exporting.page.content import LANGUAGES, Content, type_label
from kg.exporting.page.drawing import draw
from kg.exporting.page.projection import BUDGET, Projection, project

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

__all__ = ["render_page", "write_page"]

SCRIPTS = ("fold.js", "words.js", "picture.js", "filters.js", "panel.js", "page.js")
LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
_ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def write_page(graph: "KnowledgeGraph", path: Path, *, language: str = "en", budget: int = BUDGET) -> None:
    """Writes the page of a graph to a file, for a browser that opens in `language`; raises `OSError`."""
    path.write_text(render_page(graph, language=language, budget=budget), encoding="utf8", newline="\n")


def render_page(graph: "KnowledgeGraph", *, language: str = "en", budget: int = BUDGET) -> str:
    """The page as text: the same for the same graph. At most `budget` nodes are drawn; the page says of how many."""
    library, script, css = _library(), "\n".join(_asset(name) for name in SCRIPTS), _asset("page.css")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(_asset("template.html"))
    return (
        template.render(
            language=language,
            direction="rtl" if language == "ar" else "ltr",
            words=_words()[language],
            policy=_policy((library, script), css),
            library=Markup(library),
            script=Markup(script),
            css=Markup(css),
            data=Markup(_json(page_data(graph, budget=budget))),
        )
        + "\n"
    )


def page_data(graph: "KnowledgeGraph", *, budget: int = BUDGET) -> dict[str, Any]:
    """All that the page shows, as JSON values: the picture, the panels, the words of both languages, the style."""
    projection, words, style = project(graph, budget=budget), _words(), yaml.safe_load(_asset("style.yaml"))
    content = Content(graph, projection)
    return {
        **draw(projection, graph, style=style, words=words),
        "things": {event.id: content.event(event) for event in projection.events}
        | {actor.id: content.actor(actor) for actor in projection.actors},
        "names": content.mentioned(),
        "articles": content.sources(),
        "contradictions": content.contradictions(),
        "types": _types(graph, projection),
        "total": list(projection.total),
        "words": words,
        "style": {name: style[name] for name in ("quads", "kinds", "actor", "statuses", "face")},
    }


def _types(graph: "KnowledgeGraph", projection: Projection) -> dict[str, Any]:
    """The event types that are drawn: their names, their roles' names, their quad class."""
    found: dict[str, Any] = {}
    for name in sorted({event.type for event in projection.events}):
        known = graph.ontology.types.get(name)
        roles = (
            {role.name: {lang: role.label[lang] for lang in LANGUAGES} for role in known.roles.values()}
            if known
            else {}
        )
        found[name] = {
            "label": type_label(name, graph),
            "quad": known.quad if known else "verbal-cooperation",
            "roles": roles,
        }
    return found


def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text(encoding="utf8")


def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = yaml.safe_load(_asset("words.yaml"))
    return words


def _library() -> str:
    """vis-network as the installed pyvis carries it, on whose licence (MIT or Apache-2.0) its first lines inform."""
    text = (files("pyvis") / LIBRARY).read_text(encoding="utf8")
    return text.partition("//# sourceMappingURL")[0].strip()


def _json(data: Any) -> str:
    """JSON that ends no script element, whatever the labels say."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _policy(scripts: tuple[str, ...], css: str) -> str:
    """The content security policy: nothing but these very scripts and styles, nothing from the network."""
    allowed = " ".join(_source(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_source(css)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf8')).digest()).decode('ascii')}'"
