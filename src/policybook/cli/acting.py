"""What the commands for the board's acts share: questions for what wasn't said, the trial, the writing, the words."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policybook.cli import options, terminal
from policybook.cli.options import Place

if TYPE_CHECKING:
    from policybook.acts.plan import Plan
    from policybook.model import Manual

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Question:
    """Something that an act needs to know."""

    option: str
    """The option by which a script says it."""
    words: str
    """What a person is asked."""
    choices: tuple[str, ...] = ()
    default: str = ""


def common(command: _Command) -> _Command:
    """Add the options of every act: `--dry-run`, `--manual`, `--as-of`."""
    command = options.manual(command)
    return click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")(command)


def opened(folder: str | None, as_of: str | None) -> tuple[Place, Manual]:
    """Return where the manual is, and the manual; its files are read once, before any question is asked."""
    from policybook.cli import loading
    from policybook.tree import ReadOnce

    found = options.place(folder, as_of)
    where = Place(found.folder, ReadOnce(found.tree), found.as_of)
    return where, loading.load(where)


def answered(questions: Sequence[tuple[Question, str | None]]) -> list[str]:
    """Return an answer to each question: what was said, or what a person says now.

    Where nobody is there to answer, raises PolicybookError that names every option that is missing.
    """
    from policybook.errors import PolicybookError

    missing = [question for question, said in questions if not said]
    if missing and not terminal.asks():
        named = ", ".join(
            f"{question.option} ({question.words[:1].lower()}{question.words[1:]})" for question in missing
        )
        raise PolicybookError(f"Missing: {named}.")
    return [said or _asked(question) for question, said in questions]


def day(written: str) -> date:
    """Return the day that an option or answer names; raise PolicybookError where it names none."""
    from policybook import workplace

    return workplace.day(written.strip())


def the_day(where: Place) -> Question:
    """Return the question on which day the board acted."""
    return Question("--date", "The day of the act", default=where.as_of.isoformat())


def carry_out(where: Place, manual: Manual, plan: Plan, dry_run: bool) -> None:
    """Try a plan, write its files unless it is only to be shown, and say what was done and what comes next."""
    from policybook.acts import trial
    from policybook.plain import safe
    from policybook.writing import changes

    trial.hold(where.tree, where.as_of, plan.changes)
    label = f"{where.tree.label}/" if where.tree.label else ""
    if dry_run:
        click.echo("\n".join(_difference(plan, label)))
        click.echo("Nothing is written.")
        return
    changes.write(where.folder, plan.changes)
    for sentence in plan.done:
        click.echo(safe(sentence))
    if plan.changes.moved:
        click.echo(safe(f"Renamed {label}{plan.changes.moved[0]}/ to {plan.changes.moved[1]}/"))
    for change in plan.changes.files:
        click.echo(safe(f"{'Wrote' if change.before is None else 'Changed'} {label}{change.path}"))
    if plan.next:
        click.echo("What comes next:")
        for step in plan.next:
            click.echo(safe(f"    {step}"))


def _difference(plan: Plan, label: str) -> list[str]:
    """Return what would change in each file, as lines that were and lines that will be."""
    from policybook.plain import safe

    lines: list[str] = []
    for change in plan.changes.files:
        old = f"{label}{change.moved_from or change.path}" if change.before is not None else "/dev/null"
        before = (change.before or b"").decode("utf-8", "replace").splitlines()
        after = change.after.decode("utf-8", "replace").splitlines()
        lines += difflib.unified_diff(before, after, old, f"{label}{change.path}", lineterm="")
    if plan.changes.moved:
        lines.insert(0, f"rename {label}{plan.changes.moved[0]}/ to {label}{plan.changes.moved[1]}/")
    return [safe(line) for line in lines]


def _asked(question: Question) -> str:
    kind = click.Choice(question.choices) if question.choices else None
    said = click.prompt(question.words, type=kind, default=question.default or None)
    return str(said)
