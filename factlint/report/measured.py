"""How good the rules were found to be: the figures of ``rules/measured.json``.

They are made by ``benchmarks/rule_quality.py``; ``docs/quality.md`` says what they mean.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factlint.errors import FactlintError
from factlint.resources import rules_dir

FILE_NAME = "measured.json"


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """What was measured of one rule.

    Attributes:
        passages: ``errors``, ``reported`` and ``right`` in annotated passages; empty where not measured.
        planted: by family of planted errors, how many the rule reported and how many there were.
        untouched: findings in copy as it was published; None where not measured.
        articles, words: how much of that copy there was.
        measured: the day.
    """

    passages: Mapping[str, int]
    planted: Mapping[str, tuple[int, int]]
    untouched: int | None
    articles: int
    words: int
    measured: str

    def in_words(self) -> Iterator[str]:
        """A line for each measurement, or one that says that there is none."""
        if self.passages:
            errors, reported, right = (self.passages[key] for key in ("errors", "reported", "right"))
            precision = f"precision {right / reported:.2f} ({right} of {reported})" if reported else ""
            recall = f"recall {right / errors:.2f} ({right} of {errors})" if errors else ""
            yield "in passages written for it, " + ", ".join(filter(None, (precision, recall)))
        if self.planted:
            found = ", ".join(f"{right} of {all_} ({name})" for name, (right, all_) in self.planted.items())
            yield f"of errors planted in published articles, it found {found}"
        if self.untouched is not None:
            said = f"{self.untouched or 'no'} finding{'' if self.untouched == 1 else 's'}"
            yield f"in the {self.words:,} words of {self.articles} articles as published, {said}"
        if not self.passages and self.untouched is None:
            yield "not yet, beyond its examples"
        else:
            yield f"on {self.measured}"

    def as_json(self) -> dict[str, Any] | None:
        """As plain data; None where nothing was measured."""
        if not self.passages and self.untouched is None:
            return None
        return {
            "measured": self.measured,
            "passages": dict(self.passages) or None,
            "planted": {name: {"found": right, "of": all_} for name, (right, all_) in self.planted.items()},
            "untouched": self.untouched,
            "untouched_words": self.words,
        }


@dataclass(frozen=True)
class Figures:
    """What was measured of all rules, as the file has it."""

    data: Mapping[str, Any]

    def of(self, code: str) -> RuleFigures:
        """The figures of a rule."""
        passages, published = self.data["passages"], self.data["published"]
        own = published["rules"].get(code)
        planted = {
            family: (found, published["families"][family]["planted"])
            for family, found in (own["found"] if own else {}).items()
        }
        return RuleFigures(
            passages["rules"].get(code, {}),
            planted,
            own["untouched"] if own else None,
            published["articles"],
            published["words"],
            max(passages["measured"], published["measured"]),
        )


def read_figures() -> Figures:
    """The figures that ship with factlint.

    Raises:
        FactlintError: they are missing or damaged.
    """
    path = rules_dir() / FILE_NAME
    try:
        return Figures(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise FactlintError(f"{path}: {error}", "reinstall factlint") from None
