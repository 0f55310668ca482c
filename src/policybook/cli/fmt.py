"""`policybook fmt`: format the record files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from policybook.cli import options


@click.command("fmt")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--check", is_flag=True, help="Write nothing; list the files that would change, and exit with 1.")
@options.manual
@click.pass_context
def command(
    context: click.Context, paths: tuple[str, ...], check: bool, folder: str | None, as_of: date | None
) -> None:
    """Format the record files without changing a value or a comment.

    The first line names the schema, keys stand in the order of the record's description, quotation marks only where
    they are needed, and in a block of prose each sentence on a line of its own. With PATHs only those files and folders.

    Example: policybook fmt --check
    """
    from policybook.record import format, transaction
    from policybook.text.terminal import safe

    where = options.place(folder, as_of)
    label = f"{where.tree.label}/" if where.tree.label else ""
    found = list(format.tidied(where.tree, _wanted(where.folder, where.tree.paths(), paths)))
    wanted = tuple(one for one in found if isinstance(one, transaction.Change))
    alone = [one for one in found if isinstance(one, format.LeftAlone)]
    if not check:
        transaction.write(where.folder, transaction.Changes(wanted))
    for one in wanted:
        click.echo(safe(f"{'Would change' if check else 'Changed'} {label}{one.path}"))
    for left in alone:
        click.echo(safe(f"Left alone {label}{left.path}: {left.why}."), err=True)
    context.exit(1 if alone or (check and wanted) else 0)


def _wanted(root: Path, there: tuple[str, ...], paths: tuple[str, ...]) -> list[str]:
    """Return the paths of the manual's files that were named, or lie in folders that were; without any, all."""
    from policybook.errors import PolicybookError

    if not paths:
        return list(there)
    named = []
    for path in paths:
        full = Path(path).resolve()
        if not full.exists():
            raise PolicybookError(f"There is no file or folder {path}.")
        if not (full.is_relative_to(root) or root.is_relative_to(full)):
            raise PolicybookError(f"{path} isn't in the manual's folder, {root}.")
        named.append(full.relative_to(root).as_posix() if full.is_relative_to(root) else ".")
    return [one for one in there if any(name in (".", one) or one.startswith(f"{name}/") for name in named)]
