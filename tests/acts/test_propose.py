"""`policybook propose`."""

from __future__ import annotations

from pathlib import Path

import pytest

from policybook.acts import propose
from policybook.cli import output
from tests.acts import Desk

_SAID = ("--summary", "Longer rests.", "--proposed-by", "equity-council")


def test_a_proposal_is_a_copy_of_the_text_last_adopted(desk: Desk) -> None:
    said = desk.does("propose", "6700", *_SAID, "--change", "editorial", "--affected", "Children who eat slowly.")
    assert "policy/6700-school-meals/revisions/2026-longer-rests.yml" in said
    assert "policybook reading 6700" in said
    assert "Policy 6700 has another open proposal: 2026-breakfast." in said
    policy = desk.policy("6700")
    new = policy.by_id["2026-longer-rests"]
    base = [act for act in policy.acts if act.makes_text][-1]
    assert new.computed_digest == base.digest == new.text("based_on")
    assert (new.action, new.follows, new.title) == ("revise", policy.acts[-1].id, base.title)
    assert new.get("equity") == {"affected": "Children who eat slowly."}
    assert [provision.id for provision in new.all_provisions] == [provision.id for provision in base.all_provisions]
    again = desk.does("propose", "6700", *_SAID)
    assert "2026-longer-rests-2.yml" in again


def test_a_new_policy_gets_its_folder(desk: Desk) -> None:
    said = desk.does(
        "propose", "EL 9", *_SAID, "--title", "Café: the “new” #1", "--kind", "governance-policy",
        "--type", "executive-limitation", "--steward", "superintendent",
    )  # fmt: skip
    assert "policy/el_9-cafe-new-1/policy.yml" in said
    policy = desk.policy("EL 9")
    assert policy.title == "Café: the “new” #1"
    assert policy.proposals[0].action == "adopt"


def test_a_text_given_stands_instead_of_the_copy(desk: Desk) -> None:
    text = {"title": "Meals", "text": [{"id": "good-food", "text": "Eat: well."}], "footnotes": {"1": "A note."}}
    plan = propose.plan(desk.read(), "6700", propose.ProposalDetails(summary="All new."), text)
    assert b"Eat: well." in plan.changes.files[0].after
    assert b"title: Meals" in plan.changes.files[0].after
    assert not any("Edit the text" in step for step in plan.next)


def test_what_comes_next_is_what_the_rules_ask_for(desk: Desk) -> None:
    assert "The board's rules ask for 14 days for comment." in desk.does("propose", "1310", *_SAID)
    assert "comment" not in desk.does("propose", "1310", *_SAID, "--change", "editorial")
    procedure = desk.does("propose", "1010P", *_SAID)
    assert "the board's rules" not in procedure
    assert "When it is decided: policybook adopt 1010P" in procedure


def test_what_is_missing_is_named(desk: Desk) -> None:
    assert desk.refuses("propose", "7777") == (
        "Missing: --title (the new policy's title), "
        "--kind (its kind: operating-policy, governance-policy, bylaw, procedure, exhibit)."
    )
    assert "--summary (what it would change" in desk.refuses("propose", "6700")
    assert "--parent" in desk.refuses("propose", "7777P", *_SAID, "--title", "T", "--kind", "procedure")
    new = desk.refuses("propose", "7777", *_SAID, "--title", "T", "--kind", "governance-policy")
    assert new == "Missing: --type (its type: ends, executive-limitation, governance-process, board-staff)."


def test_somebody_at_a_terminal_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    said = desk.does(
        "propose",
        "7777",
        answers="Quiet hours\nbylaw\nHours to read.\nsuperintendant\nthe Superintendent\n\nAll.\n\n\n",
    )
    assert "There is no policy 7777 yet: this begins one." in said
    assert "operating-policy" in said  # the choices are shown
    assert "There is no body ‘superintendant’ in bodies.yml. Did you mean ‘Superintendent’?" in said
    assert desk.policy("7777").kind == "bylaw"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("6700", "--proposed-by", "equity-counil"), "Did you mean ‘equity-council’?"),
        (("7777", "--steward", "superintendant"), "Did you mean ‘Superintendent’?"),
        (("7777P", "--parent", "32100"), "There is no policy 32100. Did you mean ‘3210’?"),
    ],
)
def test_a_name_not_on_record_is_told_before_anything_is_asked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    asked = desk.run("propose", *words)
    assert told in str(asked.exception)
    assert asked.output == ""


def test_a_policy_not_on_record_is_asked_for_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    said = desk.does("propose", "7777P", answers="Quiet\nprocedure\n32100\n3210\nHours to read.\nsuperintendent\n\n")
    assert "There is no policy 32100. Did you mean ‘3210’?" in said
    assert desk.policy("7777P").text("parent") == "3210"


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    before = desk.files()
    said = desk.does("propose", "6700", *_SAID, "--dry-run")
    assert "+++ policy/6700-school-meals/revisions/2026-longer-rests.yml" in said
    assert "Nothing is written." in said
    assert desk.files() == before


@pytest.mark.parametrize(
    "title", ["a: b", "- x", "#", "{a}", "“q” 'q' \"q\"", "no", "1.10", "&a *b !c", "\\n", "<script>", "\u202etxt"]
)
def test_hostile_words_are_kept_as_words(desk: Desk, title: str) -> None:
    desk.does("propose", "6700", *_SAID, "--title", title, "--reason", title)
    assert desk.policy("6700").by_id["2026-longer-rests"].title == title


@pytest.mark.parametrize("title", ["a\nb", "a\x1b[31mb", "a\tb", "a\x00b"])
def test_words_that_no_record_holds_are_refused(desk: Desk, title: str) -> None:
    said = desk.refuses("propose", "6700", *_SAID, "--title", title)
    assert "\x1b" not in said
    assert "can't hold" in said or "several lines" in said


def test_a_policy_that_cant_be_read_is_left_alone(desk: Desk) -> None:
    (desk.manual / "6700-school-meals/revisions/2015-09-08.yml").write_text("a: [")
    assert "can't be read" in desk.refuses("propose", "6700", *_SAID)


def test_a_text_not_held_is_no_text_to_copy(desk: Desk, tmp_path: Path) -> None:
    said = desk.refuses("propose", "6900", *_SAID)
    assert "by code and title only" in said


def test_a_policy_known_by_title_only_gets_a_text(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text("# Buildings\n\n## Doors\n\nDoors open outwards.\n", encoding="utf-8")
    desk.does("propose", "6900", "--from", str(tmp_path / "new.md"), *_SAID)
    policy = desk.policy("6900")
    assert policy.is_held
    assert policy.proposals[0].index.contains("Doors open outwards.")
