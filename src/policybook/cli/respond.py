"""`policybook respond`: record an answer to a recommendation."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import act_command, completion, output, param_types, review
from policybook.cli.act_command import Prompt

_ANSWERS = ("accepted", "accepted-in-part", "declined", "noted")


@click.command("respond")
@click.argument("what", metavar="CODE/ID", shell_complete=completion.codes)
@click.option("--by", metavar="BODY", help="Who answers: a body that was asked.")
@click.option("--answer", type=param_types.ChoiceParam(_ANSWERS), help="The answer.")
@click.option("--text", metavar="WORDS", default="", help="The answer in words; needed unless all is accepted.")
@click.option(
    "--action",
    "actions",
    multiple=True,
    metavar="ACTION",
    help="What will be done, as ‘what; who; by when’. Repeat for several.",
)
@click.option("--resources", metavar="WORDS", default="", help="Money, people or time that are committed.")
@click.option("--date", "day", type=param_types.DATE, metavar="DATE", help="The day of the answer. Default: today.")
@act_command.common
def command(
    what: str,
    by: str | None,
    answer: str | None,
    text: str,
    actions: tuple[str, ...],
    resources: str,
    day: date | None,
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Record the answer to a recommendation: accepted with what will be done, or declined with the reasons.

    CODE/ID is the policy's code and the file name of the recommendation.

    Example: policybook respond 0410/2026-06-09-pay-families --by board --answer declined --text "The fund is spent."
    """
    from policybook.acts import lookup, recommend, respond
    from policybook.errors import PolicybookError

    where, manual = act_command.open_manual(folder, as_of)
    code, slash, id = what.rpartition("/")
    if not slash:
        raise PolicybookError(f"Write the recommendation as CODE/ID, such as {what}/2026-06-09-pay-families.")
    policy = lookup.find_policy(manual, code)
    asked = recommend.find(policy, id)
    body, said = act_command.prompt_missing(
        (
            (Prompt("--by", "Who answers", param_types.BodyParam(manual)), act_command.body_id(manual, by)),
            (Prompt("--answer", "The answer", param_types.ChoiceParam(_ANSWERS)), answer),
        )
    )
    if not text and output.is_interactive():
        text = click.prompt("The answer in words", default="", show_default=False).strip()
    steps = review.steps(manual, actions) if said.startswith("accepted") else ()
    details = respond.ResponseDetails(day or where.as_of, body, said, text, steps, resources)
    act_command.carry_out(where, manual, respond.plan(manual, policy, asked, details), dry_run)
