"""`policybook reaffirm`: record that the board reviewed a policy without changing it."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options, completion


@click.command("reaffirm")
@click.argument("policy", shell_complete=completion.codes)
@click.option("--reason", metavar="TEXT", help="The reason, if there is more to say.")
@act_options.readings
@act_options.options
@act_command.common
def command(policy: str, dry_run: bool, folder: str | None, as_of: date | None, **given: Any) -> None:
    """Record that the board reviewed POLICY without changing it.

    Example: policybook reaffirm 1310 --date 2026-12-08 --vote unanimous
    """
    from policybook.acts import lookup, reaffirm

    where, manual = act_command.open_manual(folder, as_of)
    lookup.standing_policy(manual, policy)
    said = act_options.collect(where, manual, given, (policy,))
    act_command.carry_out(where, manual, reaffirm.plan(manual, policy, said), dry_run)
