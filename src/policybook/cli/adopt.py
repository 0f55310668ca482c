"""`policybook adopt`: record a meeting's decisions on proposals."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options, completion, param_types
from policybook.cli.act_command import Prompt

_CHANGES = param_types.ChoiceParam(("editorial", "substantive"))
_CHANGED = Prompt("--change", "Does it change the words only (editorial) or what they ask (substantive)?", _CHANGES)


@click.command("adopt")
@click.argument("policies", nargs=-1, metavar="[POLICY]…", shell_complete=completion.codes)
@click.option("--withdrawn", multiple=True, metavar="POLICY", help="A proposal that was withdrawn. Repeat for several.")
@click.option(
    "--not-adopted", multiple=True, metavar="POLICY", help="A proposal that was voted down. Repeat for several."
)
@click.option("--postponed", multiple=True, metavar="POLICY", help="A proposal that was postponed. Repeat for several.")
@click.option(
    "--change", type=_CHANGES, help="The change class: editorial (the words only) or substantive (what they ask)."
)
@click.option("--amended", type=_CHANGES, help="The meeting amended the text before it voted; say how.")
@click.option(
    "--package", metavar="NAME", help="All of them passed in one vote, under this name in the meeting's file."
)
@click.option(
    "--package-title", metavar="TITLE", help="The package's title, if the meeting's file doesn't name it yet."
)
@click.option("--reason", metavar="TEXT", help="The reason.")
@click.option("--emergency", metavar="REASON", help="Adopt without the readings, for this reason.")
@click.option(
    "--ratify-by",
    type=param_types.DATE,
    metavar="DATE",
    help="With --emergency: it lapses after this day unless the board adopts it again.",
)
@click.option("--expires", type=param_types.DATE, metavar="DATE", help="With --emergency: it lapses after this day.")
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
    """Record a meeting's decisions on proposals: adopted, unless an option says otherwise.

    POLICY is a code, or CODE@ID where a policy has several open proposals. A proposal to rescind or suspend a policy
    is adopted in the same way. Digest and chain are computed.

    Example: policybook adopt 0420 6700 --postponed 3210 --date 2026-12-08 --vote consent --package winter-update
    """
    from policybook.acts import adopt, lookup
    from policybook.acts.adoption import AdoptionOptions
    from policybook.acts.context import ActDetails
    from policybook.errors import PolicybookError

    where, manual = act_command.open_manual(folder, as_of)
    policies = tuple(act_command.choose_proposal(manual, named) for named in policies)
    ended = {"withdrawn": withdrawn, "not-adopted": not_adopted, "postponed": postponed}
    if not policies and not any(ended.values()):
        raise PolicybookError(
            "Name the policies that were adopted, or add --withdrawn, --not-adopted or --postponed POLICY."
        )
    proposals = [lookup.proposal(manual, named) for named in policies]
    if policies:
        said = act_options.collect(where, manual, given, policies)
    else:
        (day,) = act_command.prompt_missing(
            [(act_command.date_prompt(where), act_command.act_date(given["day"], given["meeting"]))]
        )
        said = ActDetails(day)
    change = given["change"]
    for policy, proposal in proposals:
        if proposal.makes_text and lookup.is_adopted(policy) and not proposal.has("change") and not change:
            (change,) = act_command.prompt_missing([(_CHANGED, None)])
    more = AdoptionOptions(
        change or "",
        given["amended"] or "",
        given["emergency"] or "",
        given["ratify_by"],
        given["expires"],
        given["package_title"] or "",
    )
    act_command.carry_out(where, manual, adopt.plan(manual, policies, said, more, ended), dry_run)
