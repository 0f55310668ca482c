"""`policybook activity`: record what is done to carry out a strategy."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import act_command, completion, param_types
from policybook.cli.act_command import Prompt


@click.command("activity")
@click.argument("what", metavar="CODE/STRATEGY", shell_complete=completion.codes)
@click.option("--title", metavar="WORDS", help="What is done, in a few words.")
@click.option("--lead", metavar="BODY", help="The body that leads it: an id or name from bodies.yml.")
@click.option("--since", metavar="DATE", default="", help="When it began or is to begin: 2026-11-24, 2026-11 or 2026.")
@click.option("--resources", metavar="WORDS", default="", help="Money, people or time that are committed.")
@click.option("--evidence", multiple=True, metavar="TITLE", help="What shows it. Repeat for several.")
@click.option("--finish", metavar="ID", help="Record that an activity came to its end instead.")
@click.option("--outcome", metavar="WORDS", default="", help="What came of it, with --finish.")
@click.option("--date", "day", type=param_types.DATE, metavar="DATE", help="The day of the end. Default: today.")
@act_command.common
def command(
    what: str,
    title: str | None,
    lead: str | None,
    since: str,
    resources: str,
    evidence: tuple[str, ...],
    finish: str | None,
    outcome: str,
    day: date | None,
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Record what is done to carry out a strategy: who leads it, since when, and with what.

    Where it stands (planned, under way, finished) follows from its dates.

    Example: policybook activity 3210/restorative --title "Train a lead in each school" --lead restorative-team --since 2026-04
    """
    from policybook.acts import activity, review
    from policybook.errors import PolicybookError

    where, manual = act_command.open_manual(folder, as_of)
    policy, strategy = review.target(manual, what)
    if finish:
        act_command.carry_out(
            where, manual, activity.finish(manual, policy, finish, day or where.as_of, outcome), dry_run
        )
        return
    if strategy is None:
        raise PolicybookError(f"Write the strategy as {policy.code}/STRATEGY: an activity carries out one.")
    named, leader = act_command.prompt_missing(
        (
            (Prompt("--title", "What is done, in a few words"), title),
            (Prompt("--lead", "Who leads it", param_types.BodyParam(manual)), act_command.body_id(manual, lead)),
        )
    )
    details = activity.ActivityDetails(named, leader, since, resources, evidence)
    act_command.carry_out(where, manual, activity.plan(manual, policy, strategy, details), dry_run)
