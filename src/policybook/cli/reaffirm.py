"""`policybook reaffirm`: record a review without changes by the board."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from policybook.cli import acting, board


@click.command("reaffirm")
@click.argument("policy")
@click.option("--reason", metavar="WORDS", help="Why, if there is more to say.")
@board.readings
@board.options
@acting.common
def command(policy: str, dry_run: bool, folder: str | None, as_of: date | None, **given: Any) -> None:
    """Record that the board reviewed POLICY, a code, and left it as it is.

    Example: policybook reaffirm 1310 --date 2026-12-08 --vote unanimous
    """
    from policybook.acts import on_record, reaffirm

    where, manual = acting.opened(folder, as_of)
    on_record.standing_policy(manual, policy)
    said = board.said(where, manual, given, (policy,))
    acting.carry_out(where, manual, reaffirm.plan(manual, policy, said), dry_run)
