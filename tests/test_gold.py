"""The gold set of names: its marks stand for people of the snapshot, and its articles are right copy."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from annotated import differences
from claim_articles import snapshot

from factlint.api import check_text
from factlint.kb.model import EntityKind

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "fixtures" / "gold" / "articles").glob("*.md"))
FILES = [*sorted((ROOT / "fixtures" / "gold" / "names").glob("*.md")), *ARTICLES]


def load_benchmark() -> ModuleType:
    """The benchmark as a module: it reads the gold files."""
    spec = importlib.util.spec_from_file_location("linking_f1", ROOT / "benchmarks" / "linking_f1.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


benchmark = load_benchmark()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_marks_stand_for_people_of_the_snapshot(path: Path) -> None:
    source, names = benchmark.read_gold(path)
    assert names
    assert "[[" not in source.text
    assert "]]" not in source.text
    for name in names:
        assert source.text.startswith(name.words, name.start)
        if name.entity != benchmark.NIL:
            entity = snapshot().entity(name.entity)
            assert entity is not None, name
            assert entity.kind is EntityKind.PERSON, name


def test_the_set_is_large_and_has_people_nobody_knows() -> None:
    names = [name for path in ARTICLES for name in benchmark.read_gold(path)[1]]
    assert len(ARTICLES) >= 20
    assert len(names) >= 300
    assert sum(name.entity == benchmark.NIL for name in names) >= 50
    assert len({name.entity for name in names}) >= 150


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_articles_are_right_copy(path: Path) -> None:
    source, _ = benchmark.read_gold(path)
    report = check_text(source.text, path=path.name)
    assert not report.problems
    [article] = report.articles
    wrong = differences(article.source, article.diagnostics)
    assert not wrong, "\n".join(wrong)
