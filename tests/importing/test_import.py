"""A folder of documents becomes a manual: no word is lost, facts stand where they belong, nothing is invented."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybook.cli import main
from policybook.lint import runner
from policybook.model import Manual
from policybook.record import locate

DAY = "2026-11-24"
_MANUALS = Path(os.environ.get("POLICYBOOK_MANUALS", Path(__file__).parents[3] / "shared" / "manuals"))
needs_manuals = pytest.mark.skipif(
    not _MANUALS.is_dir(),
    reason="a set of real policies in four formats isn't here; POLICYBOOK_MANUALS names its folder",
)

WORDS = """<html><head><title>3210 – Fair Discipline</title></head><body><nav>Home | Policies</nav>
<main><h1>3210 – Fair Discipline</h1>
<p><b>Purpose</b></p><p>Discipline teaches. See Policy 3200.</p>
<ol type="a"><li>A lead invites:<ul><li>the student;</li><li>one adult.</li></ul></li><li>What was agreed is written down.</li></ol>
<table><tr><th>Grade</th><th>Days</th></tr><tr><td>K – 5</td><td>3</td></tr></table>
<p>Legal References: RCW 28A.600.015; WAC 392-400-025</p>
<p>Cross References: 3200; Student Handbook</p>
<p>Adopted: 10.99; revised 08/08/2008</p>
<p>Reviewed: Fall 2014</p></main><footer>© Heron Bend</footer></body></html>"""
RIGHTS = """---
code: 3200
title: Rights and Duties
adopted: 2001-05-08
owner: Office of Student Services
colour: green
---
# Rights and Duties

## Rights

A student may speak.

