"""The options that say when and how the board acted, and the questions for what isn't said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policybook.cli import act_command, param_types
from policybook.cli.act_command import Question
from policybook.cli.options import Place

if TYPE_CHECKING:
    from policybook.acts.details import Said
    from policybook.model import Manual

_Command = TypeVar("_Command", bound=Callable[..., Any])

VOTE = Question("--vote", "The vote: unanimous, consent, or 4-1 for and against", param_types.VOTE)
_KINDS = {"DATE": param_types.DAY, "VOTE": param_types.VOTE}
_OPTIONS = (
    ("--date", "day", "DATE", "The day of the act; the meeting's day where one is named."),
    ("--effective", "effective", "DATE", "From when it binds, where that is later."),
    ("--vote", "vote", "VOTE", "unanimous, consent, 4-1 (for and against), or ‘for 4, against 0, absent 1’."),
    ("--by", "by", "BODY", "Who acted, where it wasn't the board: an id from bodies.yml."),
    ("--meeting", "meeting", "ID", "The meeting: a file in meetings/, such as 2026-12-08-special."),
    ("--moved-by", "moved_by", "NAME", "Who moved it."),
    ("--seconded-by", "seconded_by", "NAME", "Who seconded it."),
    ("--resolution", "resolution", "NUMBER", "The resolution's number."),
    ("--minutes", "minutes", "URL", "Where the minutes are."),
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
        type=param_types.DAY,
        metavar="DATE",
        help="A day on which it was read; may be given again.",
    )(command)


def said(where: Place, manual: Manual, given: Mapping[str, Any], codes: tuple[str, ...], reason: bool = False) -> Said:
    """Return what was said of an act on the policies with these `codes`, the rest asked for.

    Asked are the day, the vote where the board votes and none is on record, and the `reason` where one is wanted.
    """
    from policybook.acts import lookup
    from policybook.acts.details import Said, vote_on_record

    meeting = given["meeting"] or ""
    lookup.meeting(manual, meeting)
    lookup.body(manual, given["by"] or "")
    day = act_command.day_of(given["day"], meeting)
    if day is not None:
        lookup.came(manual, day, "The act")
    questions: list[tuple[Question, Any]] = [(act_command.the_day(where), day)]
    package = given.get("package") or ""
    voted = vote_on_record(manual, meeting or (day.isoformat() if day else ""), package) is not None
    if not voted and _voted(manual, codes, given["by"] or ""):
        questions.append((VOTE, given["vote"]))
    if reason:
        questions.append((Question("--reason", "Why"), given["reason"]))
    answers = dict(zip([question.option for question, _ in questions], act_command.answered(questions), strict=True))
    return Said(
        answers["--date"],
        answers.get("--vote") or given["vote"],
        given["effective"],
        package=package,
        reason=answers.get("--reason") or given.get("reason") or "",
        readings=tuple(given.get("readings") or ()),
        **{key: given[key] or "" for key in ("by", "meeting", "moved_by", "seconded_by", "resolution", "minutes")},
    )


def _voted(manual: Manual, codes: tuple[str, ...], by: str) -> bool:
    """Say whether the board votes on any of the policies."""
    from policybook.acts import lookup

    return any(lookup.voted(manual, lookup.policy(manual, code.partition("@")[0]), by) for code in codes)
