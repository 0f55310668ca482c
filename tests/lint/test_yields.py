"""Each finding that a check can yield is told by one of its own cases: none can be lost unnoticed."""

from __future__ import annotations

import ast

import pytest

from tests import mutants


@pytest.mark.parametrize("id", mutants.MODULES)
def test_a_yield_left_out_is_noticed(id: str) -> None:
    source = mutants.source(id)
    right = mutants.findings(id, ast.parse(source))
    lost = [one.line for one in mutants.dropped_yields(source) if mutants.findings(id, one.tree) == right]
    assert not lost, f"no case in tests/checks/{id}/ needs the `yield` on line {lost} of {mutants.MODULES[id].name}"
