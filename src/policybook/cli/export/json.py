"""`policybook export json`: write a policy or a revision as JSON."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import completion, options


@click.command("json")
@click.argument("code", shell_complete=completion.codes)
@click.argument("revision", required=False)
@options.output
@options.manual
def command(code: str, revision: str | None, output: str | None, folder: str | None, as_of: date | None) -> None:
    """Write a policy, or one revision with its text, as data.

    Example: policybook export json 1010 2019-12
    """
    from policybook.cli import load
    from policybook.exports import json

    manual = load.load(options.place(folder, as_of))
    policy = load.find(manual, code)
    found = (
        json.of_revision(manual, policy, load.revision(policy, revision))
        if revision
        else json.of_policy(manual, policy)
    )
    options.put(json.written(found), output)
