"""`policybook correct`: record a correction made without a vote."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import act_command, completion, param_types
from policybook.cli.act_command import Prompt


@click.command("correct")
@click.argument("policy", shell_complete=completion.codes)
@click.option("--replace", nargs=2, multiple=True, metavar="OLD NEW", help="Words that occur once, and the right ones.")
@click.option(
    "--what", metavar="KIND", help="typo, title, legal-reference or cross-reference; found from the change if omitted."
)
@click.option("--date", "day", type=param_types.DATE, metavar="DATE", help="The day of the correction.")
@click.option("--by", metavar="BODY", help="Who made it. Default: the body that the rules name.")
@click.option("--authority", metavar="TEXT", help="The rule that allows it. Default: the one on record.")
@click.option("--reported", type=param_types.DATE, metavar="DATE", help="The day it was reported to the board.")
@click.option("--reason", metavar="TEXT", help="The reason, if there is more to say.")
@act_command.common
def command(
    policy: str,
    replace: tuple[tuple[str, str], ...],
    what: str | None,
    day: date | None,
    by: str | None,
    authority: str | None,
    reported: date | None,
    reason: str | None,
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Correct a slip in the text of POLICY without a vote, as the board's rules allow.

    A change of a number, a negation, a modal verb or of what the text says is refused: the board decides on that.

    Example: policybook correct 3420 --replace "shade form" "shade from" --date 2026-12-08
    """
    from policybook.acts import correct
    from policybook.errors import PolicybookError

    where, manual = act_command.open_manual(folder, as_of)
    correct.text(manual, policy, day or where.as_of)
    (day,) = act_command.prompt_missing([(act_command.date_prompt(where), day)])
    if not replace:
        try:
            old, new = act_command.prompt_missing(
                [
                    (Prompt("--replace OLD NEW", "The words that are wrong"), None),
                    (Prompt("--replace OLD NEW", "The right words"), None),
                ]
            )
        except PolicybookError:
            raise PolicybookError(
                "Missing: --replace OLD NEW (the words that are wrong, and the right ones)."
            ) from None
        replace = ((old, new),)
    details = correct.CorrectionDetails(
        day, what or "", act_command.body_id(manual, by), authority or "", reported, reason or "", replace
    )
    act_command.carry_out(where, manual, correct.plan(manual, policy, details), dry_run)
