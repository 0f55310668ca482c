"""`policybook propose`: begin a proposal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policybook.cli import act_command, param_types
from policybook.cli.act_command import Prompt

if TYPE_CHECKING:
    from policybook.model import Manual

TRIGGERS = ("law", "model", "scheduled", "request", "practice", "other")
KINDS = ("operating-policy", "governance-policy", "bylaw", "procedure", "exhibit")
TYPES = ("ends", "executive-limitation", "governance-process", "board-staff")
_EQUITY = {"tool": "equity_tool", "affected": "affected", "changed": "changed"}


@click.command("propose")
@click.argument("code")
@click.option("--from", "file", metavar="FILE", help="Take the edited text from a Word, Markdown or plain text file.")
@click.option("--anyway", is_flag=True, help="With --from: take the text also where it began from another one.")
@click.option("--title", metavar="TITLE", help="Its title, where that is new.")
@click.option("--summary", metavar="WORDS", help="What it would change, in a sentence or two.")
@click.option("--proposed-by", metavar="BODY", help="Who proposes it: an id from bodies.yml.")
@click.option("--trigger", type=param_types.ChoiceParam(TRIGGERS), help="What set it off.")
@click.option(
    "--change", type=param_types.ChoiceParam(("editorial", "substantive")), help="The words only, or what they ask."
)
@click.option("--reason", metavar="WORDS", help="Why.")
@click.option("--name", metavar="WORDS", help="Words for its file's name; those of the summary otherwise.")
@click.option("--affected", metavar="WORDS", help="The equity analysis: who is affected.")
@click.option("--changed", metavar="WORDS", help="The equity analysis: what was changed because of it.")
@click.option("--equity-tool", metavar="NAME", help="The equity analysis: the tool that was used.")
@click.option("--kind", type=param_types.ChoiceParam(KINDS), help="For a new policy: its kind.")
@click.option("--type", type=param_types.ChoiceParam(TYPES), help="For a new governance policy: its type.")
@click.option("--parent", multiple=True, metavar="CODE", help="For a new procedure or exhibit: the policy it serves.")
@click.option("--steward", metavar="BODY", help="For a new policy: who answers for its text.")
@act_command.common
def command(
    code: str, file: str | None, anyway: bool, dry_run: bool, folder: str | None, as_of: date | None, **given: Any
) -> None:
    """Begin a proposal on the policy CODE, or propose a new policy.

    The new file is a copy of the text last adopted, ids kept, for you to edit; or the text of FILE, whose provisions
    keep the ids that they had.

    Example: policybook propose 3210 --summary "Five days at most in grades 6 to 8." --proposed-by equity-council
    """
    from policybook.acts import lookup, propose

    where, manual = act_command.open_manual(folder, as_of)
    propose.subject(manual, code, text_given=bool(file))
    for body in (given["proposed_by"], given["steward"]):
        lookup.require_body(manual, body or "")
    for parent in given["parent"]:
        lookup.policy(manual, parent)
    text = _edited(manual, code, file, anyway) if file else None
    if manual.find(code) is None and manual.find_former(code) is None:
        _say_new(manual, code)
        given.update(_of_new(manual, given, text))
    given["summary"], given["proposed_by"] = act_command.prompt_missing(
        (
            (Prompt("--summary", "What it would change, in a sentence or two"), given["summary"]),
            (Prompt("--proposed-by", "Who proposes it", param_types.ChoiceParam(manual.bodies)), given["proposed_by"]),
        )
    )
    equity = {key: value for key, option in _EQUITY.items() if (value := given.pop(option))}
    said = propose.ProposalDetails(equity=equity or None, **{key: value or "" for key, value in given.items()})
    act_command.carry_out(where, manual, propose.plan(manual, code, said, text), dry_run)


def _say_new(manual: Manual, code: str) -> None:
    """Tell somebody who is about to be asked that no policy goes by that code yet."""
    from policybook.cli import output
    from policybook.text.suggest import did_you_mean
    from policybook.text.terminal import safe

    if output.is_interactive():
        hint = did_you_mean(code, [policy.code for policy in manual])
        click.echo(safe(f"There is no policy {code} yet: this begins one. {hint}".strip()), err=True)


def _of_new(manual: Manual, given: Mapping[str, Any], text: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what a new policy needs beside its text: what was said, or what a person says now."""
    title, kind = act_command.prompt_missing(
        (
            (Prompt("--title", "The new policy's title"), given["title"] or (text or {}).get("title")),
            (Prompt("--kind", "Its kind", param_types.ChoiceParam(KINDS)), given["kind"]),
        )
    )
    found = {"title": title, "kind": kind}
    if kind == "governance-policy":
        (found["type"],) = act_command.prompt_missing(
            [(Prompt("--type", "Its type", param_types.ChoiceParam(TYPES)), given["type"])]
        )
    if kind in ("procedure", "exhibit") and not given["parent"]:
        asked = Prompt("--parent", "The code of the policy that it serves", param_types.PolicyCodeParam(manual))
        found["parent"] = act_command.prompt_missing([(asked, None)])
    return found


def _edited(manual: Manual, code: str, file: str, anyway: bool) -> dict[str, Any]:
    """Return the text in a file as a proposal holds it, and say what became of its provisions."""
    from policybook.acts import lookup
    from policybook.documents import drafts
    from policybook.errors import PolicybookError
    from policybook.redline.formats import terminal
    from policybook.text.terminal import safe

    policy = manual.find(code) or manual.find_former(code)
    base = lookup.last_text(policy) if policy is not None else None
    path = Path(file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PolicybookError(f"{file} can't be read: {error.strerror}.") from error
    try:
        draft = drafts.read(data, path.name, policy, base if base is not None and base.holds_text else None, anyway)
    except drafts.AnotherBase as error:
        click.echo(terminal.render(error.marked, error.ends), err=True)
        raise
    for said, ids in (("New provisions", draft.given), ("Provisions that are no more", draft.gone)):
        if ids:
            click.echo(safe(f"{said}: {', '.join(ids)}."))
    if base is not None and base.holds_text and draft.says(base):
        click.echo(
            safe(f"{path.name} says word for word what revision {base.id} says. Is it the edited file, and saved?")
        )
    return {"title": draft.title, "text": draft.provisions, "footnotes": draft.footnotes}
