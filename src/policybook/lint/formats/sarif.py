"""Render the report as SARIF 2.1.0 (OASIS Standard), which code hosts show beside the lines."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from policybook import __version__
from policybook.finding import Finding, Span
from policybook.lint.check import Rule
from policybook.lint.runner import Verdict

_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(verdict: Verdict) -> str:
    """Return the verdict as one SARIF run; waived findings carry a suppression."""
    checks = [verdict.checks[id] for id in sorted({finding.check for finding in verdict.findings})]
    index = {check.id: at for at, check in enumerate(checks)}
    run = {
        "tool": {
            "driver": {
                "name": "policybook",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(check) for check in checks],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, index[finding.check], fingerprint)
            for finding, fingerprint in zip(verdict.findings, _fingerprints(verdict.findings), strict=True)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(check: Rule) -> dict[str, Any]:
    return {
        "id": check.id,
        "shortDescription": {"text": f"{check.title}."},
        "fullDescription": {"text": f"{check.title}."},
        "help": {"text": check.doc.strip()},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {"tags": [check.family]},
    }


def _fingerprints(findings: tuple[Finding, ...]) -> list[str]:
    """Return for each finding what it is known by in the next report, wherever its lines have moved to."""
    seen: Counter[str] = Counter()
    fingerprints = []
    for finding in findings:
        known = "\0".join((finding.check, finding.path, finding.subject, finding.message))
        seen[known] += 1
        fingerprints.append(sha256(f"{known}\0{seen[known]}".encode()).hexdigest())
    return fingerprints


def _result(finding: Finding, rule: int, fingerprint: str) -> dict[str, Any]:
    message = f"{finding.message} {finding.help}".strip()
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(finding.path, finding.span)],
        "partialFingerprints": {"policybook/v1": fingerprint},
        "properties": {"subject": finding.subject},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": at, **_location(place.path, place.span), "message": {"text": place.message}}
            for at, place in enumerate(finding.related)
        ]
    if finding.waived_by is not None:
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": f"Waived by {finding.waived_by}."}
        ]
    return result


def _location(path: str, span: Span) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column}
    if (span.end_line, span.end_column) > (span.line, span.column):
        region.update(endLine=span.end_line, endColumn=span.end_column)
    return {"physicalLocation": {"artifactLocation": {"uri": quote(path)}, "region": region}}
