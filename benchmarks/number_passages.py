"""Precision and recall of the number rules over the annotated passages.

Usage: python benchmarks/number_passages.py [PASSAGES.yml]

A passage that must be silent and is reported counts against precision, an error that is not reported
against recall, whatever the fixture says is known; the tests hold it to that.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import yaml

from factlint.api import check_text
from factlint.rulekit.rule import Category, Profile

PASSAGES = Path(__file__).parents[1] / "fixtures" / "passages" / "numbers.yml"


def main() -> None:
    """Print a line for each rule and one for all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("passages", type=Path, nargs="?", default=PASSAGES)
    entries = yaml.safe_load(parser.parse_args().passages.read_text(encoding="utf-8"))
    found, right, wanted = Counter[str](), Counter[str](), Counter[str]()
    wrong_copy = 0
    for entry in entries:
        errors = Counter([*entry.get("find", ()), *entry.get("miss", ())])
        wrong_copy += bool(errors)
        report = check_text(entry["text"], select=[Category.NUMBER], profile=Profile.PEDANTIC)
        reported = Counter(f"{one.rule} {one.words}" for one in report.diagnostics if one.severity != "note")
        for counts, items in ((found, reported), (right, reported & errors), (wanted, errors)):
            for item, times in items.items():
                counts[item.partition(" ")[0]] += times
    print(f"{len(entries)} passages, {wrong_copy} of them with an error")
    for code in (*sorted(wanted), ""):
        of_rule = (sum(counts.values()) if not code else counts[code] for counts in (right, found, wanted))
        hits, alarms, errors_made = of_rule
        figures = f"precision {hits / alarms:.3f}  recall {hits / errors_made:.3f}"
        print(f"{code or 'all':6} errors {errors_made:3}  {figures}")


if __name__ == "__main__":
    main()
