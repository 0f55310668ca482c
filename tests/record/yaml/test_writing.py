"""The door that writes YAML: what is written reads back, edits touch one key, sets of files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from policybook.errors import PolicybookError
from policybook.record import paths, transaction
from policybook.record.schema import files
from policybook.record.transaction import Change, Changes
from policybook.record.yaml import edits, reader, syntax
from policybook.record.yaml import formatter as canonical

RECORDS = sorted([*Path("policy").rglob("*.yml"), *Path("src/policybook/scaffold/demo/policy").rglob("*.yml")])

_HOSTILE = [
    "", " ", "no", "Yes", "null", "~", "true", "1.", "0410", "1e3", "0x1F", "1:30", "- a", "a: b", "a #b", "#a", "a:", "&a", "*a",
    "!a", "%a", "@a", "`a`", "|", ">", "[a", "{a}", "a, b", "“a”", "'a'", '"a"', "a\\b", "a\nb", "a\n\nb", "a\n", "\na", " a", "a ",
    "One. Two? Three! “Four.” Five.[^1] Six", "e.g. A. B. Smith of No. 5", "---", "...", "? a", "= a", "a\u2028b", "é\u0301", "مرحبا.",
]  # fmt: skip
_text = st.one_of(
    st.sampled_from(_HOSTILE),
    st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff\ufffe\uffff"), max_size=30),
    st.lists(st.sampled_from(["A word.", "Another: one", "more", "#", "-", "“So.”", "\n", " "]), max_size=9).map(
        " ".join
    ),
)
_key = st.sampled_from(["text", "title", "label", "for", "level", "note", "table", "items", "x", "1"])
_data = st.recursive(
    st.one_of(_text, st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_key, inner, max_size=4)),
    max_leaves=12,
)


def read(raw: bytes) -> Any:
    document = reader.read(raw, files.number_keys())
    assert not document.troubles, (raw, document.troubles)
    return document.data


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_key, _data, min_size=1, max_size=5))
def test_a_new_record_reads_back_as_it_was_given(data: dict[str, Any]) -> None:
    raw = canonical.record("revision", data, "# yaml-language-server: $schema=x")
    assert read(raw) == data
    assert raw.startswith(b"# yaml-language-server: $schema=x\n")
    assert canonical.document("revision", syntax.read(raw)) == raw


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_key, _data, min_size=1, max_size=5), st.booleans(), st.integers(20, 200), st.data())
def test_canonical_layout_keeps_values_and_comments(
    data: dict[str, Any], flow: bool, width: int, draw: st.DataObject
) -> None:
    lines: list[str] = []
    marks = 0
    for key, value in data.items():  # each key as another writer lays it out, with comments around it
        dumped = yaml.safe_dump({key: value}, default_flow_style=flow, width=width, allow_unicode=True).rstrip("\n")
        if flow:
            dumped = dumped[1:-1]
        if draw.draw(st.booleans()):
            lines.append(f"# m{marks} ‘a’: b")
            marks += 1
        if flow and "\n" not in dumped and draw.draw(st.booleans()):
            dumped += f" # m{marks}"
            marks += 1
        lines += [dumped, *([""] if draw.draw(st.booleans()) else [])]
    raw = "\n".join([*lines, f"# m{marks}"]).encode()
    before = reader.read(raw, files.number_keys())
    if before.data is None:
        return
    after = canonical.document("revision", syntax.read(raw))
    assert read(after) == before.data
    for mark in range(marks + 1):
        assert after.decode().count(f"# m{mark}") == 1
    assert syntax.comments_in(after) == syntax.comments_in(raw)
    assert canonical.document("revision", syntax.read(after)) == after


@pytest.mark.parametrize("path", RECORDS, ids=str)
def test_canonical_layout_keeps_every_record_of_the_repository(path: Path) -> None:
    raw = path.read_bytes()
    root = next(parent for parent in path.parents if parent.name == "policy")
    place = paths.home(path.relative_to(root).as_posix())
    assert isinstance(place, paths.Home)
    after = canonical.document(place.kind, syntax.read(raw))
    assert read(after) == read(raw)
    assert syntax.comments_in(after) == syntax.comments_in(raw)
    assert canonical.document(place.kind, syntax.read(after)) == after


_FILE = b"""\
# yaml-language-server: $schema=x
action:   revise     # odd spaces stay
title: 'Quoted'
readings:

    - {date: 2026-11-10}   # deep
# above follows
follows: a
text:
  - id: purpose
    text: >-
      Two sentences. On one line,
      and folded # no comment.
