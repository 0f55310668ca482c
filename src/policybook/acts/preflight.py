"""Check the manual as an act would leave it, before anything is written."""

from __future__ import annotations

from collections import Counter
from datetime import date

from policybook.errors import PolicybookError
from policybook.finding import Finding
from policybook.lint import runner
from policybook.record.transaction import Changes
from policybook.record.tree import Overlay, Tree

_MOST = 8


def refuse_new_errors(tree: Tree, as_of: date, changes: Changes) -> None:
    """Refuse changes that would add an error to the manual, and show the findings."""
    checks = runner.all_checks()
    after = _errors(runner.judge(Overlay(tree, changes.over(), changes.moved), as_of, checks))
    if not after:
        return
    before = Counter(_what(finding) for finding in _errors(runner.judge(tree, as_of, checks)))
    new = [finding for finding in after if not _known(before, finding)]
    if new:
        lines = [f"  {finding.message} {finding.help} ({finding.check})" for finding in new[:_MOST]]
        more = [f"  … and {len(new) - _MOST} more."] if len(new) > _MOST else []
        raise PolicybookError("\n".join(["Nothing is written, because the record would be wrong:", *lines, *more]))


def _errors(judged: runner.Verdict) -> list[Finding]:
    return [finding for finding in judged.findings if finding.severity == "error" and not finding.waived_by]


def _what(finding: Finding) -> tuple[str, str, str]:
    return finding.check, finding.subject, finding.message


def _known(before: Counter[tuple[str, str, str]], finding: Finding) -> bool:
    """Return whether a finding existed before. Each earlier finding matches once."""
    before[_what(finding)] -= 1
    return before[_what(finding)] >= 0
