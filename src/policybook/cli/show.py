"""`policybook show`: one policy's text, as it stands on a day."""

from __future__ import annotations

import json
from typing import Any

import click

from policybook.cli import options
from policybook.model import Manual, Policy, Provision, Revision


@click.command("show")
@click.argument("policy")
@click.option("--revision", metavar="ID", help="Show this revision instead of the text in force.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.manual
def command(policy: str, revision: str | None, form: str, folder: str | None, as_of: str | None) -> None:
    """Show POLICY, a code, as it stands today or on the day of --as-of.

    Example: policybook show 1010 --as-of 2020-01-01
    """
    from policybook import wording
    from policybook.cli import loading, terminal

    manual = loading.load(options.place(folder, as_of))
    found = _find(manual, policy)
    shown = _revision(found, revision) if revision else found.standing(manual.as_of).text
    stands = wording.standing(found, manual.as_of)
    if form == "json":
        click.echo(json.dumps(_as_json(manual, found, shown, stands), ensure_ascii=False, indent=2))
        return
    title = (shown.title if shown else "") or found.title
    lines = [f"{stands[:1].upper()}{stands[1:]}."]
    if shown is not None:
        lines.append(_text(shown) if shown.holds_text else f"The text isn't held. {shown.text('not_held')}".strip())
    elif not found.is_held:
        lines.append(found.text("not_held"))
    else:
        lines.append("Revisions: " + ", ".join(act.id for act in found.revisions) + " (show one with --revision ID).")
    terminal.page(f"{found.code} {title}", "\n\n".join(line for line in lines if line))


def _find(manual: Manual, code: str) -> Policy:
    from policybook.check import did_you_mean
    from policybook.errors import PolicybookError

    found = manual.find(code) or manual.find_former(code)
    if found is None:
        hint = did_you_mean(code, [policy.code for policy in manual]) or "`policybook list` lists them."
        raise PolicybookError(f"There is no policy {code}. {hint}")
    return found


def _revision(policy: Policy, id: str) -> Revision:
    from policybook.check import did_you_mean
    from policybook.errors import PolicybookError

    if id not in policy.by_id:
        hint = did_you_mean(id, policy.by_id) or "It has " + ", ".join(policy.by_id) + "."
        raise PolicybookError(f"Policy {policy.code} has no revision {id}. {hint}")
    return policy.by_id[id]


def _text(revision: Revision) -> str:
    return "\n\n".join(block for provision in revision.provisions for block in _blocks(provision, 0))


def _blocks(provision: Provision, depth: int) -> list[str]:
    """Return a provision as paragraphs; what belongs to a list is indented, so that its form is kept."""
    from policybook import inline

    label = provision.label or provision.mark
    lines = ([f"{provision.heading}"] if provision.heading else []) + list(
        inline.paragraphs(inline.plain(provision.prose))
    )
    if lines and label:
        lines[0] = f"{label} {lines[0]}"
    pad = "    " * depth
    blocks = [pad + line for line in lines]
    if provision.rows:
        blocks.append("\n".join(f"{pad}    " + " | ".join(row) for row in provision.rows))
    for item in provision.items:
        blocks.extend(_blocks(item, depth + 1))
    return blocks


def _as_json(manual: Manual, policy: Policy, shown: Revision | None, stands: str) -> dict[str, Any]:
    return {
        "as_of": manual.as_of.isoformat(),
        "code": policy.code,
        "title": (shown.title if shown else "") or policy.title,
        "standing": stands,
        "revision": shown.id if shown else None,
        "digest": shown.computed_digest or None if shown else None,
        "revisions": [{"id": one.id, "action": one.action, "done": one.done} for one in policy.revisions],
        "text": _text(shown) if shown is not None and shown.holds_text else None,
    }
