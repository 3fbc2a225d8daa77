"""The documentation of rules: for the terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from typing import Any

from factlint.report.measured import RuleFigures, read_figures
from factlint.rulekit.rule import Example, Rule

_INTRODUCTION = """\
# Rules

Every rule that comes with factlint. This page is made from the rules themselves by
`factlint rule --all --format markdown`; the examples are run as tests. What stands between `[[` and
`]]` is what the rule points at. Rules of the profile `pedantic` run only with `--profile pedantic` or
when they are selected by code or name.
"""


def table(rules: Sequence[Rule]) -> str:
    """The rules, one line each, for the terminal."""
    width = max((len(rule.name) for rule in rules), default=0)
    return "".join(
        f"{rule.code}  {rule.name:<{width}}  {rule.category:<13}  {rule.severity:<7}  "
        f"{rule.profile:<8}  {rule.summary}\n"
        for rule in rules
    )


def as_text(rules: Sequence[Rule]) -> str:
    """The documentation of rules for the terminal."""
    figures = read_figures()
    return "\n".join(_as_text(rule, figures.of(rule.code)) for rule in rules)


def _as_text(rule: Rule, figures: RuleFigures) -> str:
    facts = (
        f"category {rule.category}, severity {rule.severity}, confidence {rule.confidence}, "
        f"profile {rule.profile}" + (", may need the language model" if rule.needs_model else "")
    )
    parts = [f"{rule.code} {rule.name}", facts, rule.doc.strip()]
    if rule.options:
        parts.append(
            "Options:\n" + "\n".join(f"  {name}: {_shown(value)}" for name, value in rule.options.items())
        )
    for title, examples in _sections(rule):
        parts.append(f"{title}:\n" + "\n".join(textwrap.indent(_example(item), "  ") for item in examples))
    parts.append("Measured:\n" + "\n".join(f"  {line}" for line in figures.in_words()))
    return "\n\n".join(parts) + "\n"


def as_markdown(rules: Sequence[Rule]) -> str:
    """The reference of several rules as one Markdown page."""
    rows = "".join(
        f"| [{rule.code}](#{anchor(rule)}) | {rule.name} | {rule.category} | {rule.severity} "
        f"| {rule.profile} | {rule.summary} |\n"
        for rule in rules
    )
    head = "| code | name | category | severity | profile | finds |\n|---|---|---|---|---|---|\n"
    figures = read_figures()
    return "\n".join([_INTRODUCTION, head + rows, *(_page(rule, figures.of(rule.code)) for rule in rules)])


def anchor(rule: Rule) -> str:
    """The fragment of a rule's heading, as Markdown renderers make it."""
    return f"{rule.code.lower()}-{rule.name}"


def as_json(rules: Sequence[Rule]) -> str:
    """The rules as a JSON list."""
    figures = read_figures()
    listed = [{**_fields(rule), "measured": figures.of(rule.code).as_json()} for rule in rules]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _page(rule: Rule, figures: RuleFigures) -> str:
    facts = (
        f"Category `{rule.category}`, severity {rule.severity}, confidence {rule.confidence}, "
        f"profile `{rule.profile}`." + (" Some verdicts need the language model." if rule.needs_model else "")
    )
    parts = [f"## {rule.code} {rule.name}", facts, rule.doc.strip()]
    if rule.options:
        parts.append(
            "\n".join(f"- option `{name}`: `{_shown(value)}`" for name, value in rule.options.items())
        )
    for title, examples in _sections(rule):
        shown = "\n\n".join(_example(item) for item in examples)
        parts.append(f"{title}:\n\n~~~text\n{shown}\n~~~")
    parts.append("Measured ([how](quality.md)): " + "; ".join(figures.in_words()) + ".")
    return "\n\n".join(parts) + "\n"


def _sections(rule: Rule) -> list[tuple[str, tuple[Example, ...]]]:
    sections = [("Reported", rule.invalid), ("Not reported", rule.valid)]
    return [(title, examples) for title, examples in sections if examples]


def _example(example: Example) -> str:
    dated = f"({example.date}) " if example.date else ""
    others = "".join(f"\n--- another article\n{other.strip()}" for other in example.others)
    return f"{dated}{example.text.strip()}{others}"


def _shown(value: object) -> str:
    return json.dumps(list(value) if isinstance(value, (tuple, frozenset)) else value, ensure_ascii=False)


def _fields(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary,
        "doc": rule.doc.strip(),
        "category": rule.category.value,
        "severity": rule.severity.value,
        "confidence": rule.confidence.value,
        "profile": rule.profile.value,
        "needs_model": rule.needs_model,
        "options": {name: json.loads(_shown(value)) for name, value in rule.options.items()},
        "invalid": [_example_fields(example) for example in rule.invalid],
        "valid": [_example_fields(example) for example in rule.valid],
    }


def _example_fields(example: Example) -> dict[str, Any]:
    return {"text": example.text, "date": example.date, "others": list(example.others)}
