"""`policybook show`: show a policy with its text, facts and history."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from policybook.cli import completion, options, param_types

if TYPE_CHECKING:
    from policybook.model import Manual, Policy, Revision


@click.command("show")
@click.argument("policy", metavar="POLICY[@ID]", shell_complete=completion.codes)
@click.option("--revision", metavar="ID", help="Show this revision instead of the text in force.")
@click.option("--format", "form", type=param_types.ChoiceParam(("text", "json")), default="text", show_default=True)
@options.manual
def command(policy: str, revision: str | None, form: str, folder: str | None, as_of: date | None) -> None:
    """Show POLICY: its text, facts and history.

    It is shown as of today, or the day of --as-of. POLICY@ID shows that revision or proposal.

    Example: policybook show 1010 --as-of 2020-01-01
    """
    from policybook.cli import load, output, policy_page

    manual = load.load(options.place(folder, as_of))
    code, _, id = policy.partition("@")
    found, revision = load.find(manual, code), revision or id or None
    shown = load.revision(found, revision) if revision else _standing_text(manual, found)
    if form == "json":
        click.echo(json.dumps(_as_json(manual, found, shown), ensure_ascii=False, indent=2))
        return
    title = (shown.title if shown else "") or found.title
    output.page(f"{found.code} {title}", policy_page.text(manual, found, shown))


def _standing_text(manual: Manual, policy: Policy) -> Revision | None:
    """Return the text that stands on the day: in force, suspended or still to take effect; None where that isn't certain."""
    answers = policy.standing(manual.as_of).answers
    return answers[0].revision if len(answers) == 1 else None


def _as_json(manual: Manual, policy: Policy, shown: Revision | None) -> dict[str, Any]:
    """Return the policy as the site's data has it, with the revision that is shown."""
    from policybook.documents import plain_text
    from policybook.due import wording
    from policybook.exports import json as data

    agency = manual.agency
    return {
        **data.of_policy(manual, policy),
        "kind": "show",
        "agency": agency.name,
        "official": agency.official,
        "state": wording.standing(policy, manual.as_of),
        "shown": data.of_revision(manual, policy, shown) if shown is not None else None,
        "plain_text": plain_text.of_text(shown, notes=True) if shown is not None and shown.holds_text else None,
    }
