"""`policybook fmt`: canonical layout through the shipped command."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybook.cli import main
from policybook.record import format
from policybook.record.yaml import reader
from tests.acts import Desk

_UNTIDY = """\
# a word from the clerk
title: 'Fair: Discipline'   # as adopted


text:
- {id: purpose, text: "Discipline teaches. A student repairs the harm. See State Code 12.34."}
-   items: [a first, "b: second"]
    id: rest
    label: 1.

action: adopt
"""
_TIDY = """\
# yaml-language-server: $schema=../../../.vscode/schemas/revision.schema.json
action: adopt
# a word from the clerk
title: "Fair: Discipline" # as adopted

text:
  - id: purpose
    text: >-
      Discipline teaches.
      A student repairs the harm.
      See State Code 12.34.
  - id: rest
    label: "1."
    items: [a first, "b: second"]
"""


def fmt(manual: Path, *words: str) -> Result:
    return CliRunner().invoke(main.policybook, ["fmt", *words, "--manual", str(manual)])


@pytest.fixture
def untidy(desk: Desk) -> Path:
    path = desk.manual / "3246-learning-with-machines/revisions/2026-untidy.yml"
    path.write_text(_UNTIDY, encoding="utf-8")
    return path


def test_a_record_gets_its_canonical_layout(desk: Desk, untidy: Path) -> None:
    result = fmt(desk.manual)
    assert (result.exit_code, result.output) == (
        0,
        "Changed policy/3246-learning-with-machines/revisions/2026-untidy.yml\n",
    )
    assert untidy.read_text(encoding="utf-8") == _TIDY
    assert fmt(desk.manual).output == ""


def test_check_lists_and_writes_nothing(desk: Desk, untidy: Path) -> None:
    result = fmt(desk.manual, "--check")
    assert result.exit_code == 1
    assert result.output == "Would change policy/3246-learning-with-machines/revisions/2026-untidy.yml\n"
    assert untidy.read_text(encoding="utf-8") == _UNTIDY
    assert fmt(desk.manual, "--check", str(desk.manual / "3210-fair-discipline")).exit_code == 0
    assert fmt(desk.manual, "--check", str(untidy)).exit_code == 1
    assert "There is no file" in str(fmt(desk.manual, str(untidy) + "x").exception)
    assert "isn't in the manual's folder" in str(fmt(desk.manual, "/etc").exception)


def test_a_file_that_cant_be_read_is_left_alone(desk: Desk, untidy: Path) -> None:
    untidy.write_text("a: [", encoding="utf-8")
    result = fmt(desk.manual)
    assert result.exit_code == 1
    assert "Left alone policy/3246-learning-with-machines/revisions/2026-untidy.yml" in result.output
    assert untidy.read_text(encoding="utf-8") == "a: ["


@pytest.mark.parametrize(
    ("prose", "lines"),
    [
        ("One. Two! Three? “Four.” Five.", ["One.", "Two!", "Three?", "“Four.”", "Five."]),
        ("As No. 5 and Dr. Lund say, e.g. in U.S. law.", ["As No. 5 and Dr. Lund say, e.g. in U.S. law."]),
        (
            "Noted.[^1] **Harm** means hurt. (So it is.) Yes.",
            ["Noted.[^1]", "**Harm** means hurt.", "(So it is.)", "Yes."],
        ),
        ("A first line.\nA new paragraph.", ["A first line.", "", "A new paragraph."]),
    ],
)
def test_a_sentence_a_line(prose: str, lines: list[str]) -> None:
    raw = (
        "text:\n  - id: a\n    text: >-\n"
        + "".join(f"      {line}\n" for line in prose.replace("\n", "\n\n").split("\n"))
    ).encode()
    new = format.of_record(raw, "revision").decode().splitlines()[3:]
    assert [line.strip() for line in new] == lines
    assert reader.read(raw).data == {"text": [{"id": "a", "text": prose}]}


def test_a_poem_and_a_form_keep_their_lines() -> None:
    raw = b"text:\n  - id: a\n    kind: form\n    text: |-\n      Name ____. Grade __\n        [ ] held. Yes.\n    table: |\n      | a. B | c |\n"
    assert format.of_record(raw, "revision") == raw
