"""Score the layer of time expressions against gold: spans strict and relaxed, and values.

Usage: python benchmarks/timex_f1.py GOLD.jsonl [--misses N]

Each line of the gold file is a document: ``id``, ``dct``, ``text`` and ``timexes`` with ``start``,
``end`` and ``value``. Gold made from TEI date tags is partial, so:

* an expression of ours that overlaps no gold is left out of account, not counted as wrong;
* final punctuation that a gold span takes in does not count;
* TEI values are calendar dates, a stretch of time being given by its first day, so a TIMEX3 value
  is compared by the first day it covers, at the precision of the gold value.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factlint.annotate.sentences import split_sentences
from factlint.annotate.timex import Timex, find_timexes
from factlint.document.read import read_article
from factlint.text.source import SourceText
from factlint.text.span import Span

_SEASON_START = {"SP": "03", "SU": "06", "FA": "09", "WI": "12"}
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?")


@dataclass
class Tally:
    """Counts of one comparison."""

    right: int = 0
    ours: int = 0
    gold: int = 0

    def line(self, name: str) -> str:
        """Precision, recall and F1 in one line."""
        precision = self.right / self.ours if self.ours else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{name:14} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def first_day(timex: Timex) -> str:
    """The first day (or month, year, clock time) that a TIMEX3 value covers, in TEI's form."""
    value = timex.begin or timex.value
    clock = _CLOCK.search(value)
    day = value.partition("T")[0]
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", day)
    if week:
        monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        return monday.isoformat()
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", day)
    if season:
        return f"{season[1]}-{_SEASON_START[season[2]]}"
    if re.fullmatch(r"\d{3}", day):
        return f"{day}0-01-01"
    if re.fullmatch(r"\d{2}", day):
        return f"{day}00-01-01"
    return f"{day}T{clock[1]}:{clock[2] or '00'}:00" if clock else day


def agrees(timex: Timex, gold: str) -> bool:
    """Whether a value says what the gold value says, at the gold's precision."""
    ours = first_day(timex)
    if re.fullmatch(r"\d\d:\d\d:\d\d", gold):
        return ours.endswith(gold)
    if "T" in gold:
        return ours == gold
    ours = ours.partition("T")[0].replace("XXXX-", "--")
    # A season or an end of the year is dated to the month or day by TEI, to the period by TIMEX3.
    return ours.startswith(gold) or (
        gold.startswith(ours) and gold[len(ours) :] in ("-01", "-01-01", "-12-31")
    )


def trimmed(text: str, start: int, end: int) -> Span:
    """A gold span without the punctuation it may end in."""
    words = text[start:end].rstrip(" ,.;:)?!'’s" if text[start:end].endswith(("’s", "'s")) else " ,.;:)?!'’")
    return Span(start, start + len(words))


def score(path: Path) -> tuple[Tally, Tally, Tally, list[str]]:
    """Strict spans, relaxed spans, values, and a line for each miss."""
    strict, relaxed, values = Tally(), Tally(), Tally()
    misses: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text: str = document["text"]
        article = read_article(SourceText(document["id"], text), date=dt.date.fromisoformat(document["dct"]))
        ours = find_timexes(article, split_sentences(article))
        gold: list[dict[str, Any]] = document["timexes"]
        spans = [trimmed(text, item["start"], item["end"]) for item in gold]
        counted = [timex for timex in ours if any(timex.span.overlaps(span) for span in spans)]
        for tally in (strict, relaxed):
            tally.ours += len(counted)
            tally.gold += len(gold)
        values.ours += len(counted)
        values.gold += sum(item["value"] is not None for item in gold)
        for item, span in zip(gold, spans, strict=True):
            meeting = [timex for timex in counted if timex.span.overlaps(span)]
            strict.right += any(timex.span == span for timex in meeting)
            relaxed.right += bool(meeting)
            if item["value"] is None:
                values.ours -= len(meeting)
                continue
            if any(agrees(timex, item["value"]) for timex in meeting):
                values.right += 1
                continue
            got = ", ".join(f"{article.words(timex.span)!r} {timex.value}" for timex in meeting) or "nothing"
            misses.append(f"{document['id']}: {span.of(text)!r} is {item['value']}, got {got}")
    return strict, relaxed, values, misses


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print the first N wrong values")
    options = parser.parse_args()
    strict, relaxed, values, misses = score(options.gold)
    print(strict.line("strict span"))
    print(relaxed.line("relaxed span"))
    print(values.line("value"))
    for miss in misses[: options.misses]:
        print(f"  {miss}")


if __name__ == "__main__":
    main()
