from desk_rules.wrong_century import RULE

from factlint.rulekit.rule import Severity
from factlint.testing import assert_examples, check_with


def test_examples():
    assert_examples(RULE)


def test_what_is_quoted_is_a_note():
    [found] = check_with(RULE, "“It was 1905, early in the 19th century,” she said.")
    assert found.severity is Severity.NOTE
