"""`policybook ci`: do what a code host does, with the scripts of this very version."""

from __future__ import annotations

import click

from policybook.cli import param_types

SCRIPTS = {
    "act": "act.sh",
    "answer": "answer.sh",
    "check": "check.sh",
    "comment": "comment.py",
    "form": "form.py",
    "propose": "propose.sh",
}


@click.command("ci")
@click.argument("step", metavar="STEP", type=param_types.ChoiceParam(SCRIPTS))
def command(step: str) -> None:
    """Do a STEP of a code host's workflow: check, comment, form, propose, act or answer.

    \b
    What it works on is read from the environment, as the workflows in .github/ set it:
    check    the verdict as annotations, summary, SARIF and a comment's text (BASE, REPORT)
    comment  post that text on the pull request (REPOSITORY, RUN_ID, HEAD_SHA, ...)
    form     read a form with an attached file (BODY, OUT)
    propose  make its proposal and open the pull request (OUT, ISSUE, PROPOSED_BY)
    act      record an act of the board and open the pull request (ACT, POLICY, DATE, ...)
    answer   say under a form what was wrong with it (SAID, ISSUE, REPOSITORY)

    Example: policybook ci check
    """
    import os
    import shutil
    import subprocess
    import sys
    from pathlib import Path

    from policybook import resources
    from policybook.errors import PolicybookError

    script = resources.folder("ci") / SCRIPTS[step]
    runner = sys.executable if script.suffix == ".py" else shutil.which("bash")
    if runner is None:
        raise PolicybookError("bash is missing: a code host has it; on Windows it comes with Git (git-scm.com).")
    # the scripts call `policybook` and `python3`: those of this environment, whether or not it is activated
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    done = subprocess.run([runner, str(script)], env={**os.environ, "PATH": path}, check=False)
    sys.exit(done.returncode)
