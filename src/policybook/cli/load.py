"""Read a manual for commands that show it rather than judge it."""

from __future__ import annotations

import click

from policybook.cli.options import Place
from policybook.model import Manual, Policy, Revision
from policybook.record import loader


def load(where: Place) -> Manual:
    """Return the manual, and say on standard error which of its files can't be read."""
    reading = loader.read(where.tree)
    if reading.unread:
        some = ", ".join(sorted(reading.unread)[:3])
        click.echo(
            f"{len(reading.unread)} file(s) can't be read and are left out ({some}): run `policybook check`.", err=True
        )
    return Manual(reading.records, reading.unread, where.tree, where.as_of)


def find(manual: Manual, code: str) -> Policy:
    """Return the policy that goes or went by `code`; raise PolicybookError where there is none."""
    from policybook.errors import PolicybookError
    from policybook.text.suggest import did_you_mean

    found = manual.find(code) or manual.find_former(code)
    if found is None:
        hint = did_you_mean(code, [policy.code for policy in manual]) or "`policybook list` lists them."
        raise PolicybookError(f"There is no policy {code}. {hint}")
    return found


def revision(policy: Policy, id: str) -> Revision:
    """Return a policy's revision, done or proposed; raise PolicybookError where there is none."""
    from policybook.errors import PolicybookError
    from policybook.text.suggest import did_you_mean

    if id not in policy.by_id:
        hint = did_you_mean(id, policy.by_id) or "It has " + ", ".join(policy.by_id) + "."
        raise PolicybookError(f"Policy {policy.code} has no revision {id}. {hint}")
    return policy.by_id[id]
