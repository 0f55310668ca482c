"""The report for people: by file, the line with a caret under the place, the help, and a closing sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from policybook.finding import Finding
from policybook.lint.runner import Verdict
from policybook.record.yaml import positions
from policybook.text.terminal import safe

_STYLES = {"error": "bold red", "warning": "bold yellow", "notice": "bold cyan", "waived": "dim"}

Piece = tuple[str, str]
"""Words, and the style in which a terminal shows them."""


def render(verdict: Verdict) -> str:
    """Return the report without colour."""
    return "".join(words for words, _ in _pieces(verdict))


def show(verdict: Verdict) -> None:
    """Print the report with colour."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for words, style in _pieces(verdict):
        console.print(Text(words, style), end="")


def closing(verdict: Verdict) -> str:
    """Return the verdict in one sentence."""
    counts = verdict.summary()
    said = [_count(counts[kind], kind) for kind in ("error", "warning", "notice") if counts[kind]]
    waived = f" {_count(counts['waived'], 'finding')} waived." if counts["waived"] else ""
    policies = _count(len(verdict.manual.policies), "policy")
    if not said:
        return f"Nothing to mend in {policies}.{waived}"
    listing = " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)
    sound = "" if counts["error"] else " The record is sound."
    return f"{listing} in {policies}.{sound}{waived}"


def _pieces(verdict: Verdict) -> Iterator[Piece]:
    for path, findings in groupby(verdict.findings, key=lambda finding: finding.path):
        yield f"{safe(path)}\n", "bold underline"
        lines = _lines(verdict, path)
        for finding in findings:
            yield from _finding(finding, lines)
        yield "\n", ""
    yield f"{closing(verdict)}\n", "bold"


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
