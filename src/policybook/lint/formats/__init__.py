"""Reports: a verdict in, text out; one module for each format, each with a function `render`."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from policybook.errors import PolicybookError
from policybook.finding import Finding, Severity
from policybook.finding import at_least as finding_at_least
from policybook.lint.runner import Verdict
from policybook.record import locate
from policybook.text.suggest import did_you_mean


def render(verdict: Verdict, form: str, *, verbose: bool = False) -> str:
    """Return the report in one of the formats: text, concise, json, sarif, github, junit, markdown.

    The text groups findings of one check where there are many, unless it is to be `verbose`.
    """
    if form == "text":
        from policybook.lint.formats import text

        return text.render(verdict, verbose=verbose)
    module = importlib.import_module(f"policybook.lint.formats.{form}")
    rendered = module.render(verdict)
    assert isinstance(rendered, str)
    return rendered


def put(verdict: Verdict, form: str, output: str | None, *, verbose: bool = False) -> None:
    """Write the report to the file `output`, or to the screen, with colour where it is a terminal."""
    if output is not None:
        from policybook.record import atomic

        atomic.write(Path(output), render(verdict, form, verbose=verbose))
    elif form == "text" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        from policybook.lint.formats import text

        text.show(verdict, verbose=verbose)
    else:
        sys.stdout.write(render(verdict, form, verbose=verbose))


def within(verdict: Verdict, paths: Iterable[str], manual: Path) -> Verdict:
    """Return the verdict with only the findings in files or folders that `paths` name.

    Raises PolicybookError where a path isn't there, or lies elsewhere.
    """
    root = locate.repository(manual)
    wanted = []
    for path in paths:
        full = Path(path).absolute()
        policy = None if full.exists() else verdict.manual.find(path)
        if policy is not None:
            full = manual / policy.folder
        if not full.exists():
            hint = did_you_mean(path, [one.code for one in verdict.manual])
            raise PolicybookError(f"There is no file, folder or policy {path}. {hint}".rstrip())
        resolved = full.resolve()
        if not resolved.is_relative_to(root) and not root.is_relative_to(resolved):
            raise PolicybookError(f"{path} is no part of the repository that holds the manual: {root}.")
        wanted.append(resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else ".")
    kept: list[Finding] = []
    others: list[Finding] = []
    for finding in verdict.findings:
        inside = any(path in (".", finding.path) or finding.path.startswith(path + "/") for path in wanted)
        (kept if inside else others).append(finding)
    return replace(verdict, findings=tuple(kept), scope=tuple(wanted), elsewhere=tuple(others))


def at_least(verdict: Verdict, severity: Severity) -> Verdict:
    """Return the verdict with only the findings of a severity, or graver."""
    kept = tuple(finding for finding in verdict.findings if finding_at_least(finding.severity, severity))
    return replace(verdict, findings=kept)
