"""The newsroom's own rules and facts, as a configuration file names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factlint.engine.factsfile import read_house_facts
from factlint.engine.rulefile import read_rule_file, rule_files
from factlint.engine.yamlfile import YamlValue
from factlint.errors import ConfigError
from factlint.rulekit.declarative.facts import HouseFacts
from factlint.rulekit.rule import Rule


class OwnRules(NamedTuple):
    """What a newsroom adds.

    Attributes:
        rules: its rules, without those that its facts bring.
        facts: its facts, None where it names no file of them.
        reads: the files and folders that they depend on.
    """

    rules: tuple[Rule, ...]
    facts: HouseFacts | None
    reads: frozenset[str]


def read_own(rules: YamlValue | None, facts: YamlValue | None, taken: Sequence[Rule]) -> OwnRules:
    """Read the files that the keys ``rules`` and ``facts`` of a configuration file name.

    Args:
        rules: the value of ``rules``, None where there is none.
        facts: that of ``facts``.
        taken: rules whose codes and names are taken.

    Raises:
        ConfigError: a file is missing or not understood.
    """
    found: list[Rule] = []
    reads: set[str] = set()
    for item, name in _names(rules):
        folder = Path(item.path).parent
        try:
            files = rule_files(name, folder)
        except ConfigError as error:
            raise item.wrong(error.message, error.hint) from None
        reads |= {str(folder / name), *map(str, files)}
        for file in files:
            found += read_rule_file(file, [*taken, *found])
    known: HouseFacts | None = None
    for item, name in _names(facts):
        path = Path(item.path).parent / name
        if not path.is_file():
            raise item.wrong(f"there is no file {str(path)!r}", "name it relative to this file")
        reads.add(str(path))
        read = read_house_facts(path)
        known = read.over(known) if known else read
    return OwnRules(tuple(found), known, frozenset(reads))


def _names(value: YamlValue | None) -> Iterator[tuple[YamlValue, str]]:
    for item in value.items() if value else ():
        yield item, item.text()
