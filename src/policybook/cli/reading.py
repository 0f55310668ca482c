"""`policybook reading`: record a reading of one or more proposals."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options, completion, param_types
from policybook.cli.act_command import Prompt

_AMENDED = ("editorial", "substantive")


@click.command("reading")
@click.argument("policies", nargs=-1, required=True, metavar="POLICY…", shell_complete=completion.codes)
@click.option(
    "--date",
    "day",
    type=param_types.DATE,
    metavar="DATE",
    help="The day of the reading. Default: the day of the meeting.",
)
@click.option(
    "--amended",
    type=param_types.ChoiceParam(("none", *_AMENDED)),
    help="How the text changed since the reading before.",
)
@click.option("--meeting", metavar="ID", help="The meeting: a file in meetings/, such as 2026-12-08-special.")
@click.option("--agenda", metavar="URL", help="The address of the agenda.")
@click.option("--waived", metavar="REASON", help="The reading was waived instead of held, for this reason.")
@click.option(
    "--vote",
    type=param_types.VOTE,
    metavar="VOTE",
    help="The vote that waived it: unanimous, or 4-1 (for and against).",
)
@act_command.common
def command(
    policies: tuple[str, ...],
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

    Name several policies that were read at one meeting. POLICY is a code, or CODE@ID where a policy has several open
    proposals.

    Example: policybook reading 3210 --date 2026-12-08 --amended editorial
    """
    from policybook.acts import lookup, plan, reading
    from policybook.errors import PolicybookError

    where, manual = act_command.open_manual(folder, as_of)
    named = [act_command.choose_proposal(manual, one) for one in policies]
    found = [lookup.proposal(manual, one) for one in named]
    if len({proposal.path for _, proposal in found}) < len(found):
        raise PolicybookError("A proposal is named twice; one meeting reads it once.")
    questions: list[tuple[Prompt, Any]] = [(act_command.date_prompt(where), act_command.act_date(day, meeting))]
    if waived:
        questions.append((act_options.VOTE, vote))
    values = dict(zip([one.option for one, _ in questions], act_command.prompt_missing(questions), strict=True))
    plans = []
    for one, (policy, proposal) in zip(named, found, strict=True):
        changed = not waived and reading.text_changed(policy, proposal)
        how = amended if changed or len(named) == 1 else None
        if changed and not amended:
            words = f"The text of {policy.code} isn't the one read last. How was it changed?"
            prompt = Prompt("--amended", words, param_types.ChoiceParam(_AMENDED))
            (how,) = act_command.prompt_missing([(prompt, None)])
        details = reading.ReadingDetails(
            values["--date"], how or "", meeting or "", agenda or "", waived or "", values.get("--vote")
        )
        plans.append(reading.plan(manual, one, details))
    act_command.carry_out(where, manual, plan.joined(tuple(plans)), dry_run)