1. Once.
2. Twice.
"""
DRAFT = "Policy 3241\n\nPhones\n\nA phone is switched off.\n\nStatus: Draft\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "3210.html").write_text(WORDS, encoding="utf-8")
    (folder / "3200.md").write_text(RIGHTS, encoding="utf-8")
    (folder / "3241.txt").write_text(DRAFT, encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4 not really")
    (folder / "logo.png").write_bytes(b"\x89PNG")
    return folder


def run(old: Path, into: Path, *more: str) -> Result:
    return CliRunner().invoke(main.policybook, ["import", str(old), "--into", str(into), "--as-of", DAY, *more])


def imported(old: Path, into: Path) -> Manual:
    first = run(old, into)
    assert first.exit_code == 0, (first.output, first.exception)
    second = run(old, into, "--write")
    assert second.exit_code == 0, (second.output, second.exception)
    judged = runner.judge(locate.tree(into / "policy"), date.fromisoformat(DAY), runner.all_checks())
    assert [finding.message for finding in judged.findings if finding.severity == "error"] == []
    return judged.manual


def test_the_first_run_writes_only_the_mapping_and_the_report(old: Path, tmp_path: Path) -> None:
    done = run(old, tmp_path / "new")
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"import.yml", "import-report.html"}
    assert "Not read: scan.pdf" in done.output
    assert "logo.png" not in done.output
    mapping = (tmp_path / "new/import.yml").read_text(encoding="utf-8")
    assert 'code: "3210"  # stated in the title' in mapping


def test_the_same_files_give_the_same_bytes(old: Path, tmp_path: Path) -> None:
    for into in ("one", "two"):
        imported(old, tmp_path / into)
    one, two = (
        {
            path.relative_to(tmp_path / into): path.read_bytes()
            for path in (tmp_path / into).rglob("*")
            if path.is_file()
        }
        for into in ("one", "two")
    )
    assert one == two


def test_facts_stand_where_they_belong(old: Path, tmp_path: Path) -> None:
    manual = imported(old, tmp_path / "new")
    policy = manual.find("3210")
    assert policy is not None
    assert [act.id for act in policy.acts] == ["1999-10", "2008-08-08"]
    assert not policy.acts[0].holds_text
    text = policy.acts[1]
    assert text.title == "Fair Discipline"
    assert [one.cite for one in text.legal] == ["RCW 28A.600.015", "WAC 392-400-025"]
    assert [one.code or one.text("title") for one in text.references] == ["3200", "Student Handbook"]
    assert any("Fall 2014" in note.text("text") for note in policy.parts("notes")), "a review without a body is a note"
    rights = manual.find("3200")
    assert rights is not None
    assert rights.steward is not None
    assert manual.body_name(rights.steward.value or "") == "Office of Student Services"
    assert any("green" in note.text("text") for note in rights.parts("notes")), "no fact is dropped"


def test_structure_is_kept(old: Path, tmp_path: Path) -> None:
    policy = imported(old, tmp_path / "new").find("3210")
    assert policy is not None
    purpose, table = policy.acts[-1].provisions
    assert purpose.heading == "Purpose"
    assert [item.label for item in purpose.items] == ["a.", "b."]
    assert [item.prose for item in purpose.items[0].items] == ["the student;", "one adult."]
    assert table.rows == [["Grade", "Days"], ["K – 5", "3"]]


def test_a_draft_is_a_proposal(old: Path, tmp_path: Path) -> None:
    policy = imported(old, tmp_path / "new").find("3241")
    assert policy is not None
    assert policy.acts == ()
    assert policy.proposals[0].provisions[0].prose == "A phone is switched off."


def test_a_correction_in_the_mapping_counts(old: Path, tmp_path: Path) -> None:
    run(old, tmp_path / "new")
    mapping = tmp_path / "new" / "import.yml"
    mapping.write_text(mapping.read_text(encoding="utf-8").replace('code: "3200"', 'code: "3201"'), encoding="utf-8")
    assert run(old, tmp_path / "new", "--write").exit_code == 0
    assert (tmp_path / "new/policy/3201-rights-duties/policy.yml").is_file()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('status: "gone"', "‘status’ is one of"),
        ('adopted: "soon"', "isn't a date"),
        ('colour: "red"', "means nothing here"),
    ],
)
def test_a_mapping_that_cant_be_is_refused(old: Path, tmp_path: Path, wrong: str, said: str) -> None:
    run(old, tmp_path / "new")
    mapping = tmp_path / "new" / "import.yml"
    lines = [
        f"    {wrong}" if line.strip().startswith(wrong.partition(":")[0] + ":") else line
        for line in mapping.read_text(encoding="utf-8").splitlines()
    ]
    if not any(wrong in line for line in lines):
        lines.append(f"    {wrong}")
    mapping.write_text("\n".join(lines), encoding="utf-8")
    done = run(old, tmp_path / "new", "--write")
    assert said in str(done.exception)
    assert not (tmp_path / "new/policy").exists()


def test_nothing_is_written_over_a_manual(old: Path, tmp_path: Path) -> None:
    imported(old, tmp_path / "new")
    assert "There is a manual" in str(run(old, tmp_path / "new", "--write").exception)


def test_an_index_gives_codes_and_dates(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (old / "discipline.txt").write_text("Discipline\n\nDiscipline teaches.\n", encoding="utf-8")
    (old / "index.csv").write_text(
        "File,Code,Title,Adopted\ndiscipline.txt,3210,Fair Discipline,5/12/2020\n", encoding="utf-8"
    )
    policy = imported(old, tmp_path / "new").find("3210")
    assert policy is not None
    assert (policy.acts[0].id, policy.title) == ("2020-05-12", "Fair Discipline")


def test_a_portal_s_export_gives_a_policy_for_each_entry(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    entries = [
        {
            "code": "0100",
            "title": "Mission",
            "status": "Active",
            "adopted": "2020-05-12",
            "html": "<p>Every child learns.</p>",
        },
        {
            "code": "0200",
            "title": "Ends",
            "status": "Retired",
            "adopted": "2019",
            "html": "<p>Every student reads.</p>",
        },
    ]
    (old / "export.json").write_text(json.dumps({"policies": entries}), encoding="utf-8")
    manual = imported(old, tmp_path / "new")
    assert [policy.code for policy in manual] == ["0100", "0200"]
    retired = manual.find("0200")
    assert retired is not None
    assert retired.acts[-1].action == "rescind"


@needs_manuals
@pytest.mark.parametrize("form", ["html", "docx", "odt", "pdf"])
def test_no_word_of_a_real_manual_is_lost(form: str, tmp_path: Path) -> None:
    done = run(_MANUALS / "lexden" / form, tmp_path / "new")
    assert "Every word and punctuation mark is in the record" in done.output


@needs_manuals
def test_a_real_manual_gives_the_same_words_from_each_format(tmp_path: Path) -> None:
    from policybook.importing import fidelity, run
    from policybook.importing.document import tokens

    texts = {}
    for form in ("html", "docx", "odt"):
        done = run.prepare(_MANUALS / "lexden" / form, date.fromisoformat(DAY), None, {})
        texts[form] = {
            path.rpartition(".")[0]: [
                word for piece, label in fidelity._pieces(draft.text()) if not label for word in tokens(piece)
            ]
            for path, draft in done.built.drafts.items()
        }
    assert len(texts["html"]) == 46
    assert texts["docx"] == texts["html"]
    assert texts["odt"] == texts["html"]


def test_one_licence_holds_for_the_whole_import(old: Path, tmp_path: Path) -> None:
    into = tmp_path / "new"
    run(old, into)
    mapping = into / "import.yml"
    mapping.write_text(
        mapping.read_text(encoding="utf-8").replace('licence: ""', 'licence: "CC-BY-4.0"'), encoding="utf-8"
    )
    run(old, into, "--write")
    manual = runner.judge(locate.tree(into / "policy"), date.fromisoformat(DAY), runner.all_checks())
    assert "source-licence" not in {finding.check for finding in manual.findings}
    assert manual.manual.agency.text("text_licence") == "CC-BY-4.0"
    assert manual.manual.sources[f"import-{DAY}"].text("licence") == "CC-BY-4.0"


def test_an_unknown_licence_is_one_finding(old: Path, tmp_path: Path) -> None:
    imported(old, tmp_path / "new")
    judged = runner.judge(locate.tree(tmp_path / "new/policy"), date.fromisoformat(DAY), runner.all_checks())
    assert [finding.path for finding in judged.findings if finding.check == "source-licence"] == [
        f"policy/sources/import-{DAY}.yml"
    ]
