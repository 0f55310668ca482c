"""`policybook import`: bring in a whole manual, word for word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from policybook.cli import param_types


@click.command("import")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="The new or existing manual's repository.",
)
@click.option("--write", is_flag=True, help="Write the record. Without it, only the report and import.yml are written.")
@click.option("--update", is_flag=True, help="Bring a newer state of the same manual into the one that is there.")
@click.option("--as-proposals", is_flag=True, help="With --update: make proposals of changed texts, not adopted acts.")
@click.option(
    "--format",
    "form",
    type=param_types.ChoiceParam(("text", "json")),
    default="text",
    show_default=True,
    help="What to print.",
)
@click.option("--as-of", type=param_types.DATE, metavar="DATE", help="Take DATE for the day of the import.")
@click.pass_context
def command(
    context: click.Context,
    path: Path,
    into: Path,
    write: bool,
    update: bool,
    as_proposals: bool,
    form: str,
    as_of: date | None,
) -> None:
    """Bring in a manual from Word, PDF, web pages, Markdown, a portal's export or a spreadsheet, word for word.

    The first run reads everything in PATH and writes import.yml, what each document is taken for, and import-report.html
    beside it. Look at the report, correct import.yml, then run it again with --write.

    Example: policybook import old-manual/ --into our-manual
    """
    from policybook.cli import importing

    result = importing.prepare(path, into, as_of, update, as_proposals)
    if form == "json":
        from policybook.importing import report

        click.echo(report.as_json(result), nl=False)
    else:
        importing.tell(result)
    if not write:
        importing.write_mapping(result, into)
        context.exit(0)
    importing.write(result, into, update)
