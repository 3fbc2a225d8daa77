"""The declarative kinds of rules, and how an entry becomes a rule."""

from __future__ import annotations

from collections.abc import Mapping

from factlint.rulekit.declarative import (
    capital,
    fixed_date_event,
    forbidden_pairing,
    number_bounds,
    office_holder,
    preferred_spelling,
)
from factlint.rulekit.declarative.base import DeclaredCheck, Field, FieldType, Kind
from factlint.rulekit.rule import Confidence, Example, Rule, Severity

KINDS: Mapping[str, Kind] = {
    module.KIND.name: module.KIND
    for module in (
        preferred_spelling,
        office_holder,
        capital,
        fixed_date_event,
        forbidden_pairing,
        number_bounds,
    )
}
"""Every kind by its name."""

EXAMPLE_FIELDS: Mapping[str, Field] = {
    "text": Field(
        "A piece of copy; what the rule must point at stands between [[ and ]].",
        FieldType.TEXT,
        required=True,
    ),
    "date": Field("Its publication date, as 2021-06-16.", FieldType.DATE),
}
"""The fields of an example."""

COMMON_FIELDS: Mapping[str, Field] = {
    "code": Field(
        "Capitals and a number, as NW101: a prefix of the newsroom's own.", FieldType.TEXT, required=True
    ),
    "name": Field("Small words with hyphens, as local-mayor.", FieldType.TEXT, required=True),
    "kind": Field("What the entry says.", FieldType.CHOICE, required=True, choices=tuple(KINDS)),
    "severity": Field(
        "Of its findings: error, warning or note.",
        FieldType.CHOICE,
        choices=tuple(severity.value for severity in Severity),
    ),
    "summary": Field("What it finds, one sentence, in place of the kind's.", FieldType.TEXT),
    "message": Field("What to say of a finding, in place of the kind's message.", FieldType.TEXT),
    "note": Field("The reason, added to the message.", FieldType.TEXT),
    "source": Field("Where the fact comes from.", FieldType.TEXT),
    "from": Field("The first publication date for which the rule holds.", FieldType.DATE),
    "until": Field("The last publication date for which the rule holds.", FieldType.DATE),
    "examples": Field(
        "Copy that the rule must find fault with, and copy that it must leave alone.",
        FieldType.RECORDS,
        required=True,
        fields={
            "wrong": Field(
                "Texts with marks, or mappings of text and date.",
                FieldType.RECORDS,
                required=True,
                fields=EXAMPLE_FIELDS,
                shorthand="text",
            ),
            "right": Field(
                "Texts without marks, or mappings of text and date.",
                FieldType.RECORDS,
                required=True,
                fields=EXAMPLE_FIELDS,
                shorthand="text",
            ),
        },
    ),
}
"""The fields that entries of all kinds have."""


def rule_of(
    kind: Kind,
    check: DeclaredCheck,
    *,
    code: str,
    name: str,
    severity: Severity | None = None,
    summary: str = "",
    invalid: tuple[Example, ...] = (),
    valid: tuple[Example, ...] = (),
) -> Rule:
    """The rule that an entry makes.

    Args:
        kind: its kind.
        check: what it says.
        code: its code.
        name: its name.
        severity: of its findings; None for a warning.
        summary: empty for the kind's.
        invalid: examples that it must find fault with.
        valid: examples that it must leave alone.
    """
    reason = f"\n\nWhy: {check.terms.note}." if check.terms.note else ""
    source = f"\n\nSource: {check.terms.source}." if check.terms.source else ""
    return Rule(
        code=code,
        name=name,
        summary=summary or kind.summary,
        doc=f"{summary or kind.summary}\n\n{kind.doc}{reason}{source}",
        category=kind.category,
        severity=severity or Severity.WARNING,
        confidence=Confidence.HIGH,
        check_article=check,
        slip_of_form=kind.slip_of_form,
        invalid=invalid,
        valid=valid,
    )
