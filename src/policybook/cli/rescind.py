"""`policybook rescind`: record that a policy was withdrawn."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import act_command, act_options


@click.command("rescind")
@click.argument("policy")
@click.option("--replaced-by", multiple=True, metavar="CODE", help="A policy that takes its place; may be given again.")
@click.option("--reason", metavar="WORDS", help="Why.")
@act_options.readings
@act_options.options
@act_command.common
def command(
    policy: str, replaced_by: tuple[str, ...], dry_run: bool, folder: str | None, as_of: date | None, **given: Any
) -> None:
    """Record that the board rescinded POLICY, a code.

    Example: policybook rescind 3520 --replaced-by 0410 --reason "Policy 0410 now says it." --date 2026-12-08 --vote 5-0
    """
    from policybook.acts import rescind

    where, manual = act_command.opened(folder, as_of)
    rescind.replaced(manual, policy, replaced_by)
    said = act_options.said(where, manual, given, (policy,), reason=True)
    act_command.carry_out(where, manual, rescind.plan(manual, policy, said, replaced_by), dry_run)
