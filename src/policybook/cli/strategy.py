"""`policybook strategy`: record who carries out a direction of a policy's text."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import act_command, completion, param_types
from policybook.cli.act_command import Prompt


@click.command("strategy")
@click.argument("direction", metavar="CODE/ID", shell_complete=completion.codes)
@click.option("--title", metavar="TITLE", help="A short title. Default: the heading or first words of the direction.")
@click.option("--owner", metavar="BODY", help="The one body that answers for it: an id or name from bodies.yml.")
@click.option(
    "--cadence", metavar="WORDS", help="How often it is reviewed: every 6 months, every year in March, as needed."
)
@click.option("--support", multiple=True, metavar="BODY", help="A body that supports the owner. Repeat for several.")
@click.option("--note", metavar="TEXT", default="", help="A note, such as why the cadence is as needed.")
@act_command.common
def command(
    direction: str,
    title: str | None,
    owner: str | None,
    cadence: str | None,
    support: tuple[str, ...],
    note: str,
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Add a strategy: who carries out a direction of a policy's text, and how often it is reviewed.

    CODE/ID is the policy's code and the id of the provision.

    Example: policybook strategy 3210/data --owner superintendent --cadence "every year in October"
    """
    from policybook.acts import strategy

    where, manual = act_command.open_manual(folder, as_of)
    policy, found = strategy.direction(manual, direction)
    owner, often = act_command.prompt_missing(
        [
            (
                Prompt("--owner", "Strategies and owners", param_types.BodyParam(manual)),
                act_command.body_id(manual, owner),
            ),
            (Prompt("--cadence", "How often is it reviewed (every 6 months, every year in March)"), cadence),
        ]
    )
    supporters = [act_command.body_id(manual, one) for one in support]
    details = strategy.StrategyDetails(title or strategy.title(found), owner, often, supporters, note)
    act_command.carry_out(where, manual, strategy.plan(manual, policy, found, details), dry_run)
