"""The ways in which news copy writes times, as rules with executed examples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from factlint.annotate.timex.rule import GrammarRule


@cache
def all_rules() -> tuple[GrammarRule, ...]:
    """Every grammar rule; of two that match the same words the earlier one wins."""
    from factlint.annotate.timex.grammar import calendar, clock, deictic, lengths, numeric, periods

    return (
        *calendar.RULES,
        *numeric.RULES,
        *periods.RULES,
        *deictic.RULES,
        *lengths.RULES,
        *clock.RULES,
    )


@cache
def rules_by_first_word() -> Mapping[str, tuple[GrammarRule, ...]]:
    """The rules to try at a word, by ``GrammarRule.openings``.

    "The" is the commonest word of all, and hardly ever begins a time: the word after it must be known too.
    """
    table: dict[str, list[GrammarRule]] = defaultdict(list)
    for rule in all_rules():
        for key in rule.openings():
            table[key].append(rule)
    return {key: tuple(rules) for key, rules in table.items()}


@cache
def rules_with_needs() -> tuple[GrammarRule, ...]:
    """The rules that match only where certain words stand."""
    return tuple(rule for rule in all_rules() if rule.needs)
