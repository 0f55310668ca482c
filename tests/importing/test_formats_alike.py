"""One document in several formats is the same policy: facts, headings, lists, tables, page headers."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from policybook.importing import run
from policybook.importing.run import Import
from policybook.importing.structure import said

docx = pytest.importorskip("docx", reason="python-docx isn't installed")
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice isn't installed")
DAY = date(2026, 11, 27)


def written(path: Path) -> Path:
    """Write a policy as a district's clerk does: bold lines, typed labels, tabs, facts at the foot."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Heron Bend Schools\t\t7:190"
    section.footer.paragraphs[0].text = "7:190\tPage 1 of 3"

    def line(words: str, bold: bool = False, inches: float = 0, centred: bool = False) -> None:
        paragraph = document.add_paragraph()
        paragraph.add_run(words).bold = bold
        paragraph.paragraph_format.left_indent = docx.shared.Inches(inches)
        if centred:
            paragraph.alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER

    line("Students", bold=True, centred=True)
    line("Student Behavior", bold=True, centred=True)
    line("The goals of this policy are that (1) everybody is safe; (2) order is kept.")
    line("Where the Rules Apply", bold=True)
    line("A rule applies to what a student does in these places and at no other place at all:")
    line("1.\tOn the grounds:", inches=0.5)
    line("a.\tin class;", inches=1)
    line("b.\toutside; or", inches=1)
    line("2.\tAt an event.", inches=0.5)
    table = document.add_table(rows=0, cols=2)
    for name, value in (
        ("Cross References:", "2:150 Committees"),
        ("", "2:240 Policies"),
        ("Legal References:", "105 ILCS 5/10"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, value
    line("ADOPTED:\tJune 18, 2001")
    line("REVISED:\tMarch 17, 2014; August 22, 2016")
    document.save(str(path))
    return path


def summary(done: Import) -> tuple[object, ...]:
    entry = done.mapping.entries[0]
    facts = entry.facts
    assert done.incomplete == []
    assert facts.adopted is not None
    blocks = done.documents[entry.file].manuscript.blocks
    return (
        (facts.code, facts.title, facts.series, facts.adopted.is_, [one.is_ for one in facts.revised]),
        (facts.references, facts.legal, facts.notes),
        [(block.kind, block.depth, block.label, said(block)) for block in blocks],
    )


EXPECTED: tuple[object, ...] = (
    ("7:190", "Student Behavior", "Students", "2001-06-18", ["2014-03-17", "2016-08-22"]),
    (["2:150 Committees", "2:240 Policies"], ["105 ILCS 5/10"], []),
    [
        ("text", 0, "", "The goals of this policy are that (1) everybody is safe; (2) order is kept."),
        ("heading", 1, "", "Where the Rules Apply"),
        ("text", 0, "", "A rule applies to what a student does in these places and at no other place at all:"),
        ("text", 1, "1.", "On the grounds:"),
        ("text", 2, "a.", "in class;"),
        ("text", 2, "b.", "outside; or"),
        ("text", 1, "2.", "At an event."),
    ],
)


def test_word(tmp_path: Path) -> None:
    written(tmp_path / "7-190.docx")
    assert summary(run.prepare(tmp_path, DAY, None, {})) == EXPECTED


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("form", ["odt", "pdf", "rtf", "doc"])
def test_what_libreoffice_makes_of_it(form: str, tmp_path: Path) -> None:
    source = written(tmp_path / "7-190.docx")
    old = tmp_path / "old"
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(old),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert summary(run.prepare(old, DAY, None, {})) == EXPECTED
