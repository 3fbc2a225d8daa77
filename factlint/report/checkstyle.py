"""Checkstyle XML, which many CI plug-ins read."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from factlint.engine.results import Report
from factlint.report.xmltext import document, xml_text
from factlint.rulekit.rule import Severity

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}
_VERSION = "4.3"
"""Of Checkstyle, whose report this looks like; readers ask for the attribute, not for its value."""


def render(report: Report) -> str:
    """A ``file`` element an article, an ``error`` element a finding; columns count code points."""
    root = ET.Element("checkstyle", version=_VERSION)
    for article in report.articles:
        file = ET.SubElement(root, "file", name=xml_text(article.file))
        for found in article.diagnostics:
            ET.SubElement(
                file,
                "error",
                line=str(found.region.start.line),
                column=str(found.region.start.column),
                severity=_SEVERITIES[found.severity],
                message=xml_text(found.message),
                source=f"factlint.{found.rule}",
            )
    for problem in report.problems:
        file = ET.SubElement(root, "file", name=xml_text(problem.path))
        ET.SubElement(
            file,
            "error",
            line="1",
            severity="error",
            message=xml_text(problem.message),
            source="factlint.input",
        )
    return document(root)
