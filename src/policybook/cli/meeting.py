"""`policybook meeting`: record a meeting of the board."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, param_types

_KINDS = ("regular", "special", "work-session", "emergency")


@click.command("meeting")
@click.argument("meeting", metavar="DATE[-WORD]")
@click.option("--kind", type=param_types.ChoiceParam(_KINDS), help="The kind of meeting.")
@click.option("--notice", type=param_types.DATE, metavar="DATE", help="The day on which notice was given.")
@click.option("--agenda", metavar="URL", help="The address of the agenda.")
@click.option("--minutes", metavar="URL", help="The address of the minutes.")
@click.option("--closed", is_flag=True, help="It was not open to the public.")
@act_command.common
def command(meeting: str, closed: bool, dry_run: bool, folder: str | None, as_of: date | None, **given: Any) -> None:
    """Record a meeting of the board: its kind, when notice was given, agenda and minutes.

    A second meeting on one day gets a word: 2026-12-08-special. Run it again to add the minutes.

    Example: policybook meeting 2026-12-08 --kind regular --notice 2026-12-01
    """
    from policybook.acts import meeting as meetings

    where, manual = act_command.open_manual(folder, as_of)
    fields: dict[str, Any] = {key: given[key] for key in ("kind", "agenda", "minutes") if given[key]}
    if given["notice"]:
        fields["notice"] = given["notice"].isoformat()
    if closed:
        fields["open"] = False
    if not fields:
        (notice,) = act_command.prompt_missing(
            [(act_command.Prompt("--notice", "The day on which notice was given", param_types.DATE), None)]
        )
        fields["notice"] = notice.isoformat()
    act_command.carry_out(where, manual, meetings.plan(manual, meeting, fields), dry_run)
