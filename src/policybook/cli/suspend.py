"""`policybook suspend`: record that a policy is set aside for a time."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options, param_types
from policybook.cli.act_command import Question


@click.command("suspend")
@click.argument("policy")
@click.option("--until", type=param_types.DAY, metavar="DATE", help="The last day of the suspension.")
@click.option("--provision", "provisions", multiple=True, metavar="ID", help="Only this one; may be given again.")
@click.option("--reason", metavar="WORDS", help="Why.")
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
    """Record that the board set POLICY, a code, aside until a day; or only some of its provisions.

    Example: policybook suspend 3241 --until 2027-06-30 --reason "Two schools try another rule." --date 2026-12-08 --vote 4-1
    """
    from policybook.acts import suspend

    where, manual = act_command.opened(folder, as_of)
    suspend.suspended(manual, policy, until, provisions)
    (until,) = act_command.answered([(Question("--until", "The last day of the suspension", param_types.DAY), until)])
    said = act_options.said(where, manual, given, (policy,), reason=True)
    act_command.carry_out(where, manual, suspend.plan(manual, policy, said, until, provisions), dry_run)
