"""Apply waivers: findings that a body accepted for a time, for a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from policybook.finding import Finding
from policybook.lint.check import Rule
from policybook.model import Waiver

_GROWN_FROM = {"review-long-overdue": "review-overdue"}
"""Checks whose finding is another one that has gone on: what waives the first waives it too."""


def apply(
    findings: Iterable[Finding], waivers: Iterable[Waiver], checks: Mapping[str, Rule], today: date
) -> list[Finding]:
    """Return the findings with `waived_by` set where a waiver holds on `today`.

    A waiver matches a check and a subject, never a line. Once it has expired its finding comes back as a
    warning that names it: an error would turn a sound record unsound merely because a day has passed.
    """
    held = {(waiver.check, waiver.subject.lower()): waiver for waiver in waivers}
    return [_judged(finding, held, checks, today) for finding in findings]


def _judged(finding: Finding, held: dict[tuple[str, str], Waiver], checks: Mapping[str, Rule], today: date) -> Finding:
    check = checks.get(finding.check)
    if not held or check is None or not check.waivable:
        return finding
    names = (finding.check, _GROWN_FROM.get(finding.check, finding.check))
    places = (finding.subject.lower(), finding.path.lower())
    waiver = next((held[name, place] for name in names for place in places if (name, place) in held), None)
    if waiver is None:
        return finding
    if today <= waiver.until.latest:
        return replace(finding, waived_by=waiver.by)
    message = f"{finding.message} It was waived by ‘{waiver.by}’ until {waiver.until.words()}; that has passed."
    return replace(finding, severity="notice" if finding.severity == "notice" else "warning", message=message)
