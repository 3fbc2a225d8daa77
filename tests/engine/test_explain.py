from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from toy import NAME, WORD, settings

from factlint.annotate.quotations import Quotation
from factlint.dates.partial import PartialDate
from factlint.engine.assemble import Choices, uniform_settings
from factlint.engine.config import Config
from factlint.engine.explain import ExplainedClaim, Verdict, explain, in_words
from factlint.engine.paths import ArticleFile
from factlint.engine.registry import all_rules
from factlint.errors import InputError
from factlint.kb.model import Entity, EntityKind
from factlint.report.claims import as_text
from factlint.rulekit.rule import Severity
from factlint.text.span import Span


@dataclass(frozen=True)
class Timed:
    span: Span
    value: str


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (False, ""),
        (True, "yes"),
        ((), ""),
        ("word", "word"),
        (12, "12"),
        (Severity.NOTE, "note"),
        (dt.date(2021, 6, 16), "2021-06-16"),
        (Span(0, 4), "Some"),
        (Quotation(Span(0, 4)), "Some"),
        (Timed(Span(0, 4), "2021"), "Some (2021)"),
        (Entity("Q1", EntityKind.CITY, "Bern"), "Bern (Q1)"),
        ((Span(0, 4), Span(5, 10), None), "Some, words"),
        (PartialDate(2021, 6), "year=2021 month=6"),
    ],
)
def test_in_words(value: object, words: str) -> None:
    assert in_words(value, "Some words") == words


def explained(text: str) -> tuple[ExplainedClaim, ...]:
    """All claims of built-in types in a text, judged by the built-in rules alone."""
    return explain(
        ArticleFile("a.md", text), uniform_settings(all_rules(), Config(), Choices(select=("FL401",)))
    )


def test_claims_come_in_order_with_verdicts() -> None:
    claims = explained("They met on June 31, 2021, and on May 3, 2021.")
    assert [claim.region.span for claim in claims] == sorted(claim.region.span for claim in claims)
    dates = [claim for claim in claims if claim.kind == "DateClaim"]
    assert [(claim.words, claim.verdicts[0].verdict) for claim in dates] == [
        ("June 31, 2021", Verdict.REFUTED),
        ("May 3, 2021", Verdict.SUPPORTED),
    ]
    assert "a.md:1:13: DateClaim 'June 31, 2021'\n" in as_text(claims)


def test_unjudged_claims_say_so() -> None:
    claims = explained("Sydney, the capital of Australia, votes.")
    assert "  no selected rule judges it alone\n" in as_text(claims)
    assert as_text(()) == "no claims found\n"


def test_unreadable_article_is_an_error() -> None:
    with pytest.raises(InputError):
        explain(ArticleFile("missing.md"), settings(WORD, NAME))
