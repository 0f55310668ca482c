"""The command's own manners."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from policybook.cli import main


def test_the_help_kept_ready_is_the_one_that_would_be_made() -> None:
    made = CliRunner().invoke(main.policybook, ["--help"], prog_name="policybook", terminal_width=80)
    assert Path("src/policybook/cli/help.txt").read_text(encoding="utf-8") == made.output


def test_each_command_says_in_the_list_what_it_says_itself() -> None:
    context = click.Context(main.policybook)
    for name, line in main.COMMANDS.items():
        command = main.policybook.get_command(context, name)
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
        code = f"import sys; sys.argv = ['policybook', '{option}']\nfrom policybook.cli.entry import main; main()\n"
        code += "assert not {'click', 'yaml', 'mkdocs', 'git'} & set(sys.modules)"
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("chek", "`policybook` has no command ‘chek’. Did you mean ‘check’?"),
        ("export pdf", "`policybook export` has no command ‘pdf’. `policybook export --help` lists them."),
        ("propose 3241 --by X", "`policybook propose` has no option ‘--by’. Did you mean ‘--proposed-by’?"),
        ("propose 3210 --sumary X", "Did you mean ‘--summary’?"),
        ("adopt 3210 --zzz", "`policybook adopt` has no option ‘--zzz’. Usage: policybook adopt [OPTIONS]"),
        ("propose 3210 --summary Five days", "Unexpected argument: ‘days’. Put words that belong together in quotes"),
        ("rescind", "POLICY is missing. Usage: policybook rescind [OPTIONS] POLICY; "),
        ("reaffirm 1310 --vote", "--vote needs a value after it"),
        ("reaffirm 1310 --date --manual policy", "--date needs a value after it"),
        ("reaffirm 1310 --reason --vote=5-0", "--reason needs a value after it"),
        ("correct 1310 --replace old --what typo", "--replace needs 2 values after it"),
        ("check --as-of 31.13.2026", "--as-of: ‘31.13.2026’ isn't a day. Write it as 2026-11-24 or Nov 24, 2026."),
        ("check --as-of 2026-02-31", "--as-of: ‘2026-02-31’ isn't a day."),
        ("check --format pdf", "--format: ‘pdf’ isn't a choice here. It is one of text, concise, json,"),
        ("adopt 3210 --date 31.13.2026", "--date: ‘31.13.2026’ isn't a day. Write it as 2026-11-24 or Nov 24, 2026."),
        ("review 1010 staff-leader", "has no strategy staff-leader. Did you mean ‘staff-leadership’?"),
        (
            "review 1010 staff-leadership",
            "Write a strategy after its policy's code and a slash: 1010/staff-leadership",
        ),
    ],
)
def test_a_line_written_wrongly_is_answered_in_our_words(
    line: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["policybook", *line.split()])
    with pytest.raises(SystemExit) as end:
        main.main()
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.startswith("policybook: ")
    assert "Error" not in said
    assert said.count("\n") == 1


def test_a_day_that_isnt_one() -> None:
    both = CliRunner().invoke(main.policybook, ["check", "--only", "yaml", "--skip", "yaml"])
    assert "asked for with --only and left out" in str(both.exception)
    for day in ("", "2026-13-01", "2026-11", "20261124", "tomorrow"):
        refused = CliRunner().invoke(main.policybook, ["check", "--as-of", day])
        assert "'--as-of': " in refused.output
        assert "isn't a day" in refused.output, day


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


def test_no_line_of_the_help_ends_within_a_word() -> None:
    for name in main.COMMANDS:
        for width in (60, 80):
            ran = CliRunner().invoke(main.policybook, [name, "--help"], terminal_width=width, max_content_width=width)
            assert ran.exit_code == 0, (name, ran.exception)
            assert "\u2011" not in ran.output
            assert not [line for line in ran.output.splitlines() if line.rstrip().endswith("-")], name


@pytest.mark.parametrize(
    "words",
    [
        [b"show", b"\xed\xa0\x80"], [b"list", b"--steward", b"\xff"], [b"show", b"3210", b"--manual", b"\xff\xfe"],
        [b"show", b"1010", b"--as-of", b"\xed\xa0\x80"], [b"show", b"1010", b"--as-of", b"9999-12-31"], [b"\xff"],
        [b"explain", b"\xff"], [b"due", b"--as-of", b"0001-01-01"],
    ],
)  # fmt: skip
def test_bytes_that_are_no_words_are_refused_in_a_sentence(words: list[bytes]) -> None:
    for variables in ({}, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}):
        command = [sys.executable.encode(), b"-m", b"policybook", *words]
        ran = subprocess.run(command, capture_output=True, env={**os.environ, **variables}, check=False)
        assert ran.returncode == 2, ran.stderr
        assert b"Traceback" not in ran.stderr
        assert b"bug" not in ran.stderr


@pytest.mark.parametrize("epoch", ["9" * 30, "253402300799"])
def test_a_time_that_cant_be_is_refused(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    refused = CliRunner().invoke(main.policybook, ["list", "--manual", "policy"])
    assert "which is no time: it counts seconds since 1970" in str(refused.exception)


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a POSIX shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_bug(closed: str) -> None:
    for words in ("list --manual policy", "show 1010 --manual policy", "reaffirm 1010 --manual policy"):
        command = f"{sys.executable} -m policybook {words} {closed}"
        ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
        assert ran.returncode in (0, 2), (words, ran.stderr)
        assert "Traceback" not in ran.stderr, ran.stderr
        assert "bug" not in ran.stderr, ran.stderr
