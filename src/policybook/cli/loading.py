"""Read a manual for commands that show it rather than judge it."""

from __future__ import annotations

import click

from policybook import records
from policybook.cli.options import Place
from policybook.model import Manual


def load(where: Place) -> Manual:
    """Return the manual, and say on standard error which of its files can't be read."""
    reading = records.read(where.tree)
    if reading.unread:
        some = ", ".join(sorted(reading.unread)[:3])
        click.echo(
            f"{len(reading.unread)} file(s) can't be read and are left out ({some}): run `policybook check`.", err=True
        )
    return Manual(reading.records, reading.unread, where.tree, where.as_of)
