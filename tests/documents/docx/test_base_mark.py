"""A Word file goes on saying which text it was made from, whatever program saved it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from policybook.documents import docx, drafts
from policybook.documents.docx import read
from policybook.errors import PolicybookError
from policybook.lint import runner
from policybook.record.tree import DiskTree
from tests import office
from tests.held import HERON_BEND

MANUAL = runner.judge(DiskTree(HERON_BEND, "policy"), date(2026, 11, 24), {}).manual
POLICY = MANUAL.find("3210")
assert POLICY is not None
BASE = POLICY.by_id["2026-03-10"]
OLDER = POLICY.by_id["2019-08-20"]


def exported(text: object = BASE) -> bytes:
    assert POLICY is not None
    return docx.clean(text, docx.about(MANUAL, POLICY, text))  # type: ignore[arg-type]


def without(data: bytes, *places: str) -> bytes:
    """Return a Word file from which the mark is gone in some places."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            words = old.read(name)
            if "keywords" in places and name.endswith("core.xml"):
                words = re.sub(rb"<cp:keywords>.*?</cp:keywords>", b"", words)
            if "property" in places and name.endswith("custom.xml"):
                words = re.sub(rb"<property .*?</property>", b"", words)
            if "variable" in places and name.endswith("settings.xml"):
                words = re.sub(rb"<w:docVars>.*?</w:docVars>", b"", words)
            if "bookmark" in places and name.endswith("document.xml"):
                words = words.replace(b'w:name="pd_', b'w:name="xx_')
            new.writestr(name, words)
    return held.getvalue()


PLACES = ("keywords", "property", "variable", "bookmark")


@pytest.mark.parametrize("left", PLACES)
def test_one_mark_that_is_left_is_enough(left: str) -> None:
    gone = tuple(place for place in PLACES if place != left)
    assert read(without(exported(), *gone), "x.docx").base.means(BASE.computed_digest)
    with pytest.raises(drafts.AnotherBase, match="made from revision 2019-08-20"):
        drafts.read(without(exported(OLDER), *gone), "x.docx", POLICY, BASE)


def test_a_file_of_ours_without_any_mark_is_refused() -> None:
    data = without(exported(), *PLACES)
    with pytest.raises(PolicybookError, match="no longer says from which text"):
        drafts.read(data, "x.docx", POLICY, BASE)
    assert drafts.read(data, "x.docx", POLICY, BASE, anyway=True).says(BASE)


def test_the_keyword_as_libreoffice_writes_it_is_understood() -> None:
    data = without(exported(), "property", "variable", "bookmark")
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"sha256:", b"sha256 "))
    assert read(held.getvalue(), "x.docx").base.means(BASE.computed_digest)


@office.needs_office
def test_a_file_that_libreoffice_converted_says_it_too(tmp_path: Path) -> None:
    files = []
    for name, text in (("new", BASE), ("old", OLDER)):
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(exported(text))
    new, old = office.converted(files, "docx", tmp_path)
    assert drafts.read(new.read_bytes(), new.name, POLICY, BASE).says(BASE)
    with pytest.raises(drafts.AnotherBase, match="made from revision 2019-08-20"):
        drafts.read(old.read_bytes(), old.name, POLICY, BASE)


@office.needs_sides
def test_an_edit_in_libreoffice_comes_back_as_that_edit(tmp_path: Path) -> None:
    file = tmp_path / "edited.docx"
    file.write_bytes(exported())
    office.replaced(file, "within five school days", "within four school days", tmp_path)
    found = read(file.read_bytes(), file.name)
    assert found.base.means(BASE.computed_digest)
    draft = drafts.read(file.read_bytes(), file.name, POLICY, BASE)
    assert not draft.says(BASE)
    assert (draft.given, draft.gone) == ((), ())
