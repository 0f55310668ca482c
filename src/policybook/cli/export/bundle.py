"""`policybook export bundle`: write the whole record as one archive."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from policybook.cli import options


@click.command("bundle")
@click.option("--output", metavar="FILE", help="Write to FILE; else to <agency>-<day>.zip in this folder.")
@click.option("--previous", metavar="FILE", help="The bundle before this one: its digest goes into the manifest.")
@options.manual
def command(output: str | None, previous: str | None, folder: str | None, as_of: date | None) -> None:
    """Write the whole record into one archive with digests that anybody can check.

    It holds every record, each text in forms that are readable without software, and a list of SHA-256 digests.

    Example: policybook export bundle --output manual.zip
    """
    from policybook.cli import load
    from policybook.exports import bundle
    from policybook.exports.bundle import archive, contents
    from policybook.record import atomic
    from policybook.text.terminal import safe
    from policybook.values import digest

    where = options.place(folder, as_of)
    manual = load.load(where)
    before = bundle.previous(Path(previous)) if previous else None
    for path in contents.left_out(where.tree):
        click.echo(f"Left out, for it is no file of the record: {safe(path)}", err=True)
    files = contents.of(manual, where.tree, before)
    target = Path(output or f"{_slug(manual.agency.short_name)}-{manual.as_of.isoformat()}.zip")
    atomic.write(target, archive.packed(files, manual.as_of))
    click.echo(f"{target} holds {len(files)} files.")
    click.echo(f"SHA-256 of its manifest.json: {digest.of_bytes(files[contents.MANIFEST])}")
    click.echo("Print that digest in the minutes, or keep it elsewhere: it proves later that no file was altered.")


def _slug(name: str) -> str:
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in name.lower()).split()
    return "-".join(words) or "manual"
