"""Load a manual for commands that read it."""

from __future__ import annotations

import click

from policybook.cli.options import ManualLocation
from policybook.model import Manual, Policy, Revision
from policybook.record import loader


def load(where: ManualLocation) -> Manual:
    """Return the manual, and warn on standard error about files that can't be read."""
    reading = loader.read(where.tree)
    if reading.unread:
        some = ", ".join(sorted(reading.unread)[:3])
        click.echo(
            f"{len(reading.unread)} file(s) can't be read and are left out ({some}): run `policybook check`.", err=True
        )
    return Manual(reading.records, reading.unread, where.tree, where.as_of)


def find(manual: Manual, code: str) -> Policy:
    """Return the policy with the code `code`, current or former. Raises PolicybookError where there is none."""
    from policybook.acts import lookup

    return lookup.find_policy(manual, code)


def revision(policy: Policy, id: str) -> Revision:
    """Return a policy's revision, done or proposed. Raises PolicybookError where there is none."""
    from policybook.errors import PolicybookError
    from policybook.text.suggest import did_you_mean

    if id not in policy.by_id:
        hint = did_you_mean(id, policy.by_id) or "It has " + ", ".join(policy.by_id) + "."
        raise PolicybookError(f"Policy {policy.code} has no revision {id}. {hint}")
    return policy.by_id[id]
