"""`policybook withdraw`: record that a proposal was withdrawn, not adopted or postponed."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import act_command, completion, param_types
from policybook.cli.act_command import Prompt

_OUTCOMES = ("withdrawn", "not-adopted", "postponed")


@click.command("withdraw")
@click.argument("policies", nargs=-1, required=True, metavar="POLICY…", shell_complete=completion.codes)
@click.option("--date", "day", type=param_types.DATE, metavar="DATE", help="The day.")
@click.option(
    "--outcome",
    type=param_types.ChoiceParam(_OUTCOMES),
    default="withdrawn",
    show_default=True,
    help="What became of it: withdrawn by who proposed it, not-adopted by the board, or postponed.",
)
@act_command.common
def command(
    policies: tuple[str, ...], day: date | None, outcome: str, dry_run: bool, folder: str | None, as_of: date | None
) -> None:
    """Record that a proposal was withdrawn, not adopted or postponed.

    POLICY is a code, or CODE@ID where a policy has several open proposals. A postponed proposal is taken up again with
    its next reading.

    Example: policybook withdraw 3210 --date 2026-12-08
    """
    from policybook.acts import adopt, lookup
    from policybook.acts.adoption import AdoptionOptions
    from policybook.acts.context import ActDetails

    where, manual = act_command.open_manual(folder, as_of)
    named = [act_command.choose_proposal(manual, one) for one in policies]
    for one in named:
        lookup.proposal(manual, one)
    question = Prompt("--date", "The day", param_types.DateParam(latest=where.as_of), where.as_of.isoformat())
    (day,) = act_command.prompt_missing([(question, day)])
    plan = adopt.plan(manual, (), ActDetails(day), AdoptionOptions(), {outcome: named})
    act_command.carry_out(where, manual, plan, dry_run)
