"""Read the edited text of a proposal from a file, and say what became of its provisions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from policybook.model import Policy, Revision


def edited(policy: Policy | None, base: Revision | None, file: str, anyway: bool) -> dict[str, Any]:
    """Return the text in a file as a proposal holds it, and report its new and removed provisions."""
    from policybook.documents import drafts
    from policybook.errors import PolicybookError
    from policybook.redline.formats import terminal
    from policybook.text.terminal import safe

    path = Path(file)
    held = base if base is not None and base.holds_text else None
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PolicybookError(f"{file} can't be read: {error.strerror}.") from error
    try:
        draft = drafts.read(data, path.name, policy, held, anyway)
    except drafts.AnotherBase as error:
        click.echo(terminal.render(error.marked, error.ends), err=True)
        raise PolicybookError(_other_base(policy, base, str(error), file)) from error
    for notice in draft.notices:
        click.echo(safe(notice))
    for said, ids in (("New provisions", draft.given), ("Provisions that are no more", draft.gone)):
        if ids:
            click.echo(safe(f"{said}: {', '.join(ids)}."))
    if held is not None and draft.says(held):
        click.echo(
            safe(f"{path.name} says word for word what revision {held.id} says. Is it the edited file, and saved?")
        )
    return {"title": draft.title, "text": draft.provisions, "footnotes": draft.footnotes}


def _other_base(policy: Policy | None, base: Revision | None, said: str, file: str) -> str:
    """Return why a file isn't taken, with the command that was probably meant."""
    if policy is None:
        return said
    for one in policy.proposals:
        if one is not base and f"made from revision {one.id} of" in said:
            return (
                f"{file} was made from the proposal {one.id} on policy {policy.code}. To give that proposal the new text: "
                f"policybook propose {policy.code}@{one.id} --from {file}"
            )
    if base is not None and not base.done:
        return f"{said} The text to edit is the proposal's: policybook export docx {policy.code}@{base.id}"
    return said
