"""The formats of other tools: each place in that tool's own unit, each text as that tool can hold it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from toy import AGAIN, CORPUS, NAME, WORD, check, settings

from factlint.engine.paths import ArticleFile
from factlint.engine.results import Report
from factlint.engine.run import run
from factlint.report import checkstyle, github, gitlab, junit, markdown
from factlint.report.formats import FORMATS, render
from factlint.report.rdjson import render_rdjson, render_rdjsonl
from factlint.rulekit.rule import Severity

ASTRAL = "😀😀 naïve wrong\n"


def mixed() -> Report:
    """An error, a warning with a related place, a note, a cross-article finding, a file that is gone."""
    texts = ("It is here, wrong and again.\n\nAnd again, slight.\n", "Or there.\n")
    files = [ArticleFile(f"{number}.md", text) for number, text in enumerate(texts)]
    return run([*files, ArticleFile("gone.md")], settings(WORD, AGAIN, CORPUS))


def rdjson(report: Report) -> list[dict[str, Any]]:
    document = json.loads(render_rdjson(report))
    assert document["source"] == {"name": "factlint"}
    diagnostics = document["diagnostics"]
    lines = [json.loads(line) for line in render_rdjsonl(report).splitlines()]
    assert lines == [{**item, "source": {"name": "factlint"}} for item in diagnostics]
    assert isinstance(diagnostics, list)
    return diagnostics


def test_rdjson_counts_bytes_of_utf8() -> None:
    [found] = rdjson(check(ASTRAL))
    # Two emoji of four bytes, a space, "naïve" of six bytes, a space: the word begins at byte 16, from 0.
    place = {"start": {"line": 1, "column": 17}, "end": {"line": 1, "column": 22}}
    assert found["location"] == {"path": "0.md", "range": place}
    assert found["suggestions"] == [{"range": place, "text": "right"}]


def test_rdjson_counts_combining_marks_and_the_byte_order_mark() -> None:
    [marked] = rdjson(check("ne\u0301e wrong\n"))
    assert marked["location"]["range"]["start"]["column"] == len("ne\u0301e ".encode()) + 1 == 7
    first, second = rdjson(check("\ufeffwrong\n\nwrong\n"))
    assert first["location"]["range"]["start"] == {"line": 1, "column": 4}
    assert second["location"]["range"]["start"] == {"line": 3, "column": 1}


def test_rdjson_carries_severity_evidence_and_related_places() -> None:
    found = rdjson(mixed())
    assert [item["severity"] for item in found] == ["ERROR", "ERROR", "WARNING", "INFO", "ERROR"]
    assert found[1]["message"] == "wrong is not right\ntoys are right"
    [here] = found[0]["related_locations"]
    assert (here["message"], here["location"]["path"]) == ("there", "1.md")
    assert found[-1]["location"] == {"path": "gone.md"}


def test_gitlab_has_one_fingerprint_a_finding() -> None:
    report = check("wrong\n\nwrong\n", "wrong\n", rules=(WORD,))
    entries = json.loads(gitlab.render(report))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == 3
    moved = json.loads(gitlab.render(check("First.\n\nwrong\n")))
    assert moved[0]["fingerprint"] == entries[0]["fingerprint"]


def test_gitlab_counts_code_points_and_grades() -> None:
    [entry] = json.loads(gitlab.render(check(ASTRAL)))
    assert entry["location"] == {
        "path": "0.md",
        "positions": {"begin": {"line": 1, "column": 10}, "end": {"line": 1, "column": 15}},
    }
    entries = json.loads(gitlab.render(mixed()))
    assert [entry["severity"] for entry in entries] == ["major", "major", "minor", "info", "blocker"]


def test_gitlab_paths_are_relative(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    file = tmp_path / "a" / "b.md"
    file.write_text("wrong\n")
    for named in (str(file), "./a/b.md", "a//b.md"):
        [entry] = json.loads(gitlab.render(run([ArticleFile(named)], settings(WORD))))
        assert entry["location"]["path"] == "a/b.md"


def test_junit() -> None:
    root = ET.fromstring(junit.render(mixed()).encode())
    assert root.attrib == {"name": "factlint", "tests": "5", "failures": "3", "errors": "1"}
    first, second, gone = root
    assert first.attrib == {"name": "0.md", "tests": "3", "failures": "3", "errors": "0"}
    assert [case.get("line") for case in first.findall("testcase")] == ["1", "1", "3"]
    failure = first[1].find("failure")
    assert failure is not None
    assert failure.attrib == {"message": "wrong is not right", "type": "error"}
    assert failure.text == "0.md:1:13: error TT101: wrong is not right\n  = toys are right"
    assert "note TT101" in (first.findtext("system-out") or "")
    assert [case.attrib["name"] for case in second] == ["no findings"]
    assert gone.find("testcase/error") is not None


def test_checkstyle() -> None:
    root = ET.fromstring(checkstyle.render(mixed()).encode())
    assert [file.get("name") for file in root] == ["0.md", "1.md", "gone.md"]
    assert [error.get("severity") for error in root.iter("error")] == [
        "error",
        "error",
        "warning",
        "info",
        "error",
    ]
    [error] = ET.fromstring(checkstyle.render(check(ASTRAL)).encode()).iter("error")
    assert error.attrib == {
        "line": "1",
        "column": "10",
        "severity": "error",
        "message": "wrong is not right",
        "source": "factlint.TT101",
    }


@pytest.mark.parametrize("form", ["junit", "checkstyle"])
def test_xml_holds_what_xml_can_hold(form: str) -> None:
    report = run([ArticleFile('a\x00\x1b\udce9\ufffe<&>".md', "wrong\n")], settings(WORD))
    root = ET.fromstring(render(report, form).encode())
    named = {value for element in root.iter() for value in element.attrib.values()}
    assert any('\ufffd<&>".md' in value for value in named)


def test_markdown_shows_text_as_it_is() -> None:
    report = run([ArticleFile("a|b_c_.md", "It is wrong.\n"), ArticleFile("<gone>.md")], settings(WORD))
    lines = markdown.render(report).splitlines()
    assert lines[0] == "## factlint"
    assert lines[-1] == (
        r"| a\|b\_c\_.md:1:7 | error TT101 toy-word | wrong is not right<br>toys are right |"
    )
    assert lines[-2].startswith(r"| \<gone\>.md | error | ")


def test_markdown_keeps_to_its_room_and_says_what_is_missing() -> None:
    report = check("wrong\n\n" * 50)
    whole = markdown.render(report)
    assert markdown.render_within(report, len(whole) + 100) == whole
    cut = markdown.render_within(report, 1000)
    rows = sum(line.startswith("| 0.md") for line in cut.splitlines())
    assert 0 < rows < 50
    assert cut.endswith(f"\n\n{50 - rows} more in the log.\n")
    assert len(cut.encode()) <= 1000
    assert markdown.render_within(report, 10) == ""


def test_github_puts_errors_first_and_keeps_to_its_limits() -> None:
    text = "again\n\nagain\n\nslight\n\n" + "wrong\n\n" * 12
    lines = github.render(check(text, rules=(WORD, AGAIN))).splitlines()
    kinds = [line.split(" ")[0].strip(":") for line in lines]
    assert kinds[:12] == ["error"] * 10 + ["warning", "notice"]
    assert lines[12].startswith("::notice title=factlint::13 findings in 1 article and 1 note;")
    assert lines[12].endswith("; 2 of them only in the log, for GitHub shows 10 annotations of a kind")
    assert [line[:16] for line in lines[13:]] == ["0.md:27:1: error", "0.md:29:1: error"]


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_takes_every_report(form: str) -> None:
    for report in (mixed(), check(""), check("modelless broken", rules=(WORD, NAME))):
        assert all(isinstance(item.severity, Severity) for item in report.diagnostics)
        text = render(report, form)
        assert text.endswith("\n") or (form in {"concise", "rdjsonl"} and text == "")
