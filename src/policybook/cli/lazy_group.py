"""Define a Click group that imports a command only when it runs, so that starting stays fast."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import click

from policybook.cli.help_formatter import Context

_MODULES = {"import": "import_", "list": "list_"}


class LazyGroup(click.Group):
    """A group made from a table of commands and help lines. Each command is the module of that name."""

    context_class = Context

    def __init__(
        self,
        *args: Any,
        table: Mapping[str, str],
        package: str,
        groups: Mapping[str, Sequence[str]] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self._table = table
        self._groups = groups or {}
        self._package = package

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of the commands without importing them."""
        return list(self._table)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by group without importing them."""
        listed = {name for names in self._groups.values() for name in names}
        rest = [name for name in self._table if name not in listed]
        for title, names in (*self._groups.items(), ("More commands" if listed else "Commands", rest)):
            rows = [(name, self._table[name]) for name in names if name in self._table]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows, col_max=12)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import and return a command, None where there is none of that name."""
        if name not in self._table:
            return None
        module = importlib.import_module(f"{self._package}.{_MODULES.get(name, name)}")
        command = module.command
        assert isinstance(command, click.Command)
        command.context_class = Context
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was named, or fail and suggest the closest one."""
        if args[0] not in self._table and not args[0].startswith("-") and not context.resilient_parsing:
            near = get_close_matches(args[0], self._table, 1)
            hint = f"Did you mean ‘{near[0]}’?" if near else f"`{context.command_path} --help` lists them."
            raise click.UsageError(f"`{context.command_path}` has no command ‘{args[0]}’. {hint}", context)
        found = super().resolve_command(context, args)
        if found[1] is not None and not context.resilient_parsing:
            from policybook.cli import usage_errors

            usage_errors.require_option_values(found[1], found[2])
        return found
