"""`policybook report`: the status report for a board meeting, in each format, from the same record."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from policybook.cli import main
from policybook.documents import status
from policybook.errors import PolicybookError
from policybook.lint import runner
from policybook.record.tree import DiskTree
from tests import cases

_DEMO = Path(__file__).parents[3] / "src/policybook/scaffold/demo/policy"
_MANUAL = runner.judge(DiskTree(_DEMO, "policy"), date(2026, 11, 24), {}).manual


def written(tmp_path: Path, form: str, *words: str, manual: Path = _DEMO) -> bytes:
    """Return the report as the shipped command writes it."""
    target = tmp_path / f"report.{form}"
    command = ["report", "--format", form, "--output", str(target), "--manual", str(manual), "--as-of", "2026-11-24"]
    result = CliRunner().invoke(main.policybook, [*command, *words])
    assert result.exit_code == 0, (result.output, result.exception)
    return target.read_bytes()


def test_the_board_reads_what_it_has_to_decide_first(tmp_path: Path) -> None:
    data = json.loads(written(tmp_path, "json"))
    headings = [section["heading"] for section in data["sections"]]
    assert headings == ["What the board is asked to decide", "Strategies", "Meetings of teams", "Recommendations"]
    decide, strategies, teams, asked = (section["rows"] for section in data["sections"])
    assert decide == [["0410", "Pay families for their evenings, as we pay teachers.", "30 September 2026"]]
    assert [row for row in strategies if row[0] == "0410 Every family is greeted"] == [
        [
            "0410 Every family is greeted",
            "Family Voice Team",
            "2 June 2026: on track",
            "Families who say they were greeted in a language they speak: 83 %, target 90 %",
            "due by 2 December 2026",
        ]
    ]
    assert [
        "Restorative Practice Team",
        "3",
        "2 / 0 / 0",
        "last met 9 November 2026",
        "due by 23 November 2026",
    ] in teams
    assert {row[2] for row in asked} == {"overdue", "in progress"}
    assert "This is fiction." in data["notices"]


def test_a_body_s_report_has_only_what_it_owns_and_was_asked() -> None:
    made = status.build(_MANUAL, "restorative-team")
    decide, strategies, teams, asked = made.sections
    assert {row[1] for row in strategies.rows} == {"Restorative Practice Team"}
    assert [row[0] for row in teams.rows] == ["Restorative Practice Team"]
    assert (decide.rows, asked.rows) == ((), ())
    assert made.title == "Status report of Restorative Practice Team"


def test_meetings_are_counted_from_the_day_asked_for() -> None:
    (row,) = status.build(_MANUAL, "restorative-team", date(2026, 10, 20)).sections[2].rows
    assert row[1] == "2"


def test_every_format_says_the_same(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    pypdf = pytest.importorskip("pypdf")
    cells = [cell for section in status.build(_MANUAL).sections for row in section.rows for cell in row]
    html = written(tmp_path, "html").decode()
    assert html.startswith("<!doctype html>")
    word = docx.Document(io.BytesIO(written(tmp_path, "docx")))
    held = [cell.text for table in word.tables for row in table.rows[1:] for cell in row.cells]
    assert held == cells
    pdf = pypdf.PdfReader(io.BytesIO(written(tmp_path, "pdf")))
    told = "".join("".join(page.extract_text() for page in pdf.pages).split())
    assert all("".join(cell.split()) in told for cell in ("Everyfamilyisgreeted", "Payfamilies"))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_a_record_with_nothing_to_tell_says_so(tmp_path: Path) -> None:
    manual = cases.written(
        cases.laid({
            "3210-fair-discipline/strategies.yml": None,
            "3210-fair-discipline/reviews/2026-09-15-restorative.yml": None,
            "3210-fair-discipline/reviews/2026-10-20-data.yml": None,
            "3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml": None,
        }),
        tmp_path,
    )  # fmt: skip
    html = written(tmp_path, "html", manual=manual).decode()
    assert html.count("<table>") == 0


def test_words_of_the_record_are_shown_and_never_run(tmp_path: Path) -> None:
    edit = '-- bodies.yml diff --\n-    name: Restorative Practice Team\n+    name: <script>alert(1)</script> "Team"\n'
    manual = cases.written(cases.laid(cases.parse(edit + "-- findings --\n").files), tmp_path)
    assert "<script" not in written(tmp_path, "html", manual=manual).decode()
    assert written(tmp_path, "pdf", manual=manual).startswith(b"%PDF")


def test_an_unknown_body_is_refused() -> None:
    result = CliRunner().invoke(main.policybook, ["report", "--for", "nobody", "--manual", str(_DEMO)])
    assert isinstance(result.exception, PolicybookError)
    assert "There is no body ‘nobody’" in str(result.exception)
