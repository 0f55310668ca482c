"""Reports: a verdict in, text out; one module for each format, each with a function `render`."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from policybook.errors import PolicybookError
from policybook.lint.runner import Verdict
from policybook.record import locate


def render(verdict: Verdict, form: str) -> str:
    """Return the report in one of the formats: text, json, sarif, github, junit, markdown."""
    module = importlib.import_module(f"policybook.lint.formats.{form}")
    rendered = module.render(verdict)
    assert isinstance(rendered, str)
    return rendered


def put(verdict: Verdict, form: str, output: str | None) -> None:
    """Write the report to the file `output`, or to the screen, with colour where it is a terminal."""
    if output is not None:
        from policybook.record import atomic

        atomic.write(Path(output), render(verdict, form))
    elif form == "text" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        from policybook.lint.formats import text

        text.show(verdict)
    else:
        sys.stdout.write(render(verdict, form))


def within(verdict: Verdict, paths: Iterable[str], manual: Path) -> Verdict:
    """Return the verdict with only the findings in files or folders that `paths` name.

    Raises PolicybookError where a path isn't there, or lies elsewhere.
    """
    root = locate.repository(manual)
    wanted = []
    for path in paths:
        full = Path(path).absolute()
        if not full.exists():
            raise PolicybookError(f"There is no file or folder {path}.")
        resolved = full.resolve()
        if not resolved.is_relative_to(root) and not root.is_relative_to(resolved):
            raise PolicybookError(f"{path} is no part of the repository that holds the manual: {root}.")
        wanted.append(resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else ".")
    kept = tuple(
        finding
        for finding in verdict.findings
        if any(path in (".", finding.path) or finding.path.startswith(path + "/") for path in wanted)
    )
    return replace(verdict, findings=kept)
