"""`policybook due`: what is overdue and what falls due soon, of every kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policybook.cli import options, param_types

if TYPE_CHECKING:
    from policybook.due.listing import Listing

FORMATS = ("text", "json", "ics", "markdown")


@click.command("due")
@click.option("--within", metavar="SPAN", default="90d", show_default=True, help="How far ahead: 90d, 12w, 6m, 1y.")
@click.option("--owner", metavar="BODY", help="Only what this body has to do: an id from bodies.yml.")
@click.option("--format", "form", type=param_types.ChoiceParam(FORMATS), default="text", show_default=True)
@click.option("--fail-on", type=param_types.ChoiceParam(("overdue",)), help="Exit with 1 when something is overdue.")
@click.option(
    "--notify",
    type=param_types.ChoiceParam(("markdown", "eml")),
    help="One message for each body, to the folder of --output; without it, print them and write nothing.",
)
@options.output
@options.manual
@click.pass_context
def command(
    context: click.Context,
    within: str,
    owner: str | None,
    form: str,
    fail_on: str | None,
    notify: str | None,
    output: str | None,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Say what is overdue and what falls due soon, who must act, and where it stands.

    Listed are reviews and monitoring, answers to recommendations, next steps that were promised for a day, and emergency
    acts that lapse. A day for a review is named only where one is on record and the interval isn't merely assumed.

    Example: policybook due --within 30d --fail-on overdue
    """
    import importlib

    from policybook.cli import load
    from policybook.cli import output as terminal
    from policybook.due import listing as due_report
    from policybook.due.formats import text
    from policybook.text.i18n import ENGLISH

    listing = due_report.listing(load.load(options.place(folder, as_of)), ENGLISH, within, owner)
    if notify:
        _notify(listing, notify, output)
    elif form == "ics":
        from policybook.exports import ical

        options.put(ical.ics(listing.manual, listing.say, listed=listing.pressing), output)
    elif form == "text" and output is None:
        terminal.table(text.HEAD, text.rows(listing))
        click.echo(text.closing(listing))
    else:
        options.put(importlib.import_module(f"policybook.due.formats.{form}").render(listing).encode(), output)
    context.exit(1 if fail_on and listing.overdue else 0)


def _notify(listing: Listing, form: str, output: str | None) -> None:
    """Write one message for each body into a folder, or print what would be written; what is there already stays."""
    from policybook.due import notify
    from policybook.record import atomic
    from policybook.text.terminal import safe

    found = notify.messages(listing)
    for message in found:
        data = message.eml() if form == "eml" else message.markdown()
        name = f"{message.body}.{'eml' if form == 'eml' else 'md'}"
        if output is None:
            click.echo(safe(f"{name}: {message.subject}"))
            for line in message.lines:
                click.echo(safe(f"    {line}"))
            continue
        target = Path(output) / name
        if target.is_file() and target.read_bytes() == data:
            click.echo(safe(f"{target} is there already."))
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(target, data)
        click.echo(safe(f"Wrote {target}"))
    if not found:
        click.echo("Nothing is due, so nobody is told.")
    elif output is None:
        click.echo("Nothing is written. Name a folder with --output.")
