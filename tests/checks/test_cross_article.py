"""What findings between articles say, and where they point."""

from __future__ import annotations

from itertools import permutations

import pytest

from factlint.engine.assemble import Choices, run_settings
from factlint.engine.configfind import Configurations
from factlint.engine.paths import ArticleFile
from factlint.engine.registry import all_rules
from factlint.engine.results import Report
from factlint.engine.run import run

RULES = all_rules()


def story(name: str, number: int, date: str = "2022-05-18", more: str = "") -> ArticleFile:
    text = (
        f"---\noutlet: The {name.title()}\ndate: {date}\n{more}---\n\n"
        f"A ferry sank in a storm off Samos, and {number} people were killed, fishermen of the island said.\n"
    )
    return ArticleFile(f"{name}.md", text)


def check(*files: ArticleFile, jobs: int = 1) -> Report:
    choices = Choices(select=("cross-article",))
    settings = run_settings(RULES, Configurations(RULES), choices, [file.path for file in files])
    return run(files, settings, jobs=jobs)


def test_the_majority_decides_which_is_the_odd_one() -> None:
    [found] = check(story("courier", 15), story("gazette", 12), story("herald", 12)).diagnostics
    assert (found.rule, found.region.path, found.words) == ("FL902", "courier.md", "15")
    assert {other.region.path for other in found.related} == {"gazette.md", "herald.md"}
    [evidence] = found.evidence
    assert evidence.text == "“12 people” in 2 articles on the event, “15 people” in 1"


def test_the_later_of_two_is_measured_against_the_earlier() -> None:
    earlier, later = story("sunrise", 15, "2022-05-18"), story("dusk", 12, "2022-05-19")
    [found] = check(earlier, later).diagnostics
    assert found.region.path == "dusk.md"
    assert "sunrise.md (The Sunrise, 18 May 2022), line 6" in found.message
    [other] = found.related
    assert (other.region.path, other.region.start.line) == ("sunrise.md", 6)
    assert other.message == "15 people, The Sunrise, 18 May 2022"


def test_neither_the_order_of_paths_nor_the_number_of_processes_changes_anything() -> None:
    files = story("courier", 15), story("gazette", 12), story("herald", 12)
    reports = [*(check(*some) for some in permutations(files)), check(*files, jobs=2)]
    found = [sorted(map(repr, report.diagnostics)) for report in reports]
    assert found[0]
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize("path", ["courier.md", "courier"])
def test_an_update_is_not_measured_against_what_it_updates(path: str) -> None:
    files = story("courier", 15), story("gazette", 12, more=f"updates: {path}\n")
    assert [*check(*files).diagnostics] == []


def test_a_suppression_in_the_odd_article_holds() -> None:
    files = story("courier", 12), story("gazette", 15, more="factlint: {ignore: [FL902]}\n")
    assert [*check(*files).diagnostics] == []
