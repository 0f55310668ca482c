"""Files are written whole; what is no plain file is written to, and never replaced."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from policybook.errors import PolicybookError
from policybook.record import atomic, lock
from tests.held import HERON_BEND

CHECK = [sys.executable, "-m", "policybook", "check", "--manual", str(HERON_BEND), "--format", "json", "--output"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    atomic.write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    atomic.write(pipe, "report")
    reader.join()
    assert read == [b"report"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no /dev/stdout")
@pytest.mark.parametrize("to", ["pipe", "file"])
def test_the_command_writes_to_a_device(tmp_path: Path, to: str) -> None:
    before = os.lstat("/dev/stdout")
    if to == "pipe":
        written = subprocess.run([*CHECK, "/dev/stdout"], capture_output=True, check=False).stdout
    else:
        with (tmp_path / "out").open("wb") as out:
            subprocess.run([*CHECK, "/dev/stdout"], stdout=out, check=False)
        written = (tmp_path / "out").read_bytes()
    assert written.startswith(b"{")
    assert os.lstat("/dev/stdout").st_ino == before.st_ino


def test_dev_null_stays(tmp_path: Path) -> None:
    atomic.write(Path(os.devnull), "nothing")
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


def test_a_file_keeps_its_rights_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "a").chmod(0o640)
    atomic.write(tmp_path / "a", "new")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_one_command_at_a_time_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_WAIT", 0.1)
    with lock.held(tmp_path), pytest.raises(PolicybookError, match="Another command is writing"), lock.held(tmp_path):
        pass
    with lock.held(tmp_path):
        pass
