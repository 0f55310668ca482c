"""`policybook show`: one policy's text, as it stands on a day."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import click

from policybook.cli import options, param_types
from policybook.model import Manual, Policy, Revision


@click.command("show")
@click.argument("policy")
@click.option("--revision", metavar="ID", help="Show this revision instead of the text in force.")
@click.option("--format", "form", type=param_types.ChoiceParam(("text", "json")), default="text", show_default=True)
@options.manual
def command(policy: str, revision: str | None, form: str, folder: str | None, as_of: date | None) -> None:
    """Show POLICY: its text, facts and history.

    Example: policybook show 1010 --as-of 2020-01-01
    """
    from policybook.cli import load, output
    from policybook.documents import plain_text
    from policybook.due import wording

    manual = load.load(options.place(folder, as_of))
    found = load.find(manual, policy)
    shown = load.revision(found, revision) if revision else found.standing(manual.as_of).text
    stands = wording.standing(found, manual.as_of)
    if form == "json":
        click.echo(json.dumps(_as_json(manual, found, shown, stands), ensure_ascii=False, indent=2))
        return
    title = (shown.title if shown else "") or found.title
    lines = [f"{stands[:1].upper()}{stands[1:]}."]
    if shown is not None:
        lines.append(
            plain_text.of_text(shown) if shown.holds_text else f"The text isn't held. {shown.text('not_held')}".strip()
        )
    elif not found.is_held:
        lines.append(found.text("not_held"))
    else:
        lines.append("Revisions: " + ", ".join(act.id for act in found.revisions) + " (show one with --revision ID).")
    output.page(f"{found.code} {title}", "\n\n".join(line for line in lines if line))


def _as_json(manual: Manual, policy: Policy, shown: Revision | None, stands: str) -> dict[str, Any]:
    from policybook.documents import plain_text

    return {
        "as_of": manual.as_of.isoformat(),
        "code": policy.code,
        "title": (shown.title if shown else "") or policy.title,
        "standing": stands,
        "revision": shown.id if shown else None,
        "digest": shown.computed_digest or None if shown else None,
        "revisions": [{"id": one.id, "action": one.action, "done": one.done} for one in policy.revisions],
        "text": plain_text.of_text(shown) if shown is not None and shown.holds_text else None,
    }
