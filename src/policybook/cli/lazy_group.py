"""A group of commands that are loaded only when they are asked for, so that starting costs little."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

import click

_MODULES = {"list": "list_"}


class Late(click.Group):
    """A group made from a table: each command's name and its line in the help; its module has its name."""

    def __init__(self, *args: Any, table: Mapping[str, str], package: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self._table = table
        self._package = package

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the commands' names, loading none."""
        return list(self._table)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, loading none."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._table.items()))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return a command, loading it; None where there is none of that name."""
        if name not in self._table:
            return None
        module = importlib.import_module(f"{self._package}.{_MODULES.get(name, name)}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for; where there is none, say which was meant."""
        if args[0] not in self._table and not args[0].startswith("-"):
            near = get_close_matches(args[0], self._table, 1)
            hint = f"Did you mean ‘{near[0]}’?" if near else f"`{context.command_path} --help` lists them."
            raise click.UsageError(f"`{context.command_path}` has no command ‘{args[0]}’. {hint}", context)
        found = super().resolve_command(context, args)
        if found[1] is not None:
            from policybook.cli import usage_errors

            usage_errors.hold(found[1], found[2])
        return found
