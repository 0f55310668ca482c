"""A newer state of the same manual: what is unchanged stays, what changed is an act of its own, nothing is deleted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybook.cli import main
from policybook.lint import runner
from policybook.model import Manual
from policybook.record import locate

NOTICE = "The principal writes to the family on the day of the meeting and keeps a copy of the letter."
FIRST = {
    "3200.md": "---\ntitle: Rights\nadopted: 2001-05-08\n---\n\nA student may speak.\n\nA student may write.\n",
    "3210.md": f"---\ntitle: Discipline\nadopted: 2010-05-08\n---\n\nDiscipline teaches.\n\n{NOTICE}\n",
    "3220.md": "---\ntitle: Dress\nadopted: 2010\n---\n\nStudents dress as they like.\n",
}
SECOND = {
    "3200.md": FIRST["3200.md"],
    "3210.md": "---\ntitle: Discipline\nadopted: 2010-05-08\nrevised: 2025-02-11\n---\n\nDiscipline teaches and repairs.\n",
    "3230.md": f"---\ntitle: Letters\nadopted: 2025-02-11\n---\n\n{NOTICE}\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, words in files.items():
        (folder / name).write_text(words, encoding="utf-8")
    return folder


def run(old: Path, into: Path, day: str, *more: str) -> Result:
    done = CliRunner().invoke(main.policybook, ["import", str(old), "--into", str(into), "--as-of", day, *more])
    assert done.exit_code == 0, (done.output, done.exception)
    return done


def manual(into: Path) -> Manual:
    judged = runner.judge(locate.tree(into / "policy"), date(2026, 11, 24), runner.all_checks())
    assert [finding.message for finding in judged.findings if finding.severity == "error"] == []
    return judged.manual


@pytest.fixture
def into(tmp_path: Path) -> Path:
    old, new = write(tmp_path / "old", FIRST), tmp_path / "new"
    run(old, new, "2024-01-08")
    run(old, new, "2024-01-08", "--write")
    return new


def test_a_changed_text_is_a_new_act_and_the_rest_stays(into: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in (into / "policy").rglob("*") if path.is_file()}
    newer = write(tmp_path / "newer", SECOND)
    run(newer, into, "2026-11-24", "--update")
    done = run(newer, into, "2026-11-24", "--update", "--write")
    assert "Unchanged: 1. With new texts: 1. New: 1." in done.output
    assert "they stay as they are: 3220" in done.output
    assert all(path.read_bytes() == held for path, held in before.items())
    policy = manual(into).find("3210")
    assert policy is not None
    assert [(act.id, act.action) for act in policy.acts] == [("2010-05-08", "adopt"), ("2025-02-11", "revise")]
    old, new = policy.acts
    assert new.provisions[0].id == old.provisions[0].id, "ids follow content"
    letters = manual(into).find("3230")
    assert letters is not None
    assert letters.acts[0].provisions[0].text("was") == f"3210#{old.provisions[1].id}"


def test_a_changed_text_may_be_a_proposal(into: Path, tmp_path: Path) -> None:
    newer = write(tmp_path / "newer", SECOND)
    run(newer, into, "2026-11-24", "--update", "--as-proposals", "--write")
    policy = manual(into).find("3210")
    assert policy is not None
    assert [act.id for act in policy.acts] == ["2010-05-08"]
    (proposal,) = policy.proposals
    assert proposal.text("based_on") == policy.acts[0].computed_digest


def test_the_same_state_changes_nothing(into: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "old", into, "2026-11-24", "--update")
    assert "Unchanged: 3. With new texts: 0. New: 0." in done.output


def test_nothing_new_writes_nothing(into: Path, tmp_path: Path) -> None:
    before = sorted((into / "policy").rglob("*"))
    done = run(tmp_path / "old", into, "2026-11-24", "--update", "--write")
    assert "nothing is written" in done.output
    assert sorted((into / "policy").rglob("*")) == before


def test_the_import_is_proved_again_against_the_files(into: Path, tmp_path: Path) -> None:
    def verify() -> Result:
        return CliRunner().invoke(
            main.policybook, ["verify", "--manual", str(into / "policy"), "--import", str(tmp_path / "old")]
        )

    done = verify()
    assert done.exit_code == 0, (done.output, done.exception)
    assert "3 files are byte for byte what was imported" in done.output
    changed = tmp_path / "old" / "3220.md"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    (tmp_path / "old" / "3200.md").unlink()
    done = verify()
    assert done.exit_code == 1
    assert "3220.md is another file" in done.output
    assert "3200.md was imported and isn't in old" in done.output
