"""From configuration and command line to the settings of a run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from factlint.document.formats.load import file_of
from factlint.engine.config import Config, DateDefault
from factlint.engine.configfind import Configurations
from factlint.engine.housefile import shipped_house_style
from factlint.engine.registry import distinct
from factlint.engine.selection import select_rules
from factlint.engine.settings import ArticleSettings, RuleSettings, RunSettings
from factlint.kb.active import active_snapshot
from factlint.rulekit.rule import Profile, Rule


class Choices(NamedTuple):
    """What the user asks for in this run; it wins over configuration files.

    Attributes:
        select: words of ``--select``; where there are any, the configuration's are not heeded.
        ignore: words of ``--ignore``, in addition to the configuration's.
        profile: ``--profile``; None to follow the configuration.
        date: ``--date``.
        kb: the snapshot's file; None for the one in use (see ``factlint.kb.active``).
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile | None = None
    date: dt.date | None = None
    kb: Path | None = None


def run_settings(
    rules: Sequence[Rule], configurations: Configurations, choices: Choices, paths: Iterable[str] = ()
) -> RunSettings:
    """Put together what holds for a run.

    Args:
        rules: every rule there is.
        configurations: what configuration files say.
        choices: what the command line says.
        paths: the articles, as they are named.

    Raises:
        ConfigError: a word names no rule, a configuration is not understood, or the house list that
            ships is missing.
        SnapshotError: the snapshot in use is gone.
    """
    configs = {path: configurations.of_article(path) for path in paths}
    known = _all_known(rules, configs.values())
    # Articles for which the same overrides speak share their settings, so that they are made once.
    made: dict[tuple[int, tuple[int, ...]], ArticleSettings] = {}
    by_path: dict[str, ArticleSettings] = {}
    for path, config in configs.items():
        key = id(config), config.matching(file_of(path))
        if key not in made:
            made[key] = article_settings(rules, config.narrowed(key[1]), choices, known)
        by_path[path] = made[key]
    return RunSettings(known, active_snapshot(choices.kb).path, by_path=by_path)


def uniform_settings(rules: Sequence[Rule], config: Config, choices: Choices | None = None) -> RunSettings:
    """A run in which one configuration holds for every article, without overrides.

    Raises:
        ConfigError: a word names no rule.
        SnapshotError: the snapshot in use is gone.
    """
    choices = choices or Choices()
    default = article_settings(rules, config, choices)
    return RunSettings(_all_known(rules, [config]), active_snapshot(choices.kb).path, default)


def _all_known(rules: Sequence[Rule], configs: Iterable[Config]) -> tuple[Rule, ...]:
    """The rules that everybody has and those of some configurations, each code once; raises ConfigError."""
    own = [rule for config in configs for rule in config.own_rules]
    if not own:
        return tuple(rules)
    known: dict[tuple[str, str], Rule] = {}
    for rule in (*rules, *own):
        # Two configurations may have rules of one name that judge by other facts.
        known.setdefault((rule.code, rule.name), rule)
    return distinct(known.values())


def article_settings(
    rules: Sequence[Rule], config: Config, choices: Choices, known: Sequence[Rule] = ()
) -> ArticleSettings:
    """Put together what holds for the articles of one configuration.

    Args:
        rules: the rules that everybody has.
        config: the configuration, with the newsroom's own.
        choices: what the command line says.
        known: every rule there is in the run; words may also name rules of other configurations.

    Raises:
        ConfigError: a word names no rule.
    """
    held = {rule.code: rule for rule in (*rules, *config.own_rules)}
    elsewhere = [rule for rule in known if rule.code not in held]
    chosen = select_rules(
        (*held.values(), *elsewhere),
        profile=choices.profile or config.profile or Profile.DESK,
        select=choices.select or config.select or (),
        ignore=(*config.ignore, *choices.ignore),
    )
    settings = []
    for rule in chosen:
        severity = config.severity.get(rule.code, rule.severity)
        if severity is not None and rule.code in held:
            options = {**rule.options, **config.options.get(rule.code, {})}
            settings.append(RuleSettings(rule, severity, options))
    return ArticleSettings(
        rules=tuple(sorted(settings, key=lambda item: item.rule.code)),
        date=choices.date,
        date_default=config.publication_date or DateDefault.NONE,
        time_zone=config.time_zone,
        house=shipped_house_style() if config.house is None else config.house,
        accept=config.accept,
        json=config.json,
        facts=config.facts,
    )
