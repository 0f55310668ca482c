"""`policybook propose`: begin a proposal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policybook.cli import acting, options
from policybook.cli.acting import Question

if TYPE_CHECKING:
    from policybook.model import Manual

TRIGGERS = ("law", "model", "scheduled", "request", "practice", "other")
KINDS = ("operating-policy", "governance-policy", "bylaw", "procedure", "exhibit")
TYPES = ("ends", "executive-limitation", "governance-process", "board-staff")


@click.command("propose")
@click.argument("code")
@click.option("--from", "file", metavar="FILE", help="Take the edited text from a Word, Markdown or plain text file.")
@click.option("--anyway", is_flag=True, help="With --from: take the text also where it began from another one.")
@click.option("--title", metavar="TITLE", help="Its title, where that is new.")
@click.option("--summary", metavar="WORDS", help="What it would change, in a sentence or two.")
@click.option("--proposed-by", metavar="BODY", help="Who proposes it: an id from bodies.yml.")
@click.option("--trigger", type=click.Choice(TRIGGERS), help="What set it off.")
@click.option("--change", type=click.Choice(("editorial", "substantive")), help="The words only, or what they ask.")
@click.option("--reason", metavar="WORDS", help="Why.")
@click.option("--name", metavar="WORDS", help="Words for its file's name; those of the summary otherwise.")
@click.option("--affected", metavar="WORDS", help="The equity analysis: who is affected.")
@click.option("--changed", metavar="WORDS", help="The equity analysis: what was changed because of it.")
@click.option("--equity-tool", metavar="NAME", help="The equity analysis: the tool that was used.")
@click.option("--kind", type=click.Choice(KINDS), help="For a new policy: its kind.")
@click.option("--type", "type_", type=click.Choice(TYPES), help="For a new governance policy: its type.")
@click.option("--parent", multiple=True, metavar="CODE", help="For a new procedure or exhibit: the policy it serves.")
@click.option("--steward", metavar="BODY", help="For a new policy: who answers for its text.")
@acting.common
def command(
    code: str,
    file: str | None,
    anyway: bool,
    title: str | None,
    summary: str | None,
    proposed_by: str | None,
    trigger: str | None,
    change: str | None,
    reason: str | None,
    name: str | None,
    affected: str | None,
    changed: str | None,
    equity_tool: str | None,
    kind: str | None,
    type_: str | None,
    parent: tuple[str, ...],
    steward: str | None,
    dry_run: bool,
    folder: str | None,
    as_of: str | None,
) -> None:
    """Begin a proposal on the policy CODE, or a new policy under that code.

    The new file is a copy of the text last adopted, ids kept, for you to edit; or the text of FILE, whose provisions
    keep the ids that they had.

    Example: policybook propose 3210 --summary "Five days at most in grades 6 to 8." --proposed-by equity-council
    """
    from policybook.acts import propose
    from policybook.cli import loading

    where = options.place(folder, as_of)
    manual = loading.load(where)
    text = _edited(manual, code, file, anyway) if file else None
    if manual.find(code) is None and manual.find_former(code) is None:
        title, kind = acting.answered(
            ((Question("--title", "The new policy's title"), title), (Question("--kind", "Its kind", KINDS), kind))
        )
    summary, proposed_by = acting.answered(
        (
            (Question("--summary", "What it would change, in a sentence or two"), summary),
            (Question("--proposed-by", "Who proposes it", tuple(manual.bodies)), proposed_by),
        )
    )
    equity = {"tool": equity_tool or "", "affected": affected or "", "changed": changed or ""}
    said = propose.Said(
        title or "", proposed_by, summary, reason or "", trigger or "", change or "", name or "",
        equity if any(equity.values()) else None, kind or "", type_ or "", parent, steward or "",
    )  # fmt: skip
    acting.carry_out(where, manual, propose.plan(manual, code, said, text), dry_run)


def _edited(manual: Manual, code: str, file: str, anyway: bool) -> dict[str, Any]:
    """Return the text in a file as a proposal holds it, and say what became of its provisions."""
    from policybook import drafts
    from policybook.acts import on_record
    from policybook.errors import PolicybookError
    from policybook.plain import safe
    from policybook.redline import terminal

    policy = manual.find(code) or manual.find_former(code)
    base = on_record.last_text(policy) if policy is not None else None
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
    return {"title": draft.title, "text": draft.provisions, "footnotes": draft.footnotes}
