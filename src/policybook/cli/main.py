"""Define the command `policybook` and report its errors. Each command is a module, imported when it runs."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from policybook import __version__
from policybook.cli.lazy_group import LazyGroup

COMMANDS = {
    "activity": "Record what is done to carry out a strategy: who leads it, since when, and with what.",
    "adopt": "Record a meeting's decisions on proposals: adopted, unless an option says otherwise.",
    "check": "Say what is wrong with the manual, where, and how to mend it.",
    "ci": "Do a STEP of a code host's workflow: check, comment, form, propose, act or answer.",
    "correct": "Correct a slip in the text of POLICY without a vote, as the board's rules allow.",
    "due": "Say what is overdue and what falls due soon, who must act, and where it stands.",
    "duties": "List the sentences in force that say who must, will, should or may do something.",
    "evaluate": "Record how a policy is carried out, as the body that oversees it found: on the whole, and of each strategy.",
    "explain": "Explain a check and how to mend what it finds.",
    "export": "Export the record in another format.",
    "fmt": "Format the record files without changing a value or a comment.",
    "import": "Bring in a manual from Word, PDF, web pages, Markdown, a portal's export or a spreadsheet, word for word.",
    "init": "Begin a manual in DIR: the record, the site's configuration, what an editor and a code host need.",
    "list": "List the policies: code, title, state and steward.",
    "meet": "Record a meeting of a team: how many were there, what it worked on, what is done and what comes next.",
    "meeting": "Record a meeting of the board: its kind, when notice was given, agenda and minutes.",
    "packet": "Write the board packet for CODE: memo, redline and clean copy in one file.",
    "propose": "Begin a proposal on the policy CODE, or propose a new policy.",
    "reading": "Record a reading of the proposal on POLICY and keep the text that was presented.",
    "reaffirm": "Record that the board reviewed POLICY without changing it.",
    "recommend": "Record what an oversight body recommends on a policy, to whom, and by when an answer is asked for.",
    "redline": "Show what changed in POLICY between two texts.",
    "renumber": "Record that the board gave POLICY the new code CODE.",
    "rescind": "Record that the board rescinded POLICY.",
    "report": "Write the status report for a board meeting: strategies, figures, meetings, recommendations, what is to be decided.",
    "respond": "Record the answer to a recommendation: accepted with what will be done, or declined with the reasons.",
    "review": "Record a review of a strategy, or of a policy's own text: who looked, and what they concluded.",
    "show": "Show POLICY: its text, facts and history.",
    "strategy": "Add a strategy: who carries out a direction of a policy's text, and how often it is reviewed.",
    "suspend": "Record that the board suspended POLICY, or some of its provisions, until a day.",
    "update": "Record what became known of a proposal or an act: comment period, equity analysis, publication, report.",
    "verify": "Verify that no adopted text was altered, and say what the proof rests on.",
    "withdraw": "Record that a proposal was withdrawn, not adopted or postponed.",
}
"""The commands with their lines in the help, which is printed without importing any."""

GROUPS = {
    "Read the manual": ("list", "show", "redline", "duties", "compare", "export", "verify"),
    "Check the manual": ("check", "explain", "due", "fmt"),
    "Prepare and record the board's acts": (
        "propose", "update", "packet", "meeting", "reading", "adopt", "withdraw", "reaffirm", "correct", "renumber", "suspend",
        "rescind",
    ),
    "Answer for strategies": (
        "strategy", "review", "meet", "recommend", "respond", "activity", "evaluate", "report",
    ),
    "Set up": ("init", "import", "upgrade", "ci"),
}  # fmt: skip
"""The headings of the help, each with its commands; any other command is listed at the end."""


@click.command(
    cls=LazyGroup,
    table=COMMANDS,
    groups=GROUPS,
    package="policybook.cli",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="policybook")
@click.option("--debug", is_flag=True, help="Show the traceback of a bug.")
def policybook(debug: bool) -> None:
    """Keep a public board's policy manual: check it, read it, publish it.

    Example: policybook check
    """


def main() -> None:
    """Run the command. Exit codes: 0 done, 1 findings, 2 it could not run."""
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

        _refuse(usage_errors.message(error))
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
    except Exception as error:  # a bug: reported in one sentence unless --debug is given
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
    """Print why the command can't run, and exit."""
    from policybook.text.terminal import safe

    said = "\n".join(safe(line) for line in why.split("\n"))
    click.echo(f"policybook: {said}", err=True)
    sys.exit(2)
