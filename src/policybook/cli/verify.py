"""`policybook verify`: verify that nothing was altered."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import options, param_types


@click.command("verify")
@click.argument("target", required=False, metavar="[PATH|FILE]")
@click.option(
    "--anchor",
    "anchors",
    multiple=True,
    metavar="FILE|DIGEST",
    help="An earlier bundle, its manifest, or a printed digest.",
)
@click.option(
    "--import",
    "imported",
    metavar="DIR",
    type=click.Path(exists=True),
    help="The files that the manual was imported from: prove again that every word of them is in the record.",
)
@click.option("--base", metavar="REV", help="A git revision to compare the record with, such as a tag.")
@click.option("--format", "form", type=param_types.ChoiceParam(("text", "json")), default="text", show_default=True)
@options.output
@options.manual
@click.pass_context
def command(
    context: click.Context,
    target: str | None,
    anchors: tuple[str, ...],
    imported: str | None,
    base: str | None,
    form: str,
    output: str | None,
    folder: str | None,
    as_of: date | None,
) -> None:
    """Verify that no adopted text was altered, and say what the proof rests on.

    Without an argument the record is checked against its own digests. PATH is a policy's folder or an unpacked bundle; FILE is
    a download: a bundle, a page, or data of the site.

    Example: policybook verify --anchor minutes-2026-03.zip
    """
    from policybook.verify import report, run

    outcome, of, day = run.answer(run.Request(target, anchors, base, folder, as_of, imported))
    render = report.as_json if form == "json" else report.text
    options.put(render(outcome, of, day).encode(), output)
    context.exit(1 if outcome.problems else 0)
