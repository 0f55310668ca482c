"""Tell the findings that a change caused from those that were there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from policybook.finding import Finding
from policybook.lint import runner
from policybook.lint.runner import Verdict


def split(verdict: Verdict) -> tuple[list[Finding], list[Finding]]:
    """Return the findings caused by the change, and the older ones. Without a base all are older."""
    if verdict.base is None:
        return [], list(verdict.findings)
    older = Counter(map(_key, _before(verdict)))
    caused: list[Finding] = []
    known: list[Finding] = []
    for finding in verdict.findings:
        was_there = older[_key(finding)] > 0 and verdict.checks[finding.check].family != "change"
        older[_key(finding)] -= was_there
        (known if was_there else caused).append(finding)
    return caused, known


def _before(verdict: Verdict) -> Iterable[Finding]:
    """Return the findings of the base, judged on the same day; none where there was no manual yet."""
    tree = verdict.base.tree if verdict.base is not None else None
    if tree is None:
        return ()
    return runner.judge(tree, verdict.manual.as_of, verdict.checks).findings


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.check, finding.subject, finding.message
