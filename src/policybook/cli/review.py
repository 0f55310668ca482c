"""`policybook review`: record a review of a strategy or a policy's text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from policybook.cli import act_command, completion, options, output, param_types
from policybook.cli.act_command import Prompt

if TYPE_CHECKING:
    from policybook.acts.review import NextStep
    from policybook.model import Manual

METHODS = ("internal", "external", "direct-inspection")


@click.command("review", context_settings={"allow_extra_args": True})
@click.argument("what", metavar="CODE[/STRATEGY]", shell_complete=completion.codes)
@click.option("--date", "day", type=param_types.DATE, metavar="DATE", help="The day of the review. Default: today.")
@click.option("--by", metavar="BODY", help="Who reviewed: an id or name from bodies.yml.")
@click.option(
    "--outcome", metavar="WORD", help="on-track, needs-attention, off-track; of a policy: confirmed, revise, rescind."
)
@click.option("--summary", metavar="WORDS", help="The findings, in a few sentences.")
@click.option(
    "--next",
    "given",
    multiple=True,
    metavar="STEP",
    help="A next step, as ‘what; who; by when’; the last two are optional. Repeat for several.",
)
@click.option(
    "--measured",
    multiple=True,
    metavar="ID=FIGURE",
    help="A measurement of an indicator, such as ‘meetings=78 %’; totals only.",
)
@click.option("--evidence", multiple=True, metavar="TITLE", help="What shows it. Repeat for several.")
@click.option(
    "--method",
    type=param_types.ChoiceParam(METHODS),
    help="For monitoring: how; the outcome is compliant or not-compliant.",
)
@click.option("--meeting", metavar="ID", default="", help="The meeting at which it was held: a file in meetings/.")
@click.option("--revision", metavar="ID", default="", help="The text reviewed. Default: the one in force that day.")
@act_command.common
@click.pass_context
def command(
    context: click.Context,
    what: str,
    day: date | None,
    by: str | None,
    outcome: str | None,
    summary: str | None,
    given: tuple[str, ...],
    measured: tuple[str, ...],
    evidence: tuple[str, ...],
    method: str | None,
    meeting: str,
    revision: str,
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Record a review of a strategy, or of a policy's own text: who looked, and what they concluded.

    The digest of the reviewed text is filled in. A review on record is never overwritten.

    Example: policybook review 3210/data --by superintendent --outcome on-track --summary "Published in October."
    """
    from policybook.acts import review
    from policybook.errors import PolicybookError

    where, manual = act_command.open_manual(folder, as_of)
    policy, strategy = review.target(manual, "/".join((what, *context.args)))
    if context.args:
        raise PolicybookError(f"Write a strategy after its policy's code and a slash: {policy.code}/{context.args[0]}")
    allowed = review.outcomes(strategy.id if strategy else "", method or "")
    held, by, outcome, summary = act_command.prompt_missing(
        (
            (
                Prompt(
                    "--date",
                    "The day of the review",
                    param_types.DateParam(latest=where.as_of),
                    where.as_of.isoformat(),
                ),
                day or _today(where),
            ),
            (Prompt("--by", "Who reviewed", param_types.BodyParam(manual)), act_command.body_id(manual, by)),
            (Prompt("--outcome", "The outcome", param_types.ChoiceParam(allowed)), outcome),
            (Prompt("--summary", "The findings, in a few sentences"), summary),
        )
    )
    said = review.ReviewDetails(
        held, by, outcome, summary, steps(manual, given), tuple(_figure(one) for one in measured), evidence,
        method or "", revision=revision, meeting=meeting,
    )  # fmt: skip
    act_command.carry_out(where, manual, review.plan(manual, policy, strategy, said), dry_run)


def _today(where: options.ManualLocation) -> date | None:
    """Return today for a script; a person is asked."""
    return None if output.is_interactive() else where.as_of


def steps(manual: Manual, written: tuple[str, ...]) -> tuple[NextStep, ...]:
    """Return the next steps given, or prompt for them."""
    from policybook.acts.review import NextStep

    if written or not output.is_interactive():
        steps = (NextStep(*(part.strip() for part in one.split(";", 2))) for one in written)
        return tuple(replace(one, by=act_command.body_id(manual, one.by)) for one in steps)
    found: list[NextStep] = []
    while what := click.prompt("A next step (nothing: there is none)", default="", show_default=False).strip():
        by = click.prompt("  Who does it (an id from bodies.yml)", default="", show_default=False)
        by = act_command.body_id(manual, by.strip())
        found.append(NextStep(what, by, click.prompt("  By when", default="", show_default=False).strip()))
    return tuple(found)


def _figure(written: str) -> tuple[str, str]:
    from policybook.errors import PolicybookError

    id, equals, value = written.partition("=")
    if not equals or not id.strip() or not value.strip():
        raise PolicybookError(f"‘{written}’ isn't a reading. Write it as meetings-in-time=78 %.")
    return id.strip(), value.strip()
