"""JUnit XML, as CI servers read it: a suite an article, a failed test case a finding."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from factlint.engine.results import ArticleReport, Diagnostic, InputProblem, Report
from factlint.report.xmltext import document, xml_text
from factlint.rulekit.rule import Severity


def render(report: Report) -> str:
    """The report as ``testsuites``.

    An article without errors and warnings is one passed test case, with its notes as its output;
    an article that could not be read is a test case in error.
    """
    root = ET.Element("testsuites", name="factlint")
    for article in report.articles:
        _suite(root, article)
    for problem in report.problems:
        _unreadable(root, problem)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    return document(root)


def _suite(root: ET.Element, article: ArticleReport) -> None:
    failed = [found for found in article.diagnostics if found.severity is not Severity.NOTE]
    notes = [found for found in article.diagnostics if found.severity is Severity.NOTE]
    name, file = xml_text(article.path), xml_text(article.file)
    counts = {"tests": str(len(failed) or 1), "failures": str(len(failed)), "errors": "0"}
    suite = ET.SubElement(root, "testsuite", {"name": name, **counts})
    for found in failed:
        start = found.region.start
        case = ET.SubElement(
            suite,
            "testcase",
            classname=name,
            name=f"{found.rule} {start.line}:{start.column}",
            file=file,
            line=str(start.line),
        )
        failure = ET.SubElement(case, "failure", message=xml_text(found.message), type=found.severity.value)
        failure.text = xml_text(_told(found))
    if not failed:
        ET.SubElement(suite, "testcase", classname=name, name="no findings", file=file)
    if notes:
        ET.SubElement(suite, "system-out").text = xml_text("\n".join(map(_told, notes)))


def _told(found: Diagnostic) -> str:
    start = found.region.start
    head = f"{found.region.file}:{start.line}:{start.column}: {found.severity} {found.rule}: {found.message}"
    return "\n".join([head, *(f"  = {item.text}" for item in found.evidence)])


def _unreadable(root: ET.Element, problem: InputProblem) -> None:
    name = xml_text(problem.path)
    suite = ET.SubElement(root, "testsuite", name=name, tests="1", failures="0", errors="1")
    case = ET.SubElement(suite, "testcase", classname=name, name="readable", file=name)
    ET.SubElement(case, "error", message=xml_text(problem.message), type="input")
