"""The first few hundred files of `make fuzz`, in every run of the tests."""

from __future__ import annotations

import pytest

from tests import fuzz

NUMBERS = {"record": 150, "draft": 600, "import": 300}


@pytest.mark.parametrize("name", NUMBERS)
def test_changed_files_break_nothing(name: str) -> None:
    for number in fuzz.tried(name, fuzz.targets()[name], seed=1):
        if number >= NUMBERS[name]:
            break
