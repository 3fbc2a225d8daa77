"""The baseline: findings that a newsroom has looked at, for copy that cannot carry comments.

An entry knows its finding by rule, subject and words (``fingerprint``), never by line numbers, so
that it holds while the copy around it changes and ends where the words or the fact do.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from factlint.engine.internal import INTERNAL_ERROR
from factlint.engine.results import Diagnostic, Report
from factlint.engine.yamlfile import YamlValue, read_yaml_file
from factlint.errors import FactlintError
from factlint.rulekit.rule import Severity
from factlint.text.atomic import replace_file

FILE_NAME = "factlint-baseline.yml"
VERSION = "1"
MAX_BYTES = 20_000_000

KEYS = ("version", "findings")
ENTRY_KEYS = ("path", "rule", "fingerprint", "words", "reason", "author", "expires")
_HEAD = """\
# Findings that are known and not reported. The reason, the author and the last day on which an entry
# holds (expires) are yours to fill in; "factlint check --write-baseline" keeps them.
"""


@dataclass(frozen=True, slots=True)
class BaselineEntry:
    """A finding that is not to be reported.

    Attributes:
        path: the article, relative to the folder of the baseline, with slashes.
        rule: the code of its rule.
        fingerprint: the finding's.
        words: the words found fault with, for who reads the file.
        reason: why it stays.
        author: who said so.
        expires: the last day on which it holds, None for always.
    """

    path: str
    rule: str
    fingerprint: str
    words: str = ""
    reason: str = ""
    author: str = ""
    expires: dt.date | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells one entry from another."""
        return self.path, self.rule, self.fingerprint


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline file.

    Attributes:
        file: where it stands.
        entries: in order of the file.
    """

    file: Path
    entries: tuple[BaselineEntry, ...] = ()

    def apply(self, report: Report, today: dt.date) -> Report:
        """The report without the findings that an entry still holds for; ``known`` counts them."""
        holding = {entry.key for entry in self.entries if entry.expires is None or today <= entry.expires}
        if not holding:
            return report
        known = 0
        articles = []
        for article in report.articles:
            path = self._path(article.file)
            kept = tuple(found for found in article.diagnostics if _key(path, found) not in holding)
            known += len(article.diagnostics) - len(kept)
            articles.append(replace(article, diagnostics=kept))
        return replace(report, articles=tuple(articles), known=known)

    def written(self, report: Report) -> Baseline:
        """A baseline of every error and warning of a report.

        Entries for them keep their reason, author and day of expiry; those of articles that are not in
        the report stay; broken rules are never part of it.
        """
        before = {entry.key: entry for entry in self.entries}
        entries = []
        for article in report.articles:
            path = self._path(article.file)
            for found in article.diagnostics:
                if found.severity is Severity.NOTE or found.rule == INTERNAL_ERROR.code:
                    continue
                fresh = BaselineEntry(path, found.rule, found.fingerprint, found.words)
                entries.append(replace(before.get(fresh.key, fresh), words=found.words))
        return replace(self, entries=_sorted([*entries, *self._elsewhere(report)]))

    def pruned(self, report: Report) -> Baseline:
        """The baseline without the entries of checked articles that no finding answers to any more."""
        found = {
            _key(self._path(article.file), item)
            for article in report.articles
            for item in article.diagnostics
        }
        checked = {self._path(article.file) for article in report.articles}
        kept = [entry for entry in self.entries if entry.key in found or entry.path not in checked]
        return replace(self, entries=_sorted(kept))

    def save(self) -> None:
        """Write the file in one step; raises FactlintError where that cannot be done."""
        try:
            replace_file(self.file, _as_yaml(self.entries).encode("utf-8", "replace"))
        except OSError as error:
            raise FactlintError(f"{self.file}: {error.strerror or error}", "check the path") from None

    def _elsewhere(self, report: Report) -> Iterator[BaselineEntry]:
        checked = {self._path(article.file) for article in report.articles}
        return (entry for entry in self.entries if entry.path not in checked)

    def _path(self, path: str) -> str:
        return PurePath(os.path.relpath(path, self.file.parent)).as_posix()


def read_baseline(file: Path, *, must_exist: bool = True) -> Baseline:
    """Read a baseline.

    Args:
        file: where it stands.
        must_exist: whether a missing file is a mistake; else it is an empty baseline.

    Raises:
        ConfigError: it cannot be read or is not understood; the message names line and column.
    """
    if not must_exist and not file.exists():
        return Baseline(file)
    root = read_yaml_file(file, MAX_BYTES)
    if root is None:
        return Baseline(file)
    fields = root.fields(KEYS)
    version = fields.get("version")
    if version is None or version.text() != VERSION:
        raise (version or root).wrong(
            f"this is no baseline of version {VERSION}", "write it anew with --write-baseline"
        )
    findings = fields.get("findings")
    entries = tuple(_entry(item) for item in (findings.items() if findings else ()))
    return Baseline(file, entries)


def _entry(item: YamlValue) -> BaselineEntry:
    fields = item.fields(ENTRY_KEYS)
    for key in ("path", "rule", "fingerprint"):
        if key not in fields:
            raise item.wrong(f"the entry lacks {key!r}", "write it anew with --write-baseline")
    expires = fields.get("expires")
    texts = {key: value.text() for key, value in fields.items() if key != "expires"}
    return BaselineEntry(**texts, expires=expires.date() if expires and expires.text() else None)


def _key(path: str, found: Diagnostic) -> tuple[str, str, str]:
    return path, found.rule, found.fingerprint


def _sorted(entries: Iterable[BaselineEntry]) -> tuple[BaselineEntry, ...]:
    return tuple(sorted({entry.key: entry for entry in entries}.values(), key=lambda entry: entry.key))


def _as_yaml(entries: Sequence[BaselineEntry]) -> str:
    lines = [f"{_HEAD}version: {VERSION}", "findings:" if entries else "findings: []"]
    for entry in entries:
        expires = entry.expires.isoformat() if entry.expires else ""
        # JSON's strings are YAML's.
        values = {
            "path": entry.path,
            "rule": entry.rule,
            "fingerprint": entry.fingerprint,
            "words": " ".join(entry.words.split()),
            "reason": entry.reason,
            "author": entry.author,
            "expires": expires,
        }
        told = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
        lines += [f"  - {told[0]}", *(f"    {line}" for line in told[1:])]
    return "\n".join(lines) + "\n"
