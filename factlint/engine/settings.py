"""What holds for a run, once command line, configuration and defaults are put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.document.formats.fields import JsonFields
from factlint.engine.accepted import AcceptedName
from factlint.engine.config import DateDefault
from factlint.rulekit.house import HouseStyle
from factlint.rulekit.rule import Rule, Severity

if TYPE_CHECKING:
    # Imported late: most newsrooms have no facts of their own.
    from factlint.rulekit.declarative.facts import HouseFacts


class RuleSettings(NamedTuple):
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
class ArticleSettings:
    """What holds for an article.

    Attributes:
        rules: the selected rules, by code.
        date: the publication date that the user gives, None to find the article's own.
        date_default: the publication date where the article says none.
        time_zone: the IANA name of the zone whose days count, None for that of the machine.
        house: the newsroom's list of spellings.
        accept: names that are right as they are spelt.
        json: which values of JSON are which part of an article.
        facts: what the newsroom knows better than the snapshot.
    """

    rules: tuple[RuleSettings, ...] = ()
    date: dt.date | None = None
    date_default: DateDefault = DateDefault.NONE
    time_zone: str | None = None
    house: HouseStyle = field(default_factory=HouseStyle)
    accept: tuple[AcceptedName, ...] = ()
    json: JsonFields = field(default_factory=JsonFields)
    facts: HouseFacts | None = None

    def of_rule(self, code: str) -> RuleSettings | None:
        """What holds for a rule, None where it does not run."""
        return next((item for item in self.rules if item.rule.code == code), None)


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What holds for a whole run; can be sent to another process.

    Attributes:
        known: every rule there is, so that suppressions may name any of them.
        kb: the snapshot's file.
        default: what holds for an article that is not in ``by_path``.
        by_path: what holds for single articles, by path as they are named.
    """

    known: tuple[Rule, ...]
    kb: Path
    default: ArticleSettings = field(default_factory=ArticleSettings)
    by_path: Mapping[str, ArticleSettings] = field(default_factory=dict)

    def of(self, path: str) -> ArticleSettings:
        """What holds for an article."""
        return self.by_path.get(path, self.default)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run on any article, by code."""
        distinct = {id(item): item for item in (self.default, *self.by_path.values())}
        rules = {item.rule.code: item.rule for one in distinct.values() for item in one.rules}
        return tuple(rules[code] for code in sorted(rules))

    @property
    def compares(self) -> bool:
        """Whether any selected rule compares articles."""
        return any(rule.check_corpus is not None for rule in self.rules)
