"""`policybook adopt`: record what a meeting decided on proposals."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options, param_types
from policybook.cli.act_command import Question

_CHANGES = param_types.OneOf(("editorial", "substantive"))
_CHANGED = Question("--change", "The words only, or what they ask?", _CHANGES)


@click.command("adopt")
@click.argument("policies", nargs=-1, metavar="[POLICY]…")
@click.option("--withdrawn", multiple=True, metavar="POLICY", help="This one was withdrawn; may be given again.")
@click.option("--not-adopted", multiple=True, metavar="POLICY", help="This one was voted down; may be given again.")
@click.option("--postponed", multiple=True, metavar="POLICY", help="This one was put off; may be given again.")
@click.option("--change", type=_CHANGES, help="The words only, or what they ask.")
@click.option("--amended", type=_CHANGES, help="The meeting amended the text before it voted.")
@click.option("--package", metavar="NAME", help="All of them passed in one vote: its name in the meeting's file.")
@click.option(
    "--package-title", metavar="TITLE", help="The package's title, where the meeting's file hasn't got it yet."
)
@click.option("--reason", metavar="WORDS", help="Why.")
@click.option("--emergency", metavar="REASON", help="It could not wait for its readings, for this reason.")
@click.option(
    "--ratify-by",
    type=param_types.DAY,
    metavar="DATE",
    help="An emergency: it lapses on this day unless the board acts again.",
)
@click.option("--expires", type=param_types.DAY, metavar="DATE", help="An emergency: it lapses on this day.")
@act_options.options
@act_command.common
def command(
    policies: tuple[str, ...],
    withdrawn: tuple[str, ...],
    not_adopted: tuple[str, ...],
    postponed: tuple[str, ...],
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
    **given: Any,
) -> None:
    """Record what a meeting decided on the proposals on each POLICY, a code: adopted, unless said otherwise.

    Digest and chain are computed. Where a policy has several proposals, POLICY is the code, @ and the proposal's id.

    Example: policybook adopt 0420 6700 --postponed 3210 --date 2026-12-08 --vote consent --package winter-update
    """
    from policybook.acts import adopt, lookup
    from policybook.acts.details import Said
    from policybook.errors import PolicybookError

    where, manual = act_command.opened(folder, as_of)
    ended = {"withdrawn": withdrawn, "not-adopted": not_adopted, "postponed": postponed}
    if not policies and not any(ended.values()):
        raise PolicybookError(
            "Name the policies that were adopted, or say --withdrawn, --not-adopted or --postponed POLICY."
        )
    going_on = [lookup.proposal(manual, named) for named in policies]
    if policies:
        said = act_options.said(where, manual, given, policies)
    else:
        (day,) = act_command.answered(
            [(act_command.the_day(where), act_command.day_of(given["day"], given["meeting"]))]
        )
        said = Said(day)
    change = given["change"]
    for policy, proposal in going_on:
        if lookup.stands(policy) and not proposal.has("change") and not change:
            (change,) = act_command.answered([(_CHANGED, None)])
    more = adopt.Adopting(
        change or "",
        given["amended"] or "",
        given["emergency"] or "",
        given["ratify_by"],
        given["expires"],
        given["package_title"] or "",
    )
    act_command.carry_out(where, manual, adopt.plan(manual, policies, said, more, ended), dry_run)
