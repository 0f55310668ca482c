"""Citations of the law, as policies write them."""

from __future__ import annotations

import pytest

from policybook.values import citations


@pytest.mark.parametrize(
    ("cite", "code", "section"),
    [
        ("RCW 28A.642.010 Discrimination prohibition", "RCW", "28A.642.010"),
        ("Chapter 28A.642 RCW", "RCW", "28A.642"),
        ("WAC 392-400-025", "WAC", "392-400-025"),
        ("20 U.S.C. § 1681", "USC", "20 § 1681"),
        ("20 USC 1232g", "USC", "20 § 1232g"),
        ("34 CFR Part 106", "CFR", "34 § 106"),
        ("Idaho Code Section 33-512(1)", "Idaho Code", "33-512"),
        ("Education Code § 48900", "Education Code", "48900"),
        ("IDAPA 08.02.02.076", "IDAPA", "08.02.02.076"),
        ("N.J.S.A. 18A:11-1", "N.J.S.A.", "18A:11-1"),
    ],
)
def test_code_and_section(cite: str, code: str, section: str) -> None:
    assert citations.parse(cite) == (code, section)


@pytest.mark.parametrize("cite", ["Title IX", "Brown v. Board of Education (1954)", "", "the open meetings law"])
def test_what_names_no_section_is_left_as_it_is(cite: str) -> None:
    assert citations.parse(cite) is None


def test_sections_stand_in_the_order_of_their_numbers() -> None:
    listed = [citations.Citation("RCW", section) for section in ("28A.10.2", "28A.9.1", "28A.10.10", "3.1")]
    assert [one.section for one in sorted(listed, key=citations.sort_key)] == [
        "3.1",
        "28A.9.1",
        "28A.10.2",
        "28A.10.10",
    ]
