"""Render the report as JUnit XML, which most CI servers show as tests.

JUnit knows only passed, failed and skipped: an error fails, a waived finding is skipped, and what is slighter
passes with its words as output. A check without findings is one passed test.
"""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree as xml

from policybook.finding import Finding
from policybook.lint.runner import Verdict
from policybook.text.terminal import safe


def render(verdict: Verdict) -> str:
    """Return the verdict as XML: a suite for each family, a test for each finding or silent check."""
    root = xml.Element("testsuites", name="policybook")
    by_family = sorted(verdict.checks.values(), key=lambda check: (check.family, check.id))
    total = failed = 0
    for family, members in groupby(by_family, key=lambda check: check.family):
        suite = xml.SubElement(root, "testsuite", name=family)
        cases = [case for check in members for case in _cases(verdict, check.id, family)]
        suite.extend(cases)
        failures = sum(1 for case in cases if case.find("failure") is not None)
        skipped = sum(1 for case in cases if case.find("skipped") is not None)
        counts = {"tests": len(cases), "failures": failures, "errors": 0, "skipped": skipped}
        suite.attrib.update({name: str(count) for name, count in counts.items()})
        total, failed = total + len(cases), failed + failures
    root.attrib.update(tests=str(total), failures=str(failed), errors="0")
    xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"


def _cases(verdict: Verdict, id: str, family: str) -> list[xml.Element]:
    found = [finding for finding in verdict.findings if finding.check == id]
    if not found:
        return [xml.Element("testcase", classname=f"policybook.{family}", name=id)]
    return [_case(finding, family) for finding in found]


def _case(finding: Finding, family: str) -> xml.Element:
    where = f"{safe(finding.path)}:{finding.span.line}:{finding.span.column}"
    case = xml.Element(
        "testcase",
        classname=f"policybook.{family}",
        name=f"{finding.check} {where}",  # Jenkins' schema has no `file` and no `line`
    )
    words = safe(f"{finding.message} {finding.help}".strip())
    if finding.waived_by is not None:
        xml.SubElement(case, "skipped", message=f"Waived by {safe(finding.waived_by)}: {words}")
    elif finding.severity == "error":
        xml.SubElement(case, "failure", type=finding.check, message=words).text = f"{where}\n{words}"
    else:
        xml.SubElement(case, "system-out").text = f"{finding.severity}: {where}: {words}"
    return case
