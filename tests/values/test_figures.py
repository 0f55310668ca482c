"""Figures as people write them."""

from __future__ import annotations

import pytest

from policybook.values.figures import Figure, figure


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("61 %", Figure(61, "%")),
        ("61%", Figure(61, "%")),
        ("1,204  Children", Figure(1204, "children")),
        ("-2.5", Figure(-2.5, "")),
        ("<10 students", Figure(10, "students", True)),
        ("nobody", None),
        ("", None),
        ("about 5", None),
    ],
)
def test_a_figure_is_a_number_with_its_unit(written: str, expected: Figure | None) -> None:
    assert figure(written) == expected
