"""`policybook report`: the status report for a board meeting."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import options, param_types

_FORMATS = ("docx", "pdf", "html", "json")


@click.command("report")
@click.option("--for", "of", metavar="BODY", help="Only what this body owns, and what it was asked: an id or name.")
@click.option(
    "--since", type=param_types.DATE, metavar="DATE", help="Count meetings from this day. Default: a year ago."
)
@click.option("--format", "form", type=param_types.ChoiceParam(_FORMATS), default="pdf", show_default=True)
@click.option("--output", metavar="FILE", help="Where to write it. Default: status-report.<format> in this folder.")
@options.manual
def command(
    of: str | None, since: date | None, form: str, output: str | None, folder: str | None, as_of: date | None
) -> None:
    """Write the status report for a board meeting: strategies, figures, meetings, recommendations, what is to be decided.

    Example: policybook report --format docx
    """
    from pathlib import Path

    from policybook.cli import act_command, load
    from policybook.documents import status
    from policybook.record import atomic

    manual = load.load(options.place(folder, as_of))
    made = status.build(manual, act_command.body_id(manual, of), since)
    if form == "docx":
        from policybook.documents.status.docx import write
    elif form == "pdf":
        from policybook.documents.status.pdf import write
    elif form == "html":
        from policybook.documents.status.html import write
    else:
        from policybook.documents.status.html import data as write
    target = Path(output or f"status-report.{form}")
    atomic.write(target, write(made))
    click.echo(f"{target} holds the {made.title[0].lower()}{made.title[1:]}. {made.summary}")
