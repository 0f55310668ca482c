"""`policybook renumber`: record that the board gave a policy a new code."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options, completion


@click.command("renumber")
@click.argument("policy", shell_complete=completion.codes)
@click.argument("code")
@click.option("--reason", metavar="TEXT", help="The reason.")
@act_options.readings
@act_options.options
@act_command.common
def command(policy: str, code: str, dry_run: bool, folder: str | None, as_of: date | None, **given: Any) -> None:
    """Record that the board gave POLICY the new code CODE.

    The old code keeps leading to the policy.

    Example: policybook renumber 3241 3245 --date 2026-12-08 --vote unanimous
    """
    from policybook.acts import renumber

    where, manual = act_command.open_manual(folder, as_of)
    renumber.renamed(manual, policy, code)
    said = act_options.collect(where, manual, given, (policy,))
    act_command.carry_out(where, manual, renumber.plan(manual, policy, code, said), dry_run)
