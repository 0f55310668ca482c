"""`policybook redline`: what changed between two texts of a policy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from policybook.cli import options, typed

FORMATS = {"text": "terminal", "markdown": "markdown", "html": "html", "json": "json", "akn": "akn"}
"""The formats, each with the module that renders it."""


@click.command("redline")
@click.argument("policy")
@click.argument("old", metavar="[FROM]", required=False)
@click.argument("new", metavar="[TO]", required=False)
@click.option("--format", "form", type=typed.OneOf((*FORMATS, "docx")), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write to FILE instead of the screen.")
@options.manual
def command(
    policy: str, old: str | None, new: str | None, form: str, output: str | None, folder: str | None, as_of: date | None
) -> None:
    """Show what changed in POLICY, a code, from one text to another.

    FROM and TO are revisions, proposals, texts read to the board (2026-interpreters.r1) or days: the text in force
    then. Without them the open proposal is compared with the text in force, or else that text with the one before.

    Example: policybook redline 3210 2019-08-20 2026-03-10
    """
    import importlib

    from policybook import atomic, redline, texts
    from policybook.cli import loading, terminal
    from policybook.errors import PolicybookError
    from policybook.redline import terminal as screen

    manual = loading.load(options.place(folder, as_of))
    found = loading.find(manual, policy)
    before, after = texts.pair(found, manual.as_of, old, new)
    ends = redline.Ends(found.code, before.end if before else None, after.end)
    if form == "docx":
        if output is None:
            raise PolicybookError("A Word file can't be shown on the screen: name one with --output.")
        from policybook import word

        base = before.text if before else None
        about = word.about(manual, found, after.text, base)
        atomic.write(Path(output), word.redlined(redline.between(base, after.text), about))
        return
    marked = redline.between(before.text if before else None, after.text, redline.elsewhere(manual, after.text))
    if form == "text" and output is None and terminal.on_terminal():
        screen.show(marked, ends)
        return
    if form == "akn":
        from policybook.redline import akn

        rendered = akn.document(manual, found, texts.act(found, after.text), marked).decode()
    else:
        rendered = importlib.import_module(f"policybook.redline.{FORMATS[form]}").render(marked, ends)
    if output is not None:
        atomic.write(Path(output), rendered)
    else:
        click.echo(rendered, nl=False)
