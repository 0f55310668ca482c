"""`policybook update`: record what became known of a proposal or an act."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, completion, param_types

_FACTS = ("summary", "reason", "change", "trigger")
_EQUITY = {"tool": "equity_tool", "affected": "affected", "evidence": "evidence", "changed": "changed"}
_STEPS = ("committee", "counsel", "staff", "notice", "tabled", "returned", "filed")


@click.command("update")
@click.argument("policy", metavar="POLICY", shell_complete=completion.codes)
@click.option("--comment-from", type=param_types.DATE, metavar="DATE", help="Comment period: the first day.")
@click.option("--comment-until", type=param_types.DATE, metavar="DATE", help="Comment period: the last day.")
@click.option("--comment-to", metavar="ADDRESS", help="Comment period: where to send comments.")
@click.option("--comment-url", metavar="URL", help="Comment period: where to comment.")
@click.option("--comments-received", type=click.IntRange(min=0), metavar="N", help="How many comments came.")
@click.option("--published", type=param_types.DATE, metavar="DATE", help="Act: the day it was put on the site.")
@click.option(
    "--reported", type=param_types.DATE, metavar="DATE", help="Correction: the day it was reported to the board."
)
@click.option("--minutes", metavar="URL", default="", help="Act: the address of the minutes.")
@click.option("--summary", metavar="TEXT", help="Proposal: what it would change.")
@click.option("--reason", metavar="TEXT", help="Proposal: the reason.")
@click.option(
    "--change", type=param_types.ChoiceParam(("editorial", "substantive")), help="Proposal: the change class."
)
@click.option(
    "--trigger",
    type=param_types.ChoiceParam(("law", "model", "scheduled", "request", "practice", "other")),
    help="Proposal: what caused it.",
)
@click.option("--proposed-by", metavar="BODY", help="Proposal: who proposes it.")
@click.option("--affected", metavar="TEXT", help="Equity analysis: who is affected.")
@click.option("--evidence", metavar="TEXT", help="Equity analysis: what shows it.")
@click.option("--changed", metavar="TEXT", help="Equity analysis: what was changed because of it.")
@click.option("--equity-tool", metavar="NAME", help="Equity analysis: the tool that was used.")
@click.option("--step", type=param_types.ChoiceParam(_STEPS), help="Proposal: what else happened to it.")
@click.option("--step-date", type=param_types.DATE, metavar="DATE", help="With --step: the day.")
@click.option("--step-by", metavar="BODY", help="With --step: who.")
@click.option("--step-outcome", metavar="TEXT", help="With --step: the outcome; never counsel's advice.")
@act_command.common
def command(policy: str, dry_run: bool, folder: str | None, as_of: date | None, **given: Any) -> None:
    """Record what became known of a proposal or an act: comment period, equity analysis, publication, report.

    POLICY is a code, or CODE@ID. A code alone means the open proposal, or with --published, --reported and --minutes
    the last act.

    Example: policybook update 3210 --comment-from 2026-12-01 --comment-until 2026-12-21
    """
    from policybook.acts import update

    where, manual = act_command.open_manual(folder, as_of)
    facts = {key: given[key] for key in _FACTS if given[key]}
    if given["proposed_by"]:
        facts["proposed_by"] = act_command.body_id(manual, given["proposed_by"])
    days = {key: given[option] for key, option in (("from", "comment_from"), ("until", "comment_until"))}
    comment: dict[str, Any] = {key: day.isoformat() for key, day in days.items() if day}
    comment.update({key: given[f"comment_{key}"] for key in ("to", "url") if given[f"comment_{key}"]})
    if given["comments_received"] is not None:
        comment["received"] = given["comments_received"]
    step = {
        "what": given["step"],
        "date": given["step_date"].isoformat() if given["step_date"] else None,
        "by": act_command.body_id(manual, given["step_by"]),
        "outcome": given["step_outcome"],
    }
    details = update.UpdateDetails(
        facts,
        comment,
        {key: given[option] for key, option in _EQUITY.items() if given[option]},
        {key: value for key, value in step.items() if value} if given["step"] else {},
        given["published"],
        given["reported"],
        given["minutes"],
    )
    named = act_command.choose_proposal(manual, policy) if details.of_proposal and not details.of_act else policy
    act_command.carry_out(where, manual, update.plan(manual, named, details), dry_run)
