"""`policybook list`: list the policies of the manual."""

from __future__ import annotations

import json
from datetime import date

import click

from policybook.cli import options, param_types


@click.command("list")
@click.option("--format", "form", type=param_types.ChoiceParam(("text", "json")), default="text", show_default=True)
@options.manual
def command(form: str, folder: str | None, as_of: date | None) -> None:
    """List the policies: code, title, state and steward.

    Example: policybook list --as-of 2020-01-01
    """
    from policybook.cli import load, output
    from policybook.due import wording

    manual = load.load(options.place(folder, as_of))
    rows = [
        {
            "code": policy.code,
            "title": policy.title,
            "kind": policy.kind,
            "standing": wording.standing(policy, manual.as_of),
            "steward": manual.body_name(policy.steward.value) if policy.steward and policy.steward.value else "",
            "strategies": len(policy.strategies),
        }
        for policy in manual
    ]
    if form == "json":
        click.echo(json.dumps({"as_of": manual.as_of.isoformat(), "policies": rows}, ensure_ascii=False, indent=2))
        return
    output.table(
        ("Code", "Title", "Standing", "Steward"),
        [(str(row["code"]), str(row["title"]), str(row["standing"]), str(row["steward"])) for row in rows],
    )
