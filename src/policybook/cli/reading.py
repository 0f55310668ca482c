"""`policybook reading`: record a reading of proposals."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options, param_types
from policybook.cli.act_command import Prompt

_AMENDED = ("editorial", "substantive")


@click.command("reading")
@click.argument("policy")
@click.option(
    "--date",
    "day",
    type=param_types.DATE,
    metavar="DATE",
    help="The day of the reading; the meeting's day where one is named.",
)
@click.option(
    "--amended",
    type=param_types.ChoiceParam(("none", *_AMENDED)),
    help="How the text changed since the reading before.",
)
@click.option("--meeting", metavar="ID", help="The meeting: a file in meetings/, such as 2026-12-08-special.")
@click.option("--agenda", metavar="URL", help="Where the agenda is.")
@click.option("--waived", metavar="REASON", help="The reading was waived instead of held, for this reason.")
@click.option(
    "--vote",
    type=param_types.VOTE,
    metavar="VOTE",
    help="The vote that waived it: unanimous, or 4-1 (for and against).",
)
@act_command.common
def command(
    policy: str,
    day: date | None,
    amended: str | None,
    meeting: str | None,
    agenda: str | None,
    waived: str | None,
    vote: str | dict[str, int] | None,
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Record a reading of the proposal on POLICY and keep the text that was presented.

    Where a policy has several proposals, POLICY is the code, @ and the proposal's id.

    Example: policybook reading 3210 --date 2026-12-08 --amended editorial
    """
    from policybook.acts import lookup, reading

    where, manual = act_command.open_manual(folder, as_of)
    found, proposal = lookup.proposal(manual, policy)
    questions: list[tuple[Prompt, Any]] = [(act_command.date_prompt(where), act_command.act_date(day, meeting))]
    if waived:
        questions.append((act_options.VOTE, vote))
    elif reading.text_changed(found, proposal):
        how = Prompt(
            "--amended", "The text isn't the one read last. How was it changed?", param_types.ChoiceParam(_AMENDED)
        )
        questions.append((how, amended))
    answers = dict(
        zip([question.option for question, _ in questions], act_command.prompt_missing(questions), strict=True)
    )
    said = reading.ReadingDetails(
        answers["--date"],
        answers.get("--amended") or amended or "",
        meeting or "",
        agenda or "",
        waived or "",
        answers.get("--vote"),
    )
    act_command.carry_out(where, manual, reading.plan(manual, policy, said), dry_run)
