"""Every grammar rule's examples are run."""

from __future__ import annotations

import pytest
from timex_articles import timexes

from factlint.annotate.timex.grammar import all_rules, rules_by_first_word
from factlint.annotate.timex.lexicon import LISTS, expand, read_number, read_ordinal

EXAMPLES = [
    pytest.param(text, value, id=f"{rule.name}: {text}")
    for rule in all_rules()
    for text, value in rule.examples
]


@pytest.mark.parametrize(("text", "value"), EXAMPLES)
def test_example(text: str, value: str) -> None:
    found = timexes(text)
    assert (found[-1].value if found else "") == value


def test_rules_have_distinct_names_and_examples() -> None:
    names = [rule.name for rule in all_rules()]
    assert len(names) == len(set(names))
    assert all(rule.examples for rule in all_rules())


def test_every_start_is_a_lower_case_word_or_digits() -> None:
    for key in rules_by_first_word():
        start = key.removeprefix("the ")
        assert start == "0" or (start.isalpha() and start.islower()), key


def test_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        expand("{no_such_list}")
    assert "{" + "month}" not in expand("{month}")
    assert LISTS["month"] in expand("{month}")


@pytest.mark.parametrize(
    ("words", "number"), [("3", 3), ("twenty-one", 21), ("a hundred", 100), ("2.5", 2.5)]
)
def test_numbers(words: str, number: float) -> None:
    assert read_number(words) == number


@pytest.mark.parametrize(("words", "number"), [("20th", 20), ("twenty-first", 21), ("Third", 3)])
def test_ordinals(words: str, number: int) -> None:
    assert read_ordinal(words) == number
