"""Share code between the commands that record acts: prompts, the trial run, writing and output."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policybook.cli import options, output, param_types
from policybook.cli.options import ManualLocation
from policybook.values import dates

if TYPE_CHECKING:
    from policybook.acts.plan import Plan
    from policybook.model import Manual
    from policybook.record.transaction import Changes

_FEW = 8
_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Prompt:
    """A value that an act needs, and the question that asks for it."""

    option: str
    """The option that gives the value without a prompt."""
    words: str
    """The question."""
    kind: click.ParamType[Any] = click.STRING
    """The type of the answer. A wrong answer is asked for again."""
    default: str = ""


def common(command: _Command) -> _Command:
    """Add `--dry-run`, `--manual` and `--as-of`."""
    command = options.manual(command)
    return click.option("--dry-run", is_flag=True, help="Show the change without writing it.")(command)


def open_manual(folder: str | None, as_of: date | None) -> tuple[ManualLocation, Manual]:
    """Return the manual and its location. Files are read once, before any prompt.

    Raises PolicybookError where the board's rules or the bodies can't be read, for acts are judged by them.
    """
    from policybook.acts import lookup
    from policybook.cli import load
    from policybook.record.tree import ReadOnce

    found = options.place(folder, as_of)
    where = ManualLocation(found.folder, ReadOnce(found.tree), found.as_of)
    manual = load.load(where)
    for path in ("agency.yml", "bodies.yml"):
        lookup.require_readable(manual, path)
    return where, manual


def prompt_missing(questions: Sequence[tuple[Prompt, Any]]) -> list[Any]:
    """Return each value, prompting for those that are missing.

    Raises PolicybookError that names the missing options where there is no terminal to prompt on.
    """
    from policybook.errors import PolicybookError

    missing = [question for question, said in questions if not said]
    if missing and not output.is_interactive():
        raise PolicybookError(f"Missing: {', '.join(_named(question) for question in missing)}.")
    return [said or _asked(question) for question, said in questions]


def date_prompt(where: ManualLocation) -> Prompt:
    """Return the prompt for the day of the act."""
    return Prompt("--date", "The day of the act", param_types.DateParam(latest=where.as_of), where.as_of.isoformat())


def act_date(day: date | None, meeting: str | None) -> date | None:
    """Return the day of an act: the one given, or the day in the meeting's id."""
    named = (meeting or "")[:10]
    return day or (dates.parse(named).earliest if dates.is_date(named) and dates.parse(named).exact else None)


def choose_proposal(manual: Manual, named: str) -> str:
    """Return `CODE@ID` for the proposal that `named` means, prompting where a policy has several open proposals."""
    from policybook.acts import lookup

    code, _, id = named.partition("@")
    if id:
        return named
    policy = lookup.policy(manual, code)
    open_ = lookup.open_proposals(policy)
    if len(open_) > 1 and output.is_interactive():
        choices = param_types.ChoiceParam([one.id for one in open_])
        click.echo(f"Policy {policy.code} has {len(open_)} open proposals: {', '.join(choices.choices)}.")
        return f"{policy.code}@{click.prompt('Which one', type=choices, show_choices=False)}"
    return named


def body_id(manual: Manual, written: str | None) -> str:
    """Return the id of a body given by id or name, empty where none is given."""
    from policybook.acts import lookup

    return lookup.body_id(manual, written) if written else ""


def carry_out(where: ManualLocation, manual: Manual, plan: Plan, dry_run: bool) -> None:
    """Check a plan, write its files or show the difference, and print what was done and what comes next."""
    from policybook.acts import preflight
    from policybook.record import transaction
    from policybook.text.terminal import safe

    preflight.refuse_new_errors(where.tree, where.as_of, plan.changes)
    label = f"{where.tree.label}/" if where.tree.label else ""
    if dry_run:
        click.echo("\n".join(_difference(plan, label)))
        click.echo("Nothing is written.")
        return
    transaction.write(where.folder, plan.changes, _read(where, plan.changes))
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


def _read(where: ManualLocation, changes: Changes) -> dict[str, bytes]:
    """Return what stood in the folders that an act touches, and in the files that all policies share."""
    folders = {(change.moved_from or change.path).partition("/")[0] for change in changes.files} | {"meetings"}
    if changes.moved:
        folders.add(changes.moved[0])
    return {
        path: where.tree.read(path)
        for path in where.tree.paths()
        if path.endswith(".yml") and ("/" not in path or path.partition("/")[0] in folders)
    }


def _difference(plan: Plan, label: str) -> list[str]:
    """Return the change of each file as a unified diff."""
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


def _named(question: Prompt) -> str:
    """Return the option of a prompt with its meaning, and the choices where they are few."""
    choices = question.kind.choices if isinstance(question.kind, param_types.ChoiceParam) else ()
    listed = f": {', '.join(choices)}" if 0 < len(choices) <= _FEW else ""
    return f"{question.option} ({question.words[:1].lower()}{question.words[1:].rstrip('?')}{listed})"


def _asked(question: Prompt) -> Any:
    return click.prompt(question.words, type=question.kind, default=question.default or None)
