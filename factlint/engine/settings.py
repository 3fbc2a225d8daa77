"""What holds for a run, once command line, configuration and defaults are put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factlint.engine.patterns import PathPatterns
from factlint.rulekit.house import HouseStyle
from factlint.rulekit.rule import Rule, Severity


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """A selected rule with what the user has set for it.

    Attributes:
        rule: the rule.
        severity: the severity of its findings.
        options: every option of the rule with its value.
    """

    rule: Rule
    severity: Severity
    options: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PathIgnore:
    """Rules that are switched off for the articles that a pattern matches."""

    paths: PathPatterns
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What holds for a whole run; can be sent to another process.

    Attributes:
        rules: the selected rules, by code.
        known: every rule there is, so that suppressions may name any of them.
        kb: the snapshot's file.
        date: the publication date of all articles, None to find each article's own.
        path_ignores: what is switched off for some paths.
        house: the newsroom's list of spellings.
    """

    rules: tuple[RuleSettings, ...]
    known: tuple[Rule, ...]
    kb: Path
    date: dt.date | None = None
    path_ignores: tuple[PathIgnore, ...] = ()
    house: HouseStyle = field(default_factory=HouseStyle)

    def ignored_for(self, path: str) -> frozenset[str]:
        """Codes of the rules that the configuration switches off for an article."""
        return frozenset().union(*(item.codes for item in self.path_ignores if item.paths.match(path)))

    @property
    def compares(self) -> bool:
        """Whether any selected rule compares articles."""
        return any(settings.rule.check_corpus is not None for settings in self.rules)
