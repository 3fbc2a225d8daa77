from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from toy import AGAIN, BROKEN_CORPUS, CORPUS, NAME, WORD, check, settings, toy_rule

from factlint.engine.paths import ArticleFile
from factlint.engine.results import Report
from factlint.engine.run import run
from factlint.report.sarif import render
from factlint.rulekit.rule import Finding, Judgement, Severity
from factlint.text.span import Span

SCHEMA = Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json"
ALL = (WORD, NAME, AGAIN, CORPUS)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def sarif(report: Report) -> dict[str, Any]:
    text = render(report)
    text.encode("ascii")
    [logged] = json.loads(text)["runs"]
    assert isinstance(logged, dict)
    return logged


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def everything() -> Report:
    texts = (
        "It is here, wrong and again.\n\nAnd again.\n",
        'Or there. "All wrong," he said.\n',
        "broken [1]\n",
    )
    files = [ArticleFile(f"{number}.md", text) for number, text in enumerate(texts)]
    return run([*files, ArticleFile("missing ä.md")], settings(*ALL, BROKEN_CORPUS))


def test_valid_by_schema(validator: jsonschema.Draft4Validator) -> None:
    for report in (everything(), check(""), check("modelless")):
        assert [error.message for error in validator.iter_errors(json.loads(render(report)))] == []


def test_schema_would_notice(validator: jsonschema.Draft4Validator) -> None:
    log = json.loads(render(everything()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator.is_valid(log)


def test_results_refer_to_their_rules() -> None:
    logged = sarif(everything())
    rules = logged["tool"]["driver"]["rules"]
    identifiers = [rule["id"] for rule in rules]
    assert identifiers == ["FL000", "TT101", "TT102", "TT201", "TT901", "TT902"]
    assert len(logged["results"]) > 5
    for result in logged["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}


def test_rules_carry_their_metadata() -> None:
    rule = sarif(check("wrong"))["tool"]["driver"]["rules"][1]
    assert rule == {
        "id": "TT101",
        "name": "ToyWord",
        "shortDescription": {"text": "A toy."},
        "fullDescription": {"text": "A toy."},
        "help": {
            "text": "A toy.\n\nLeaves \\[\\[real\\]\\] copy alone.",
            "markdown": "A toy.\n\nLeaves [[real]] copy alone.",
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"category": "date", "precision": "high", "tags": ["date", "toy-word"]},
    }


def test_run_names_its_snapshot_columns_and_category() -> None:
    report = check("wrong")
    logged = sarif(report)
    assert logged["columnKind"] == "unicodeCodePoints"
    assert logged["automationDetails"] == {"id": "factlint/"}
    assert logged["tool"]["driver"]["properties"] == {"snapshot": report.snapshot.id}


def test_regions_have_four_ends_in_code_points() -> None:
    [result] = sarif(check("First.\n\n😀😀 naïve wrong\n"))["results"]
    [location] = result["locations"]
    assert location["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 10,
        "endLine": 3,
        "endColumn": 15,
    }


def test_fingerprints() -> None:
    results = sarif(check("wrong\n\nwrong\n"))["results"]
    marks = [result["partialFingerprints"] for result in results]
    assert all(re.fullmatch(r"[0-9a-f]+:\d+", mark["primaryLocationLineHash"]) for mark in marks)
    assert [mark["factlint/v1"][-2:] for mark in marks] == [":1", ":2"]


def test_related_places_are_linked_from_the_message() -> None:
    [result] = sarif(check("It is here.\n", "Or there.\n", rules=(CORPUS,)))["results"]
    assert result["message"]["text"] == "here or there. See [there](1)."
    [related] = result["relatedLocations"]
    assert related["id"] == 1
    assert related["message"]["text"] == "there"
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "1.md"
    for whole in sarif(everything())["results"]:
        links = set(re.findall(r"\]\((\d+)\)", whole["message"]["text"]))
        assert links == {str(item["id"]) for item in whole.get("relatedLocations", [])}


def test_brackets_and_braces_of_messages_are_escaped() -> None:
    def odd(_: object) -> list[Judgement]:
        return [Judgement.refuted(Finding(Span(0, 1), r"[sic](1) {0} \ done"))]

    [result] = sarif(check("x", rules=(toy_rule("TT401", "toy-odd", check_article=odd),)))["results"]
    assert result["message"]["text"] == r"\[sic\](1) {{0}} \\ done."


def test_fix_replaces_its_region() -> None:
    [result] = sarif(check("It is wrong.\n"))["results"]
    [fix] = result["fixes"]
    assert fix["description"]["text"] == "Write 'right'"
    [change] = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "0.md"}
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 12},
            "insertedContent": {"text": "right"},
        }
    ]


def test_evidence_is_in_the_properties() -> None:
    [result] = sarif(check("It is wrong.\n"))["results"]
    assert result["properties"] == {
        "evidence": [{"text": "toys are right", "entity": "Q1", "source": "toys"}]
    }


def test_input_problems_are_notifications() -> None:
    [invocation] = sarif(everything())["invocations"]
    assert invocation["executionSuccessful"] is False
    [problem] = invocation["toolExecutionNotifications"]
    assert problem["level"] == "error"
    assert problem["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "missing%20%C3%A4.md"
    [clean] = sarif(check("right"))["invocations"]
    assert clean == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_missing_model_is_a_notification() -> None:
    [invocation] = sarif(check("modelless"))["invocations"]
    [notification] = invocation["toolExecutionNotifications"]
    assert notification["level"] == "warning"
    assert "TT101" in notification["message"]["text"]


def test_no_lone_surrogate_comes_out() -> None:
    report = run([ArticleFile("caf\udce9.md", "wrong"), ArticleFile("gone\udce9.md")], settings(WORD))
    logged = sarif(report)
    assert not any("\ud800" <= character <= "\udfff" for text in strings(logged) for character in text)
    [location] = logged["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "caf%E9.md"


def test_uris_are_relative_where_they_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [str(tmp_path / "a b" / "0#.md"), "./x/../1.md", "/elsewhere/2.md"]
    report = run([ArticleFile(path, "wrong") for path in paths], settings(WORD))
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in sarif(report)["results"]
    ]
    assert uris == ["a%20b/0%23.md", "1.md", "file:///elsewhere/2.md"]


def test_notes_are_notes() -> None:
    [result] = sarif(check("It is slight.\n"))["results"]
    assert result["level"] == Severity.NOTE.value
