"""`policybook rescind`: record that the board rescinded a policy."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options, completion


@click.command("rescind")
@click.argument("policy", shell_complete=completion.codes)
@click.option("--replaced-by", multiple=True, metavar="CODE", help="A policy that replaces it. Repeat for several.")
@click.option("--reason", metavar="TEXT", help="The reason.")
@act_options.readings
@act_options.options
@act_command.common
def command(
    policy: str, replaced_by: tuple[str, ...], dry_run: bool, folder: str | None, as_of: date | None, **given: Any
) -> None:
    """Record that the board rescinded POLICY.

    Where the rules ask for readings, propose it first (policybook propose POLICY --rescind), or give their days with
    --reading.

    Example: policybook rescind 3520 --replaced-by 0410 --reason "Policy 0410 now says it." --date 2026-12-08 --vote 5-0
    """
    from policybook.acts import rescind

    where, manual = act_command.open_manual(folder, as_of)
    rescind.replaced(manual, policy, replaced_by)
    said = act_options.collect(where, manual, given, (policy,), reason=True)
    act_command.carry_out(where, manual, rescind.plan(manual, policy, said, replaced_by), dry_run)
