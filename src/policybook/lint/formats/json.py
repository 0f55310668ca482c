"""Render the report as JSON."""

from __future__ import annotations

import json
from typing import Any

from policybook import __version__
from policybook.finding import Finding
from policybook.lint.runner import Verdict


def render(verdict: Verdict) -> str:
    """Return the verdict as JSON, form 1."""
    value = {
        "schema": 1,
        "tool": {"name": "policybook", "version": __version__},
        "as_of": verdict.manual.as_of.isoformat(),
        "base": verdict.base.revision if verdict.base else None,
        "summary": verdict.summary(),
        "findings": [_finding(finding) for finding in verdict.findings],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "subject": finding.subject,
        "message": finding.message,
        "help": finding.help,
        "url": finding.url,
        "related": [
            {"path": place.path, "line": place.span.line, "column": place.span.column, "message": place.message}
            for place in finding.related
        ],
        "waived_by": finding.waived_by,
    }
