"""An adopter's own checks: what goes wrong in one is said of it, in one sentence."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from policybook.errors import PolicybookError
from policybook.lint import registry, runner
from policybook.record.tree import MemoryTree
from tests import cases

WRONG = {
    "def check(": "can't be loaded: SyntaxError",
    '"""Doc."""\nimport sys\nsys.exit(3)': "can't be loaded: SystemExit: 3",
    "def check(manual): return []": "is no check",
    '"""Doc."""': "is no check",
    '"""Doc."""\ndef check_policy(policy, manual): return []': "Instead of `check_policy(policy, manual)` write `check(manual)`",
    '"""Doc."""\nSEVERITY = "fatal"\ndef check(manual): return []': "has a family or a severity that doesn't exist",
    '"""Doc."""\ndef check(manual): raise ValueError("boom")': "failed: ValueError: boom.",
    '"""Doc."""\ndef check(manual): yield 5': "failed: TypeError: it yields int, and a check yields Hit.",
    '"""Doc."""\ndef check(manual): return None': "failed: TypeError",
}


def judge(folder: Path, package: str) -> None:
    runner.judge(MemoryTree(cases.small()), date(2026, 11, 24), registry.load(folder, package))


@pytest.mark.parametrize(("code", "said"), WRONG.items(), ids=range(len(WRONG)))
def test_a_broken_check_is_named(code: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "own_one.py").write_text(code, encoding="utf-8")
    with pytest.raises(PolicybookError, match=rf"own_one\.py.* {re.escape(said)}"):
        judge(tmp_path, f"own_{abs(hash(code))}")


def test_a_broken_folder_of_checks_is_named(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text("1 / 0", encoding="utf-8")
    with pytest.raises(PolicybookError, match="can't be loaded: ZeroDivisionError"):
        registry.load(tmp_path, "own_package")
