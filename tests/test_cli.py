"""The command's own manners."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from policybook import cli


def test_the_help_kept_ready_is_the_one_that_would_be_made() -> None:
    made = CliRunner().invoke(cli.policybook, ["--help"], prog_name="policybook", terminal_width=80)
    assert Path("src/policybook/help.txt").read_text(encoding="utf-8") == made.output


def test_each_command_says_in_the_list_what_it_says_itself() -> None:
    context = click.Context(cli.policybook)
    for name, line in cli.COMMANDS.items():
        command = cli.policybook.get_command(context, name)
        assert command is not None
        assert (command.help or "").startswith(line.rstrip(".")), name
        assert "Example: policybook" in (command.help or ""), name


def test_each_export_says_in_the_list_what_it_says_itself() -> None:
    from policybook.cli import export

    assert isinstance(export.command, click.Group)
    context = click.Context(export.command)
    for name, line in export.FORMATS.items():
        command = export.command.get_command(context, name)
        assert command is not None
        assert (command.help or "").startswith(line.rstrip(".")), name
        assert "Example: policybook export" in (command.help or ""), name


def test_version_and_help_load_little() -> None:
    for option in ("--version", "--help"):
        code = f"import sys; sys.argv = ['policybook', '{option}']\nfrom policybook.start import main; main()\n"
        code += "assert not {'click', 'yaml', 'mkdocs', 'git'} & set(sys.modules)"
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE)


def test_a_command_or_a_day_that_isnt_one() -> None:
    asked = CliRunner().invoke(cli.policybook, ["chek"])
    assert asked.exit_code == 2
    assert "Did you mean ‘check’?" in asked.output
    both = CliRunner().invoke(cli.policybook, ["check", "--only", "yaml", "--skip", "yaml"])
    assert "asked for with --only and left out" in str(both.exception)
    for day in ("", "2026-13-01", "2026-11", "20261124", "tomorrow"):
        refused = CliRunner().invoke(cli.policybook, ["check", "--as-of", day])
        assert "isn't a day" in str(refused.exception), day


def test_what_is_piped_is_utf8_whatever_the_locale() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "policybook", "check", "--manual", "policy"]
    ran = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "‘" in ran.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device here that is always full")
def test_a_full_disk_is_said_and_is_no_bug() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "policybook", "list", "--manual", "policy"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 2
    assert "bug" not in ran.stderr
