"""Options that several commands share, and what they mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policybook.cli import param_types

if TYPE_CHECKING:
    from policybook.record.git import Base

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Place:
    """The manual a command works on, and the day it takes for today."""

    folder: Path
    tree: Any
    as_of: date


def manual(command: _Command) -> _Command:
    """Add `--manual` and `--as-of`."""
    command = click.option(
        "--as-of", type=param_types.DAY, metavar="DATE", help="Take DATE for today, such as 2026-11-24."
    )(command)
    return click.option(
        "--manual", "folder", metavar="DIR", help="The manual's folder; found by walking up when not given."
    )(command)


def output(command: _Command) -> _Command:
    """Add `--output`."""
    command = click.option("--output", metavar="FILE", help="Write to FILE instead of the screen.")(command)
    return command


def put(content: bytes, output: str | None) -> None:
    """Write what a command made to the file that `--output` names, whole or not at all, or to the screen."""
    if output is None:
        click.echo(content, nl=False)
    else:
        from policybook.record import atomic

        atomic.write(Path(output), content)


def place(folder: str | None, as_of: date | None) -> Place:
    """Return the manual that the options name; raise PolicybookError where there is none."""
    from policybook.record import locate

    found = locate.find(Path.cwd(), folder)
    tree = locate.tree(found)
    return Place(found, tree, as_of or locate.today(tree))


def base(where: Place, revision: str) -> Base:
    """Return what to compare the manual with; raise PolicybookError where git can't say."""
    from policybook.record import git, locate

    return git.base(locate.repository(where.folder), where.tree.label, revision)
