"""`policybook export akn`: write a revision as Akoma Ntoso."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import completion, options


@click.command("akn")
@click.argument("code", shell_complete=completion.codes)
@click.argument("revision", required=False)
@click.option("--country", metavar="CC", default="zz", help="The country's two letters, such as us; zz: not said.")
@options.output
@options.manual
def command(
    code: str, revision: str | None, country: str, output: str | None, folder: str | None, as_of: date | None
) -> None:
    """Write a revision as Akoma Ntoso 3.0, the OASIS standard for legislative documents.

    Without REVISION it is the text in force.

    Example: policybook export akn 1010 2019-12 --country us --output 1010.xml
    """
    import re

    from policybook.cli import load
    from policybook.documents import akn
    from policybook.errors import PolicybookError

    if not re.fullmatch("[a-z]{2}", country.lower()):
        raise PolicybookError(f"‘{country}’ isn't a country's two letters, such as us or ca.")
    manual = load.load(options.place(folder, as_of))
    policy = load.find(manual, code)
    found = load.revision(policy, revision) if revision else policy.standing(manual.as_of).text
    if found is None:
        known = ", ".join(policy.by_id) or "none"
        raise PolicybookError(f"No text of policy {policy.code} is surely in force. Name a revision: {known}.")
    options.put(akn.of_revision(manual, policy, found, country.lower()), output)
