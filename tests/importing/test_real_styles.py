"""Manuals as districts really write them: labels at top and foot, portals, front matter, codes in names. All of it is fiction."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policybook.importing import run
from policybook.importing.facts import Facts
from policybook.importing.labels import field_of
from policybook.importing.run import Import
from policybook.importing.structure import said

DAY = date(2026, 11, 27)

BOARD_DOCS = """<html><head><title>Portal</title></head><body>
<div class="row"><div class="col leftcol">Book</div><div class="col rightcol">Policy Manual</div></div>
<div class="row"><div class="col leftcol">Section</div><div class="col rightcol">0000 Bylaws of Heron Bend</div></div>
<div class="row"><div class="col leftcol">Title</div><div class="col rightcol">Equal Access</div></div>
<div class="row"><div class="col leftcol">Code</div><div class="col rightcol">po0100</div></div>
<div class="row"><div class="col leftcol">Status</div><div class="col rightcol">Active</div></div>
<div class="row"><div class="col leftcol">Legal</div><div class="col rightcol"><p>R.C. 11.20</p><p>20 U.S.C. 1681</p></div></div>
<div class="row"><div class="col leftcol">Adopted</div><div class="col rightcol">November 3, 2002</div></div>
<div class="row"><div class="col leftcol">Last Revised</div><div class="col rightcol">May 14, 2019</div></div>
<div class="row"><div class="col leftcol">Prior Revised Dates</div><div class="col rightcol">06/10/2008, 3/12/2013</div></div>
<div id="forcopy"><p><strong>Purpose</strong></p><p>The Board shall not refuse:</p>
<p style="margin-left: 40px;">A. any student;</p><p style="margin-left: 80px;">1. in class, or</p>
<p style="margin-left: 80px;">2. on the bus;</p><p style="margin-left: 40px;">B. any adult.</p>
<p><b><u>Delegation</u></b></p><p>The Superintendent shall see to it.</p>
<p>Revised 6/10/08<br>Revised 3/12/13</p></div></body></html>"""
TYPED = """                                        Policy No. 3210
                                        Students

FAIR TREATMENT

The district treats everybody fairly.

Cross References:    Board Policy 2020    Lessons
                     Board Policy 3207    Kindness

Legal References:    RCW 28A.640   Fairness

Management Resources:
                     Policy News, August 2007

Adoption Date: 10.99
Classification: Essential
Revised Dates: 08.08; 06.09; 10.11
"""
COMMITTEE = """---
type: policy
code: AC
section: A
also-codes: [ JB ]
title: FAIRNESS
legal-refs: [ "MGL(71:38Q)" ]
date-original-adoption: "2009-01-06"
date-adoption: "2009-07-21"
date-first-reading: "2008-12-16"
date-second-reading: "2009-01-06"
---

AC Also: JB
FAIRNESS

### Aims

The committee is fair.

CROSS REF:
ACA, ACAA
Student Handbook

