"""`policybook list`: list the policies of the manual."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from policybook.cli import options, param_types
from policybook.cli.propose import KINDS

if TYPE_CHECKING:
    from policybook.model import Manual, Policy

STATES = ("in-force", "not-yet-effective", "suspended", "rescinded", "lapsed", "not-adopted")


@click.command("list")
@click.argument("words", nargs=-1, metavar="[WORD]…")
@click.option("--text", is_flag=True, help="Search for the words in the text in force too.")
@click.option("--kind", type=param_types.ChoiceParam(KINDS), help="Only policies of this kind.")
@click.option("--series", metavar="START", help="Only codes of this series, such as 3.")
@click.option("--state", type=param_types.ChoiceParam(STATES), help="Only policies in this state.")
@click.option("--steward", metavar="BODY", help="Only policies of this steward; ‘none’ lists those without one.")
@click.option("--proposed", is_flag=True, help="Only policies with an open proposal.")
@click.option("--to-confirm", is_flag=True, help="List what the agency has to confirm or write down instead.")
@click.option("--format", "form", type=param_types.ChoiceParam(("text", "json")), default="text", show_default=True)
@options.manual
def command(words: tuple[str, ...], form: str, folder: str | None, as_of: date | None, **wanted: Any) -> None:
    """List the policies: code, title, state and steward.

    With words, only policies whose code or title contains them all.

    With --to-confirm, list what is assumed, inferred, disputed or missing, the most useful answers first.

    Example: policybook list discipline --state in-force --as-of 2020-01-01
    """
    from policybook.cli import act_command, load, output
    from policybook.due import wording

    manual = load.load(options.place(folder, as_of))
    if wanted.pop("to_confirm"):
        _to_confirm(manual, form)
        return
    if wanted["steward"] and wanted["steward"] != "none":
        wanted["steward"] = act_command.body_id(manual, wanted["steward"])
    chosen = [policy for policy in manual if _matches(manual, policy, words, wanted)]
    if form == "json":
        rows = [_as_json(manual, policy) for policy in chosen]
        answer = {"schema": 1, "kind": "list", "as_of": manual.as_of.isoformat(), "policies": rows}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    output.table(
        ("Code", "Title", "State", "Steward"),
        [
            (
                policy.code,
                policy.title,
                wording.standing(policy, manual.as_of),
                manual.body_name(_steward(manual, policy)),
            )
            for policy in chosen
        ],
    )


def _steward(manual: Manual, policy: Policy) -> str:
    """Return the id of the body answerable for the text; empty where none is recorded."""
    held = manual.steward_of(policy)
    return (held.value or "") if held else ""


def _to_confirm(manual: Manual, form: str) -> None:
    from dataclasses import asdict

    from policybook.cli import output
    from policybook.due import to_confirm

    found = to_confirm.questions(manual)
    if form == "json":
        rows = [asdict(one) for one in found]
        answer = {"schema": 1, "kind": "to-confirm", "as_of": manual.as_of.isoformat(), "questions": rows}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    head = ("About", "Question", "Known", "Why it is open", "Where to write it")
    output.table(head, [(one.subject, one.asked, one.known, one.why, one.path) for one in found])


def _matches(manual: Manual, policy: Policy, words: Sequence[str], wanted: dict[str, Any]) -> bool:
    """Return whether a policy contains the words and fits the filters."""
    standing = policy.standing(manual.as_of)
    steward = _steward(manual, policy) or "none"
    series = manual.agency.series_of(policy.code)
    fits = (
        not wanted["kind"] or policy.kind == wanted["kind"],
        not wanted["series"] or (series is not None and series.starts.lower() == wanted["series"].lower()),
        not wanted["state"] or any(_state(answer.state) == wanted["state"] for answer in standing.answers),
        not wanted["steward"] or steward == wanted["steward"],
        not wanted["proposed"] or any(not one.outcome for one in policy.proposals),
    )
    if not all(fits):
        return False
    searched = f"{policy.code} {policy.title}".casefold()
    if wanted["text"] and words and standing.text is not None:
        searched += "\n".join(f"{one.heading} {one.prose}" for one in standing.text.all_provisions).casefold()
    return all(word.casefold() in searched for word in words)


def _state(state: str) -> str:
    return state.replace(" ", "-")


def _as_json(manual: Manual, policy: Policy) -> dict[str, Any]:
    from policybook.due import wording
    from policybook.exports import json as data

    whole = data.of_policy(manual, policy)
    keys = ("code", "title", "type", "series", "url", "former_codes", "standing", "steward", "cadence", "review")
    row = {key: whole[key] for key in keys}
    row["state"] = wording.standing(policy, manual.as_of)
    row["strategies"] = len(policy.strategies)
    row["proposals"] = [one.id for one in policy.proposals if not one.outcome]
    return row
