"""`policybook fmt`: canonical layout through the shipped command."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybook.cli import main
from policybook.lint import runner
from policybook.record import format, tree
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


def test_an_empty_record_stays_as_it_is(desk: Desk, untidy: Path) -> None:
    untidy.write_text("{}\n", encoding="utf-8")
    assert fmt(desk.manual).exit_code == 0
    assert reader.read(untidy.read_bytes()).data == {}


def test_a_file_that_may_not_be_read_is_left_alone(desk: Desk, untidy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _forbid(untidy, monkeypatch)
    result = fmt(desk.manual)
    assert result.exit_code == 1
    assert "can't be read: Permission denied" in result.output


def test_a_file_that_may_not_be_read_is_one_finding(desk: Desk, untidy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _forbid(untidy, monkeypatch)
    found = runner.judge(tree.DiskTree(desk.manual, "policy"), date(2026, 11, 24), runner.all_checks()).findings
    assert [one.message for one in found if one.path.endswith(untidy.name)] == [
        "This file can't be read: Permission denied."
    ]
    assert len({one.path for one in found}) > 3  # the others are judged


def _forbid(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make opening `path` fail, as it does for who isn't root; root may read everything."""
    real = os.open

    def opened(name: str, *rest: int, **more: int) -> int:
        if name == str(path):
            raise PermissionError(13, "Permission denied", name)
        return real(name, *rest, **more)

    monkeypatch.setattr(os, "open", opened)
