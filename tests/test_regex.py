"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import factlint
from factlint.regex import regex


def test_it_does_what_a_compiled_pattern_does() -> None:
    lazy, compiled = regex(r"(?P<year>\d{4})", re.ASCII), re.compile(r"(?P<year>\d{4})", re.ASCII)
    text = "in 1999 and 2004"
    assert [match["year"] for match in lazy.finditer(text)] == ["1999", "2004"]
    assert lazy.sub("*", text) == compiled.sub("*", text)
    assert lazy.search(text, 5) is not None
    assert lazy.pattern == compiled.pattern
    assert lazy.flags == compiled.flags
    assert lazy.groupindex == compiled.groupindex


def test_it_has_nothing_that_a_compiled_pattern_lacks() -> None:
    with pytest.raises(AttributeError):
        _ = regex("a").find  # type: ignore[attr-defined]


def test_a_rare_pattern_matches_only_where_a_word_it_needs_stands() -> None:
    rare = regex(r"\d+ years (?:older|younger)", re.IGNORECASE, needs=("older", "younger"))
    text = "Two years older, 3 YEARS YOUNGER"
    found = rare.search(text)
    assert found is not None
    assert found.group() == "3 YEARS YOUNGER"
    assert rare.search(text, 0, 15) is None
    assert [match.start() for match in rare.finditer(text)] == [17]
    assert rare.fullmatch("8 years older") is not None


def test_a_rare_pattern_is_not_compiled_where_its_words_do_not_stand() -> None:
    broken = regex("(", needs=("born",))
    assert broken.search("He was 50.") is None
    with pytest.raises(re.error):
        broken.search("Born in 1950")


def test_what_is_no_pattern_is_told_at_first_use() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that stands in a module of factlint, by itself or in a list, with its name."""
    for info in pkgutil.walk_packages(factlint.__path__, "factlint."):
        if info.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(info.name)).items():
            for one in value if isinstance(value, list | tuple) else (value,):
                if isinstance(one, type(regex(""))):
                    yield f"{info.name}.{name}", one


def test_every_pattern_compiles() -> None:
    found = list(patterns())
    assert len(found) > 200
    for name, pattern in found:
        assert isinstance(re.compile(pattern.pattern, pattern.flags), re.Pattern), name
