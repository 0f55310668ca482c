"""A change's summary says what a number or a table cell became."""

from __future__ import annotations

import pytest

from policybook import redline
from policybook.model import Text
from policybook.redline.summary import entries


def summary(old: dict[str, str], new: dict[str, str]) -> str:
    before, after = [Text({"title": "T", "text": [{"id": "a", **one}]}, "x.yml", "1@x") for one in (old, new)]
    return " ".join(entry.words for entry in entries(redline.between(before, after)))


def test_numbers_in_prose() -> None:
    old = (
        "A suspension lasts eight school days. The fee is $10 a term, and who pays is told by the office within 3 days."
    )
    new = (
        "A suspension lasts five school days. The fee is $12 a term, and who pays is told by the office within 3 days."
    )
    assert "eight → five school days; $10 → $12 a term" in summary({"text": old}, {"text": new})


@pytest.mark.parametrize("row", ["| 6–12 | 8 | none |", "| 6–12 | 8 | all |"])
def test_cells_of_a_table(row: str) -> None:
    head = "| Grades | Days | Appeal |\n| K–5 | 3 | none |\n"
    other = "| K–5 | 4 | none |\n"
    old = {"text": "No longer than:", "table": head + "| 6–12 | 10 | none |"}
    new = {"text": "No longer than:", "table": head.replace("| K–5 | 3 | none |\n", other) + row}
    said = summary(old, new)
    assert "Grades K–5: 3 → 4 days; Grades 6–12: 10 → 8 days" in said
    assert ("6–12: none → all" in said) == ("all" in row)


def test_words_without_numbers_say_what_they_said() -> None:
    old = "The principal hears the student and calls the family before the day ends."
    new = "The teacher hears the student and writes to the family before the day ends."
    assert "→" not in summary({"text": old}, {"text": new})


def test_rows_that_replace_another() -> None:
    text = "A suspension, and all of a student's suspensions in one term together, last no longer than:"
    head = "| Grade | Days |\n| Kindergarten | 3 |\n"
    old = {"text": text, "table": head + "| 6–12 | 8 |"}
    new = {"text": text, "table": head + "| 6–8 | 5 |\n| 9–12 | 8 |"}
    assert "6–12: 8 days → 6–8: 5 days, 9–12: 8 days" in summary(old, new)
