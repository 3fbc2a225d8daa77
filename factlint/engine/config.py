"""Configuration: what the files of a newsroom say, put together for an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.document.formats.fields import JsonFields
from factlint.engine.accepted import AcceptedName
from factlint.engine.patterns import PathPatterns
from factlint.rulekit.house import HouseStyle
from factlint.rulekit.rule import Profile, Rule, Severity

if TYPE_CHECKING:
    # Imported late: most newsrooms have no facts of their own.
    from factlint.rulekit.declarative.facts import HouseFacts

FILE_NAME = "factlint.yml"


class DateDefault(StrEnum):
    """The publication date of an article that says none."""

    NONE = "none"
    TODAY = "today"
    MODIFIED = "modified"


@dataclass(frozen=True, slots=True)
class PathIgnore:
    """Rules that are switched off for the articles that a pattern matches."""

    paths: PathPatterns
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Override:
    """What else holds for the articles that some patterns match."""

    paths: PathPatterns
    config: Config


@dataclass(frozen=True)
class Config:
    """What configuration files say.

    Attributes:
        profile: None where no file says it, like the others.
        select: words as in ``--select``.
        ignore: words as in ``--ignore``.
        severity: by rule code; None switches the rule off.
        options: by rule code, only what differs from the rule's own values.
        path_ignores: rules that are switched off for some paths.
        overrides: what else holds for some paths; later ones win.
        accept: names that are right as they are spelt.
        include: further files of folders that are articles, whatever their names end in.
        exclude: what is passed over in folders.
        gitignore: whether what Git ignores is passed over in folders.
        house: the newsroom's list of spellings.
        rules: the newsroom's own rules, in addition to those that everybody has.
        facts: what the newsroom knows better than the snapshot.
        publication_date: of articles that say none.
        time_zone: the IANA name of the zone whose days count.
        archive: published articles that articles are compared with.
        json: which values of JSON are which part of an article.
        files: the configuration files that were read, the most general first.
        reads: every file whose content this depends on, those files included.
        origins: where each value is written, as ``file:line``, by key: ``profile``, ``severity.FL101``,
            ``options.FL101.limit``; several places where lists add up.
    """

    profile: Profile | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    path_ignores: tuple[PathIgnore, ...] = ()
    overrides: tuple[Override, ...] = ()
    accept: tuple[AcceptedName, ...] = ()
    include: tuple[PathPatterns, ...] = ()
    exclude: tuple[PathPatterns, ...] = ()
    gitignore: bool | None = None
    house: HouseStyle | None = None
    rules: tuple[Rule, ...] = ()
    facts: HouseFacts | None = None
    publication_date: DateDefault | None = None
    time_zone: str | None = None
    json: JsonFields = field(default_factory=JsonFields)
    archive: Path | None = None
    files: tuple[str, ...] = ()
    reads: frozenset[str] = frozenset()
    origins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def over(self, base: Config) -> Config:
        """This configuration where it says something, else ``base``; lists of exceptions add up."""
        options = {code: dict(values) for code, values in base.options.items()}
        for code, values in self.options.items():
            options.setdefault(code, {}).update(values)
        return Config(
            profile=self.profile or base.profile,
            select=base.select if self.select is None else self.select,
            ignore=base.ignore + self.ignore,
            severity={**base.severity, **self.severity},
            options=options,
            path_ignores=base.path_ignores + self.path_ignores,
            overrides=base.overrides + self.overrides,
            accept=base.accept + self.accept,
            include=base.include + self.include,
            exclude=base.exclude + self.exclude,
            gitignore=base.gitignore if self.gitignore is None else self.gitignore,
            house=base.house if self.house is None else self.house,
            rules=base.rules + tuple(rule for rule in self.rules if rule not in base.rules),
            facts=self.facts.over(base.facts) if self.facts and base.facts else self.facts or base.facts,
            publication_date=self.publication_date or base.publication_date,
            time_zone=self.time_zone or base.time_zone,
            json=JsonFields({**base.json.paths, **self.json.paths}),
            archive=self.archive or base.archive,
            files=tuple(dict.fromkeys(base.files + self.files)),
            reads=base.reads | self.reads,
            origins=_merged(base.origins, self.origins),
        )

    @cached_property
    def own_rules(self) -> tuple[Rule, ...]:
        """The newsroom's own rules, with those that its facts bring."""
        return self.rules + (self.facts.rules() if self.facts else ())

    def matching(self, path: str) -> tuple[int, ...]:
        """Which overrides and path ignores speak of an article: their numbers, overrides first."""
        speaking: list[Override | PathIgnore] = [*self.overrides, *self.path_ignores]
        return tuple(number for number, item in enumerate(speaking) if item.paths.match(path))

    def narrowed(self, matching: tuple[int, ...]) -> Config:
        """What holds for articles of which just these overrides and path ignores speak."""
        config = self
        for number in matching:
            if number < len(self.overrides):
                config = self.overrides[number].config.over(config)
            else:
                codes = self.path_ignores[number - len(self.overrides)].codes
                config = replace(config, ignore=(*config.ignore, *sorted(codes)))
        return config


ADDING = frozenset(
    {"ignore", "accept", "rules", "facts", "include", "exclude", "per-path-ignores", "overrides"}
)
"""The keys whose lists add up where several files have them."""


def _merged(
    base: Mapping[str, tuple[str, ...]], over: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    both = dict(base)
    for key, places in over.items():
        both[key] = base.get(key, ()) + places if key in ADDING else places
    return both
