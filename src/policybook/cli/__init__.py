"""The command `policybook`: one module for each command, loaded only when it is asked for."""

from __future__ import annotations

import sys

import click

from policybook import __version__
from policybook.cli.late import Late

COMMANDS = {
    "check": "Say what is wrong with the manual, where, and how to mend it.",
    "due": "Say which reviews are overdue and which fall due soon, and who answers for them.",
    "explain": "Say what CHECK is for and how to mend what it finds.",
    "export": "Give the record away in another form.",
    "init": "Begin a manual in DIR: the record, the site's configuration, and what an editor needs.",
    "list": "List the policies: code, title, what stands today, who keeps the text.",
    "redline": "Show what changed in POLICY, a code, from one text to another.",
    "show": "Show POLICY, a code, as it stands today or on the day of --as-of.",
    "verify": "Prove that no adopted text was altered, and say what the proof rests on.",
}
"""The commands, each with its line in the help: printing them loads none."""


@click.command(
    cls=Late, table=COMMANDS, package="policybook.cli", context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="policybook")
@click.option("--debug", is_flag=True, help="Show the traceback of a bug.")
def policybook(debug: bool) -> None:
    """Keep a public board's policy manual: check it, read it, publish it.

    Example: policybook check
    """


def main() -> None:
    """Run the command. Exit 0: done; 1: findings; 2: it could not run."""
    from policybook.errors import PolicybookError

    debug = "--debug" in sys.argv
    try:
        code = policybook.main(standalone_mode=False)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except PolicybookError as error:
        click.echo(f"policybook: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(2)
    except Exception as error:  # a bug: said in one sentence, unless somebody wants to mend it
        if debug:
            raise
        click.echo(
            f"policybook: This is a bug in Policybook, not in the record: {type(error).__name__}: {error}. "
            "Run it again as `policybook --debug …` and report what it prints.",
            err=True,
        )
        sys.exit(2)
    sys.exit(code if isinstance(code, int) else 0)
