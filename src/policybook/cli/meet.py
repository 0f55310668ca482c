"""`policybook meet`: record a meeting of a team."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from policybook.cli import act_command, output, param_types
from policybook.cli.act_command import Prompt

if TYPE_CHECKING:
    from policybook.acts.meet import ItemDetails, StepDetails
    from policybook.model import Manual


@click.command("meet")
@click.argument("body", metavar="BODY")
@click.option("--date", "day", type=param_types.DATE, metavar="DATE", help="The day of the meeting. Default: today.")
@click.option("--present", type=click.IntRange(1), metavar="NUMBER", help="How many members were there; no names.")
@click.option("--of", type=click.IntRange(1), metavar="NUMBER", help="How many members the team has.")
@click.option("--minutes", metavar="URL", default="", help="The address of the minutes.")
@click.option(
    "--item",
    "items",
    multiple=True,
    metavar="ITEM",
    help="What it worked on, as ‘considered; CODE/STRATEGY; what came of it’: considered, designed, reviewed or decided.",
)
@click.option(
    "--next",
    "steps",
    multiple=True,
    metavar="STEP",
    help="A next step, as ‘CODE/STRATEGY; what; who; by when’; the last two are optional. Repeat for several.",
)
@click.option("--closes", multiple=True, metavar="STEP", help="The id of a step that is done. Repeat for several.")
@click.option("--word", metavar="WORD", default="", help="A word for a second meeting on one day, such as evening.")
@act_command.common
def command(
    body: str,
    day: date | None,
    present: int | None,
    of: int | None,
    minutes: str,
    items: tuple[str, ...],
    steps: tuple[str, ...],
    closes: tuple[str, ...],
    word: str,
    dry_run: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Record a meeting of a team: how many were there, what it worked on, what is done and what comes next.

    Counts only, no names of persons. The team's next meeting is counted from it.

    Example: policybook meet restorative-team --present 6 --of 8 --item "considered; 3210/restorative; Three schools have no trained lead."
    """
    from policybook.acts import meet

    where, manual = act_command.open_manual(folder, as_of)
    team = manual.bodies[act_command.body_id(manual, body)]
    prompt = Prompt(
        "--date", "The day of the meeting", param_types.DateParam(latest=where.as_of), where.as_of.isoformat()
    )
    held = day or (act_command.prompt_missing([(prompt, None)])[0] if output.is_interactive() else where.as_of)
    details = meet.MeetingDetails(held, present, of, minutes, _items(items), _steps(manual, steps), closes, word)
    act_command.carry_out(where, manual, meet.plan(manual, team, details), dry_run)


def _items(written: tuple[str, ...]) -> tuple[ItemDetails, ...]:
    """Return the items given, or prompt for them."""
    from policybook.acts.meet import DID, ItemDetails

    if written or not output.is_interactive():
        return tuple(ItemDetails(*(part.strip() for part in one.split(";", 2))) for one in written)
    found: list[ItemDetails] = []
    question = "What did it work on, as CODE/STRATEGY (nothing: no more)"
    while about := click.prompt(question, default="", show_default=False).strip():
        did = click.prompt("  What it did", type=param_types.ChoiceParam(DID), default=DID[0])
        found.append(ItemDetails(did, about, click.prompt("  What came of it", default="", show_default=False).strip()))
    return tuple(found)


def _steps(manual: Manual, written: tuple[str, ...]) -> tuple[StepDetails, ...]:
    """Return the steps given, or prompt for them."""
    from policybook.acts.meet import StepDetails
    from policybook.errors import PolicybookError

    found: list[StepDetails] = []
    for one in written:
        about, what, by, due = ([part.strip() for part in one.split(";", 3)] + [""] * 4)[:4]
        if not what:
            raise PolicybookError(
                f"‘{one}’ isn't a step. Write it as 3210/restorative; Name three leads; who; by when."
            )
        found.append(StepDetails(about, what, act_command.body_id(manual, by), due))
    if written or not output.is_interactive():
        return tuple(found)
    while what := click.prompt("A next step (nothing: there is none)", default="", show_default=False).strip():
        about = click.prompt("  Of which strategy, as CODE/STRATEGY")
        by = click.prompt("  Who does it (an id from bodies.yml; nothing: the team)", default="", show_default=False)
        due = click.prompt("  By when", default="", show_default=False).strip()
        found.append(StepDetails(about.strip(), what, act_command.body_id(manual, by.strip()), due))
    return tuple(found)
