"""An act is whole or not at all: the process dies, the disk fills up, two commands run at once."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policybook.lint import runner
from policybook.record import journal, locate
from tests.acts import Desk

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="each fault is injected into a process of its own, by fork"),
]

DAY = "2026-12-08"
ACTS = {
    "adopt": (
        "adopt", "0420", "--postponed", "3210", "--withdrawn", "3246", "--date", DAY, "--vote", "consent",
        "--package", "winter", "--package-title", "Winter update", "--moved-by", "A", "--seconded-by", "B",
    ),
    "propose": ("propose", "6700", "--proposed-by", "board", "--summary", "More vegetables."),
    "reading": ("reading", "3210", "--date", DAY, "--amended", "substantive"),
    "renumber": ("renumber", "6000", "6010", "--date", DAY, "--vote", "5-0"),
    "rescind": ("rescind", "6220", "--date", DAY, "--vote", "5-0", "--reason", "No longer needed."),
    "review": (
        "review", "3210/restorative", "--by", "restorative-team", "--outcome", "on-track", "--summary",
        "Every school held its meetings in time.", "--date", DAY,
    ),
    "evaluate": (
        "evaluate", "0410", "--date", DAY, "--outcome", "needs-attention", "--summary", "Hiring moves; the figures came late.",
        "--finding", "fair-hiring; on-track; Everybody who interviews is trained.",
    ),
    "recommend": (
        "recommend", "0410", "--to", "board", "--about", "fair-hiring", "--respond-by", "2027-02-01", "--text",
        "Publish who applies.", "--date", DAY,
    ),
    "respond": (
        "respond", "0410/2026-06-09-pay-families", "--by", "board", "--answer", "accepted", "--action",
        "Vote on a stipend; board; 2027-02", "--date", DAY,
    ),
    "activity": (
        "activity", "3210/restorative", "--title", "Train substitutes", "--lead", "restorative-team", "--since", "2026-12",
    ),
    "meet": (
        "meet", "restorative-team", "--date", DAY, "--present", "6", "--of", "8", "--item",
        "considered; 3210/restorative; Three schools have no trained lead.",
    ),
    "fmt": ("fmt",),
}  # fmt: skip
CALLS = ("replace", "rename", "unlink", "rmdir", "mkdir", "fsync", "open")


@pytest.fixture(params=ACTS)
def act(request: pytest.FixtureRequest, desk: Desk) -> tuple[str, ...]:
    """Return an act that can be done, on a manual where `fmt` has something to do."""
    words = ACTS[request.param]
    if words == ("fmt",):
        for path in ("6000-budget/policy.yml", "6220-purchasing/policy.yml"):
            desk.edit(path, "kind: operating-policy", "kind:   operating-policy")
    return words


def attempt(desk: Desk, act: tuple[str, ...], fault: Callable[[int], None]) -> int:
    """Run an act in a process of its own, calling `fault` with a number before each call that touches the disk."""
    child = os.fork()
    if child == 0:
        calls, opened = 0, os.open

        def faulty(real: Callable[..., Any]) -> Callable[..., Any]:
            def call(*args: Any, **more: Any) -> Any:
                nonlocal calls
                if real is not opened or args[1] & (os.O_WRONLY | os.O_RDWR):
                    calls += 1
                    fault(calls)
                return real(*args, **more)

            return call

        status = 99
        try:
            for name in CALLS:
                setattr(os, name, faulty(getattr(os, name)))
            status = desk.run(*act, day=DAY).exit_code
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def seen(desk: Desk) -> dict[str, bytes]:
    """Return the manual as a reader sees it."""
    tree = locate.tree(desk.manual)
    return {path: tree.read(path) for path in tree.paths()}


def on_disk(desk: Desk) -> dict[str, bytes]:
    return {path: data for path, data in desk.files().items() if not path.startswith(journal.FOLDER)}


def restore(desk: Desk, files: dict[str, bytes]) -> None:
    for path in set(desk.files()) - set(files):
        (desk.manual / path).unlink()
    for path, data in files.items():
        (desk.manual / path).parent.mkdir(parents=True, exist_ok=True)
        (desk.manual / path).write_bytes(data)
    for folder in sorted((one for one in desk.manual.rglob("*") if one.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def outcomes(desk: Desk, act: tuple[str, ...]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files before and after the act."""
    old = desk.files()
    assert attempt(desk, act, lambda number: None) == 0
    new = desk.files()
    assert new != old
    restore(desk, old)
    return old, new


def test_whoever_dies_leaves_the_old_manual_or_the_new(desk: Desk, act: tuple[str, ...]) -> None:
    old, new = outcomes(desk, act)
    for number in range(1, 500):

        def dies(call: int, at: int = number) -> None:
            if call == at:
                os._exit(137)

        status = attempt(desk, act, dies)
        if status == 0:
            break
        assert status == 137
        assert seen(desk) in (old, new), number
        assert journal.recover(desk.manual) in (True, False)
        assert on_disk(desk) in (old, new), number
        restore(desk, old)
    assert number > 8


def test_a_full_disk_leaves_the_old_manual_or_the_new(desk: Desk, act: tuple[str, ...]) -> None:
    old, new = outcomes(desk, act)
    for number in range(1, 500):

        def full(call: int, at: int = number) -> None:
            if call >= at:
                raise OSError(errno.ENOSPC, "No space left on device")

        status = attempt(desk, act, full)
        if status == 0:
            break
        assert status in (1, 2), status
        assert seen(desk) in (old, new), number
        journal.recover(desk.manual)
        assert on_disk(desk) in (old, new), number
        restore(desk, old)


@pytest.mark.parametrize("words", ["review", "propose", "adopt", "reading"])
def test_of_two_commands_at_once_one_is_done_and_one_is_told(desk: Desk, words: str) -> None:
    old = desk.files()
    command = [sys.executable, "-m", "policybook", *ACTS[words], "--manual", str(desk.manual), "--as-of", DAY]
    for _ in range(5):
        both = [
            subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(2)
        ]
        said = [one.communicate() for one in both]
        statuses = sorted(one.returncode for one in both)
        written = set(desk.files()) - set(old)
        assert statuses == [0, 2] or (statuses == [0, 0] and len(written) == 2), said
        judged = runner.judge(locate.tree(desk.manual), date.fromisoformat(DAY), runner.all_checks())
        assert not [one for one in judged.findings if one.severity == "error"]
        restore(desk, old)


def test_what_an_interrupted_command_left_is_seen_whole_and_finished_by_the_next(desk: Desk) -> None:
    old = desk.files()
    journal.stage(desk.manual, {"6000-budget/policy.yml": b"code: '6000'\nkind: bylaw\n"}, None)
    assert seen(desk) == {**old, "6000-budget/policy.yml": b"code: '6000'\nkind: bylaw\n"}
    assert on_disk(desk) == old, "readers write nothing"
    desk.run("fmt")
    assert on_disk(desk)["6000-budget/policy.yml"].endswith(b"kind: bylaw\n")
    assert not (Path(desk.manual) / journal.FOLDER).exists()
