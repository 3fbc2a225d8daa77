"""How often each rule is right and how much it finds: the figures that ``factlint rule NAME`` shows.

Usage: python benchmarks/rule_quality.py [--cases FOLDER] [--write]

Two things are measured.

* ``passages``: the annotated passages of ``fixtures/passages``, each right copy or copy with an error. A
  finding where none is annotated counts against precision, an error without a finding against recall,
  whatever the fixture says is known.
* ``published``: with ``--cases``, real articles as they were published (``*.clean.md``), and the same with
  one error planted in each (``cases.jsonl``: file, clean, family, line, wrong). A planted error counts for
  the rules that report it on its line where they report nothing in the untouched article. What a rule
  reports in untouched copy is counted too; as some of that are errors that were printed, it is the most
  that can be wrong.

With ``--write`` the figures go to ``rules/measured.json`` and, as tables, into ``docs/quality.md``; what was
not measured this time stays as it was.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

import factlint
from factlint.api import check_paths
from factlint.engine.registry import all_rules
from factlint.engine.results import Report
from factlint.rulekit.rule import Profile, Severity

ROOT = Path(__file__).resolve().parents[1]
PASSAGES = ROOT / "fixtures" / "passages"
MEASURED = ROOT / "rules" / "measured.json"
PAGE = ROOT / "docs" / "quality.md"
_BEGIN, _END = "<!-- figures: benchmarks/rule_quality.py -->", "<!-- end of figures -->"


def main() -> None:
    """Print the figures of each rule, and write them down if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=Path, help="folder with planted errors and cases.jsonl")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    measured = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.exists() else {}
    measured["passages"] = of_passages()
    if given.cases:
        measured["published"] = of_published(given.cases)
    text = json.dumps(measured, indent=1, ensure_ascii=False) + "\n"
    print(text, end="")
    if given.write:
        MEASURED.write_text(text, encoding="utf-8")
        PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8"), measured), encoding="utf-8")


def of_passages() -> dict[str, Any]:
    """Errors, findings and right findings of each rule that the passages of a file are about."""
    errors, found, right = Counter[str](), Counter[str](), Counter[str]()
    passages, report = 0, None
    for path in sorted(PASSAGES.glob("*.yml")):
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        passages += len(entries)
        marks = [Counter([*entry.get("find", ()), *entry.get("miss", ())]) for entry in entries]
        codes = {item.split()[0] for mark in marks for item in mark}
        report = checked([as_article(entry) for entry in entries], codes)
        reported = findings(report)
        for number, wanted in enumerate(marks):
            given = reported[f"{number:05}.md"]
            for counts, items in ((errors, wanted), (found, given), (right, given & wanted)):
                for item, times in items.items():
                    counts[item.split()[0]] += times
    rules = {
        code: {"errors": errors[code], "reported": found[code], "right": right[code]}
        for code in sorted(errors | found)
    }
    return {**stamp(report), "passages": passages, "rules": rules}


