"""`policybook export`: export the record; one module for each format."""

from __future__ import annotations

import click

from policybook.cli.lazy_group import LazyGroup

FORMATS = {
    "akn": "Write a revision as Akoma Ntoso 3.0, the OASIS standard for legislative documents.",
    "bundle": "Write the whole record into one archive with digests that anybody can check.",
    "docx": "Write a text as a Word file: the one in force, or REVISION.",
    "json": "Write a policy, or one revision with its text, as data.",
    "pages": "Write the site's pages as Markdown to DIR, with data, feed and calendar beside them.",
}
"""The formats, each with its line in the help: printing them loads none."""


@click.command("export", cls=LazyGroup, table=FORMATS, package="policybook.cli.export")
def command() -> None:
    """Export the record in another format.

    Example: policybook export bundle --output manual.zip
    """
