"""`policybook check`: the verdict."""

from __future__ import annotations

from datetime import date

import click

from policybook.cli import options, param_types
from policybook.finding import SEVERITIES, Severity

FORMATS = ("text", "concise", "json", "sarif", "junit", "github", "markdown")


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH|CODE]…")
@click.option("--base", metavar="REV", help="Judge the change since REV, such as origin/main, by the rules of REV.")
@click.option("--only", multiple=True, metavar="CHECK", help="Run this check alone; may be given again.")
@click.option("--skip", multiple=True, metavar="CHECK", help="Leave this check out; may be given again.")
@click.option("--format", "form", type=param_types.ChoiceParam(FORMATS), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write the report to FILE instead of the screen.")
@click.option(
    "--fail-on",
    type=param_types.ChoiceParam(SEVERITIES),
    default="error",
    show_default=True,
    help="Exit with 1 when there is a finding as grave as this, or graver.",
)
@click.option(
    "--severity", type=param_types.ChoiceParam(SEVERITIES), help="Report only findings as grave as this, or graver."
)
@click.option("--verbose", "-v", is_flag=True, help="List every finding; by default many of one check are grouped.")
@click.option("--quiet", "-q", is_flag=True, help="Print only the verdict.")
@click.option("--statistics", is_flag=True, help="Print only how many findings each check has.")
@click.option("--checks", "own", multiple=True, metavar="DIR", help="Load checks of your own from DIR as well.")
@options.manual
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    base: str | None,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    form: str,
    output: str | None,
    fail_on: Severity,
    severity: Severity | None,
    verbose: bool,
    quiet: bool,
    statistics: bool,
    own: tuple[str, ...],
    folder: str | None,
    as_of: date | None,
) -> None:
    """Say what is wrong with the manual, where, and how to mend it.

    With PATHs or codes the whole manual is read, and only what concerns those files, folders and policies is reported;
    how much stands elsewhere is said at the end.

    With --base the change since that revision is judged too: nothing adopted may be altered, and settings, rules and
    waivers are those of the revision, so that no change brings its own excuse.

    Example: policybook check --base origin/main --format github
    """
    from policybook.cli import progress
    from policybook.finding import at_least
    from policybook.lint import formats, runner

    where = options.place(folder, as_of)
    checks = runner.all_checks(own)
    _known(only, skip, list(checks))
    before = options.base(where, base) if base is not None else None
    with progress.reading(form == "text" and output is None) as seen:
        judged = runner.judge(
            where.tree, where.as_of, checks, base=before, only=frozenset(only), skip=frozenset(skip), seen=seen
        )
    if before is not None and before.note:
        click.echo(f"policybook: {before.note}", err=True)
    if paths:
        judged = formats.within(judged, paths, where.folder)
    grave = any(at_least(finding.severity, fail_on) and not finding.waived_by for finding in judged.findings)
    if severity is not None:
        judged = formats.at_least(judged, severity)
    if quiet or statistics:
        from policybook.lint.formats import text

        click.echo(f"{text.statistics(judged) if statistics else ''}{text.closing(judged)}")
    else:
        formats.put(judged, form, output, verbose=verbose)
    context.exit(1 if grave else 0)


def _known(only: tuple[str, ...], skip: tuple[str, ...], ids: list[str]) -> None:
    """Refuse the id of a check that doesn't exist, and one that is asked for and left out at once."""
    from policybook.errors import PolicybookError
    from policybook.text.suggest import did_you_mean

    for name in (*only, *skip):
        if name in only and name in skip:
            raise PolicybookError(f"‘{name}’ is asked for with --only and left out with --skip: leave one away.")
        if name not in ids:
            raise PolicybookError(
                f"There is no check called ‘{name}’. {did_you_mean(name, ids) or '`policybook explain` lists them.'}"
            )
