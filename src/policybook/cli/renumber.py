"""`policybook renumber`: record that a policy got another code."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options


@click.command("renumber")
@click.argument("policy")
@click.argument("code")
@click.option("--reason", metavar="WORDS", help="Why.")
@act_options.readings
@act_options.options
@act_command.common
def command(policy: str, code: str, dry_run: bool, folder: str | None, as_of: date | None, **given: Any) -> None:
    """Record that the board gave POLICY, a code, the new CODE; the old one keeps leading to it.

    Example: policybook renumber 3241 3245 --date 2026-12-08 --vote unanimous
    """
    from policybook.acts import renumber

    where, manual = act_command.opened(folder, as_of)
    renumber.renamed(manual, policy, code)
    said = act_options.said(where, manual, given, (policy,))
    act_command.carry_out(where, manual, renumber.plan(manual, policy, code, said), dry_run)
