from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from toy import AGAIN, CORPUS, NAME, WORD, check, settings

from factlint.annotate.nlp import ModelInfo
from factlint.engine.paths import ArticleFile
from factlint.engine.run import run
from factlint.report import github
from factlint.report.structured import render_json, render_jsonl

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "report-1.json"
TEXTS = (
    "---\ndate: 2021-06-16\n---\nIt is here, wrong.\n",
    "There: there and unsure, modelless.\n",
    "broken\n",
)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_json_is_valid_by_its_schema(validator: jsonschema.Draft202012Validator) -> None:
    document = json.loads(render_json(check(*TEXTS, rules=(WORD, NAME, AGAIN, CORPUS))))
    assert [error.message for error in validator.iter_errors(document)] == []
    assert document["summary"]["findings"]["error"] == 5


def test_schema_knows_every_key_that_comes_out(validator: jsonschema.Draft202012Validator) -> None:
    def closed(schema: Any) -> Any:
        if isinstance(schema, dict):
            schema = {key: closed(value) for key, value in schema.items()}
            if "properties" in schema and "additionalProperties" not in schema and "required" in schema:
                schema["additionalProperties"] = False
        return schema

    strict = jsonschema.Draft202012Validator(closed(validator.schema))
    document = json.loads(render_json(check(*TEXTS, rules=(WORD, CORPUS))))
    assert [error.message for error in strict.iter_errors(document)] == []


def test_json_finding() -> None:
    report = check("\ufeff😀 naïve wrong\n")
    document = json.loads(render_json(report))
    [article] = document["articles"]
    assert article["published"] is None
    [finding] = article["findings"]
    assert finding == {
        "rule": "TT101",
        "name": "toy-word",
        "category": "date",
        "severity": "error",
        "confidence": "high",
        "message": "wrong is not right",
        "path": "0.md",
        "start": {"offset": 9, "line": 1, "column": 10},
        "end": {"offset": 14, "line": 1, "column": 15},
        "words": "wrong",
        "subject": "toy",
        "fingerprint": next(iter(report.diagnostics)).fingerprint,
        "evidence": [{"text": "toys are right", "entity": "Q1", "source": "toys"}],
        "related": [],
        "fix": {
            "path": "0.md",
            "start": {"offset": 9, "line": 1, "column": 10},
            "end": {"offset": 14, "line": 1, "column": 15},
            "replacement": "right",
        },
    }


def test_json_names_snapshot_date_and_claims() -> None:
    report = check(*TEXTS[:2])
    document = json.loads(render_json(report))
    assert document["snapshot"]["id"] == report.snapshot.id
    assert document["without_model"]["rules"] == ["TT101"]
    first, second = document["articles"]
    assert first["published"] == {"date": "2021-06-16", "source": "front matter"}
    assert second["claims"] == {
        "found": 2,
        "checked": 0,
        "unchecked": {"context not certain": 1, "no language model": 1},
    }


def test_json_names_the_model_that_was_used() -> None:
    report = replace(check("right"), model=ModelInfo("en_core_web_sm", "3.8.0", verified=True))
    assert json.loads(render_json(report))["model"] == {
        "package": "en_core_web_sm",
        "version": "3.8.0",
        "verified": True,
    }


def test_json_lines_are_the_same_in_pieces() -> None:
    report = check(*TEXTS, rules=(WORD, CORPUS))
    whole = json.loads(render_json(report))
    parts = [json.loads(line) for line in render_jsonl(report).splitlines()]
    run_, *rest = parts
    assert run_ == {
        "type": "run",
        **{key: whole[key] for key in whole if key not in {"articles", "problems"}},
    }
    findings = [part for part in rest if part.pop("type") == "finding"]
    assert findings == [finding for article in whole["articles"] for finding in article["findings"]]


def test_lone_surrogates_are_replaced() -> None:
    report = run([ArticleFile("\udce9.md", "wrong"), ArticleFile("\udce8.md")], settings(WORD))
    document = json.loads(render_json(report))
    assert document["articles"][0]["path"] == "\ufffd.md"
    assert document["problems"][0]["path"] == "\ufffd.md"


def test_github_annotations() -> None:
    files = [ArticleFile("a:b,c%.md", "It is wrong.\n\nIt is slight.\n"), ArticleFile("gone.md")]
    lines = github.render(run(files, settings(WORD))).splitlines()
    assert lines[0].startswith("::error file=gone.md,title=factlint::gone.md: ")
    assert lines[1] == (
        "::error file=a%3Ab%2Cc%25.md,line=1,endLine=1,title=TT101 toy-word,col=7,endColumn=11"
        "::wrong is not right%0Atoys are right"
    )
    assert lines[2].startswith("::notice file=a%3Ab%2Cc%25.md,line=3,")
    assert lines[3].startswith("::notice title=factlint::1 finding in 1 article and 1 note; ")
