"""Render the report for people: errors by file with the line and a caret, then the rest grouped by check, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from policybook.finding import SEVERITIES, Finding
from policybook.lint.runner import Verdict
from policybook.record.yaml import positions
from policybook.text.terminal import safe

_STYLES = {"error": "bold red", "warning": "bold yellow", "notice": "bold cyan", "waived": "dim"}

_MANY, _FIRST, _SUMMED = 2, 3, 20
"""More findings of one check than this are grouped; so many of them are shown; from so many in all on, they are summed up."""

Piece = tuple[str, str]
"""Words, and the style in which a terminal shows them."""


def render(verdict: Verdict, *, verbose: bool = False) -> str:
    """Return the report without colour."""
    return "".join(words for words, _ in _pieces(verdict, verbose))


def show(verdict: Verdict, *, verbose: bool = False) -> None:
    """Print the report with colour."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for words, style in _pieces(verdict, verbose):
        console.print(Text(words, style), end="")


def closing(verdict: Verdict) -> str:
    """Return the verdict in one sentence, or two where only a part of the manual is reported on."""
    counts = verdict.summary()
    said = _listing(counts)
    waived = f" {_count(counts['waived'], 'finding')} waived." if counts["waived"] else ""
    where = _count(len(verdict.manual.policies), "policy") if not verdict.scope else ", ".join(map(safe, verdict.scope))
    others = replace(verdict, findings=verdict.elsewhere).summary()
    elsewhere = f" Elsewhere in the manual: {_listing(others)}." if verdict.scope and _listing(others) else ""
    if not said:
        return f"Nothing to mend in {where}.{waived}{elsewhere}"
    sound = "" if counts["error"] or others["error"] or verdict.scope else " The record is sound."
    return f"{said} in {where}.{sound}{waived}{elsewhere}"


def statistics(verdict: Verdict) -> str:
    """Return how many findings each check has, the most first."""
    counts = Counter((one.check, one.severity) for one in verdict.findings if not one.waived_by)
    ordered = sorted(counts.items(), key=lambda entry: (SEVERITIES.index(entry[0][1]), -entry[1], entry[0][0]))
    return "".join(f"{count:>6,} {severity:<8} {check}\n" for (check, severity), count in ordered)


def _listing(counts: Mapping[str, int]) -> str:
    said = [_count(counts[kind], kind) for kind in SEVERITIES if counts[kind]]
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def _pieces(verdict: Verdict, verbose: bool) -> Iterator[Piece]:
    counts = Counter(one.check for one in verdict.findings if one.severity != "error")
    many = {check for check, count in counts.items() if count > _MANY and not verbose}
    shown = [one for one in verdict.findings if one.severity == "error" or one.check not in many]
    if not verbose:
        shown.sort(key=lambda one: one.severity != "error")
    for path, findings in groupby(shown, key=lambda finding: finding.path):
        yield f"{safe(path)}\n", "bold underline"
        lines = _lines(verdict, path)
        for finding in findings:
            yield from _finding(finding, lines)
        yield "\n", ""
    for check in sorted(many, key=lambda check: -counts[check]):
        yield from _group([one for one in verdict.findings if one.check == check and one.severity != "error"])
    if len(set(counts)) > 1 and len(verdict.findings) > _SUMMED:
        yield statistics(verdict), "dim"
    yield f"{closing(verdict)}\n", "bold"


def _group(findings: list[Finding]) -> Iterator[Piece]:
    """Yield the findings of one check: how many, the first places, how to see the rest."""
    first = findings[0]
    yield f"{len(findings):,} × {first.check} ", "bold"
    yield f"{first.severity}\n", _STYLES[first.severity]
    for finding in findings[:_FIRST]:
        yield f"  {safe(finding.path)}:{finding.span.line} {safe(finding.message)}\n", ""
    if len(findings) > _FIRST:
        yield f"  and {len(findings) - _FIRST:,} more: policybook check --only {first.check} --verbose\n", "dim"
    if first.help and len({one.help for one in findings}) == 1:
        yield f"      {safe(first.help)}\n", ""
    yield "\n", ""


def _finding(finding: Finding, lines: list[str]) -> Iterator[Piece]:
    kind = "waived" if finding.waived_by else finding.severity
    yield f"  {finding.span.line}:{finding.span.column} ", ""
    yield kind, _STYLES[kind]
    yield f" {safe(finding.message)} ", ""
    yield f"[{finding.check}]\n", "dim"
    line = lines[finding.span.line - 1] if finding.span.line <= len(lines) else ""
    if line.strip():
        yield from _shown(line, finding)
    if finding.waived_by:
        yield f"      Waived by {safe(finding.waived_by)}.\n", "dim"
    if finding.help:
        yield f"      {safe(finding.help)}\n", ""
    for place in finding.related:
        yield f"      See {safe(place.path)}:{place.span.line}: {safe(place.message)}\n", "dim"


def _shown(line: str, finding: Finding) -> Iterator[Piece]:
    """Show the line, cut around the place when it is long, and a caret under each character of the place."""
    start = finding.span.column - 1
    end = finding.span.end_column - 1 if finding.span.end_line == finding.span.line else len(line)
    cut = max(0, start - 60)
    shown = line[cut : cut + 100]
    width = max(1, min(end, cut + len(shown)) - start)
    number = str(finding.span.line)
    yield f"    {number} | ", "dim"
    yield f"{'…' if cut else ''}{safe(shown)}{'…' if cut + 100 < len(line) else ''}\n", ""
    yield f"    {' ' * len(number)} | {' ' * (start - cut + (1 if cut else 0))}{'^' * width}\n", "dim"


def _lines(verdict: Verdict, path: str) -> list[str]:
    label = verdict.tree.label
    within = path.removeprefix(label + "/") if label else path
    there = within.endswith(".yml") and verdict.manual.exists(within)
    return positions.lines(verdict.tree.read(within)) if there else []


def _count(number: int, what: str) -> str:
    plural = what[:-1] + "ies" if what.endswith("y") else what + "s"
    return f"{number:,} {what if number == 1 else plural}"