def of_published(folder: Path) -> dict[str, Any]:
    """Planted errors by family and by the rules that report them, and what is reported in untouched copy."""
    cases = [json.loads(line) for line in (folder / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
    clean = sorted(folder.glob("*.clean.md"))
    untouched = check_paths(clean, ignore=["cross-article"])
    touched = check_paths([folder / case["file"] for case in cases], ignore=["cross-article"])
    known, alarms = defaultdict(set), Counter[str]()
    for one in grave(untouched):
        known[Path(one.region.path).name].add((one.rule, one.region.start.line, one.message))
        alarms[one.rule] += 1
    new = defaultdict(list)
    clean_of = {case["file"]: case["clean"] for case in cases}
    for one in grave(touched):
        name = Path(one.region.path).name
        if (one.rule, one.region.start.line, one.message) not in known[clean_of[name]]:
            new[name].append(one)
    planted, caught = Counter[str](), defaultdict(Counter[str])
    anywhere = Counter[str]()
    for case in cases:
        family = case["family"]
        planted[family] += 1
        lines = places(folder / case["file"], case)
        rules = {one.rule for one in new[case["file"]] if one.region.start.line in lines}
        for rule in rules:
            caught[rule][family] += 1
        anywhere[family] += bool(rules)
    return {
        **stamp(untouched),
        "articles": len(clean),
        "words": sum(len(path.read_text(encoding="utf-8").split()) for path in clean),
        "families": {name: {"planted": planted[name], "found": anywhere[name]} for name in sorted(planted)},
        "rules": {
            code: {"found": dict(sorted(caught[code].items())), "untouched": alarms[code]}
            for code in sorted({*caught, *alarms, *(rule.code for rule in untouched.rules)})
        },
    }


def with_tables(page: str, measured: dict[str, Any]) -> str:
    """A page of documentation with the tables of the figures between its two marks."""
    before, after = page.partition(_BEGIN)[0], page.partition(_END)[2]
    return f"{before}{_BEGIN}\n{tables(measured)}{_END}{after}"


def tables(measured: dict[str, Any]) -> str:
    """The figures as Markdown: planted errors by family, untouched copy, passages by rule."""
    passages, published = measured["passages"], measured["published"]
    names = {rule.code: rule.name for rule in all_rules()}
    lines = [
        f"Measured on {published['measured']} with {published['snapshot']}.",
        "",
        "| planted error | found | of |",
        "|---|---|---|",
    ]
    lines += [
        f"| {name} | {one['found']} | {one['planted']} |" for name, one in published["families"].items()
    ]
    alarms = {code: one["untouched"] for code, one in published["rules"].items() if one["untouched"]}
    rate = 1000 * sum(alarms.values()) / published["words"]
    by_rule = ", ".join(f"{code} {number}" for code, number in sorted(alarms.items()))
    lines += [
        "",
        f"In the same {published['articles']} articles as published, {published['words']:,} words,",
        f"it reports {sum(alarms.values())} things, {rate:.3f} per 1,000 words ({by_rule}).",
        "",
        f"Passages, {passages['passages']:,} of them, measured on {passages['measured']}:",
        "",
        "| rule | errors | found | recall | reported | precision |",
        "|---|---|---|---|---|---|",
    ]
    for code, one in passages["rules"].items():
        recall = f"{one['right'] / one['errors']:.2f}" if one["errors"] else ""
        precision = f"{one['right'] / one['reported']:.2f}" if one["reported"] else ""
        found = f"{one['errors']} | {one['right']} | {recall} | {one['reported']} | {precision}"
        lines.append(f"| {code} {names[code]} | {found} |")
    return "\n".join(lines) + "\n"


def places(path: Path, case: dict[str, Any]) -> set[int]:
    """The lines where an error may be reported: its own, and those where a misspelt name comes again."""
    family, token = case["family"], case["wrong"].split()[-1]
    lines = enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
    words = (token,) if family.startswith("name") else ()
    if family == "capital-epithet":
        words = (token, " capital")
    return {case["line"], *(number for number, line in lines if any(word in line for word in words))}


def as_article(entry: dict[str, Any]) -> str:
    """A passage as an article with its publication date."""
    date = f"date: {entry['date']}\n" if entry.get("date") else ""
    return f"---\n{date}---\n\n{entry['text']}\n"


def checked(articles: Iterable[str], codes: Iterable[str]) -> Report:
    """The report of some rules on texts, which are called by their number."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(articles):
            Path(folder, f"{number:05}.md").write_text(text, encoding="utf-8")
        return check_paths([Path(folder)], select=sorted(codes), profile=Profile.PEDANTIC)


def findings(report: Report) -> dict[str, Counter[str]]:
    """File name -> the errors and warnings of each rule, as passages write them."""
    found = defaultdict(Counter[str])
    for one in grave(report):
        found[Path(one.region.path).name][f"{one.rule} {one.words}"] += 1
    return found


def grave(report: Report) -> Iterable[Any]:
    """The errors and warnings of a report."""
    return (one for one in report.diagnostics if one.severity is not Severity.NOTE)


def stamp(report: Report | None) -> dict[str, str]:
    """When and with what it was measured."""
    if report is None:
        raise SystemExit(f"{PASSAGES}: no passages")
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return {"measured": today, "factlint": factlint.__version__, "snapshot": report.snapshot.id}


if __name__ == "__main__":
    main()
