"""`policybook correct`: record that a slip was mended without a vote."""

from __future__ import annotations

import click

from policybook.cli import acting
from policybook.cli.acting import Question


@click.command("correct")
@click.argument("policy")
@click.option("--replace", nargs=2, multiple=True, metavar="OLD NEW", help="Words that stand once, and what is right.")
@click.option("--what", metavar="KIND", help="The kind of slip, as the board's rules name it: typo …")
@click.option("--date", "day", metavar="DATE", help="The day of the correction.")
@click.option("--by", metavar="BODY", help="Who made it; the one whom the rules name otherwise.")
@click.option("--authority", metavar="WORDS", help="The rule that allows it; the one on record otherwise.")
@click.option("--reported", metavar="DATE", help="When the board was told.")
@click.option("--reason", metavar="WORDS", help="Why, if there is more to say.")
@acting.common
def command(
    policy: str,
    replace: tuple[tuple[str, str], ...],
    what: str | None,
    day: str | None,
    by: str | None,
    authority: str | None,
    reported: str | None,
    reason: str | None,
    dry_run: bool,
    folder: str | None,
    as_of: str | None,
) -> None:
    """Record that a slip in the text of POLICY, a code, was mended without a vote, as the board's rules allow.

    Example: policybook correct 3420 --replace "shade form" "shade from" --what typo --date 2026-12-08
    """
    from policybook.acts import correct
    from policybook.errors import PolicybookError

    where, manual = acting.opened(folder, as_of)
    rules = manual.agency.rules_on(acting.day(day) if day else where.as_of)
    rule = rules.part("correct") if rules else {}
    kinds = tuple(str(kind) for kind in rule.get("what") or ())
    day, what = acting.answered([(acting.the_day(where), day), (Question("--what", "The kind of slip", kinds), what)])
    if not replace:
        try:
            old, new = acting.answered(
                [
                    (Question("--replace OLD NEW", "The words that are wrong"), None),
                    (Question("--replace OLD NEW", "What is right"), None),
                ]
            )
        except PolicybookError:
            raise PolicybookError("Missing: --replace OLD NEW (the words that are wrong, and what is right).") from None
        replace = ((old, new),)
    told = acting.day(reported) if reported else None
    said = correct.Said(acting.day(day), what, by or "", authority or "", told, reason or "", replace)
    acting.carry_out(where, manual, correct.plan(manual, policy, said), dry_run)
