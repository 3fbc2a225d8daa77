"""The code keeps to the one direction that CONTRIBUTING.md draws."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import factlint

ROOT = Path(factlint.__file__).parent
ORDER = (
    "errors", "jsonrecords", "regex", "resources", "dates", "text", "document", "kb", "annotate", "linking",
    "claims", "crossing", "rulekit", "checks", "engine", "archive", "report", "api", "testing", "cli",
)  # fmt: skip
BESIDE = {"kbbuild": {"errors", "dates", "kb", "kbbuild"}}
MODULES = sorted(ROOT.rglob("*.py"))
KB_COMMANDS = set((ROOT / "cli").glob("kb*.py"))


def imports(path: Path) -> Iterator[str]:
    """The absolute names of all modules that a module imports, anywhere in it."""
    package = (factlint.__name__, *path.relative_to(ROOT).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            name = ".".join((*base, *([node.module] if node.module else [])))
            yield name
            yield from (f"{name}.{alias.name}" for alias in node.names)


def layer(path: Path) -> str:
    """The part of factlint that a module belongs to."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def layers_imported(path: Path) -> set[str]:
    """The parts of factlint that a module imports from."""
    known = {*ORDER, *BESIDE}
    names = (name.split(".") for name in imports(path))
    return {parts[1] for parts in names if parts[0] == "factlint" and len(parts) > 1 and parts[1] in known}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    here = layer(path)
    if here in {"__init__", "__main__"}:
        return
    if here in BESIDE:
        allowed = BESIDE[here]
    else:
        allowed = set(ORDER[: ORDER.index(here) + 1])
        if path in KB_COMMANDS:
            allowed |= {"kbbuild"}
    assert layers_imported(path) <= allowed


def test_every_part_has_its_place() -> None:
    parts = {layer(path) for path in MODULES} - {"__init__", "__main__"}
    assert parts <= {*ORDER, *BESIDE}


@pytest.mark.parametrize(
    ("library", "importers"),
    [
        ("spacy", {"annotate/nlp.py"}),
        ("qwikidata", {"kbbuild"}),
        ("requests", {"kbbuild"}),
        ("click", {"cli"}),
    ],
)
def test_libraries_have_one_importer(library: str, importers: set[str]) -> None:
    for path in MODULES:
        if any(name.split(".")[0] == library for name in imports(path)):
            inside = path.relative_to(ROOT).as_posix()
            assert any(inside == importer or inside.startswith(f"{importer}/") for importer in importers), (
                inside
            )


def test_modules_stay_small() -> None:
    long = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES
    }
    assert {name: lines for name, lines in long.items() if lines > 400} == {}
