"""The examples in every rule are run: each mark is found, and nothing else."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from factlint.api import Report
from factlint.engine.assemble import Choices, uniform_settings
from factlint.engine.config import Config
from factlint.engine.paths import ArticleFile
from factlint.engine.registry import all_rules
from factlint.engine.run import run
from factlint.rulekit.rule import Category, Example, Rule
from factlint.text.span import Span

_MARK = re.compile(r"\[\[|\]\]")
_ARTICLE = "example.md"

RULES = all_rules()
CASES = [
    pytest.param(rule, example, wrong, id=f"{rule.code}-{'invalid' if wrong else 'valid'}-{number}")
    for rule in RULES
    for wrong, examples in ((True, rule.invalid), (False, rule.valid))
    for number, example in enumerate(examples)
]


@pytest.mark.parametrize(("rule", "example", "wrong"), CASES)
def test_example(rule: Rule, example: Example, *, wrong: bool) -> None:
    text, marked = unmark(example.text)
    report = check(rule, example, text)
    assert not report.problems
    found = {
        place.span
        for diagnostic in report.diagnostics
        for place in (diagnostic.region, *(other.region for other in diagnostic.related))
        if place.path == _ARTICLE and (rule.check_corpus is not None or place == diagnostic.region)
    }
    said = [(diagnostic.rule, diagnostic.words, diagnostic.message) for diagnostic in report.diagnostics]
    assert {span.of(text) for span in found} == {span.of(text) for span in marked}, said
    assert found == marked, said
    assert bool(marked) == wrong, "invalid examples have marks, valid ones have none"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_documented(rule: Rule) -> None:
    assert re.fullmatch(r"FL\d\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.summary.endswith(".")
    assert len(rule.doc.strip().split("\n\n")) > 1, "say what it finds, and what it leaves alone"
    assert rule.invalid
    assert rule.valid


def check(rule: Rule, example: Example, text: str) -> Report:
    """Run one rule over an example, and over its other articles where it has any."""
    date = dt.date.fromisoformat(example.date) if example.date else None
    # What the engine reports, it reports of the other rules.
    select = () if rule.category is Category.INTERNAL else (rule.code,)
    settings = uniform_settings(RULES, Config(), Choices(select=select, date=date))
    others = [
        ArticleFile(f"other-{number}.md", unmark(other)[0]) for number, other in enumerate(example.others)
    ]
    return run([ArticleFile(_ARTICLE, text), *others], settings)


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
