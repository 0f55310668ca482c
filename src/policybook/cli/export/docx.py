"""`policybook export docx`: write a text as a Word file to edit and bring back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from policybook.cli import completion, options


@click.command("docx")
@click.argument("code", metavar="CODE[@ID]", shell_complete=completion.codes)
@click.argument("revision", required=False)
@click.option("--output", metavar="FILE", help="Write to FILE. Default: <code>-<revision>.docx in this folder.")
@options.manual
def command(code: str, revision: str | None, output: str | None, folder: str | None, as_of: date | None) -> None:
    """Write a text as a Word file: the one in force, or REVISION.

    Each provision keeps its permanent id in the file, so that `policybook propose CODE --from FILE` recognizes it
    after editing. CODE@ID writes a proposal or an earlier revision.

    Example: policybook export docx 1010 --output racial-equity.docx
    """
    from policybook.cli import load
    from policybook.documents import docx
    from policybook.errors import PolicybookError
    from policybook.record import atomic
    from policybook.values import codes

    manual = load.load(options.place(folder, as_of))
    code, _, id = code.partition("@")
    policy, revision = load.find(manual, code), revision or id or None
    text = load.revision(policy, revision) if revision else policy.standing(manual.as_of).text
    if text is None:
        listed = ", ".join(one.id for one in policy.texts_of())
        raise PolicybookError(
            f"No text of policy {policy.code} is surely in force. "
            + (f"Name one of its revisions: {listed}." if listed else "None of its texts is held.")
        )
    if not text.holds_text:
        raise PolicybookError(f"The text of revision {text.id} of policy {policy.code} isn't held.")
    target = Path(output or f"{codes.address(policy.code)}-{text.id}.docx")
    atomic.write(target, docx.clean(text, docx.about(manual, policy, text)))
    click.echo(f"{target} holds policy {policy.code}, revision {text.id}.")
