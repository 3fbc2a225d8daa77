"""A claim type and rules for tests of the engine: what a word says of itself is the verdict on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from factlint.annotate.layers import Annotations
from factlint.claims.base import Claim
from factlint.engine.internal import UNUSED_SUPPRESSION
from factlint.engine.paths import ArticleFile
from factlint.engine.results import Report
from factlint.engine.run import run
from factlint.engine.settings import ArticleSettings, RuleSettings, RunSettings
from factlint.errors import ModelError
from factlint.kb.embedded import embedded_path
from factlint.rulekit.context import ArticleContext, CorpusContext
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Finding,
    Fix,
    Judgement,
    Missing,
    Profile,
    Related,
    Rule,
    Severity,
)
from factlint.text.span import Span

_WORD = re.compile(r"\b(?:wrong|right|unsure|undated|broken|modelless|slight)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToyClaim(Claim):
    """A word that says whether it is right."""

    word: str


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """Every such word of an article."""
    return tuple(
        ToyClaim(
            span=Span(*match.span()),
            sentence=annotations.sentence_at(match.start()),
            quoted=annotations.is_quoted(Span(*match.span())),
            word=match.group(),
        )
        for block in annotations.article.blocks
        for match in _WORD.finditer(annotations.article.prose, block.span.start, block.span.end)
    )


def judge(claim: ToyClaim, context: ArticleContext) -> Judgement:
    """The verdict that the word asks for."""
    if claim.word == "broken":
        raise ZeroDivisionError("toy")
    if claim.word == "modelless":
        raise ModelError("no model", "install one")
    if claim.word == "undated" and context.published is None:
        return Judgement.unknown(Missing.PUBLICATION_DATE)
    if claim.word == "unsure":
        return Judgement.unknown(Missing.CONTEXT)
    if claim.word not in {"wrong", "slight"}:
        return Judgement.supported()
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{claim.word} is not {context.options.get('instead', 'right')}",
            subject="toy",
            evidence=(Evidence("toys are right", "Q1", "toys"),),
            fix=Fix(claim.span, "right"),
            severity=Severity.NOTE if claim.word == "slight" else None,
        )
    )


def judge_article(context: ArticleContext) -> Iterable[Judgement]:
    """Finds every "again" that follows another."""
    places = [Span(*match.span()) for match in re.finditer(r"\bagain\b", context.article.prose)]
    for first, second in pairwise(places):
        yield Judgement.refuted(
            Finding(second, "again stands here again", related=(Related(first, "the first again"),))
        )


def compare(context: CorpusContext) -> Iterable[Finding]:
    """Finds "here" in an article where a later one has "there"."""
    for one, other in combinations(context.sources.values(), 2):
        here, there = one.text.find("here"), other.text.find("there")
        if here >= 0 and there >= 0:
            yield Finding(
                Span(here, here + 4),
                "here or there",
                related=(Related(Span(there, there + 5), "there", other.path),),
                path=one.path,
            )


def compare_broken(context: CorpusContext) -> Iterable[Finding]:
    """Raises."""
    raise RuntimeError(f"{len(context.comparison.articles)} articles")


def toy_rule(code: str, name: str, **settings: object) -> Rule:
    """A rule with defaults for whatever a test does not care about."""
    given: dict[str, object] = {
        "code": code,
        "name": name,
        "summary": "A toy.",
        "doc": "A toy.\n\nLeaves [[real]] copy alone.",
        "category": Category.DATE,
        "severity": Severity.ERROR,
        "confidence": Confidence.HIGH,
    }
    return Rule(**(given | settings))  # type: ignore[arg-type]


WORD = toy_rule("TT101", "toy-word", claim=ToyClaim, check_claim=judge, options={"instead": "right"})
NAME = toy_rule("TT102", "toy-name", claim=ToyClaim, check_claim=judge, category=Category.NAME)
AGAIN = toy_rule("TT201", "toy-again", check_article=judge_article, severity=Severity.WARNING)
CORPUS = toy_rule("TT901", "toy-corpus", check_corpus=compare, category=Category.CROSS_ARTICLE)
BROKEN_CORPUS = toy_rule("TT902", "toy-broken", check_corpus=compare_broken, category=Category.CROSS_ARTICLE)
PEDANTIC = toy_rule("TT301", "toy-pedantic", check_article=judge_article, profile=Profile.PEDANTIC)
RULES = (WORD, NAME, AGAIN, PEDANTIC, CORPUS, BROKEN_CORPUS)


def article_settings(*rules: Rule, **held: Any) -> ArticleSettings:
    """Settings of an article on which some rules run as they come."""
    return ArticleSettings(tuple(RuleSettings(rule, rule.severity, rule.options) for rule in rules), **held)


def settings(*rules: Rule, kb: Path | None = None, **by_path: ArticleSettings) -> RunSettings:
    """Settings that run some rules as they come; others hold for the articles ``NAME.md`` that are named."""
    return RunSettings(
        known=(*RULES, UNUSED_SUPPRESSION),
        kb=kb or embedded_path(),
        default=article_settings(*rules),
        by_path={f"{name}.md": held for name, held in by_path.items()},
    )


def check(*texts: str, rules: tuple[Rule, ...] = (WORD,), jobs: int = 1) -> Report:
    """Check articles called ``0.md``, ``1.md`` …"""
    files = [ArticleFile(f"{number}.md", text) for number, text in enumerate(texts)]
    return run(files, settings(*rules), jobs=jobs)
