"""`policybook export pages`: write the site's pages as Markdown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from policybook.cli import options


@click.command("pages")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--site-url", metavar="URL", default="", help="Where the site will stand; for citations and the feed.")
@click.option("--language", metavar="CODE", help="The language of the site's own words; else the agency's.")
@options.manual
@click.pass_context
def command(
    context: click.Context, target: Path, site_url: str, language: str | None, folder: str | None, as_of: date | None
) -> None:
    """Write the site's pages as Markdown to DIR, with data, feed and calendar beside them.

    Another generator can make a site of them. DIR is empty or new, or was written by this command before: then it
    is replaced. A record with errors is refused.

    Example: policybook export pages build/pages
    """
    from policybook.lint import formats, runner
    from policybook.site import export
    from policybook.site.context import Book
    from policybook.text import catalogs

    where = options.place(folder, as_of)
    judged = runner.judge(where.tree, where.as_of, runner.all_checks())
    if judged.count("error"):
        click.echo(formats.render(judged, "text"), err=True)
        click.echo("The record has errors, so no page was written.", err=True)
        context.exit(1)
    say = catalogs.say(language or judged.manual.agency.language)
    files = export.contents(Book.of(judged, say, site_url))
    export.write(target, files)
    pages = sum(path.endswith(".md") for path in files)
    click.echo(f"{target} holds {pages} pages and {len(files) - pages} other files.")