# last
"""


def test_an_edit_touches_its_own_lines_only() -> None:
    edited = edits.append(_FILE, "revision", "readings", {"date": "2026-12-08", "amended": "none"})
    edited = edits.put(edited, "revision", "date", "2026-12-08")
    edited = edits.put(edited, "revision", "action", "adopt")
    edited = edits.drop(edited, "follows")
    added = [line for line in edited.decode().splitlines() if line not in _FILE.decode().splitlines()]
    assert added == ["action: adopt # odd spaces stay", "date: 2026-12-08", "    - {date: 2026-12-08, amended: none}"]
    gone = [line for line in _FILE.decode().splitlines() if line not in edited.decode().splitlines()]
    assert gone == ["action:   revise     # odd spaces stay", "follows: a"]


@pytest.mark.parametrize("path", [path for path in RECORDS if path.parent.name == "revisions"], ids=str)
def test_every_revision_of_the_repository_can_be_edited_line_by_line(path: Path) -> None:
    raw = path.read_bytes()
    edited = edits.put(raw, "revision", "outcome", "postponed")
    edited = edits.append(edited, "revision", "readings", {"date": "2030-01-01", "digest": "sha256:" + "0" * 64})
    gone = set(raw.decode().splitlines()) - set(edited.decode().splitlines())
    assert not {line for line in gone if not line.startswith("outcome:")}
    assert edits.drop(edits.put(raw, "revision", "reported", "2030-01-01"), "reported") == raw or b"reported:" in raw


def test_a_list_in_brackets_is_opened_for_a_new_entry() -> None:
    edited = edits.append(b"title: T\nlegal: [A, B] # law\ntext: x\n", "revision", "legal", "C: d")
    assert edited == b'title: T\nlegal: # law\n  - A\n  - B\n  - "C: d"\ntext: x\n'


@pytest.mark.parametrize("raw", [b"a: 1\r\nb: 2\r\n", b"a: 1\nb: 2", b"\xef\xbb\xbfa: 1\nb: 2\n"])
def test_an_edit_keeps_the_ends_of_lines(raw: bytes) -> None:
    edited = edits.put(raw, "revision", "title", "x: y")
    assert read(edited) == {"a": "1", "b": "2", "title": "x: y"}
    assert (b"\r\n" in raw) == (b"\n" not in edited.replace(b"\r\n", b""))


@pytest.mark.parametrize("raw", [b"{a: 1, b: 2}\n", b"  a: 1\n  b: 2\n"])
def test_an_edit_that_would_go_wrong_is_refused(raw: bytes) -> None:
    with pytest.raises(PolicybookError, match="policybook fmt"):
        edits.put(raw, "revision", "title", "x: y")


def test_all_files_are_written_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yml").write_bytes(b"old")
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "c.yml").write_bytes(b"c")
    wanted = Changes(
        (Change("g/c.yml", b"c", b"C", "f/c.yml"), Change("a.yml", b"old", b"new"), Change("x/y/b.yml", None, b"b")),
        ("f", "g"),
    )
    real, made = os.fsync, 0

    def fails(handle: int) -> None:
        nonlocal made
        made += 1
        if made == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(PolicybookError, match="No space left on device"):
        transaction.write(tmp_path, wanted)
    assert {
        path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    } == {
        "a.yml": b"old",
        "f/c.yml": b"c",
    }
    assert not (tmp_path / "x").exists()
    monkeypatch.setattr(os, "fsync", real)
    transaction.write(tmp_path, wanted)
    assert (tmp_path / "g/c.yml").read_bytes() == b"C"
    assert (tmp_path / "x/y/b.yml").read_bytes() == b"b"


def test_nothing_is_written_over_somebody_elses_change(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"theirs")
    for change, said in (
        (Change("a.yml", b"old", b"new"), "changed by somebody else"),
        (Change("a.yml", None, b"new"), "there already"),
        (Change("b.yml", b"old", b"new"), "was removed"),
    ):
        with pytest.raises(PolicybookError, match=said):
            transaction.write(tmp_path, Changes((Change("new.yml", None, b"n"), change)))
    assert [path.name for path in tmp_path.iterdir()] == ["a.yml"]


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "manual").mkdir()
    (tmp_path / "manual" / "p").symlink_to(tmp_path / "outside")
    with pytest.raises(PolicybookError, match="is a link"):
        transaction.write(tmp_path / "manual", Changes((Change("p/a.yml", None, b"x"),)))
    with pytest.raises(PolicybookError, match="isn't within"):
        transaction.write(tmp_path / "manual", Changes((Change("../a.yml", None, b"x"),)))
    assert not list((tmp_path / "outside").iterdir())
