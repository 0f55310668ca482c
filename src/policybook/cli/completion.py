"""Complete policy codes, proposals and check ids in a shell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from policybook.model import Manual


def codes(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the codes that begin with `incomplete`, or after `CODE@` the open proposals of that policy."""
    manual = _manual(context)
    if manual is None:
        return []
    code, at, _ = incomplete.partition("@")
    if at:
        policy = manual.find(code)
        names = [(f"{code}@{one.id}", one.title) for one in policy.proposals if not one.outcome] if policy else []
    else:
        names = [(policy.code, policy.title) for policy in manual]
    return [CompletionItem(name, help=title) for name, title in names if name.lower().startswith(incomplete.lower())]


def checks(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids of the checks that begin with `incomplete`."""
    from policybook.lint.runner import all_checks

    found = all_checks().values()
    return [CompletionItem(one.id, help=one.title) for one in found if one.id.startswith(incomplete)]


def _manual(context: click.Context) -> Manual | None:
    """Return the manual that the command would work on, None where there is none."""
    from policybook.errors import PolicybookError
    from policybook.model import Manual
    from policybook.record import loader, locate

    try:
        folder = context.params.get("folder")
        tree = locate.tree(locate.find(Path.cwd(), folder if isinstance(folder, str) else None))
        reading = loader.read(tree)
        return Manual(reading.records, reading.unread, tree, locate.today(tree))
    except (PolicybookError, OSError):
        return None
