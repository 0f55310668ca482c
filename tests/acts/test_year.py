"""A clerk's year at a terminal: each step is a change of its own that the checks accept, and the proof holds after it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from policybook.lint import formats, runner
from policybook.record import locate
from policybook.record.git import Base
from policybook.record.tree import MemoryTree
from policybook.verify import record
from tests.acts import Desk


class Clerk:
    """Somebody who takes one step after the other, each in a pull request."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.merged = desk.files()

    def does(self, day: str, *words: str) -> str:
        """Take a step on a day, and return the report on it."""
        self.desk.does(*words, day=day)
        return self.merges(day)

    def merges(self, day: str) -> str:
        """Hold what was changed against what was merged before, and return the report on it."""
        tree = locate.tree(self.desk.manual)
        base = Base("main", MemoryTree(self.merged, label=tree.label))
        verdict = runner.judge(tree, date.fromisoformat(day), runner.all_checks(), base=base)
        errors = [finding for finding in verdict.findings if finding.severity == "error"]
        assert not errors, errors
        assert not record.verify(verdict.manual).problems
        said = formats.render(verdict, "markdown").replace("&#58;", ":")
        assert said.startswith("**Nothing stands against this change.**"), said[:300]
        self.merged = self.desk.files()
        return said


def test_a_clerks_year(desk: Desk, tmp_path: Path) -> None:
    clerk = Clerk(desk)

    # December: what the board read in November is amended, read again and adopted on the floor.
    path = "3210-fair-discipline/revisions/2026-shorter-suspensions.yml"
    desk.edit(path, "on the same day:", "on the very same day:")
    assert "proposal 2026-shorter-suspensions as it was" in clerk.merges("2026-12-01")
    said = clerk.does("2026-12-08", "reading", "3210", "--date", "Dec 8, 2026", "--amended", "editorial")
    assert "Reading 2: policy 3210 Fair Discipline" in said
    desk.edit(path, "on the very same day:", "on that very day:")
    vote = ("--vote", "4 to 1")
    said = clerk.does("2026-12-08", "adopt", "3210", "--date", "12/8/2026", *vote, "--amended", "editorial")
    assert "Revised: policy 3210 Fair Discipline, 8 December 2026, 4 for, 1 against" in said
    clerk.does("2026-12-10", "update", "3210", "--published", "2026-12-10")
    said = clerk.does("2026-12-15", "correct", "1400", "--replace", "insults", "insult", "--date", "2026-12-15")
    assert "Corrections, on which nobody votes" in said
    clerk.does("2027-01-12", "update", "1400", "--reported", "2027-01-12")

    # January: a new text from a file, opened for comment, with its equity analysis.
    new = tmp_path / "quiet.md"
    new.write_text("# Quiet Hours\n\n## Reading\n\nEvery school keeps one hour a day for reading.\n", encoding="utf-8")
    who = ("--proposed-by", "Superintendent", "--summary", "An hour to read in.", "--reason", "Families asked.")
    kind = ("--kind", "operating-policy", "--steward", "superintendent", "--trigger", "request")
    said = clerk.does("2027-01-12", "propose", "7300", "--from", str(new), *who, *kind)
    assert "Proposed: policy 7300 Quiet Hours" in said
    clerk.does("2027-01-12", "update", "7300", "--affected", "Every child.", "--changed", "It is kept in every school.")
    clerk.does("2027-01-13", "update", "7300", "--comment-from", "2027-01-13", "--comment-until", "2027-02-03")
    clerk.does("2027-01-26", "reading", "7300", "--date", "2027-01-26")
    clerk.does("2027-02-04", "update", "7300", "--comments-received", "12")
    clerk.does("2027-02-09", "reading", "7300", "--date", "2027-02-09")
    clerk.does(
        "2027-02-09", "adopt", "7300", "--date", "2027-02-09", "--vote", "unanimous", "--effective", "2027-03-01"
    )

    # Two proposals on one policy: the one adopted later is merged onto the first.
    for name in ("first", "second"):
        words = ("--summary", f"The {name} change.", "--proposed-by", "board", "--change", "editorial", "--name", name)
        clerk.does("2027-02-10", "propose", "3200", *words)
    provisions = desk.policy("3200", "2027-02-10").by_id["2027-first"].provisions
    _more(desk, "3200-rights-and-duties/revisions/2027-first.yml", provisions[0].id, " this year")
    _more(desk, "3200-rights-and-duties/revisions/2027-second.yml", provisions[-1].id, " each day")
    clerk.merges("2027-02-11")
    for day in ("2027-02-23", "2027-03-09"):
        clerk.does(day, "reading", "3200@2027-first", "6700", "--date", day)
    package = ("--vote", "consent", "--package", "spring", "--package-title", "Spring update", "--change", "editorial")
    said = clerk.does("2027-03-09", "adopt", "3200@2027-first", "6700", "--date", "2027-03-09", *package)
    assert "on the consent agenda" in said
    clerk.does("2027-03-10", "propose", "3200@2027-second", "--rebase")
    clerk.does("2027-03-10", "withdraw", "3200", "--date", "2027-03-10", "--outcome", "postponed")
    clerk.does("2027-03-23", "reading", "3200", "--date", "2027-03-23")
    said = clerk.does("2027-04-13", "withdraw", "3200", "--date", "2027-04-13")
    assert "Withdrawn: policy 3200" in said

    # Spring: a rescission proposed and read, an emergency, a suspension that ends early, a new code.
    why: tuple[str, ...] = ("--proposed-by", "board", "--summary", "Policy 6000 says it now.")
    clerk.does("2027-04-13", "propose", "6220", "--rescind", "--replaced-by", "6000", *why)
    clerk.does("2027-04-27", "reading", "6220", "--date", "2027-04-27")
    said = clerk.does("2027-05-11", "adopt", "6220", "--date", "2027-05-11", "--vote", "5-0")
    assert "Rescinded: policy 6220" in said
    why = ("--proposed-by", "board", "--summary", "Heat.", "--change", "substantive")
    clerk.does("2027-05-11", "propose", "1310", *why, "--affected", "All.", "--changed", "Nothing.")
    provision = desk.policy("1310", "2027-05-11").proposals[-1].provisions[0]
    _more(desk, "1310-making-policy/revisions/2027-heat.yml", provision.id, " in great heat")
    clerk.merges("2027-05-11")
    why = ("--emergency", "The heat came early.")
    said = clerk.does("2027-05-11", "adopt", "1310", "--date", "2027-05-11", "--vote", "5-0", *why)
    assert "It lapses after 10 July 2027 unless the board acts again." in said
    act = ("--reason", "A trial.", "--until", "2027-09-01")
    clerk.does("2027-06-08", "suspend", "1400", "--date", "2027-06-08", "--vote", "4-1", *act)
    clerk.does("2027-06-22", "reaffirm", "1400", "--date", "2027-06-22", "--vote", "5-0")
    clerk.does("2027-06-22", "renumber", "7300", "7310", "--date", "2027-06-22", "--vote", "5-0")

    # Summer and autumn: reviews, and a year later all of it can be proved.
    seen = ("--by", "superintendent", "--outcome", "on-track", "--summary", "Published.", "--date", "2027-10-12")
    said = clerk.does("2027-10-12", "review", "3210/data", *seen)
    assert "Reviewed: ‘data’ of policy 3210" in said
    actions = [act.action for act in desk.policy("1400", "2027-10-12").acts[-3:]]
    assert actions == ["correct", "suspend", "reaffirm"]


def _more(desk: Desk, path: str, id: str, more: str) -> None:
    """Put some words before the first full stop of a provision."""
    file = desk.manual / path
    whole = file.read_text(encoding="utf-8")
    end = whole.index(".", whole.index("text:", whole.index(f"- id: {id}\n")))
    file.write_text(whole[:end] + more + whole[end:], encoding="utf-8")