First reading: 12/18/12
Second reading: 1/22/13
Adoption: 1/22/13
Review: SB, EB for 11/14/17
"""


def imported(folder: Path, **files: str) -> Import:
    for name, words in files.items():
        path = folder / name.replace("__", ".")
        path.write_text(words, encoding="utf-8")
    done = run.prepare(folder, DAY, None, {})
    assert done.incomplete == []
    return done


def facts(done: Import, at: int = 0) -> Facts:
    return done.mapping.entries[at].facts


def outline(done: Import, at: int = 0) -> list[tuple[str, int, str, str]]:
    blocks = done.documents[done.mapping.entries[at].file].manuscript.blocks
    return [(block.kind, block.depth, block.label, said(block)) for block in blocks]


def test_a_portal_s_page(tmp_path: Path) -> None:
    done = imported(tmp_path, page__html=BOARD_DOCS)
    found = facts(done)
    assert (found.code, found.title, found.series) == ("po0100", "Equal Access", "0000 Bylaws of Heron Bend")
    assert found.adopted is not None
    assert [one.is_ for one in (found.adopted, *found.revised)] == [
        "2002-11-03", "2008-06-10", "2013-03-12", "2019-05-14",
    ]  # fmt: skip
    assert found.legal == ["R.C. 11.20", "20 U.S.C. 1681"]
    assert found.notes == ["Book: Policy Manual"]
    assert outline(done) == [
        ("heading", 1, "", "Purpose"),
        ("text", 0, "", "The Board shall not refuse:"),
        ("text", 1, "A.", "any student;"),
        ("text", 2, "1.", "in class, or"),
        ("text", 2, "2.", "on the bus;"),
        ("text", 1, "B.", "any adult."),
        ("heading", 1, "", "Delegation"),
        ("text", 0, "", "The Superintendent shall see to it."),
    ]


def test_a_typed_policy_with_labels_at_top_and_foot(tmp_path: Path) -> None:
    done = imported(tmp_path, old__txt=TYPED)
    found = facts(done)
    assert (found.code, found.title, found.series, found.classification) == (
        "3210", "FAIR TREATMENT", "Students", "Essential",
    )  # fmt: skip
    assert found.adopted is not None
    assert [one.is_ for one in (found.adopted, *found.revised)] == ["1999-10", "2008-08", "2009-06", "2011-10"]
    assert found.references == ["Board Policy 2020 Lessons", "Board Policy 3207 Kindness"]
    assert found.notes == ["Management Resources: Policy News, August 2007"]
    assert outline(done) == [("text", 0, "", "The district treats everybody fairly.")]


def test_front_matter_and_labels_in_the_text(tmp_path: Path) -> None:
    done = imported(tmp_path, AC__md=COMMITTEE)
    found = facts(done)
    assert (found.code, found.also_codes, found.title) == ("AC", ["JB", "JB"], "FAIRNESS")
    assert found.adopted is not None
    assert [one.is_ for one in (found.adopted, *found.revised)] == ["2009-01-06", "2009-07-21", "2013-01-22"]
    assert [(one.is_, one.number) for one in found.readings] == [
        ("2008-12-16", 1), ("2009-01-06", 2), ("2012-12-18", 1), ("2013-01-22", 2),
    ]  # fmt: skip
    assert found.references == ["ACA, ACAA", "Student Handbook"]
    assert found.notes == ["Review: SB, EB for 11/14/17"]
    assert not any("second reading" in one.message for one in done.suspicions)
    assert [words for kind, _, _, words in outline(done) if kind == "heading"] == ["Aims"]


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("0401.10-Contracts.md", "0401.10", "operating-policy"),
        ("1001_20-AR-01.md", "1001.20-AR-01", "procedure"),
        ("3210P Discipline.md", "3210P", "procedure"),
        ("BDFA-R1.md", "BDFA-R1", "procedure"),
        ("JFC-E.md", "JFC-E", "exhibit"),
        ("JF.md", "JF", "operating-policy"),
        ("FFH(LOCAL).md", "FFH(LOCAL)", "operating-policy"),
        ("6-120 Visitors.md", "6-120", "operating-policy"),
    ],
)
def test_codes_in_the_names_of_files(tmp_path: Path, name: str, code: str, kind: str) -> None:
    (tmp_path / name).write_text("The district keeps grievance procedures.\n", encoding="utf-8")
    found = facts(run.prepare(tmp_path, DAY, None, {}))
    assert (found.code, found.kind) == (code, kind)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Date of Last Revision", "revised"),
        ("LEGAL REFS.", "legal"),
        ("Legal Reference(s)", "legal"),
        ("date-original-adoption", "adopted"),
        ("previous-adoption-dates", "adopted"),
        ("dateLastReviewed", "reviewed"),
        ("2nd Reading", "readings"),
        ("Cross Refs", "references"),
        ("Prior Revised Dates", "revised"),
        ("Next Review Date", "next_review"),
        ("Policy Owner", "steward"),
        ("Colour", ""),
    ],
)
def test_labels_are_known_in_many_spellings(name: str, field: str) -> None:
    assert field_of(name) == field


def test_a_document_whose_structure_would_lose_a_word_stands_as_plain_paragraphs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from policybook.documents.drafts import markdown

    whole = markdown.read
    monkeypatch.setattr(
        "policybook.documents.drafts.markdown.read",
        lambda text: type(found := whole(text))(found.title, found.blocks[:-1], found.notes),
    )
    done = imported(tmp_path, mission__md="# Mission\n\nEvery child learns.\n\nEvery adult helps.\n")
    (account,) = done.accounts.values()
    assert account.complete
    assert ("text", 0, "", "Every adult helps.") in outline(done)
    assert "plain paragraphs" in next(iter(done.documents.values())).notes[0]


PORTAL = """<html><head><title>Policy 5131 - Portal</title></head><body><div><a href="#">Home</a></div>
<table><tr><td><span>Policy 5131: Conduct</span></td></tr></table>
<p>Original Adopted Date: 09/01/1998 | Last Revised Date: 03/14/2023</p>
<div id="PolicyContent"><p>Students behave.</p></div>
<table><tr><th>State</th><th>Description</th></tr><tr><td>Ed. Code 200</td><td>Equal rights</td></tr></table></body></html>"""


def test_facts_around_a_portal_s_text(tmp_path: Path) -> None:
    done = imported(tmp_path, page__html=PORTAL)
    found = facts(done)
    assert (found.code, found.title) == ("5131", "Conduct")
    assert found.adopted is not None
    assert [one.is_ for one in (found.adopted, *found.revised)] == ["1998-09-01", "2023-03-14"]
    assert found.legal == ["Ed. Code 200 Equal rights"]
    assert outline(done) == [("text", 0, "", "Students behave.")]
    (document,) = done.documents.values()
    assert [one.words for one in document.left_out if "outside" in one.reason] == ["Home"]


def test_one_file_with_several_policies(tmp_path: Path) -> None:
    words = "# 3241 Rooms\n\nAdopted: 10.99\n\nA room.[^1]\n\n# 3241P Rooms: how\n\nStaff do this.\n\n[^1]: A note.\n"
    done = imported(tmp_path, all__md=words)
    assert [(entry.facts.code, entry.facts.kind) for entry in done.mapping.entries] == [
        ("3241", "operating-policy"), ("3241P", "procedure"),
    ]  # fmt: skip
    first = done.documents["all.md#1"].manuscript
    assert [said(block) for block in first.blocks] == ["A room."]
    assert list(first.notes) == ["1"]


def test_links_to_files_lead_to_policies(tmp_path: Path) -> None:
    done = imported(
        tmp_path,
        **{
            "0401.10-Contracts__md": "# 0401.10 Contracts\n\nSee [the other](0402.50-Grievances.md) and [none](gone.md).\n",
            "0402.50-Grievances__md": "# 0402.50 Grievances\n\nA complaint is heard.\n",
            "0403.10__html": "<main><h1>0403.10 Rooms</h1><p>See <a href='0402.50-Grievances.html'>there</a>.</p></main>",
        },
    )
    drafts = {path: draft.text().all_provisions[0].prose.strip() for path, draft in done.built.drafts.items()}
    assert drafts["0401.10-Contracts.md"] == "See [the other](policy:0402.50) and none."
    assert drafts["0403.10.html"] == "See [there](policy:0402.50)."
