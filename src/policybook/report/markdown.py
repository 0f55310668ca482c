"""The report as a pull request's summary: the verdict first, then what must be mended, the rest folded."""

from __future__ import annotations

from collections.abc import Iterable

from policybook.finding import Finding
from policybook.markdown import words
from policybook.report.text import closing
from policybook.verdict import Verdict

LONGEST = 60_000
"""Characters; GitHub takes 65,536 in a comment."""

_CUT = "\n\nThere is more than fits here: `policybook check` shows all of it.\n"


def render(verdict: Verdict) -> str:
    """Return the summary as Markdown, at most `LONGEST` characters."""
    open_ = [finding for finding in verdict.findings if finding.waived_by is None]
    errors = [finding for finding in open_ if finding.severity == "error"]
    others = [finding for finding in open_ if finding.severity != "error"]
    waived = [finding for finding in verdict.findings if finding.waived_by is not None]
    parts = [f"**{_verdict(verdict, len(errors))}** {words(closing(verdict))}"]
    if errors:
        parts += ["### What must be mended", _listed(errors)]
    if others:
        parts.append(_folded(f"What would be good to mend ({len(others)})", others))
    if waived:
        parts.append(_folded(f"Waived ({len(waived)})", waived))
    return shortened("\n\n".join(parts) + "\n")


def shortened(whole: str) -> str:
    """Return Markdown of at most `LONGEST` characters, cut between lines, with folds closed and a pointer."""
    if len(whole) <= LONGEST:
        return whole
    room = LONGEST - len(_CUT) - len("\n</details>")
    kept = whole[: whole.rindex("\n", 0, room)]
    return kept + ("\n</details>" if kept.count("<details>") > kept.count("</details>") else "") + _CUT


def _verdict(verdict: Verdict, errors: int) -> str:
    return "This can’t be merged yet." if errors else "The record is sound."


def _folded(title: str, findings: Iterable[Finding]) -> str:
    return f"<details><summary>{title}</summary>\n\n{_listed(findings)}\n\n</details>"


def _listed(findings: Iterable[Finding]) -> str:
    return "\n".join(_line(finding) for finding in findings)


def _line(finding: Finding) -> str:
    place = f"{finding.path}, line {finding.span.line}"
    waived = f" Waived by {words(finding.waived_by)}." if finding.waived_by else ""
    help = f" {words(finding.help)}" if finding.help else ""
    return f"- {words(finding.message)}{help}{waived} <sub>{words(place)} · {words(finding.check)}</sub>"
