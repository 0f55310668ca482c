"""`policybook review`: write down that somebody looked, and what they concluded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from policybook.cli import act_command, completion, options, output, param_types
from policybook.cli.act_command import Prompt

if TYPE_CHECKING:
    from policybook.acts.review import NextStep

METHODS = ("internal", "external", "direct-inspection")


@click.command("review", context_settings={"allow_extra_args": True})
@click.argument("what", metavar="CODE[/STRATEGY]", shell_complete=completion.codes)
@click.option(
    "--date", "day", type=param_types.DATE, metavar="DATE", help="The day on which they looked; today when not given."
)
@click.option("--by", metavar="BODY", help="Who looked: an id from bodies.yml.")
@click.option(
    "--outcome", metavar="WORD", help="on-track, needs-attention, off-track; of a policy: confirmed, revise, rescind."
)
@click.option("--summary", metavar="WORDS", help="What was found, in a few sentences.")
@click.option(
    "--next",
    "steps",
    multiple=True,
    metavar="STEP",
    help="‘What; who; by when’, the last two optional; may be given again.",
)
@click.option(
    "--measured",
    multiple=True,
    metavar="ID=FIGURE",
    help="An indicator's reading, such as ‘meetings=78 %’; totals only.",
)
@click.option("--evidence", multiple=True, metavar="TITLE", help="What shows it; may be given again.")
@click.option(
    "--method",
    type=param_types.ChoiceParam(METHODS),
    help="For monitoring: how; the outcome is compliant or not-compliant.",
)
@click.option(
    "--revision", metavar="ID", default="", help="The text looked at, where it isn't the one in force that day."
)
@act_command.common
@click.pass_context
def command(
    context: click.Context,
    what: str,
    day: date | None,
    by: str | None,
    outcome: str | None,
    summary: str | None,
    steps: tuple[str, ...],
    measured: tuple[str, ...],
    evidence: tuple[str, ...],
    method: str | None,
    revision: str,
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Record a review of a strategy, or of a policy's own text: who looked, and what they concluded.

    The digest of the text looked at is filled in. A review that is on record is never written over.

    Example: policybook review 3210/data --by superintendent --outcome on-track --summary "Published in October."
    """
    from policybook.acts import review
    from policybook.cli import load
    from policybook.errors import PolicybookError

    where = options.place(folder, as_of)
    manual = load.load(where)
    policy, strategy = review.target(manual, "/".join((what, *context.args)))
    if context.args:
        raise PolicybookError(
            f"A strategy stands behind its policy's code and a slash: {policy.code}/{context.args[0]}."
        )
    allowed = review.outcomes(strategy.id if strategy else "", method or "")
    held, by, outcome, summary = act_command.prompt_missing(
        (
            (
                Prompt(
                    "--date",
                    "The day on which they looked",
                    param_types.DateParam(latest=where.as_of),
                    where.as_of.isoformat(),
                ),
                day or _today(where),
            ),
            (Prompt("--by", "Who looked", param_types.ChoiceParam(manual.bodies)), by),
            (Prompt("--outcome", "What they concluded", param_types.ChoiceParam(allowed)), outcome),
            (Prompt("--summary", "What was found, in a few sentences"), summary),
        )
    )
    said = review.ReviewDetails(
        held, by, outcome, summary, _steps(steps), tuple(_figure(one) for one in measured), evidence,
        method or "", revision,
    )  # fmt: skip
    act_command.carry_out(where, manual, review.plan(manual, policy, strategy, said), dry_run)


def _today(where: options.ManualLocation) -> date | None:
    """Return today for a script; a person is asked."""
    return None if output.is_interactive() else where.as_of


def _steps(written: tuple[str, ...]) -> tuple[NextStep, ...]:
    """Return the next steps as said, or as a person says them now."""
    from policybook.acts.review import NextStep

    if written or not output.is_interactive():
        return tuple(NextStep(*(part.strip() for part in one.split(";", 2))) for one in written)
    found: list[NextStep] = []
    while what := click.prompt("A next step (nothing: there is none)", default="", show_default=False).strip():
        by = click.prompt("  Who does it (an id from bodies.yml)", default="", show_default=False)
        found.append(NextStep(what, by.strip(), click.prompt("  By when", default="", show_default=False).strip()))
    return tuple(found)


def _figure(written: str) -> tuple[str, str]:
    from policybook.errors import PolicybookError

    id, equals, value = written.partition("=")
    if not equals or not id.strip() or not value.strip():
        raise PolicybookError(f"‘{written}’ isn't a reading. Write it as meetings-in-time=78 %.")
    return id.strip(), value.strip()
