"""For authors of rules: check a text by one rule, and hold a rule to its examples.

    from factlint.testing import assert_examples, check_with

    def test_my_rule():
        assert_examples(RULE)
        assert [found.words for found in check_with(RULE, "In 1905, early in the 19th century, …")] == [...]

An example is a piece of copy in which the words between ``[[`` and ``]]`` are what the rule must point at;
copy without marks must give no finding. ``factlint test-rules`` runs the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factlint.engine.assemble import Choices, uniform_settings
from factlint.engine.config import Config
from factlint.engine.paths import ArticleFile
from factlint.engine.registry import all_rules
from factlint.engine.results import Diagnostic, Report
from factlint.engine.run import run
from factlint.regex import regex
from factlint.rulekit.rule import Category, Example, Rule
from factlint.text.span import Span

__all__ = ["Failure", "assert_examples", "check_with", "failure_of", "failures", "run_example", "unmark"]

_MARK = regex(r"\[\[|\]\]")
_ARTICLE = "example.md"


@dataclass(frozen=True)
class Failure:
    """An example that did not come out as it says.

    Attributes:
        rule: the rule.
        example: the example.
        reason: what was wrong, in words.
    """

    rule: Rule
    example: Example
    reason: str

    def __str__(self) -> str:
        return f"{self.rule.code} {self.rule.name}: {self.reason}\n    {self.example.text.strip()}"


def check_with(
    rule: Rule, text: str, date: dt.date | None = None, others: Iterable[str] = ()
) -> tuple[Diagnostic, ...]:
    """The findings of one rule in a text, in order of place.

    Args:
        rule: the rule; it need not be installed.
        text: an article, as the file ``example.md`` would hold it, without marks.
        date: its publication date.
        others: further articles, for rules that compare them.

    Raises:
        ConfigError: the rule has the code or name of another.
    """
    report = _run(rule, text, date, others)
    found = (item for article in report.articles if article.path == _ARTICLE for item in article.diagnostics)
    return tuple(sorted(found, key=lambda item: item.region.span))


def run_example(rule: Rule, example: Example) -> Report:
    """What a run of one rule over an example and its other articles gives; marks are taken out."""
    date = dt.date.fromisoformat(example.date) if example.date else None
    return _run(rule, unmark(example.text)[0], date, (unmark(other)[0] for other in example.others))


def assert_examples(rule: Rule) -> None:
    """Run a rule's examples; raises AssertionError that names all that fail."""
    found = list(failures(rule))
    if not rule.invalid or not rule.valid:
        raise AssertionError(f"{rule.code} {rule.name}: there must be invalid and valid examples")
    if found:
        raise AssertionError("\n".join(map(str, found)))


def failures(rule: Rule) -> Iterator[Failure]:
    """The examples of a rule that do not come out as they say: each mark found, and nothing else."""
    for wrong, examples in ((True, rule.invalid), (False, rule.valid)):
        for example in examples:
            failure = failure_of(rule, example, wrong=wrong)
            if failure is not None:
                yield failure


def failure_of(rule: Rule, example: Example, *, wrong: bool) -> Failure | None:
    """What was wrong when a rule ran over an example; None where all came out as it says.

    Args:
        rule: the rule.
        example: the example.
        wrong: whether the rule must find fault with it.
    """
    reason = _fault(rule, example, wrong=wrong)
    return Failure(rule, example, reason) if reason else None


def unmark(text: str) -> tuple[str, set[Span]]:
    """The text without its marks, and the spans that they enclose."""
    parts: list[str] = []
    spans: set[Span] = set()
    start, done, length = 0, 0, 0
    for mark in _MARK.finditer(text):
        parts.append(text[done : mark.start()])
        length += mark.start() - done
        done = mark.end()
        if mark.group() == "[[":
            start = length
        else:
            spans.add(Span(start, length))
    return "".join([*parts, text[done:]]), spans


def _fault(rule: Rule, example: Example, *, wrong: bool) -> str:
    text, marked = unmark(example.text)
    if bool(marked) != wrong:
        return "a wrong example needs [[marks]]" if wrong else "a right example must have no [[marks]]"
    report = run_example(rule, example)
    if report.problems:
        return report.problems[0].message
    diagnostics = tuple(report.diagnostics)
    found = {
        place.span
        for diagnostic in diagnostics
        for place in (diagnostic.region, *(other.region for other in diagnostic.related))
        if place.path == _ARTICLE and (rule.check_corpus is not None or place == diagnostic.region)
    }
    if found == marked:
        return ""
    parts = [f"{span.of(text)!r} was not found" for span in sorted(marked - found)]
    for span in sorted(found - marked):
        said = next((item.message for item in diagnostics if item.region.span == span), "")
        parts.append(f"{span.of(text)!r} was found" + (f": {said}" if said else ""))
    return "; ".join(parts)


def _run(rule: Rule, text: str, date: dt.date | None, others: Iterable[str]) -> Report:
    installed = all_rules()
    # What the engine reports, it reports of the other rules.
    select = () if rule.category is Category.INTERNAL else (rule.code,)
    config = Config(rules=() if rule in installed else (rule,))
    settings = uniform_settings(installed, config, Choices(select=select, date=date))
    articles = [ArticleFile(f"other-{number}.md", other) for number, other in enumerate(others)]
    return run([ArticleFile(_ARTICLE, text), *articles], settings)
