"""`policybook init`: begin a manual."""

from __future__ import annotations

import shlex
from pathlib import Path

import click


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--demo", is_flag=True, help="Begin with the demonstration manual, a fictional school district.")
@click.option("--name", metavar="NAME", help="The agency's name; asked for when not given.")
@click.option(
    "--engine",
    metavar="ADDRESS",
    help="Where pip finds the engine. Default: the running engine, as a wheel in wheels/.",
)
def command(folder: Path, demo: bool, name: str | None, engine: str | None) -> None:
    """Begin a manual in DIR: the record, the site's configuration, what an editor and a code host need.

    Example: policybook init heron-bend --demo
    """
    from policybook import scaffold
    from policybook.cli import output
    from policybook.errors import PolicybookError

    if not demo and not name:
        if not output.is_interactive():
            raise PolicybookError("Whose manual is it? Give the agency's name with --name, or --demo.")
        name = click.prompt("Whose manual is it? The agency's name")
    scaffold.write(folder, scaffold.files(name or "", demo=demo, engine_address=engine or ""))
    click.echo(f"{folder}/ holds {'the demonstration manual' if demo else 'a new manual'}. What comes next:")
    for step in (
        f"cd {shlex.quote(str(folder))}",
        "git init -b main && git add . && git commit -m 'Begin our manual'",
        f"policybook check{f' --as-of {scaffold.DEMO_DAY}' if demo else ''}",
        "mkdocs serve",
    ):
        click.echo(f"    {step}")
