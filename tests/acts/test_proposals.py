"""What becomes of a proposal: a new text, a merge, an update; and proposals to rescind or suspend."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from policybook.cli import output
from tests.acts import Desk

_LATER = "2026-12-08"
_BUSES = "6600-buses/revisions"
_SAID = ("--summary", "Shorter rides.", "--proposed-by", "superintendent")


def _file(tmp_path: Path, desk: Desk, named: str, old: str, new: str) -> str:
    """Write the text of a revision as Markdown, with some words changed."""
    code, _, id = named.partition("@")
    text = desk.policy(code).by_id[id]
    parts = [f"# {text.title}"]
    for provision in text.provisions:
        if provision.heading:
            parts.append(f"## {provision.label} {provision.heading}".replace("  ", " "))
        if provision.prose:
            parts.append(provision.prose)
        parts.append("\n".join(f"- {item.label} {item.prose}" for item in provision.items))
    whole = "\n\n".join(part for part in parts if part)
    assert old in whole, whole
    path = tmp_path / "edited.md"
    path.write_text(whole.replace(old, new), encoding="utf-8")
    return str(path)


def test_a_file_gives_an_open_proposal_its_new_text(desk: Desk, tmp_path: Path) -> None:
    desk.does("propose", "1400", *_SAID, "--name", "second try", "--change", "editorial", "--affected", "All.")
    proposal = desk.policy("1400").by_id["2026-second-try"]
    desk.does("reading", "1400@2026-second-try", "--date", "2026-11-24")
    old = next(part.prose for part in proposal.all_provisions if part.prose).split(".")[0]
    file = _file(tmp_path, desk, "1400@2026-second-try", old, f"{old} and nobody else")
    said = desk.does("propose", "1400@2026-second-try", "--from", file)
    assert "has a new text" in said
    assert "say how it was amended: --amended" in said
    policy = desk.policy("1400")
    changed = policy.by_id["2026-second-try"]
    assert len(policy.proposals) == 2  # the other one is of the demonstration
    assert changed.index.contains("and nobody else")
    assert len(changed.readings) == 1
    assert [one.id for one in changed.provisions] == [one.id for one in proposal.provisions]
    assert changed.get("equity") == {"affected": "All."}
    assert "has this text already" in desk.refuses("propose", "1400@2026-second-try", "--from", file)
    assert "Say what becomes of the proposal" in desk.refuses("propose", "1400@2026-second-try")
    assert "has no proposal 2026-third" in desk.refuses("propose", "1400@2026-third", "--from", file)


def test_a_comment_in_a_text_is_not_lost(desk: Desk, tmp_path: Path) -> None:
    desk.does("propose", "1310", *_SAID, "--name", "noted")
    path = "1310-making-policy/revisions/2026-noted.yml"
    first = desk.policy("1310").by_id["2026-noted"].provisions[0]
    file = _file(tmp_path, desk, "1310@2026-noted", first.prose.split()[0], f"{first.prose.split()[0]} now")
    desk.edit(path, f"  - id: {first.id}\n", f"  - id: {first.id}\n    # ask counsel\n")
    said = desk.refuses("propose", "1310@2026-noted", "--from", file)
    assert "holds comments (lines that begin with #), which the new text would lose" in said


def test_which_of_two_proposals_is_meant_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.does("propose", "3210", *_SAID, "--name", "two")
    for words in (("reading", "3210", "--date", "2026-11-24"), ("redline", "3210"), ("packet", "3210")):
        said = desk.refuses(*words)
        assert "3210@2026-shorter-suspensions" in said
        assert "3210@2026-two" in said
    desk.does("redline", "3210@2026-two")
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    said = desk.does("reading", "3210", "--date", "2026-11-24", answers="2026-two\n")
    assert "Policy 3210 has 2 open proposals" in said
    assert desk.policy("3210").by_id["2026-two"].readings


def test_several_policies_are_read_at_one_meeting(desk: Desk) -> None:
    desk.does("propose", "6220", *_SAID)
    desk.does("propose", "6000", *_SAID)
    said = desk.does("reading", "6220", "6000", "--date", "2026-11-24")
    assert said.count("Reading 1 of the proposal") == 2
    assert all(desk.policy(code).proposals[-1].readings for code in ("6220", "6000"))
    assert "named twice" in desk.refuses("reading", "6220", "6220", "--date", _LATER)


def test_a_rescission_is_a_proposal_like_another(desk: Desk) -> None:
    said = desk.does("propose", "6220", "--rescind", "--replaced-by", "6000", *_SAID, "--reason", "Merged.")
    assert "A proposal to rescind policy 6220 is begun" in said
    assert "is to rescind policy 6220. It changes no words" in desk.does("redline", "6220")
    said = desk.does("packet", "6220", "--meeting", "2026-11-24", "--output", str(desk.manual.parent / "p.docx"))
    assert "holds the packet of 6220 Purchasing" in said
    desk.does("reading", "6220", "--date", "2026-11-24")
    text = (desk.manual / "agency.yml").read_text(encoding="utf-8")
    ruled = text.replace("    equity: required\n", "    equity: required\n    readings_for: [rescind]\n")
    (desk.manual / "agency.yml").write_text(ruled, encoding="utf-8")
    assert "had 1 of the 2 readings" in desk.refuses("adopt", "6220", "--date", "2026-11-24", "--vote", "5-0")
    said = desk.does("reading", "6220", "--date", _LATER, day=_LATER)
    assert "It has the readings that the rules ask for" in said
    said = desk.does("adopt", "6220", "--date", _LATER, "--vote", "5-0", day=_LATER)
    assert "Policy 6220 is rescinded on 8 December 2026" in said
    policy = desk.policy("6220", _LATER)
    act = policy.acts[-1]
    assert (act.action, act.texts("replaced_by"), act.has("digest"), act.text("reason")) == (
        "rescind",
        ("6000",),
        False,
        "Merged.",
    )
    assert policy.standing(desk.read(_LATER).as_of).may_be("rescinded")
    assert not any(".r1.yml" in path for path in desk.files() if path.startswith("6220"))


def test_a_suspension_is_a_proposal_like_another(desk: Desk) -> None:
    desk.does("propose", "1310", "--suspend-until", "2027-03-01", *_SAID, "--name", "winter")
    desk.does("reading", "1310", "--date", "2026-11-24")
    desk.does("adopt", "1310", "--date", "2026-11-24", "--vote", "5-0")
    assert desk.policy("1310").standing(desk.read().as_of).may_be("suspended")
    assert "is suspended already" in desk.refuses("propose", "1310", "--suspend-until", "2027-03-01", *_SAID)
    assert "was rescinded" in desk.refuses("propose", "3520", "--rescind", *_SAID)
    assert "can't be replaced by itself" in desk.refuses(
        "propose", "6220", "--rescind", "--replaced-by", "6220", *_SAID
    )


def _two_changes(desk: Desk) -> tuple[str, str]:
    """Begin two proposals on 3200 and return the path of each."""
    for name in ("one", "two"):
        desk.does("propose", "3200", *_SAID, "--name", name, "--change", "editorial")
    return "3200-rights-and-duties/revisions/2026-one.yml", "3200-rights-and-duties/revisions/2026-two.yml"


def _adopt_first(desk: Desk) -> None:
    desk.does("reading", "3200@2026-one", "--date", "2026-11-10", day="2026-11-24")
    desk.does("reading", "3200@2026-one", "--date", "2026-11-24")
    desk.does("adopt", "3200@2026-one", "--date", "2026-11-24", "--vote", "5-0")


def test_a_proposal_is_merged_onto_what_was_adopted_since(desk: Desk) -> None:
    one, two = _two_changes(desk)
    provisions = desk.policy("3200").by_id["2026-one"].provisions
    first, last = provisions[0], provisions[-1]
    _append(desk, one, last.prose.split(".")[0], " this winter")
    _append(desk, two, first.prose.split(".")[0], " each day")
    _adopt_first(desk)
    assert "--rebase" in desk.refuses("adopt", "3200", "--date", "2026-11-24", "--vote", "5-0")
    said = desk.does("propose", "3200@2026-two", "--rebase")
    assert "now changes the text of revision 2026-one" in said
    policy = desk.policy("3200")
    merged = policy.by_id["2026-two"]
    assert merged.index.contains("this winter")
    assert merged.index.contains("each day")
    assert (merged.text("based_on"), merged.follows) == (policy.acts[-1].digest, "2026-one")
    assert "is up to date" in desk.refuses("propose", "3200@2026-two", "--rebase")


def test_a_conflict_is_shown_and_decided(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = _two_changes(desk)
    first = desk.policy("3200").by_id["2026-one"].provisions[0]
    words = first.prose.split(".")[0]
    _append(desk, one, words, " this winter")
    _append(desk, two, words, " each day")
    _adopt_first(desk)
    said = desk.refuses("propose", "3200@2026-two", "--rebase")
    assert "both changed one place. Nothing is written." in said
    assert "this winter" in said
    assert "each day" in said
    assert f"--keep-proposed {first.id} or --keep-in-force {first.id}" in said
    before = desk.files()
    desk.does("propose", "3200@2026-two", "--rebase", "--keep-in-force", first.id)
    assert not desk.policy("3200").by_id["2026-two"].index.contains("each day")
    (desk.manual / two).write_bytes(before[two])
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    desk.does("propose", "3200@2026-two", "--rebase", answers="proposed\n")
    assert desk.policy("3200").by_id["2026-two"].index.contains("each day")


def _append(desk: Desk, path: str, words: str, more: str) -> None:
    file = desk.manual / path
    flat = file.read_text(encoding="utf-8")
    at = flat.index(words.split("\n")[0][:40]) + len(words.split("\n")[0][:40])
    end = flat.index(".", at)
    file.write_text(flat[:end] + more + flat[end:], encoding="utf-8")


def test_no_clerk_edits_a_file_for_what_becomes_known(desk: Desk) -> None:
    desk.does("propose", "1310", *_SAID)
    desk.does(
        "update",
        "1310",
        "--comment-from",
        "12/1/2026",
        "--comment-until",
        "Dec 21, 2026",
        "--comment-to",
        "a@b.example",
    )
    desk.does(
        "update",
        "1310",
        "--comments-received",
        "3",
        "--affected",
        "Everyone.",
        "--equity-tool",
        "Ours",
        "--change",
        "editorial",
    )
    desk.does("update", "1310", "--step", "counsel", "--step-date", "2026-11-20", "--step-outcome", "reviewed")
    proposal = desk.policy("1310").proposals[0]
    assert proposal.get("comment") == {"from": "2026-12-01", "until": "2026-12-21", "to": "a@b.example", "received": 3}
    assert proposal.get("equity") == {"tool": "Ours", "affected": "Everyone."}
    assert proposal.get("steps") == [{"what": "counsel", "date": "2026-11-20", "outcome": "reviewed"}]
    assert "would end before it begins" in desk.refuses("update", "1310", "--comment-until", "2026-11-01")
    assert "says that already" in desk.refuses("update", "1310", "--change", "editorial")
    assert "Say what to record" in desk.refuses("update", "1310")
    id = proposal.id
    assert "is a proposal: it is published" in desk.refuses("update", f"1310@{id}", "--published", "2026-11-24")


def test_publication_and_report_are_recorded_of_acts(desk: Desk) -> None:
    desk.does("adopt", "0420", "--date", "2026-11-24", "--vote", "4-1")
    assert "can't be published on 1 November 2026" in desk.refuses("update", "0420", "--published", "2026-11-01")
    assert "Record it once it has happened" in desk.refuses("update", "0420", "--published", "2026-12-01")
    desk.does("update", "0420", "--published", "2026-11-30", "--minutes", "https://x.example/m", day="2026-12-01")
    act = desk.policy("0420", "2026-12-01").acts[-1]
    assert (act.text("published"), act.text("minutes")) == ("2026-11-30", "https://x.example/m")
    assert "a day on record stays" in desk.refuses("update", "0420", "--published", "2026-12-01", day="2026-12-01")
    assert "stays as it is recorded" in desk.refuses("update", "0420@2026-interpreters", "--summary", "x")
    period = ("update", "0420@2026-interpreters", "--comment-from", "2026-11-01", "--comment-until")
    desk.does(*period, "2026-11-20", day="2026-12-01")
    assert "stays as it is recorded" in desk.refuses(*period, "2026-11-21", day="2026-12-01")
    desk.does("correct", "1400", "--replace", "insults", "insult", "--date", "2026-11-24")
    desk.does("update", "1400", "--reported", _LATER, day=_LATER)
    assert desk.policy("1400", _LATER).acts[-1].text("reported") == _LATER
    assert "has no correction on record" in desk.refuses("update", "6220", "--reported", "2026-11-24")


def test_a_meeting_is_recorded(desk: Desk) -> None:
    desk.does("meeting", "2026-11-24", "--kind", "regular", "--notice", "11/17/2026")
    desk.does("meeting", "2026-11-24", "--minutes", "https://x.example/m")
    found = desk.read().meetings["2026-11-24"]
    assert (found.text("kind"), found.text("notice"), found.text("minutes")) == (
        "regular",
        "2026-11-17",
        "https://x.example/m",
    )
    assert "says that already" in desk.refuses("meeting", "2026-11-24", "--kind", "regular")
    assert "acts are judged by it" in desk.refuses("meeting", "2026-11-24", "--notice", "2026-11-01")
    said = desk.refuses("reaffirm", "1310", "--meeting", "2026-11-24-late", "--vote", "5-0")
    assert "Did you mean" in said or "policybook meeting 2026-11-24-late" in said
    said = desk.does("meeting", "2026-11-24-late", "--kind", "special", "--notice", "2026-11-17", "--closed")
    assert "--meeting 2026-11-24-late" in said
    assert "can't name a meeting" in desk.refuses("meeting", "winter", "--kind", "regular")
    assert "can't name a meeting" in desk.refuses("meeting", "2026-11-24-../x", "--kind", "regular")
    assert "Missing: --notice" in desk.refuses("meeting", "2026-12-01")


def test_a_proposal_is_withdrawn(desk: Desk) -> None:
    said = desk.does("withdraw", "1400", "--date", "2026-11-24")
    assert "is recorded as withdrawn" in said
    desk.does("withdraw", "3210", "--date", "2026-11-24", "--outcome", "postponed")
    assert desk.policy("3210").by_id["2026-shorter-suspensions"].outcome == "postponed"
    assert "no proposal that the board could act on" in desk.refuses("withdraw", "1400", "--date", "2026-11-24")


def test_a_strategy_for_a_new_direction(desk: Desk) -> None:
    path = "3210-fair-discipline/strategies.yml"
    whole = (desk.manual / path).read_text(encoding="utf-8")
    at = whole.index("  - id: data")
    (desk.manual / path).write_text(whole[:at], encoding="utf-8")
    desk.does("strategy", "3210/data", "--owner", "Superintendent", "--cadence", "every year in October")
    added = desk.policy("3210").strategies_by_id["data"]
    assert added.title.startswith("The Superintendent will publish")
    assert "has the strategy data already" in desk.refuses(
        "strategy", "3210/data", "--owner", "board", "--cadence", "every year"
    )
    assert "has no direction dat. Did you mean ‘data’?" in desk.refuses("strategy", "3210/dat", "--owner", "board")
    assert "has several directions: name one as CODE/ID" in desk.refuses("strategy", "3210", "--owner", "board")


def test_the_page_of_a_proposal_without_a_text_says_what_it_does(desk: Desk) -> None:
    from policybook.site.context import Book
    from policybook.site.pages import proposal

    desk.does("propose", "6220", "--rescind", "--replaced-by", "6000", *_SAID)
    desk.does("propose", "1310", "--suspend-until", "2027-03-01", *_SAID)
    book = Book.of(desk.judged())

    def words(code: str) -> str:
        found = book.manual.find(code)
        assert found is not None
        pages = [page for page in proposal.pages(book, found) if "proposed" in page.url]
        return "".join(page.body for page in pages)

    assert "the policy is rescinded" in _plain(words("6220"))
    assert "Replaced by: 6000" in _plain(words("6220"))
    assert "the policy is suspended until 1 March 2027" in _plain(words("1310"))


def _plain(markup: str) -> str:
    return html.unescape(re.sub("<[^>]+>", "", markup))
