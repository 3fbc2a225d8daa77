"""The measured figures of rules."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

from factlint.engine.registry import all_rules
from factlint.report.measured import Figures, read_figures
from factlint.report.ruledocs import as_json, as_text

ROOT = Path(__file__).parents[2]
FIGURES = Figures(
    {
        "passages": {"measured": "2026-01-02", "rules": {"XX1": {"errors": 4, "reported": 2, "right": 1}}},
        "published": {
            "measured": "2026-01-01",
            "articles": 3,
            "words": 1200,
            "families": {"weekday": {"planted": 5, "found": 4}},
            "rules": {"XX1": {"found": {"weekday": 4}, "untouched": 1}, "XX2": {"found": {}, "untouched": 0}},
        },
    }
)


def test_in_words() -> None:
    assert list(FIGURES.of("XX1").in_words()) == [
        "in passages written for it, precision 0.50 (1 of 2), recall 0.25 (1 of 4)",
        "of errors planted in published articles, it found 4 of 5 (weekday)",
        "in the 1,200 words of 3 articles as published, 1 finding",
        "on 2026-01-02",
    ]
    assert next(FIGURES.of("XX2").in_words()).endswith("as published, no findings")


def test_what_was_not_measured_says_so() -> None:
    assert list(FIGURES.of("XX3").in_words()) == ["not yet, beyond its examples"]
    assert FIGURES.of("XX3").as_json() is None


def test_figures_that_ship_are_of_rules_there_are_and_add_up() -> None:
    figures, codes = read_figures(), {rule.code for rule in all_rules()}
    measured = {*figures.data["passages"]["rules"], *figures.data["published"]["rules"]}
    assert measured <= codes
    for code in measured:
        one = figures.of(code)
        assert all(found <= planted for found, planted in one.planted.values())
        assert not one.passages or one.passages["right"] <= min(
            one.passages["errors"], one.passages["reported"]
        )


def test_documentation_of_a_rule_shows_them() -> None:
    [rule] = [one for one in all_rules() if one.code == "FL402"]
    assert "(weekday)" in as_text([rule])
    assert json.loads(as_json([rule]))[0]["measured"]["planted"]["weekday"]["of"] > 0


def test_page_on_quality_shows_them() -> None:
    spec = importlib.util.spec_from_file_location("rule_quality", ROOT / "benchmarks" / "rule_quality.py")
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    page = benchmark.PAGE.read_text(encoding="utf-8")
    assert benchmark.with_tables(page, read_figures().data) == page, (
        "run: python benchmarks/rule_quality.py --write"
    )
