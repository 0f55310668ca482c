"""`policybook evaluate`: record an evaluation by the body that oversees a policy."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from policybook.cli import act_command, completion, output, param_types
from policybook.cli.act_command import Prompt

if TYPE_CHECKING:
    from policybook.acts.review import StrategyResult
    from policybook.model import Policy


@click.command("evaluate")
@click.argument("code", metavar="CODE", shell_complete=completion.codes)
@click.option("--date", "day", type=param_types.DATE, metavar="DATE", help="The day of the evaluation. Default: today.")
@click.option("--by", metavar="BODY", help="Who evaluated. Default: the body that oversees the policy.")
@click.option("--outcome", metavar="WORD", help="How the whole is carried out: on-track, needs-attention, off-track.")
@click.option("--summary", metavar="WORDS", help="The findings on the whole, in a few sentences.")
@click.option(
    "--finding",
    "findings",
    multiple=True,
    metavar="FINDING",
    help="What was found of a strategy, as ‘STRATEGY; outcome; what was found’. Repeat for several.",
)
@click.option("--evidence", multiple=True, metavar="TITLE", help="What shows it. Repeat for several.")
@click.option("--meeting", metavar="ID", default="", help="The meeting at which it was agreed: a file in meetings/.")
@click.option("--revision", metavar="ID", default="", help="The text evaluated. Default: the one in force that day.")
@act_command.common
def command(
    code: str,
    day: date | None,
    by: str | None,
    outcome: str | None,
    summary: str | None,
    findings: tuple[str, ...],
    evidence: tuple[str, ...],
    meeting: str,
    revision: str,
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Record how a policy is carried out, as the body that oversees it found: on the whole, and of each strategy.

    The policy names that body under `oversight`. An evaluation on record is never overwritten.

    Example: policybook evaluate 0410 --outcome needs-attention --summary "Hiring moves, the figures came late."
    """
    from policybook.acts import evaluate, lookup, review
    from policybook.model.review import EVALUATION

    where, manual = act_command.open_manual(folder, as_of)
    policy = lookup.find_policy(manual, code)
    overseer = evaluate.overseer(manual, policy)
    held, outcome, summary = act_command.prompt_missing(
        (
            (
                Prompt(
                    "--date",
                    "The day of the evaluation",
                    param_types.DateParam(latest=where.as_of),
                    where.as_of.isoformat(),
                ),
                day or (None if output.is_interactive() else where.as_of),
            ),
            (Prompt("--outcome", "The outcome on the whole", param_types.ChoiceParam(review.OF_STRATEGY)), outcome),
            (Prompt("--summary", "The findings on the whole, in a few sentences"), summary),
        )
    )
    details = review.ReviewDetails(
        held, act_command.body_id(manual, by) or overseer, outcome, summary, evidence=evidence, method=EVALUATION,
        findings=_findings(policy, findings), revision=revision, meeting=meeting,
    )  # fmt: skip
    act_command.carry_out(where, manual, evaluate.plan(manual, policy, details), dry_run)


def _findings(policy: Policy, written: tuple[str, ...]) -> tuple[StrategyResult, ...]:
    """Return the findings given, or prompt for one of each strategy that goes on."""
    from policybook.acts.review import OF_STRATEGY, StrategyResult

    if written or not output.is_interactive():
        return tuple(StrategyResult(*([part.strip() for part in one.split(";", 2)] + ["", ""])[:3]) for one in written)
    found: list[StrategyResult] = []
    for strategy in policy.strategies:
        question = f"Found of ‘{strategy.title}’ (nothing: no finding)"
        if strategy.ended is None and (text := click.prompt(question, default="", show_default=False).strip()):
            outcome = click.prompt("  The outcome", type=param_types.ChoiceParam(OF_STRATEGY))
            found.append(StrategyResult(strategy.id, outcome, text))
    return tuple(found)
