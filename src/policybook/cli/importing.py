"""The steps of `policybook import` that touch the disk and the screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from policybook.cli import progress
from policybook.errors import PolicybookError
from policybook.importing import mapping, report, run
from policybook.importing.run import Import
from policybook.importing.update import Update
from policybook.model import Manual
from policybook.record import atomic, loader, locate, transaction
from policybook.text.terminal import safe

REPORT = "import-report.html"


def prepare(path: Path, into: Path, as_of: date | None, update: bool = False, as_proposals: bool = False) -> Import:
    """Return what the import would do, by the import.yml in `into` where there is one."""
    day = as_of or date.today()
    existing = _existing(into)
    known = into / mapping.NAME
    with progress.importing() as seen:
        return run.prepare(
            path,
            day,
            known.read_bytes() if known.exists() else None,
            existing,
            seen,
            (lambda: Update(_manual(into, day), as_proposals)) if update and existing else None,
        )


def _manual(into: Path, day: date) -> Manual:
    tree = locate.tree((into / locate.FOLDER).resolve())
    reading = loader.read(tree)
    return Manual(reading.records, reading.unread, tree, day)


def _existing(into: Path) -> dict[str, bytes]:
    folder = into / locate.FOLDER
    if not (folder / "agency.yml").is_file():
        return {}
    tree = locate.tree(folder.resolve())
    return {name: tree.read(name) for name in tree.paths()}


def tell(result: Import) -> None:
    """Print the report in a few lines."""
    click.echo(report.as_text(result), nl=False)


def write_mapping(result: Import, into: Path) -> None:
    """Write import.yml, unless a person has it in hand already, and the report."""
    into.mkdir(parents=True, exist_ok=True)
    atomic.write(into / REPORT, report.as_html(result))
    known = into / mapping.NAME
    if not known.exists() or result.update is not None:
        atomic.write(known, mapping.written(result.mapping))
    click.echo(safe(f"Wrote {into / REPORT}. Look at it, correct {known}, then run the command again with --write."))


def write(result: Import, into: Path, update: bool) -> None:
    """Write the record, all of it or nothing, check it and say what is left to do.

    Raises PolicybookError where a word was lost, or a file is there already.
    """
    if result.incomplete:
        raise PolicybookError(
            f"Nothing is written: in {len(result.incomplete)} documents a word was lost or added, {result.incomplete[0]} first. "
            f"Mark them `status: skip` in {mapping.NAME}, or mend the documents."
        )
    existing = _existing(into)
    if existing and not update:
        raise PolicybookError(f"There is a manual in {into} already. Give --update to add to it.")
    clash = sorted(set(result.built.files) & set(existing))
    if clash:
        raise PolicybookError(f"{clash[0]} is there already; nothing is written.")
    if result.update is not None and all(path.startswith("sources/") for path in result.built.files):
        click.echo("Nothing has changed; nothing is written.")
        return
    folder = into / locate.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    changes = tuple(transaction.Change(path, None, data) for path, data in sorted(result.built.files.items()))
    transaction.write(folder.resolve(), transaction.Changes(changes))
    atomic.write(into / REPORT, report.as_html(result))
    if result.update is not None:
        atomic.write(into / mapping.NAME, mapping.written(result.mapping))
    click.echo(safe(f"Wrote {len(changes)} files to {folder}."))
    _check(folder, result)


def _check(folder: Path, result: Import) -> None:
    """Judge the new record and say what is left, the most frequent first."""
    from collections import Counter

    from policybook.lint import runner

    judged = runner.judge(locate.tree(folder.resolve()), result.mapping.day, runner.all_checks())
    errors = [finding for finding in judged.findings if finding.severity == "error"]
    counts = Counter(finding.check for finding in judged.findings if finding.severity != "error")
    click.echo(f"{len(errors)} errors; {sum(counts.values())} warnings and notices.")
    for finding in errors[:10]:
        click.echo(safe(f"    {finding.path}:{finding.span.line} {finding.message}"))
    for check, count in counts.most_common(8):
        click.echo(safe(f"    {count} × {check}: policybook explain {check}"))
