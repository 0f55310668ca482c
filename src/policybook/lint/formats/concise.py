"""Render the report as one line for each finding: path, line, column, severity, message, check."""

from __future__ import annotations

from policybook.lint.runner import Verdict
from policybook.text.terminal import safe


def render(verdict: Verdict) -> str:
    """Return the lines, as compilers and linters write them."""
    return "".join(
        f"{safe(one.path)}:{one.span.line}:{one.span.column}: "
        f"{'waived' if one.waived_by else one.severity}: {safe(one.message)} [{one.check}]\n"
        for one in verdict.findings
    )
