"""factlint as a library: check text or files, and read the report.

    from factlint.api import check_text

    report = check_text("Delegates met in Sydney, the capital of Australia.", date=date(2021, 6, 16))
    for found in report.diagnostics:
        print(found.rule, found.words, found.message)

The classes that a report is made of stand in ``factlint.engine.results``. Nothing here reads the
network, changes a file or looks for a ``factlint.yml`` that was not named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path

from factlint.engine.assemble import Choices, run_settings
from factlint.engine.configfind import Configurations, default_config
from factlint.engine.paths import ArticleFile, FolderSearch, find_articles
from factlint.engine.registry import all_rules
from factlint.engine.results import ClaimCounts, Diagnostic, InputProblem, Region, Report
from factlint.engine.run import run
from factlint.rulekit.rule import Category, Evidence, Fix, Profile, Rule, Severity

__all__ = [
    "Category",
    "ClaimCounts",
    "Diagnostic",
    "Evidence",
    "Fix",
    "InputProblem",
    "Profile",
    "Region",
    "Report",
    "Rule",
    "Severity",
    "check_paths",
    "check_text",
]


def check_text(
    text: str,
    *,
    path: str = "article.txt",
    date: dt.date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    profile: Profile | None = None,
    config: Path | None = None,
    kb: Path | None = None,
) -> Report:
    """Check one article that is already in memory.

    Args:
        text: the article; it may begin with front matter. Offsets of the report count its code points.
        path: what reports call it; its ending decides the format: ``.md``, ``.html``, ``.json`` and others.
        date: its publication date; None to find it in the text or the path.
        select: rules to run: codes, beginnings of codes, names or categories; empty for the profile's.
        ignore: rules not to run.
        profile: None for the configuration's, which is ``desk`` by default.
        config: a configuration file; None for the defaults alone.
        kb: a snapshot file; None for the one that ships with factlint.

    Returns:
        The report; an article that cannot be read is among its ``problems``.

    Raises:
        ConfigError: a rule or the configuration is not understood.
        SnapshotError: the snapshot cannot be opened.
    """
    rules = all_rules()
    choices = Choices(tuple(select), tuple(ignore), profile, date, kb)
    configurations = _configurations(rules, config)
    split = FolderSearch(configurations).split(ArticleFile(path, text))
    settings = run_settings(rules, configurations, choices, (file.path for file in split.files))
    return run(split.files, settings, problems=split.problems)


def check_paths(
    paths: Iterable[str | PathLike[str]],
    *,
    date: dt.date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    profile: Profile | None = None,
    config: Path | None = None,
    kb: Path | None = None,
    jobs: int = 1,
) -> Report:
    """Check files and folders, each article alone and all against each other.

    Args:
        paths: files, and folders that are searched for files of the formats of ``docs/input-formats.md``.
        date: as in ``check_text``, like the other arguments.
        select: as there.
        ignore: as there.
        profile: as there.
        config: as there.
        kb: as there.
        jobs: number of processes; the report is the same for any.

    Raises:
        ConfigError: a rule or the configuration is not understood.
        SnapshotError: the snapshot cannot be opened.
    """
    rules = all_rules()
    configurations = _configurations(rules, config)
    choices = Choices(tuple(select), tuple(ignore), profile, date, kb)
    found = find_articles((fspath(path) for path in paths), FolderSearch(configurations))
    settings = run_settings(rules, configurations, choices, (file.path for file in found.files))
    return run(found.files, settings, jobs=jobs, problems=found.problems)


def _configurations(rules: tuple[Rule, ...], path: Path | None) -> Configurations:
    if path is None:
        return Configurations(rules, default_config(rules))
    return Configurations.from_file(rules, path)
