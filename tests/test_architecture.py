"""Which part may import which: ARCHITECTURE.md draws it, this holds it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
FREE = ["errors", "model", "text", "normal", "resources", "dates", "grammar", "settings", "ontology", "gazetteer"]
"""What everything may import; each of them only those before it."""
STAGES = [
    {"reading"},
    {"language"},
    {"extraction"},
    {"resolution"},
    {"graph"},
    {"exporting"},
    {"engines"},
    {"serving", "evaluation"},
    {"cli"},
]
EXCEPTIONS = {("graph", "exporting")}
"""A graph writes itself to a folder: it fetches the formats when it does."""


def part(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """The parts of kg that a module imports, anywhere in it, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by full name"
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "kg" else [node.module or ""]
            )
        yield from ((part(name), node.lineno) for name in names if name.partition(".")[0] == "kg" and part(name))


def rank(name: str) -> int:
    return next((number for number, stage in enumerate(STAGES) if name in stage), -1)


def may_import(importer: str, imported: str) -> bool:
    if importer == imported or not importer:
        return True
    if imported in FREE:
        return importer not in FREE or FREE.index(imported) < FREE.index(importer)
    return importer not in FREE and 0 <= rank(imported) < rank(importer)


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "_ontology" not in path.parts)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_only_leftwards(path):
    inside = path.relative_to(PACKAGE)
    importer = "" if inside.name == "__init__.py" and len(inside.parts) == 1 else inside.with_suffix("").parts[0]
    wrong = [
        f"{path}:{line}: {importer} may not import {imported}"
        for imported, line in imports(path)
        if imported != "__version__" and not may_import(importer, imported) and (importer, imported) not in EXCEPTIONS
    ]
    assert not wrong


def test_every_part_has_its_place():
    """A new top-level module is put into the order, or this fails."""
    parts = {path.relative_to(PACKAGE).with_suffix("").parts[0] for path in modules()} - {"__init__"}
    assert parts <= set(FREE).union(*STAGES)


def test_a_module_has_at_most_450_lines():
    long = {
        path.name: count for path in modules() if (count := len(path.read_text(encoding="utf8").splitlines())) > 450
    }
    assert not long


def test_the_public_names_are_those_listed():
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf8"))
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    assert {name for name in defined if not name.startswith("_")} | {"__version__"} == set(kg.__all__)
    assert kg.__all__ == sorted(kg.__all__)


def test_import_is_quick_because_it_fetches_nothing_heavy():
    heavy = [
        "spacy",
        "rdflib",
        "pyoxigraph",
        "networkx",
        "numpy",
        "click",
        "yaml",
        "kg.extraction",
        "kg.graph",
        "kg.reading",
    ]
    code = f"import kg, sys; print(*[name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert done.stdout.strip() == ""
