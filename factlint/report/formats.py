"""The formats of reports, by name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from factlint.engine.results import Report

FORMATS = {
    "text": "factlint.report.text:render",
    "statistics": "factlint.report.statistics:render",
    "concise": "factlint.report.concise:render",
    "json": "factlint.report.structured:render_json",
    "jsonl": "factlint.report.structured:render_jsonl",
    "github": "factlint.report.github:render",
    "sarif": "factlint.report.sarif:render",
    "gitlab": "factlint.report.gitlab:render",
    "junit": "factlint.report.junit:render",
    "checkstyle": "factlint.report.checkstyle:render",
    "rdjson": "factlint.report.rdjson:render_rdjson",
    "rdjsonl": "factlint.report.rdjson:render_rdjsonl",
    "html": "factlint.report.html.page:render",
    "markdown": "factlint.report.markdown:render",
}
"""The function that renders each format; imported when it is called for."""


def render(report: Report, form: str) -> str:
    """A report in one of ``FORMATS``, without colours."""
    module, _, name = FORMATS[form].partition(":")
    function = cast("Callable[[Report], str]", getattr(import_module(module), name))
    return function(report)
