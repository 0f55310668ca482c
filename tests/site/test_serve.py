"""`mkdocs serve` builds again when a record changes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.site import sites

PATIENCE = 45
"""Seconds after which a page that hasn't come won't come; no measure of speed."""


@pytest.mark.slow
def test_a_changed_record_is_served(tmp_path: Path) -> None:
    config = sites.project({}, tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", str(config), "-a", address, "--livereload"]
    served = subprocess.Popen(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stderr=subprocess.DEVNULL)
    try:
        page = f"http://{address}/policies/0100/"
        assert _says(page, "0100 Mission")
        policy = next(tmp_path.glob("policy/0100-*/policy.yml"))
        policy.write_text(policy.read_text(encoding="utf-8") + "also_called: [the river song]\n", encoding="utf-8")
        assert _says(page, "the river song")
    finally:
        served.terminate()
        served.wait(timeout=10)


def _says(page: str, words: str) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(page, timeout=5) as answer:
                if words in " ".join(answer.read().decode().split()):
                    return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    return False
