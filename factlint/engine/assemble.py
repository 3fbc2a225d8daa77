"""From configuration and command line to the settings of a run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from factlint.engine.config import Config
from factlint.engine.housefile import shipped_house_style
from factlint.engine.selection import select_rules
from factlint.engine.settings import RuleSettings, RunSettings
from factlint.kb.active import active_snapshot
from factlint.rulekit.rule import Profile, Rule


def run_settings(
    rules: Sequence[Rule],
    config: Config,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    profile: Profile | None = None,
    date: dt.date | None = None,
    kb: Path | None = None,
) -> RunSettings:
    """Put together what holds for a run.

    Args:
        rules: every rule there is.
        config: what configuration files say.
        select: words of ``--select``; where there are any, the configuration's are not heeded.
        ignore: words of ``--ignore``, in addition to the configuration's.
        profile: ``--profile``; None to follow the configuration.
        date: ``--date``.
        kb: the snapshot's file; None for the one in use (see ``factlint.kb.active``).

    Raises:
        ConfigError: a word names no rule, or the house list that ships is missing.
        SnapshotError: the snapshot in use is gone.
    """
    chosen = select_rules(
        rules,
        profile=profile or config.profile or Profile.DESK,
        select=select or config.select or (),
        ignore=(*config.ignore, *ignore),
    )
    settings = []
    for rule in chosen:
        severity = config.severity.get(rule.code, rule.severity)
        if severity is not None:
            options = {**rule.options, **config.options.get(rule.code, {})}
            settings.append(RuleSettings(rule, severity, options))
    return RunSettings(
        rules=tuple(settings),
        known=tuple(rules),
        kb=active_snapshot(kb).path,
        date=date,
        path_ignores=config.path_ignores,
        house=shipped_house_style() if config.house is None else config.house,
    )
