"""Render the report as GitHub workflow commands, which become annotations in a pull request.

GitHub shows ten annotations of a kind for each step and drops the rest in silence: the summary comes first,
says how many there are, findings that the change caused come before older ones, and what would be dropped is printed
as plain lines of the log instead.
"""

from __future__ import annotations

from collections import Counter

from policybook.finding import Finding
from policybook.lint.formats import caused
from policybook.lint.formats.text import closing
from policybook.lint.runner import Verdict
from policybook.text.terminal import safe

_SHOWN = 10


def render(verdict: Verdict) -> str:
    """Return the summary, then a command for each finding that isn't waived."""
    room = Counter({"error": _SHOWN, "warning": _SHOWN, "notice": _SHOWN - 1})  # the summary is a notice itself
    commands: list[str] = []
    rest: list[str] = []
    new, older = caused.split(verdict)
    for finding in (*new, *older):
        if finding.waived_by is not None:
            continue
        if room[finding.severity] > 0:
            room[finding.severity] -= 1
            commands.append(_command(finding))
        else:
            rest.append(
                f"{safe(finding.path)}:{finding.span.line}: {finding.severity}: {safe(finding.message)} "
                f"[{finding.check}]"
            )
    more = f" {len(rest)} of them stand in the job's log only." if rest else ""
    summary = f"::notice title=Policybook::{_data(closing(verdict) + more)}"
    return "\n".join([summary, *commands, *rest]) + "\n"


def _command(finding: Finding) -> str:
    span = finding.span
    properties = {"file": finding.path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:  # GitHub takes columns for a single line only
        properties.update(col=str(span.column), endColumn=str(span.end_column))
    properties["title"] = finding.check
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{finding.severity} {listed}::{_data(f'{finding.message} {finding.help}'.strip())}"


def _data(text: str) -> str:
    """Escape what ends a command: https://github.com/actions/toolkit, packages/core, `command.ts`."""
    return safe(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
