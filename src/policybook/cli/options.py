"""Define the options that several commands share."""

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
class ManualLocation:
    """The manual that a command works on, and the day it takes for today."""

    folder: Path
    tree: Any
    as_of: date


def manual(command: _Command) -> _Command:
    """Add `--manual` and `--as-of`."""
    command = click.option(
        "--as-of", type=param_types.DATE, metavar="DATE", help="Use DATE as today, such as 2026-11-24."
    )(command)
    return click.option(
        "--manual",
        "folder",
        metavar="DIR",
        envvar="POLICYBOOK_MANUAL",
        is_eager=True,
        help="The manual's folder. Default: found by walking up from the working folder. [env: POLICYBOOK_MANUAL]",
    )(command)


def output(command: _Command) -> _Command:
    """Add `--output`."""
    command = click.option("--output", metavar="FILE", help="Write to FILE instead of standard output.")(command)
    return command


def put(content: bytes, output: str | None) -> None:
    """Write output to the file that `--output` names, atomically, or to standard output."""
    if output is None:
        click.echo(content, nl=False)
    else:
        from policybook.record import atomic

        atomic.write(Path(output), content)


def place(folder: str | None, as_of: date | None) -> ManualLocation:
    """Return the location of the manual. Raises PolicybookError where there is none."""
    from policybook.record import locate

    found = locate.find(Path.cwd(), folder)
    tree = locate.tree(found)
    return ManualLocation(found, tree, as_of or locate.today(tree))


def base(where: ManualLocation, revision: str) -> Base:
    """Return the base to compare the manual with. Raises PolicybookError where git doesn't know it."""
    from policybook.record import git, locate

    return git.base(locate.repository(where.folder), where.tree.label, revision)
