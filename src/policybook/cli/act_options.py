"""Define the options that say when and how the board acted, and prompt for missing ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policybook.cli import act_command, param_types
from policybook.cli.act_command import Prompt
from policybook.cli.options import ManualLocation

if TYPE_CHECKING:
    from policybook.acts.context import ActDetails
    from policybook.model import Manual

_Command = TypeVar("_Command", bound=Callable[..., Any])

VOTE = Prompt("--vote", "The vote: unanimous, consent, or 4-1 (for and against)", param_types.VOTE)
_KINDS = {"DATE": param_types.DATE, "VOTE": param_types.VOTE}
_OPTIONS = (
    ("--date", "day", "DATE", "The day of the act. Default: the day of the meeting."),
    ("--effective", "effective", "DATE", "The day it takes effect, if later."),
    ("--vote", "vote", "VOTE", "unanimous, consent, 4-1, 4 to 1, or ‘for 4, against 0, absent 1’."),
    ("--by", "by", "BODY", "Who acted, if not the board: an id or name from bodies.yml."),
    ("--meeting", "meeting", "ID", "The meeting: a file in meetings/, such as 2026-12-08-special."),
    ("--moved-by", "moved_by", "NAME", "Who moved it."),
    ("--seconded-by", "seconded_by", "NAME", "Who seconded it."),
    ("--resolution", "resolution", "NUMBER", "The number of the resolution."),
    ("--minutes", "minutes", "URL", "The address of the minutes."),
)


def options(command: _Command) -> _Command:
    """Add the options that say when and how the board acted."""
    for option, name, metavar, help in reversed(_OPTIONS):
        command = click.option(option, name, metavar=metavar, type=_KINDS.get(metavar), help=help)(command)
    return command


def readings(command: _Command) -> _Command:
    """Add `--reading`, for an act that was never a proposal."""
    return click.option(
        "--reading",
        "readings",
        multiple=True,
        type=param_types.DATE,
        metavar="DATE",
        help="A day on which it was read. Repeat for several.",
    )(command)


def collect(
    where: ManualLocation, manual: Manual, given: Mapping[str, Any], codes: tuple[str, ...], reason: bool = False
) -> ActDetails:
    """Return the details of an act on the policies with these `codes`, prompting for what is missing.

    Prompts for the day, for the vote where the board votes and none is on record, and for the `reason` if wanted.
    """
    from policybook.acts import lookup
    from policybook.acts.context import ActDetails, vote_on_record

    meeting = given["meeting"] or ""
    lookup.require_meeting(manual, meeting)
    by = act_command.body_id(manual, given["by"])
    day = act_command.act_date(given["day"], meeting)
    if day is not None:
        lookup.refuse_future(manual, day, "The act")
    questions: list[tuple[Prompt, Any]] = [(act_command.date_prompt(where), day)]
    package = given.get("package") or ""
    voted = vote_on_record(manual, meeting or (day.isoformat() if day else ""), package) is not None
    if not voted and _voted(manual, codes, by):
        questions.append((VOTE, given["vote"]))
    if reason:
        questions.append((Prompt("--reason", "Why"), given["reason"]))
    answers = dict(
        zip([question.option for question, _ in questions], act_command.prompt_missing(questions), strict=True)
    )
    return ActDetails(
        answers["--date"],
        answers.get("--vote") or given["vote"],
        given["effective"],
        by,
        package=package,
        reason=answers.get("--reason") or given.get("reason") or "",
        readings=tuple(given.get("readings") or ()),
        **{key: given[key] or "" for key in ("meeting", "moved_by", "seconded_by", "resolution", "minutes")},
    )


def _voted(manual: Manual, codes: tuple[str, ...], by: str) -> bool:
    """Return whether the board votes on any of the policies."""
    from policybook.acts import lookup

    return any(lookup.needs_vote(manual, lookup.policy(manual, code.partition("@")[0]), by) for code in codes)
