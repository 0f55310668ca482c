"""A fault in one file accuses no other: every file of the demonstration, broken in two ways, with every check."""

from __future__ import annotations

from datetime import date

import pytest

from policybook.lint import runner
from policybook.record.tree import DiskTree, Overlay
from tests.acts import Desk, desk
from tests.held import HERON_BEND

__all__ = ["desk"]

DAY = date(2026, 11, 24)
CHECKS = runner.all_checks()
TREE = DiskTree(HERON_BEND, "policy")
BEFORE = {(one.check, one.path, one.span) for one in runner.judge(TREE, DAY, CHECKS).findings}
FAULTS = {"YAML": b"\nbroken: [\n", "schema": b"\nno_such_key: 1\n"}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_file_gives_findings_in_that_file_only(fault: str) -> None:
    echoes = []
    for path in (path for path in TREE.paths() if path.endswith(".yml")):
        broken = Overlay(TREE, {path: TREE.read(path) + FAULTS[fault]})
        found = runner.judge(broken, DAY, CHECKS).findings
        assert any(one.path == f"policy/{path}" for one in found), path
        echoes += [
            (path, one.check, one.path)
            for one in found
            if one.path != f"policy/{path}" and (one.check, one.path, one.span) not in BEFORE
        ]
    assert echoes == []


def test_an_act_says_that_a_file_can_t_be_read_and_not_that_a_body_isn_t_there(desk: Desk) -> None:
    (desk.manual / "bodies.yml").write_text("bodies: [\n", encoding="utf-8")
    said = desk.refuses("propose", "6700", "--proposed-by", "board", "--summary", "More vegetables.")
    assert "There is no body" not in said
    assert "bodies.yml" in said
