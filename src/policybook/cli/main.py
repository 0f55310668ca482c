"""The command `policybook`: one module for each command, loaded only when it is asked for."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from policybook import __version__
from policybook.cli.lazy_group import Late

COMMANDS = {
    "adopt": "Record what a meeting decided on the proposals on each POLICY, a code: adopted, unless said otherwise.",
    "check": "Say what is wrong with the manual, where, and how to mend it.",
    "ci": "Do a STEP of a code host's workflow: check, comment, form, propose, act or answer.",
    "correct": "Record that a slip in the text of POLICY, a code, was mended without a vote, as the board's rules allow.",
    "due": "Say what is overdue and what falls due soon, who must act, and where it stands.",
    "duties": "List the sentences in force that say who must, will, should or may do something.",
    "explain": "Say what CHECK is for and how to mend what it finds.",
    "export": "Give the record away in another form.",
    "fmt": "Give the records their canonical layout, without changing a value or a comment.",
    "init": "Begin a manual in DIR: the record, the site's configuration, what an editor and a code host need.",
    "list": "List the policies: code, title, what stands today, who keeps the text.",
    "packet": "Write the packet for CODE: memo, redline and clean copy of what is proposed, as one file.",
    "propose": "Begin a proposal on the policy CODE, or a new policy under that code.",
    "reading": "Record that the board read the proposal on POLICY, a code, and keep the text that it read.",
    "reaffirm": "Record that the board reviewed POLICY, a code, and left it as it is.",
    "redline": "Show what changed in POLICY, a code, from one text to another.",
    "renumber": "Record that the board gave POLICY, a code, the new CODE; the old one keeps leading to it.",
    "rescind": "Record that the board rescinded POLICY, a code.",
    "review": "Record a review of a strategy, or of a policy's own text: who looked, and what they concluded.",
    "show": "Show POLICY, a code, as it stands today or on the day of --as-of.",
    "suspend": "Record that the board set POLICY, a code, aside until a day; or only some of its provisions.",
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
        code = policybook.main(standalone_mode=False, prog_name="policybook")
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(2)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        from policybook.cli import usage_errors

        _refuse(usage_errors.words(error))
    except PolicybookError as error:
        if debug and error.__cause__:
            raise
        _refuse(str(error))
    except BrokenPipeError:
        sys.exit(2)
    except OSError as error:
        if debug:
            raise
        click.echo(f"policybook: The system refused: {error.strerror or error}.", err=True)
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


def _refuse(why: str) -> NoReturn:
    """Say why the command can't run, and end."""
    from policybook.text.terminal import safe

    said = "\n".join(safe(line) for line in why.split("\n"))
    click.echo(f"policybook: {said}", err=True)
    sys.exit(2)
