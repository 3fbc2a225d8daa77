"""GitLab's Code Quality report: a JSON array of the Code Climate fields that GitLab reads."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import PurePath
from typing import Any

from factlint.engine.results import Diagnostic, InputProblem, Report
from factlint.report.characters import well_formed
from factlint.rulekit.rule import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report) -> str:
    """The findings, and as ``blocker`` what could not be read.

    GitLab shows one entry a fingerprint, so it is made of the path too; line numbers stay out of it.
    """
    entries = [_finding(found) for found in report.diagnostics]
    entries += [_problem(problem) for problem in report.problems]
    return json.dumps(well_formed(entries), ensure_ascii=False, indent=1) + "\n"


def _finding(found: Diagnostic) -> dict[str, Any]:
    start, end = found.region.start, found.region.end
    path = _path(found.region.file)
    return {
        "description": f"{found.rule}: {found.message}",
        "check_name": found.rule,
        "fingerprint": _fingerprint(_path(found.region.path), found.fingerprint),
        "severity": _SEVERITIES[found.severity],
        "location": {
            "path": path,
            "positions": {
                "begin": {"line": start.line, "column": start.column},
                "end": {"line": end.line, "column": end.column},
            },
        },
    }


def _problem(problem: InputProblem) -> dict[str, Any]:
    path = _path(problem.path)
    return {
        "description": problem.message,
        "check_name": "input",
        "fingerprint": _fingerprint(path, "input", problem.message),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _path(path: str) -> str:
    """Relative to the working directory, with slashes: GitLab matches paths of its repository."""
    return PurePath(os.path.relpath(path)).as_posix()


def _fingerprint(*parts: str) -> str:
    key = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(key, digest_size=16).hexdigest()
