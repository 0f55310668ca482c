"""`policybook suspend`: record that the board suspended a policy."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options, completion, param_types
from policybook.cli.act_command import Prompt


@click.command("suspend")
@click.argument("policy", shell_complete=completion.codes)
@click.option("--until", type=param_types.DATE, metavar="DATE", help="The last day of the suspension.")
@click.option(
    "--provision", "provisions", multiple=True, metavar="ID", help="Suspend only this provision. Repeat for several."
)
@click.option("--reason", metavar="TEXT", help="The reason.")
@act_options.readings
@act_options.options
@act_command.common
def command(
    policy: str,
    until: date | None,
    provisions: tuple[str, ...],
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
    **given: Any,
) -> None:
    """Record that the board suspended POLICY, or some of its provisions, until a day.

    Where the rules ask for readings, propose it first (policybook propose POLICY --suspend-until DATE), or give their
    days with --reading.

    Example: policybook suspend 3241 --until 2027-06-30 --reason "Two schools try another rule." --date 2026-12-08 --vote 4-1
    """
    from policybook.acts import suspend

    where, manual = act_command.open_manual(folder, as_of)
    suspend.suspended(manual, policy, until, provisions)
    (until,) = act_command.prompt_missing(
        [(Prompt("--until", "The last day of the suspension", param_types.DATE), until)]
    )
    said = act_options.collect(where, manual, given, (policy,), reason=True)
    act_command.carry_out(where, manual, suspend.plan(manual, policy, said, until, provisions), dry_run)
