"""`policybook correct`: record that a slip was mended without a vote."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import act_command, param_types
from policybook.cli.act_command import Question


@click.command("correct")
@click.argument("policy")
@click.option("--replace", nargs=2, multiple=True, metavar="OLD NEW", help="Words that stand once, and what is right.")
@click.option("--what", metavar="KIND", help="The kind of slip, as the board's rules name it: typo …")
@click.option("--date", "day", type=param_types.DAY, metavar="DATE", help="The day of the correction.")
@click.option("--by", metavar="BODY", help="Who made it; the one whom the rules name otherwise.")
@click.option("--authority", metavar="WORDS", help="The rule that allows it; the one on record otherwise.")
@click.option("--reported", type=param_types.DAY, metavar="DATE", help="When the board was told.")
@click.option("--reason", metavar="WORDS", help="Why, if there is more to say.")
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
    """Record that a slip in the text of POLICY, a code, was mended without a vote, as the board's rules allow.

    Example: policybook correct 3420 --replace "shade form" "shade from" --what typo --date 2026-12-08
    """
    from policybook.acts import correct
    from policybook.errors import PolicybookError

    where, manual = act_command.opened(folder, as_of)
    correct.text(manual, policy, day or where.as_of)
    rules = manual.agency.rules_on(day or where.as_of)
    rule = rules.part("correct") if rules else {}
    kinds = [str(kind) for kind in rule.get("what") or ()]
    slip = Question("--what", "The kind of slip", param_types.OneOf(kinds) if kinds else click.STRING)
    day, what = act_command.answered([(act_command.the_day(where), day), (slip, what)])
    if not replace:
        try:
            old, new = act_command.answered(
                [
                    (Question("--replace OLD NEW", "The words that are wrong"), None),
                    (Question("--replace OLD NEW", "What is right"), None),
                ]
            )
        except PolicybookError:
            raise PolicybookError("Missing: --replace OLD NEW (the words that are wrong, and what is right).") from None
        replace = ((old, new),)
    said = correct.Said(day, what, by or "", authority or "", reported, reason or "", replace)
    act_command.carry_out(where, manual, correct.plan(manual, policy, said), dry_run)
