"""Every fixture article gives exactly the findings that its annotations name."""

from __future__ import annotations

from pathlib import Path

import pytest
from annotated import differences, read_annotations

from factlint.api import check_paths
from factlint.rulekit.rule import Category, Profile
from factlint.text.source import SourceText

FIXTURES = Path(__file__).parents[1] / "fixtures"
ARTICLES = sorted(FIXTURES.glob("articles/*.md"))
CLUSTERS = sorted(folder for folder in FIXTURES.glob("clusters/*") if folder.is_dir())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article(path: Path) -> None:
    report = check_paths([path], profile=Profile.PEDANTIC)
    assert not report.problems
    [article] = report.articles
    wrong = differences(article.source, article.diagnostics)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", CLUSTERS, ids=lambda path: path.name)
def test_cluster(path: Path) -> None:
    report = check_paths([path], profile=Profile.PEDANTIC)
    assert not report.problems
    wrong = [line for article in report.articles for line in differences(article.source, article.diagnostics)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", CLUSTERS, ids=lambda path: path.name)
def test_each_finding_between_articles_points_at_both(path: Path) -> None:
    report = check_paths([path], select=[Category.CROSS_ARTICLE], profile=Profile.PEDANTIC)
    for found in report.diagnostics:
        assert any(other.region.path != found.region.path for other in found.related), found


def test_quiet_clusters_are_as_many_as_the_others() -> None:
    quiet = [path for path in CLUSTERS if path.name.startswith("quiet-")]
    assert len(CLUSTERS) >= 42
    assert len(quiet) * 2 >= len(CLUSTERS)
    for article in (article for path in quiet for article in path.glob("*.md")):
        assert read_annotations(SourceText(article.name, article.read_text(encoding="utf-8"))) == ()


def test_clean_articles_are_clean() -> None:
    clean = [path for path in ARTICLES if path.stem.startswith("clean-")]
    assert clean
    for path in clean:
        assert read_annotations(SourceText(path.name, path.read_text(encoding="utf-8"))) == ()
