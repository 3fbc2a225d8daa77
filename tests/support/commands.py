"""Running factlint as a user does: as a command, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

Result = subprocess.CompletedProcess[str]

PLUGIN = """
from factlint.rulekit.rule import Category, Confidence, Finding, Judgement, Rule, Severity
from factlint.text.span import Span


def broken(context):
    raise ZeroDivisionError("plug-in")


def named(context):
    for sentence in context.annotations.sentences:
        for entity in context.annotations.named_entities(sentence):
            yield Judgement.refuted(Finding(entity.span, "a name"))


def rule(code, name, check):
    return Rule(
        code=code, name=name, summary="A plug-in.", doc="A plug-in.", category=Category.STYLE,
        severity=Severity.WARNING, confidence=Confidence.LOW, check_article=check, needs_model=True,
    )


BROKEN = rule("XX101", "plugin-broken", broken)
NAMED = rule("XX102", "plugin-named", named)
TWIN = rule("FL301", "plugin-twin", broken)
"""

# No test may find what another has left: below the null device no cache can be made.
_ENVIRONMENT = {"PYTHONIOENCODING": "utf-8", "FACTLINT_KB": "embedded", "FACTLINT_CACHE_DIR": os.devnull}


def factlint(
    *arguments: str | Path | bytes, cwd: Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None
) -> Result:
    """Run ``factlint`` with arguments; output is text, with whatever is not UTF-8 escaped."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "factlint", *arguments],
        cwd=cwd,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        env={**os.environ, **_ENVIRONMENT, **(env or {})},
        check=False,
        timeout=120,
    )
    return subprocess.CompletedProcess(
        done.args,
        done.returncode,
        done.stdout.decode("utf-8", "backslashreplace"),
        done.stderr.decode("utf-8", "backslashreplace"),
    )


def install_plugin(folder: Path, *names: str) -> dict[str, str]:
    """Put the plug-in above on an import path, with rules of these names; the environment to find it."""
    info = folder / "plugin_for_tests-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / "plugin_for_tests.py").write_text(PLUGIN)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plugin-for-tests\nVersion: 1.0\n")
    points = "".join(f"{name.lower()} = plugin_for_tests:{name}\n" for name in names)
    (info / "entry_points.txt").write_text(f"[factlint.rules]\n{points}")
    return {"PYTHONPATH": str(folder)}
