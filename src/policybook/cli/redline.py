"""`policybook redline`: show what changed between two texts of a policy."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policybook.cli import completion, options, param_types

if TYPE_CHECKING:
    from policybook.model import Manual

FORMATS = {
    "text": "policybook.redline.formats.terminal",
    "markdown": "policybook.redline.formats.markdown",
    "html": "policybook.redline.formats.html",
    "json": "policybook.redline.formats.json",
    "akn": "policybook.documents.akn.redline",
}
"""The formats, each with the module that renders it."""


@click.command("redline")
@click.argument("policy", shell_complete=completion.codes)
@click.argument("old", metavar="[FROM]", required=False)
@click.argument("new", metavar="[TO]", required=False)
@click.option("--format", "form", type=param_types.ChoiceParam((*FORMATS, "docx")), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write to FILE instead of standard output.")
@click.option("--all", "whole", is_flag=True, help="Compare every policy between two days: redline --all FROM TO.")
@options.manual
def command(
    policy: str,
    old: str | None,
    new: str | None,
    form: str,
    output: str | None,
    whole: bool,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Show what changed in POLICY between two texts, or with --all in the whole manual.

    FROM and TO are revisions, proposals, texts read to the board (2026-interpreters.r1) or days: the text in force
    then. Without them the open proposal is compared with the text in force, or else that text with the one before. Name one of
    several open proposals as CODE@ID.

    Example: policybook redline 3210 2019-08-20 2026-03-10
    """
    import importlib

    from policybook import redline
    from policybook.cli import load
    from policybook.cli import output as terminal
    from policybook.errors import PolicybookError
    from policybook.record import atomic
    from policybook.redline import select
    from policybook.redline.formats import terminal as screen

    manual = load.load(options.place(folder, as_of))
    if whole:
        options.put(_whole(manual, policy, old, new, form).encode(), output)
        return
    code, _, id = policy.partition("@")
    found = load.find(manual, code)
    without_text = select.without_text(found, old or id or "") if new is None else None
    if without_text is not None:
        click.echo(
            f"The proposal {without_text.id} is to {without_text.action} policy {found.code}. It changes no words of its text."
        )
        return
    before, after = select.pair(found, manual.as_of, old or id or None, new)
    ends = redline.Ends(found.code, before.end if before else None, after.end)
    if form == "docx":
        if output is None:
            raise PolicybookError("A Word file can't be shown on the screen: name one with --output.")
        from policybook.documents import docx

        base = before.text if before else None
        about = docx.about(manual, found, after.text, base)
        atomic.write(Path(output), docx.redlined(redline.between(base, after.text), about))
        return
    marked = redline.between(
        before.text if before else None,
        after.text,
        redline.elsewhere(manual, after.text, before.text if before else None),
    )
    if form == "text" and output is None and terminal.on_terminal():
        screen.show(marked, ends)
        return
    if form == "akn":
        from policybook.documents.akn import redline as akn

        rendered = akn.document(manual, found, select.act(found, after.text), marked).decode()
    else:
        rendered = importlib.import_module(FORMATS[form]).render(marked, ends)
    if output is not None:
        atomic.write(Path(output), rendered)
    else:
        click.echo(rendered, nl=False)


def _whole(manual: Manual, start: str, end: str | None, more: str | None, form: str) -> str:
    """Return the redline of all policies between two days, the second one today where it isn't named."""
    import importlib

    from policybook.errors import PolicybookError
    from policybook.redline import whole

    if form not in ("text", "markdown") or more is not None:
        raise PolicybookError(
            "`redline --all` takes two days and writes text or Markdown: redline --all 2025-07-01 2026-07-01."
        )
    first, last = _day(start), _day(end) if end else manual.as_of
    found = list(whole.changed(manual, first, last))
    render = importlib.import_module(FORMATS[form]).render
    parts = [f"From {first} to {last} {len(found)} of {len(manual.policies)} policies changed.\n"]
    unclear = sorted({*whole.uncertain(manual, first), *whole.uncertain(manual, last)})
    parts += [f"Which text was in force isn't certain on one of the days: {', '.join(unclear)}.\n"] if unclear else []
    return "\n".join([*parts, *(render(one.redline, one.ends) for one in found)])


def _day(written: str) -> date:
    from policybook.errors import PolicybookError

    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise PolicybookError(f"{written} isn't a day. Write it as 2026-07-01.") from error
