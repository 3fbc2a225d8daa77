"""Which rules run, and how severely each reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factlint.errors import ConfigError
from factlint.regex import regex
from factlint.rulekit.rule import Category, Profile, Rule

_CODE_PREFIX = regex(r"[A-Z]+[0-9]*")
ALL = "all"
"""Selects every rule of the profile."""


class Selector(NamedTuple):
    """What one word of ``--select`` or ``--ignore`` means.

    Attributes:
        codes: the rules it names.
        exact: whether it names one rule by its code or name, and not a group.
    """

    codes: frozenset[str]
    exact: bool


def resolve(word: str, rules: Sequence[Rule]) -> Selector:
    """Read a code, a code's beginning (``FL4``), a rule's name or a category.

    Raises:
        ConfigError: it is none of these; the hint gives the nearest that is.
    """
    folded = word.strip()
    for rule in rules:
        if folded.upper() == rule.code or folded.lower() == rule.name:
            return Selector(frozenset({rule.code}), exact=True)
    if folded.lower() == ALL:
        return Selector(frozenset(rule.code for rule in rules), exact=False)
    if folded.lower() in set(Category):
        return Selector(
            frozenset(rule.code for rule in rules if rule.category == folded.lower()), exact=False
        )
    codes = frozenset(rule.code for rule in rules if rule.code.startswith(folded.upper()))
    if _CODE_PREFIX.fullmatch(folded.upper()) and codes:
        return Selector(codes, exact=False)
    raise ConfigError(f"there is no rule or category {word!r}", _nearest(folded, rules))


def select_rules(
    rules: Sequence[Rule], *, profile: Profile, select: Iterable[str], ignore: Iterable[str]
) -> tuple[Rule, ...]:
    """The rules to run.

    A rule named by its own code or name is selected whatever its profile; a group (category or
    code prefix) selects those of its rules that belong to the profile. Without ``select`` all rules
    of the profile run. ``ignore`` has the last word.

    Raises:
        ConfigError: a word names no rule.
    """
    in_profile = {rule.code for rule in rules if profile is Profile.PEDANTIC or rule.profile is Profile.DESK}
    wanted = [resolve(word, rules) for word in select]
    chosen = set(in_profile) if not wanted else set()
    for selector in wanted:
        chosen |= selector.codes if selector.exact else selector.codes & in_profile
    for word in ignore:
        chosen -= resolve(word, rules).codes
    return tuple(rule for rule in rules if rule.code in chosen)


def _nearest(word: str, rules: Sequence[Rule]) -> str:
    import difflib

    known = [*(rule.name for rule in rules), *(rule.code for rule in rules), *Category]
    near = difflib.get_close_matches(word.lower(), [name.lower() for name in known], n=1, cutoff=0.6)
    if near:
        name = near[0].upper() if near[0].upper() in {rule.code for rule in rules} else near[0]
        return f"did you mean {name!r}?"
    return "'factlint rule' lists them all"
