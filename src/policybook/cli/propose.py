"""`policybook propose`: begin a proposal, give it a new text, or merge it onto the text in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from policybook.cli import act_command, completion, output, param_types, proposal_conflicts, proposal_text
from policybook.cli.act_command import Prompt

if TYPE_CHECKING:
    from policybook.acts.plan import Plan
    from policybook.acts.propose import ProposalDetails
    from policybook.cli.options import ManualLocation
    from policybook.model import Manual

TRIGGERS = ("law", "model", "scheduled", "request", "practice", "other")
KINDS = ("operating-policy", "governance-policy", "bylaw", "procedure", "exhibit")
TYPES = ("ends", "executive-limitation", "governance-process", "board-staff")
CHANGES = ("editorial", "substantive")
_EQUITY = {"tool": "equity_tool", "affected": "affected", "evidence": "evidence", "changed": "changed"}


@click.command("propose")
@click.argument("code", metavar="CODE[@ID]", shell_complete=completion.codes)
@click.option(
    "--from", "file", metavar="FILE", help="Take the text from a Word, OpenDocument, Markdown or plain text file."
)
@click.option(
    "--ignore-base",
    "anyway",
    is_flag=True,
    help="With --from: accept a file that was made from another text. Later changes may be undone.",
)
@click.option("--rebase", is_flag=True, help="Merge the proposal CODE@ID onto the text adopted since it was begun.")
@click.option("--keep-proposed", multiple=True, metavar="ID", help="With --rebase: keep the proposal's words there.")
@click.option("--keep-in-force", multiple=True, metavar="ID", help="With --rebase: keep the words in force there.")
@click.option("--title", metavar="TITLE", help="The title, if it is new.")
@click.option("--summary", metavar="TEXT", help="What it would change, in a sentence or two.")
@click.option("--proposed-by", metavar="BODY", help="Who proposes it: an id or name from bodies.yml.")
@click.option("--trigger", type=param_types.ChoiceParam(TRIGGERS), help="What caused the proposal.")
@click.option(
    "--change",
    type=param_types.ChoiceParam(CHANGES),
    help="The change class: editorial (the words only) or substantive (what they ask).",
)
@click.option("--reason", metavar="TEXT", help="The reason.")
@click.option("--name", metavar="TEXT", help="Words for the file's name. Default: those of the summary.")
@click.option("--affected", metavar="TEXT", help="Equity analysis: who is affected.")
@click.option("--evidence", metavar="TEXT", help="Equity analysis: what shows it.")
@click.option("--changed", metavar="TEXT", help="Equity analysis: what was changed because of it.")
@click.option("--equity-tool", metavar="NAME", help="Equity analysis: the tool that was used.")
@click.option("--kind", type=param_types.ChoiceParam(KINDS), help="New policy: its kind.")
@click.option("--type", type=param_types.ChoiceParam(TYPES), help="New governance policy: its type.")
@click.option("--parent", multiple=True, metavar="CODE", help="New procedure or exhibit: the policy it belongs to.")
@click.option("--steward", metavar="BODY", help="New policy: who answers for its text.")
@click.option("--rescind", is_flag=True, help="Propose to rescind the policy.")
@click.option("--replaced-by", multiple=True, metavar="CODE", help="With --rescind: a policy that replaces it.")
@click.option(
    "--suspend-until", type=param_types.DATE, metavar="DATE", help="Propose to suspend the policy until DATE."
)
@click.option(
    "--provision", "provisions", multiple=True, metavar="ID", help="With --suspend-until: only this provision."
)
@act_command.common
def command(code: str, dry_run: bool, folder: str | None, as_of: date | None, **given: Any) -> None:
    """Begin a proposal on the policy CODE, or propose a new policy.

    The new file is a copy of the text last adopted, with its ids, for you to edit; or the text of FILE, whose provisions
    keep their ids. With CODE@ID and --from, the open proposal gets the text of FILE and keeps its id and readings.

    Example: policybook propose 3210 --summary "Five days at most in grades 6 to 8." --proposed-by equity-council
    """
    where, manual = act_command.open_manual(folder, as_of)
    act_command.carry_out(where, manual, _plan(where, manual, code, given), dry_run)


def _plan(where: ManualLocation, manual: Manual, code: str, given: dict[str, Any]) -> Plan:
    """Return the plan that the options ask for."""
    from policybook.acts import propose_act, rebase, rescind, revise_proposal, suspend
    from policybook.errors import PolicybookError

    named, choices = "@" in code, proposal_conflicts.choices(given.pop("keep_proposed"), given.pop("keep_in_force"))
    file, anyway, until = given.pop("file"), given.pop("anyway"), given.pop("suspend_until")
    rescinds, replaced, provisions = given.pop("rescind"), given.pop("replaced_by"), given.pop("provisions")
    if given.pop("rebase"):
        code = act_command.choose_proposal(manual, code)
        return rebase.plan(manual, code, proposal_conflicts.decided(manual, code, choices))
    for body in ("proposed_by", "steward"):
        given[body] = act_command.body_id(manual, given[body])
    if named and not file:
        raise PolicybookError(
            f"Say what becomes of the proposal {code}: --from FILE gives it a new text, --rebase merges it onto the text "
            f"in force. Other facts are recorded with: policybook update {code}"
        )
    if named:
        policy, proposal = revise_proposal.open_proposal(manual, code)
        return revise_proposal.plan(manual, code, proposal_text.edited(policy, proposal, file, anyway), _details(given))
    if rescinds:
        rescind.replaced(manual, code, replaced)
        _ask(where, manual, code, given, text=False)
        return propose_act.plan_rescission(manual, code, _details(given), replaced)
    if until is not None:
        suspend.suspended(manual, code, until, provisions)
        _ask(where, manual, code, given, text=False)
        return propose_act.plan_suspension(manual, code, _details(given), until, provisions)
    return _begin(where, manual, code, file, anyway, given)


def _begin(
    where: ManualLocation, manual: Manual, code: str, file: str | None, anyway: bool, given: dict[str, Any]
) -> Plan:
    """Return the plan of a proposal with a text, for a policy on record or a new one."""
    from policybook.acts import lookup, propose

    policy = propose.subject(manual, code, text_given=bool(file))
    for parent in given["parent"]:
        lookup.policy(manual, parent)
    base = lookup.last_text(policy) if policy is not None else None
    text = proposal_text.edited(policy, base, file, anyway) if file else None
    if policy is None:
        _say_new(manual, code)
        given.update(_of_new(manual, given, text))
    _ask(where, manual, code, given, text=True)
    return propose.plan(manual, code, _details(given), text)


def _ask(where: ManualLocation, manual: Manual, code: str, given: dict[str, Any], text: bool) -> None:
    """Prompt for what a proposal should say. Only the summary and who proposes it are required."""
    given["summary"], given["proposed_by"] = act_command.prompt_missing(
        (
            (Prompt("--summary", "What it would change, in a sentence or two"), given["summary"]),
            (Prompt("--proposed-by", "Who proposes it", param_types.BodyParam(manual)), given["proposed_by"]),
        )
    )
    if not output.is_interactive():
        return
    policy = manual.find(code) or manual.find_former(code)
    kind = policy.kind if policy is not None else given["kind"]
    if text and policy is not None and policy.acts and not given["change"]:
        words = "Does it change the words only (editorial) or what they ask (substantive)?"
        given["change"] = click.prompt(words, type=param_types.ChoiceParam(CHANGES))
    given["reason"] = given["reason"] or _optional("The reason")
    rules = manual.agency.rules_on(where.as_of)
    asked = rules is not None and rules.text("equity") == "required" and kind != "procedure"
    if text and asked and given["change"] != "editorial" and not any(given[option] for option in _EQUITY.values()):
        click.echo("The board's rules ask for an equity analysis.")
        given["affected"] = _optional("  Who is affected")
        given["changed"] = _optional("  What was changed because of it")
        given["equity_tool"] = _optional("  The tool that was used")


def _optional(words: str) -> str:
    return str(click.prompt(f"{words} (Enter to leave it out)", default="", show_default=False)).strip()


def _details(given: Mapping[str, Any]) -> ProposalDetails:
    from policybook.acts.propose import ProposalDetails

    equity = {key: given[option] for key, option in _EQUITY.items() if given[option]}
    fields = {key: value or "" for key, value in given.items() if key not in _EQUITY.values()}
    return ProposalDetails(equity=equity or None, **fields)


def _say_new(manual: Manual, code: str) -> None:
    """Tell a person at a terminal that no policy has that code yet."""
    from policybook.text.suggest import did_you_mean
    from policybook.text.terminal import safe

    if output.is_interactive():
        hint = did_you_mean(code, [policy.code for policy in manual])
        click.echo(safe(f"There is no policy {code} yet: this begins one. {hint}".strip()), err=True)


def _of_new(manual: Manual, given: Mapping[str, Any], text: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what a new policy needs beside its text, prompting for what is missing."""
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
        asked = Prompt("--parent", "The code of the policy it belongs to", param_types.PolicyCodeParam(manual))
        found["parent"] = act_command.prompt_missing([(asked, None)])
    return found
