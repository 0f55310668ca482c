"""What the commands for the board's acts share: questions for what wasn't said, the trial, the writing, the words."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policybook.cli import options, output, param_types
from policybook.cli.options import Place
from policybook.values import dates

if TYPE_CHECKING:
    from policybook.acts.plan import Plan
    from policybook.model import Manual

_FEW = 8
_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Question:
    """Something that an act needs to know."""

    option: str
    """The option by which a script says it."""
    words: str
    """What a person is asked."""
    kind: click.ParamType[Any] = click.STRING
    """What the answer may be: a person is asked again for one that can't be."""
    default: str = ""


def common(command: _Command) -> _Command:
    """Add the options of every act: `--dry-run`, `--manual`, `--as-of`."""
    command = options.manual(command)
    return click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")(command)


def opened(folder: str | None, as_of: date | None) -> tuple[Place, Manual]:
    """Return where the manual is, and the manual; its files are read once, before any question is asked."""
    from policybook.cli import load
    from policybook.record.tree import ReadOnce

    found = options.place(folder, as_of)
    where = Place(found.folder, ReadOnce(found.tree), found.as_of)
    return where, load.load(where)


def answered(questions: Sequence[tuple[Question, Any]]) -> list[Any]:
    """Return an answer to each question: what was said, or what a person says now.

    Where nobody is there to answer, raises PolicybookError that names every option that is missing.
    """
    from policybook.errors import PolicybookError

    missing = [question for question, said in questions if not said]
    if missing and not output.asks():
        raise PolicybookError(f"Missing: {', '.join(_named(question) for question in missing)}.")
    return [said or _asked(question) for question, said in questions]


def the_day(where: Place) -> Question:
    """Return the question on which day the board acted."""
    return Question("--date", "The day of the act", param_types.Day(latest=where.as_of), where.as_of.isoformat())


def day_of(day: date | None, meeting: str | None) -> date | None:
    """Return the day of an act: the one that was said, or else the one that the meeting's name begins with."""
    named = (meeting or "")[:10]
    return day or (dates.parse(named).earliest if dates.is_date(named) and dates.parse(named).exact else None)


def carry_out(where: Place, manual: Manual, plan: Plan, dry_run: bool) -> None:
    """Try a plan, write its files unless it is only to be shown, and say what was done and what comes next."""
    from policybook.acts import preflight
    from policybook.record import transaction
    from policybook.text.terminal import safe

    preflight.hold(where.tree, where.as_of, plan.changes)
    label = f"{where.tree.label}/" if where.tree.label else ""
    if dry_run:
        click.echo("\n".join(_difference(plan, label)))
        click.echo("Nothing is written.")
        return
    transaction.write(where.folder, plan.changes)
    for sentence in plan.done:
        click.echo(safe(sentence))
    if plan.changes.moved:
        click.echo(safe(f"Renamed {label}{plan.changes.moved[0]}/ to {label}{plan.changes.moved[1]}/"))
    for change in plan.changes.files:
        click.echo(safe(f"{'Wrote' if change.before is None else 'Changed'} {label}{change.path}"))
    if plan.next:
        click.echo("What comes next:")
        for step in plan.next:
            click.echo(safe(f"    {step}"))


def _difference(plan: Plan, label: str) -> list[str]:
    """Return what would change in each file, as lines that were and lines that will be."""
    from policybook.text.terminal import safe

    lines: list[str] = []
    for change in plan.changes.files:
        old = f"{label}{change.moved_from or change.path}" if change.before is not None else "/dev/null"
        before = (change.before or b"").decode("utf-8", "replace").splitlines()
        after = change.after.decode("utf-8", "replace").splitlines()
        lines += difflib.unified_diff(before, after, old, f"{label}{change.path}", lineterm="")
    if plan.changes.moved:
        lines.insert(0, f"rename {label}{plan.changes.moved[0]}/ to {label}{plan.changes.moved[1]}/")
    return [safe(line) for line in lines]


def _named(question: Question) -> str:
    """Return a question's option with what it means, and the words to choose from where they are few."""
    choices = question.kind.choices if isinstance(question.kind, param_types.OneOf) else ()
    listed = f": {', '.join(choices)}" if 0 < len(choices) <= _FEW else ""
    return f"{question.option} ({question.words[:1].lower()}{question.words[1:].rstrip('?')}{listed})"


def _asked(question: Question) -> Any:
    return click.prompt(question.words, type=question.kind, default=question.default or None)
