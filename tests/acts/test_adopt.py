"""`policybook adopt`."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from policybook.cli import act_command, output
from policybook.values import digest
from tests.acts import Desk

_LATER = "2026-12-08"
_INTERPRETERS = "0420-family-languages/revisions/2026-interpreters.yml"
_SHORTER = "3210-fair-discipline/revisions/2026-shorter-suspensions.yml"
_ADOPT = ("adopt", "0420", "--date", "2026-11-24", "--vote", "4-1")


def test_adopting_computes_digest_and_chain(desk: Desk) -> None:
    said = desk.does(*_ADOPT, "--effective", "2027-01-01", "--moved-by", "Director Lund", "--resolution", "26-7")
    assert "Policy 0420 is revised on 24 November 2026: revision 2026-interpreters." in said
    assert "Publish it by 4 December 2026" in said
    policy = desk.policy("0420")
    act = policy.acts[-1]
    before = policy.acts[-2]
    assert act.id == "2026-interpreters"
    assert act.follows == before.id
    assert act.digest == act.computed_digest
    assert act.chain == digest.of_act((before.id, before.chain), act.id, "revise", act.digest)
    assert (act.get("vote"), act.text("moved_by"), act.text("resolution")) == (
        {"for": 4, "against": 1},
        "Director Lund",
        "26-7",
    )
    assert act.effective is not None
    assert act.effective.text == "2027-01-01"
    assert not act.has("based_on")


def test_the_rest_of_the_file_stays_as_it_was(desk: Desk) -> None:
    desk.edit(_INTERPRETERS, "summary:", "# the board asked for this\nsummary:")
    before = desk.files()[_INTERPRETERS].decode().splitlines()
    desk.does(*_ADOPT)
    after = desk.files()[_INTERPRETERS].decode().splitlines()
    assert [line for line in before if line not in after] == [line for line in before if line.startswith("based_on")]
    assert [line.partition(":")[0] for line in after if line not in before] == ["date", "vote", "digest", "chain"]


def test_a_first_policy_is_adopted(desk: Desk) -> None:
    desk.does("propose", "6710", "--title", "Quiet", "--kind", "operating-policy", "--summary", "S", "--proposed-by", "board",
              "--steward", "superintendent", "--affected", "All.", "--changed", "Nothing.")  # fmt: skip
    desk.edit("6710-quiet/revisions/2026-s.yml", "Write the text here.", "Libraries are quiet.")
    desk.does("reading", "6710", "--date", "2026-11-24")
    desk.does("reading", "6710", "--date", _LATER, day=_LATER)
    desk.does("adopt", "6710", "--date", _LATER, "--vote", "unanimous", day=_LATER)
    policy = desk.policy("6710", _LATER)
    assert [act.action for act in policy.acts] == ["adopt"]


def test_too_few_readings_are_refused(desk: Desk) -> None:
    desk.does("reading", "1400", "--date", "2026-11-24")
    said = desk.refuses("adopt", "1400", "--date", _LATER, "--vote", "5-0", day=_LATER)
    assert "had 1 of the 2 readings that the board's rules ask for" in said
    assert "readings-enough" in said


def test_a_substantive_amendment_makes_the_count_start_again(desk: Desk) -> None:
    desk.does("reading", "3210", "--date", "2026-11-24", "--amended", "substantive")
    said = desk.refuses("adopt", "3210", "--date", _LATER, "--vote", "5-0", day=_LATER)
    assert "had 1 of the 2 readings" in said


def test_no_vote_and_a_lost_vote_are_refused(desk: Desk) -> None:
    assert "Missing: --vote" in desk.refuses("adopt", "0420", "--date", "2026-11-24")
    said = desk.refuses("adopt", "0420", "--date", "2026-11-24", "--vote", "2-3")
    assert "The vote, 2 for, 3 against, didn't carry: a majority is needed." in said
    assert "more than the 5 seats" in desk.refuses("adopt", "0420", "--date", "2026-11-24", "--vote", "5-1")
    desk.edit("agency.yml", "    consent_counts: true\n    notice_days: 5\n    comment_days: 14\n    publish_days: 10\n    equity: required",
              "    consent_counts: false\n    notice_days: 5\n    comment_days: 14\n    publish_days: 10\n    equity: required")  # fmt: skip
    assert "can't pass on the consent agenda" in desk.refuses(
        "adopt", "0420", "--date", "2026-11-24", "--vote", "consent"
    )


def test_an_equity_analysis_and_notice_are_asked_for(desk: Desk) -> None:
    text = (desk.manual / _INTERPRETERS).read_text(encoding="utf-8")
    begin, end = text.index("equity:"), text.index("readings:")
    (desk.manual / _INTERPRETERS).write_text(text[:begin] + text[end:], encoding="utf-8")
    assert "no equity analysis, and the board's rules ask for one" in desk.refuses(*_ADOPT)
    (desk.manual / _INTERPRETERS).write_text(text, encoding="utf-8")
    (desk.manual / "meetings/2026-11-24.yml").write_text("notice: 2026-11-22\n", encoding="utf-8")
    assert "2 days of notice; the board's rules ask for 5" in desk.refuses(*_ADOPT)


def test_comment_ends_first(desk: Desk) -> None:
    said = desk.refuses(
        "adopt", "3210", "--date", "2026-11-30", "--vote", "5-0", "--amended", "editorial", day="2026-11-30"
    )
    assert "before the time for comment ends, 30 November 2026" in said
    desk.edit(_SHORTER, "from: 2026-11-02, until: 2026-11-30", "from: 2026-11-22, until: 2026-11-30")
    said = desk.refuses("adopt", "3210", "--date", _LATER, "--vote", "5-0", "--amended", "editorial", day=_LATER)
    assert "14 days that the board's rules ask for" in said


@pytest.mark.parametrize("hurry", ["editorial", "waived", "emergency"])
def test_a_short_time_for_comment_is_enough_for_what_needs_none(desk: Desk, hurry: str) -> None:
    desk.edit(_INTERPRETERS, "trigger:", "comment: {from: 2026-11-21, until: 2026-11-22}\ntrigger:")
    assert "had less time for comment than the 14 days" in desk.refuses(*_ADOPT)
    if hurry == "waived":
        desk.does("reading", "0420", "--date", "2026-11-24", "--waived", "Winter is here.", "--vote", "5-0")
    more = {"editorial": ["--change", "editorial"], "emergency": ["--emergency", "The roof came down."]}
    said = desk.does("adopt", "0420", "--date", "2026-11-24", "--vote", "5-0", *more.get(hurry, []))
    assert "time for comment" not in said


def test_nobody_waits_for_comment_on_what_nobody_votes_on(desk: Desk) -> None:
    desk.does("propose", "1010P", "--summary", "Chairs.", "--proposed-by", "superintendent")
    desk.edit(
        "1010p-holding-a-meeting/revisions/2026-chairs.yml",
        "proposed_by:",
        "comment: {from: 2026-11-23, until: 2026-11-23}\nproposed_by:",
    )
    said = desk.does("adopt", "1010P", "--date", "2026-11-24", "--by", "superintendent", "--change", "substantive")
    assert "comment" not in said


def test_a_missing_time_for_comment_is_told_and_stops_nothing(desk: Desk) -> None:
    said = desk.does(*_ADOPT)
    assert "No time for comment on policy 0420 is on record, and the board's rules ask for 14 days." in said
    assert _INTERPRETERS in said


def test_an_editorial_change_needs_no_time_for_comment(desk: Desk) -> None:
    assert "time for comment" not in desk.does(*_ADOPT, "--change", "editorial")


def test_a_text_that_wasnt_read_is_refused_until_the_amendment_is_recorded(desk: Desk) -> None:
    desk.does("reading", "3210", "--date", "2026-11-24", "--amended", "editorial")
    desk.edit(_SHORTER, "on the same day:", "on the very same day:")
    adopt = ("adopt", "3210", "--date", _LATER, "--vote", "5-0")
    said = desk.refuses(*adopt, day=_LATER)
    assert "its text isn't the one that was read last" in said
    assert "--amended editorial" in said
    assert "had 1 of the 2 readings" in desk.refuses(*adopt, "--amended", "substantive", day=_LATER)
    desk.does(*adopt, "--amended", "editorial", day=_LATER)
    policy = desk.policy("3210", _LATER)
    act = policy.acts[-1]
    assert [reading.amended for reading in act.readings] == ["none", "editorial", "editorial"]
    assert act.readings[-1].text("digest") == act.digest == policy.presented[-1].computed_digest


def test_an_amendment_on_the_floor_is_a_reading_of_its_own(desk: Desk) -> None:
    desk.does("reading", "1400", "--date", "2026-11-24")
    desk.does("reading", "1400", "--date", _LATER, day=_LATER)
    desk.edit("1400-order-at-meetings/revisions/2026-five-minutes.yml", "five with an", "six with an")
    desk.does("adopt", "1400", "--date", _LATER, "--vote", "5-0", "--amended", "editorial", day=_LATER)
    policy = desk.policy("1400", _LATER)
    assert [reading.amended for reading in policy.acts[-1].readings] == ["none", "none", "editorial"]
    assert policy.presented[-1].computed_digest == policy.acts[-1].digest


def test_a_text_that_has_changed_meanwhile_is_refused(desk: Desk) -> None:
    desk.does("propose", "0420", "--summary", "Another way.", "--proposed-by", "board", "--change", "editorial")
    desk.does("adopt", "0420@2026-interpreters", "--date", "2026-11-24", "--vote", "4-1")
    desk.does("reading", "0420", "--date", "2026-11-24")
    said = desk.refuses("adopt", "0420", "--date", "2026-11-24", "--vote", "4-1")
    assert "another text than the one last adopted, 2026-interpreters" in said
    assert "policybook propose 0420@2026-another-way --rebase" in said


def test_the_change_class_is_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.edit(_INTERPRETERS, "change: substantive\n", "")
    assert "Missing: --change" in desk.refuses(*_ADOPT)
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    assert "editorial, substantive" in desk.does(*_ADOPT, answers="substantive\n")
    assert desk.policy("0420").acts[-1].text("change") == "substantive"


def test_one_meeting_adopts_many_each_with_its_own_outcome(desk: Desk) -> None:
    desk.does("reading", "1400", "--date", "2026-11-24")
    desk.does("reading", "1400", "--date", _LATER, day=_LATER)
    said = desk.does(
        "adopt", "0420", "1400", "--postponed", "3210", "--withdrawn", "3246", "--not-adopted", "1010",
        "--date", _LATER, "--vote", "consent", "--package", "winter-update", "--moved-by", "Director Lund", day=_LATER,
    )  # fmt: skip
    assert "The proposal 2026-shorter-suspensions on policy 3210 is recorded as postponed." in said
    manual = desk.read(_LATER)
    meeting = manual.meetings[_LATER]
    assert meeting.packages == {
        "winter-update": {"title": "Winter update", "vote": "consent", "moved_by": "Director Lund"}
    }
    for code in ("0420", "1400"):
        act = desk.policy(code, _LATER).acts[-1]
        assert not act.has("vote")
        assert manual.of_meeting(act, "vote") == "consent"
    ends = {code: desk.policy(code, _LATER).proposals[-1].outcome for code in ("3210", "3246", "1010")}
    assert ends == {"3210": "postponed", "3246": "withdrawn", "1010": "not-adopted"}


def test_a_package_on_record_gives_its_vote(desk: Desk) -> None:
    (desk.manual / "meetings/2026-11-24.yml").write_text(
        "# ours\nnotice: 2026-11-10 # in time\npackages:\n  fall:\n    title: Fall\n    vote: {for: 5, against: 0}\n",
        encoding="utf-8",
    )
    desk.does("adopt", "0420", "--date", "2026-11-24", "--package", "fall")
    desk.does("reading", "1400", "--waived", "Nobody objects.", "--vote", "unanimous", "--date", "2026-11-23")
    desk.does("reading", "1400", "--date", "2026-11-24")
    said = desk.refuses("adopt", "1400", "--date", "2026-11-24", "--package", "fall", "--vote", "4-1")
    assert "has another vote" in said


def test_one_failure_leaves_all_as_it_was(desk: Desk) -> None:
    desk.does("reading", "1400", "--date", "2026-11-24")
    desk.refuses("adopt", "0420", "1400", "--date", "2026-11-24", "--vote", "5-0")
    assert "named twice" in desk.refuses(
        "adopt", "0420", "--postponed", "0420", "--date", "2026-11-24", "--vote", "5-0"
    )
    assert "Name the policies" in desk.refuses("adopt", "--date", "2026-11-24")


def test_an_emergency_follows_the_rules(desk: Desk) -> None:
    urgent = ("adopt", "1400", "--date", "2026-12-08", "--emergency", "The roof came down.", "--vote")
    assert "without the vote it needs" in desk.refuses(*urgent, "3-2", day=_LATER)
    said = desk.refuses(*urgent, "5-0", "--ratify-by", "2027-06-01", day=_LATER)
    assert "may be in force for 60 days under the board's rules, until 6 February 2027" in said
    desk.does(*urgent, "5-0", day=_LATER)
    assert desk.policy("1400", _LATER).acts[-1].emergency == {
        "reason": "The roof came down.",
        "ratify_by": "2027-02-06",
    }
    desk.edit(
        "agency.yml",
        "equity: required\n    emergency: {allowed: true",
        "equity: required\n    emergency: {allowed: false",
    )
    assert "can't be an emergency" in desk.refuses("adopt", "0420", *urgent[2:], "5-0", day=_LATER)


def test_a_file_changed_meanwhile_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from policybook.acts import preflight

    real = preflight.refuse_new_errors

    def meanwhile(*given: object) -> None:
        real(*given)  # type: ignore[arg-type]
        desk.edit(_INTERPRETERS, "No child interprets.", "No child ever interprets.")

    monkeypatch.setattr(preflight, "refuse_new_errors", meanwhile)
    result = desk.run(*_ADOPT)
    assert "was changed by somebody else in the meantime" in str(result.exception)
    assert b"date: 2026-11-24" not in desk.files()[_INTERPRETERS]


def test_a_file_changed_while_somebody_is_asked_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = act_command.prompt_missing

    def slowly(questions: Sequence[tuple[act_command.Prompt, str | None]]) -> list[str]:
        desk.edit(_INTERPRETERS, "A child never interprets.", "A child never, ever interprets.")
        return real(questions)

    monkeypatch.setattr(act_command, "prompt_missing", slowly)
    result = desk.run(*_ADOPT)
    assert "was changed by somebody else in the meantime" in str(result.exception)
    assert b"digest:" not in desk.files()[_INTERPRETERS]


def test_a_procedure_is_adopted_without_a_vote(desk: Desk) -> None:
    desk.does("propose", "1010P", "--summary", "Chairs.", "--proposed-by", "superintendent", "--change", "editorial")
    desk.does("adopt", "1010P", "--date", "2026-11-24", "--by", "superintendent")
    act = desk.policy("1010P").acts[-1]
    assert (act.text("by"), act.has("vote"), act.digest == act.computed_digest) == ("superintendent", False, True)


def test_a_rescinded_policy_can_be_adopted_anew(desk: Desk) -> None:
    desk.does("propose", "3520", "--summary", "Fees again.", "--proposed-by", "board", "--affected", "All.")
    desk.does("reading", "3520", "--date", "2026-11-24")
    desk.does("reading", "3520", "--date", _LATER, day=_LATER)
    desk.does("adopt", "3520", "--date", _LATER, "--vote", "3-2", day=_LATER)
    assert [act.action for act in desk.policy("3520", _LATER).acts][-2:] == ["rescind", "adopt"]


def test_words_as_a_clerk_types_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    said = desk.does("adopt", "0420", answers="\nfor 4, against 0, absent 1\n")
    assert "[2026-11-24]" in said
    assert desk.policy("0420").acts[-1].get("vote") == {"for": 4, "against": 0, "absent": 1}


def test_a_package_that_the_meeting_names_already_gets_its_vote(desk: Desk) -> None:
    meeting = desk.manual / "meetings/2026-11-24.yml"
    meeting.write_text("notice: 2026-11-10\npackages:\n  winter: {title: Winter updates}\n", encoding="utf-8")
    desk.does("adopt", "0420", "--date", "2026-11-24", "--vote", "consent", "--package", "winter")
    assert "vote: consent" in meeting.read_text(encoding="utf-8")
    assert desk.policy("0420").acts[-1].text("package") == "winter"


def test_an_emergency_says_when_it_lapses(desk: Desk) -> None:
    said = desk.does("adopt", "0420", "--date", "2026-11-24", "--vote", "5-0", "--emergency", "The roof came down.")
    assert "it lapses after 23 January 2027" in said
