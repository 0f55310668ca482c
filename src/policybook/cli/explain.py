"""`policybook explain`: explain a check."""

from __future__ import annotations

import json

import click

from policybook.cli import completion, output, param_types


@click.command("explain")
@click.argument("check", required=False, shell_complete=completion.checks)
@click.option("--format", "form", type=param_types.ChoiceParam(("text", "json")), default="text", show_default=True)
@click.option("--checks", "own", multiple=True, metavar="DIR", help="Load checks of your own from DIR as well.")
def command(check: str | None, form: str, own: tuple[str, ...]) -> None:
    """Explain a check and how to mend what it finds.

    Without CHECK, list all checks.

    Example: policybook explain strategy-owner
    """
    from policybook.check import FAMILIES
    from policybook.errors import PolicybookError
    from policybook.lint.runner import all_checks
    from policybook.text.suggest import did_you_mean

    checks = all_checks(own)
    if check is not None and check not in checks:
        hint = did_you_mean(check, list(checks)) or "`policybook explain` lists them."
        raise PolicybookError(f"There is no check called ‘{check}’. {hint}")
    chosen = [checks[check]] if check else sorted(checks.values(), key=lambda one: (FAMILIES.index(one.family), one.id))
    if form == "json":
        listed = [
            {
                "id": one.id,
                "family": one.family,
                "severity": one.severity,
                "title": f"{one.title}.",
                "thresholds": dict(one.thresholds),
                "doc": one.doc.strip(),
            }
            for one in chosen
        ]
        click.echo(json.dumps(listed[0] if check else listed, ensure_ascii=False, indent=2))
    elif check:
        output.page(f"{check} ({chosen[0].severity}, {chosen[0].family})", chosen[0].doc.strip())
    else:
        output.table(
            ("Check", "Severity", "Family", "What it asks"),
            [(one.id, one.severity, one.family, f"{one.title}.") for one in chosen],
        )
