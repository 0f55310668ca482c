"""`policybook reaffirm`, `suspend`, `rescind`, `renumber`, `correct`, and a policy's whole life."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from policybook.cli import output
from tests.acts import Desk

_DAY = ("--date", "2026-11-24")
_VOTED = (*_DAY, "--vote", "4-1")


def test_reaffirm(desk: Desk) -> None:
    said = desk.does("reaffirm", "1310", *_VOTED, "--reading", "2026-11-10", "--reading", "2026-11-24")
    assert "The next review counts from this day" in said
    act = desk.policy("1310").acts[-1]
    assert (act.id, act.action, act.get("vote")) == ("2026-11-24", "reaffirm", {"for": 4, "against": 1})
    assert len(act.readings) == 2
    again = desk.refuses("reaffirm", "1310", *_VOTED)
    assert (
        "reviewed without changes on 24 November 2026 already: policy/1310-making-policy/revisions/2026-11-24.yml"
        in again
    )
    desk.does("suspend", "1310", *_VOTED, "--until", "2027-06-30", "--reason", "A trial.")
    assert desk.policy("1310").acts[-1].id == "2026-11-24-2"


def test_reaffirm_is_refused(desk: Desk) -> None:
    assert "Missing: --date" in desk.refuses("reaffirm", "1310", "--vote", "5-0")
    assert "Missing: --vote" in desk.refuses("reaffirm", "1310", *_DAY)
    assert "didn't carry" in desk.refuses("reaffirm", "1310", *_DAY, "--vote", "2-3")
    assert "was rescinded" in desk.refuses("reaffirm", "3520", *_VOTED)
    assert "isn't adopted yet" in desk.refuses("reaffirm", "3246", *_VOTED)
    assert "before the act that it follows" in desk.refuses("reaffirm", "1310", "--date", "2020-01-01", "--vote", "5-0")
    assert "today is" in desk.refuses("reaffirm", "1310", "--date", "2027-01-01", "--vote", "5-0")
    assert "There is no meeting ‘2026-11-24-late’" in desk.refuses(
        "reaffirm", "1310", "--meeting", "2026-11-24-late", "--vote", "5-0"
    )
    assert "There is no policy 1311. Did you mean ‘1310’?" in desk.refuses("reaffirm", "1311", *_VOTED)


def test_a_procedure_needs_no_vote(desk: Desk) -> None:
    desk.does("reaffirm", "1010P", *_DAY, "--by", "superintendent")
    assert not desk.policy("1010P").acts[-1].has("vote")


def test_suspend(desk: Desk) -> None:
    desk.does("suspend", "1310", *_VOTED, "--until", "2027-01-31", "--reason", "The winter: too short.")
    policy = desk.policy("1310")
    assert policy.standing(desk.read().as_of).may_be("suspended")
    assert "would end on 1 January 2026, before it begins" in desk.refuses(
        "suspend", "1400", *_VOTED, "--until", "2026-01-01", "--reason", "x"
    )
    said = desk.refuses("suspend", "1400", *_VOTED, "--until", "2027-01-01", "--reason", "x", "--provision", "ordre")
    assert "Did you mean ‘order’?" in said
    desk.does("suspend", "1400", *_VOTED, "--until", "2027-01-01", "--reason", "x", "--provision", "order")
    assert desk.policy("1400").standing(desk.read().as_of).text is not None
    assert "Missing: --until" in desk.refuses("suspend", "0100", *_VOTED)
    assert "isn't a day" in desk.refuses("suspend", "0100", "--until", "31.13.2026")
    assert "Missing: --reason" in desk.refuses("suspend", "0100", *_VOTED, "--until", "2027-01-01")


def test_a_suspended_policy_is_suspended_anew_only_until_another_day(desk: Desk) -> None:
    assert "suspended already, until 30 June 2027" in desk.refuses("suspend", "3241")
    assert "suspended already" in desk.refuses("suspend", "3241", "--until", "2027-06-30", "--reason", "x", *_VOTED)
    said = desk.does("suspend", "3241", "--until", "2027-12-31", "--reason", "One more term.", *_VOTED)
    assert "Until now it was to end 30 June 2027" in said
    assert desk.policy("3241").standing(date(2027, 12, 31)).may_be("suspended")


def test_what_can_not_be_is_said_before_anything_is_asked(desk: Desk) -> None:
    assert "was rescinded" in desk.refuses("rescind", "3520")
    assert "isn't adopted yet" in desk.refuses("reaffirm", "3246")
    assert "the code that it has" in desk.refuses("renumber", "6000", "6000")
    assert "‘Order at Meetings’, has it" in desk.refuses("renumber", "6000", "1400")
    assert "would end its suspension" in desk.refuses("correct", "3241")
    assert "has no proposal that the board could act on" in desk.refuses("adopt", "1310")
    assert "There is no policy 9999" in desk.refuses("rescind", "3210", "--replaced-by", "9999")
    assert "can't be replaced by itself" in desk.refuses("rescind", "3210", "--replaced-by", "3210")
    assert "‘6000.’ can't be a policy's code" in desk.refuses("renumber", "6000", "6000.")
    assert "There is no meeting ‘2026-11-25’" in desk.refuses("reaffirm", "1310", "--meeting", "2026-11-25")
    assert "Did you mean ‘Superintendent’?" in desk.refuses("reaffirm", "1310", "--by", "superintendant")
    assert "The act is dated 1 December 2026, and today is" in desk.refuses("rescind", "6220", "--date", "2026-12-01")
    for code in ("", " ", "1010.", ".1010", "x" * 41):
        assert f"‘{code}’ can't be a policy's code" in desk.refuses("propose", code)


def test_a_value_that_can_not_be_is_said_before_what_is_missing(desk: Desk) -> None:
    for words in (("adopt", "0420", "--date", "31.13.2026"), ("rescind", "3210", "--effective", "soon")):
        said = desk.refuses(*words)
        assert "isn't a day" in said
        assert "issing" not in said
    assert "‘most’ isn't a vote" in desk.refuses("reaffirm", "1310", "--vote", "most")


def test_rescind(desk: Desk) -> None:
    said = desk.does("rescind", "3200", *_VOTED, "--reason", "Merged.", "--replaced-by", "3210")
    assert "These still refer to it: " in said
    policy = desk.policy("3200")
    assert policy.acts[-1].texts("replaced_by") == ("3210",)
    assert "was rescinded" in desk.refuses("rescind", "3200", *_VOTED, "--reason", "Again.")
    assert "can't be replaced by itself" in desk.refuses(
        "rescind", "3210", *_VOTED, "--reason", "x", "--replaced-by", "3210"
    )
    assert "There is no policy 9999" in desk.refuses(
        "rescind", "3210", *_VOTED, "--reason", "x", "--replaced-by", "9999"
    )
    assert "Missing: --reason" in desk.refuses("rescind", "3210", *_VOTED)


def test_renumber_keeps_the_old_code_resolving(desk: Desk) -> None:
    before = {path: data for path, data in desk.files().items() if path.startswith("3210-fair-discipline/")}
    said = desk.does("renumber", "3210", "EL 7", *_VOTED)
    assert "Renamed policy/3210-fair-discipline/ to policy/el_7-fair-discipline/" in said
    manual = desk.read()
    policy = manual.find_former("3210")
    assert policy is not None
    assert policy.code == "EL 7"
    assert policy.acts[-1].get("from") == "3210"
    assert [code for code, _ in policy.former_codes] == ["JK", "3210"]
    assert desk.does("show", "3210").startswith("EL 7")
    after = desk.files()
    assert not any(path.startswith("3210-fair") for path in after)
    for path, data in before.items():
        moved = path.replace("3210-fair-discipline", "el_7-fair-discipline")
        assert after[moved] == data or path.endswith("/policy.yml")


def test_renumber_is_refused(desk: Desk) -> None:
    assert "policy 1400, ‘Order at Meetings’, has it" in desk.refuses("renumber", "3241", "1400", *_VOTED)
    assert "once had it, and a code is never used again" in desk.refuses("renumber", "3241", "jk", *_VOTED)
    assert "the code that it has" in desk.refuses("renumber", "3241", "3241", *_VOTED)
    assert "Missing: --vote" in desk.refuses("renumber", "3241", "3245", *_DAY)
    desk.refuses("renumber", "3241", "../../x", *_VOTED)
    desk.refuses("renumber", "3241", "a\nb", *_VOTED)


def test_correct(desk: Desk) -> None:
    said = desk.does(
        "correct", "1400", "--replace", "threatens or insults", "threatens, or insults,", "--what", "typo", *_DAY
    )
    assert "The text before stays on record: revision 2023-10-10." in said
    act = desk.policy("1400").acts[-1]
    assert (act.action, act.text("corrects"), act.text("by")) == ("correct", "2023-10-10", "clerk")
    assert act.text("authority") == "Policy 1310, section 5"
    assert act.digest == act.computed_digest
    assert act.index.contains("threatens, or insults,")


def test_correct_mends_citations_too(desk: Desk) -> None:
    said = desk.refuses("correct", "3210", "--replace", "State Code 12.34", "x", "--what", "legal-reference", *_DAY)
    assert "occurs in 2 places" in said
    desk.does("correct", "0420", "--replace", "28.183", "28.184", "--what", "legal-reference", *_DAY)
    act = desk.policy("0420").acts[-1]
    assert [citation.cite for citation in act.legal] == ["State Education Code 28.184"]


def test_correct_is_refused(desk: Desk) -> None:
    mend = ("correct", "1400", "--replace", "threatens or insults", "threatens, or insults,")
    said = desk.refuses(*mend, "--what", "meaning", *_DAY)
    assert "allow typo, title, legal-reference or cross-reference" in said
    assert "it is for clerk" in desk.refuses(*mend, "--what", "typo", "--by", "superintendent", *_DAY)
    assert "doesn't occur in the text" in desk.refuses(
        "correct", "1400", "--replace", "zebra", "x", "--what", "typo", *_DAY
    )
    assert "places" in desk.refuses("correct", "1400", "--replace", "the", "x", "--what", "typo", *_DAY)
    assert "changes nothing" in desk.refuses(
        "correct", "1400", "--replace", "insults", "insults", "--what", "typo", *_DAY
    )
    assert "Missing: --replace OLD NEW" in desk.refuses("correct", "1400", "--what", "typo", *_DAY)
    assert "would end its suspension" in desk.refuses(
        "correct", "3241", "--replace", "first", "f", "--what", "typo", *_DAY
    )
    text = (desk.manual / "agency.yml").read_text(encoding="utf-8")
    (desk.manual / "agency.yml").write_text(text.replace(', authority: "Policy 1310, section 5"', ""), encoding="utf-8")
    assert "names no rule that allows it" in desk.refuses(*mend, "--what", "typo", *_DAY)


def test_a_correction_is_asked_for_at_a_terminal(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    said = desk.does("correct", "1400", answers="\ninsults\ninsult\n")
    assert "(typo)" in said
    assert desk.policy("1400").acts[-1].index.contains("threatens or insult ")


def test_an_answer_that_can_not_be_is_asked_for_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    said = desk.does("reaffirm", "1310", answers="31.13.2026\n2026-12-31\n2026-11-24\nall of them\n5-0\n")
    assert "‘31.13.2026’ isn't a day" in said
    assert "31 December 2026 hasn't come yet: today is 24 November 2026." in said
    assert "‘all of them’ isn't a vote" in said
    assert desk.policy("1310").acts[-1].get("vote") == {"for": 5, "against": 0}


def test_a_whole_life(desk: Desk) -> None:
    desk.does(
        "propose", "7300", "--title", "Quiet Hours", "--kind", "operating-policy", "--summary", "Hours to read in.",
        "--proposed-by", "superintendent", "--steward", "superintendent", "--affected", "Every child.", "--changed", "None.",
    )  # fmt: skip
    path = "7300-quiet-hours/revisions/2026-hours-read.yml"
    desk.edit(path, "Write the text here.", "Every school keeps one hour a day to reed in.")
    desk.does("reading", "7300", "--date", "2026-11-24")
    desk.edit(path, "one hour", "half an hour")
    desk.does("reading", "7300", "--date", "2026-12-08", "--amended", "editorial", day="2026-12-08")
    desk.does("adopt", "7300", "--date", "2026-12-08", "--vote", "5-0", "--effective", "2027-01-01", day="2026-12-08")
    policy = desk.policy("7300", "2026-12-31")
    assert policy.standing(desk.read("2026-12-31").as_of).may_be("not yet effective")
    assert desk.policy("7300", "2027-01-01").standing(desk.read("2027-01-01").as_of).text is not None
    for words, day in (
        (("reaffirm", "7300", "--vote", "unanimous"), "2027-12-14"),
        (("suspend", "7300", "--until", "2028-02-29", "--reason", "Repairs.", "--vote", "4-1"), "2028-01-11"),
        (("correct", "7300", "--replace", "reed in", "read in", "--what", "typo"), "2028-03-14"),
        (("renumber", "7300", "7310", "--vote", "consent"), "2028-04-11"),
        (("rescind", "7310", "--reason", "No longer needed.", "--vote", "3-2"), "2028-05-09"),
    ):
        desk.does(*words, "--date", day, day=day)
    acts = desk.policy("7310", "2028-05-09").acts
    assert [act.action for act in acts] == ["adopt", "reaffirm", "suspend", "correct", "renumber", "rescind"]
    assert all(later.follows == earlier.id for earlier, later in pairwise(acts))


def test_dates_votes_and_names_as_people_write_them(desk: Desk) -> None:
    desk.does("reaffirm", "1310", "--date", "Nov 24, 2026", "--vote", "4 to 1", "--by", "The Board")
    desk.does("reaffirm", "1400", "--date", "11/24/2026", "--vote", "5 in favor, 0 opposed")
    acts = [desk.policy(code).acts[-1] for code in ("1310", "1400")]
    assert [act.id for act in acts] == ["2026-11-24", "2026-11-24"]
    assert [act.get("vote") for act in acts] == [{"for": 4, "against": 1}, {"for": 5, "against": 0}]
    desk.edit("agency.yml", "language: en\n", "language: en\ndate_order: day-first\n")
    desk.does("reaffirm", "3200", "--date", "3/11/2026", "--vote", "unanimously")
    assert desk.policy("3200").acts[-1].id == "2026-11-03"
    assert "isn't a day" in desk.refuses("reaffirm", "3200", "--date", "13/13/2026", "--vote", "5-0")


def test_rescissions_are_read_where_the_rules_ask_for_it(desk: Desk) -> None:
    rescind = ("rescind", "6220", *_VOTED, "--reason", "Merged.")
    text = (desk.manual / "agency.yml").read_text(encoding="utf-8")
    ruled = text.replace("    equity: required\n", "    equity: required\n    readings_for: [rescind]\n")
    (desk.manual / "agency.yml").write_text(ruled, encoding="utf-8")
    assert "had 0 of the 2 readings" in desk.refuses(*rescind)
    desk.does(*rescind, "--reading", "2026-11-10", "--reading", "2026-11-24")


def test_a_correction_keeps_to_what_a_correction_is_for(desk: Desk) -> None:
    said = desk.refuses("correct", "1400", "--replace", "insults", "greets", "--what", "typo", *_DAY)
    assert "‘insults’ by ‘greets’, which changes what the text says. Only the board can do that" in said
    said = desk.refuses("correct", "0420", "--replace", "28.183", "28.184", "--what", "typo", *_DAY)
    assert "changes a legal-reference, not a typo" in said


_OLD = "text: not-held\nnot_held: The paper is lost.\ntitle: Old Ways\nrecorded: {date: 2026-11-01}\n"


def _taken_over(desk: Desk, *acts: str) -> None:
    """Put a policy on record whose acts were taken over from an existing manual."""
    from policybook.values import digest

    folder = desk.manual / "8100-old-ways"
    (folder / "revisions").mkdir(parents=True)
    (folder / "policy.yml").write_text(
        "code: 8100\nkind: operating-policy\nsteward: superintendent\n", encoding="utf-8"
    )
    before: tuple[str, str] | None = None
    for at, act in enumerate(acts):
        id = "undated" if "seen" in act else act.split(": ")[1].replace("/", "--")
        action = "revise" if at else "adopt"
        chain = digest.of_act(before, id, action, digest.NOT_HELD)
        follows = f"follows: {before[0]}\n" if before else ""
        (folder / f"revisions/{id}.yml").write_text(
            f"action: {action}\n{act}\n{_OLD}{follows}chain: {chain}\n", encoding="utf-8"
        )
        before = (id, chain)


@pytest.mark.parametrize("acts", [("date: 1998",), ("seen: 2025-06-02",), ("date: 1993/1994", "date: 2005-11")])
def test_the_board_acts_on_history_taken_over(desk: Desk, tmp_path: Path, acts: tuple[str, ...]) -> None:
    _taken_over(desk, *acts)
    desk.does("reaffirm", "8100", "--date", "2026-11-03", "--vote", "5-0")
    desk.does("suspend", "8100", "--date", "2026-11-10", "--vote", "5-0", "--until", "2026-11-20", "--reason", "x")
    desk.does("renumber", "8100", "8200", "--date", "2026-11-21", "--vote", "5-0")
    assert "isn't held" in desk.refuses("correct", "8200", "--replace", "a", "b", *_DAY)
    assert "Give the text with --from" in desk.refuses("propose", "8200", "--summary", "S", "--proposed-by", "board")
    (tmp_path / "new.md").write_text("# Old Ways\n\n## Walking\n\nEverybody walks on the right.\n", encoding="utf-8")
    new = (
        "--from",
        str(tmp_path / "new.md"),
        "--summary",
        "Walking.",
        "--proposed-by",
        "board",
        "--affected",
        "All.",
        "--changed",
        "No.",
    )
    desk.does("propose", "8200", *new, "--change", "editorial")
    desk.does("reading", "8200", "--date", "2026-11-24")
    desk.does("reading", "8200", "--date", "2026-12-08", day="2026-12-08")
    desk.does("adopt", "8200", "--date", "2026-12-08", "--vote", "5-0", day="2026-12-08")
    desk.does("rescind", "8200", "--date", "2026-12-22", "--vote", "5-0", "--reason", "x", day="2026-12-22")
    actions = [act.action for act in desk.policy("8200", "2026-12-22").acts]
    assert actions[-5:] == ["reaffirm", "suspend", "renumber", "revise", "rescind"]


def test_a_code_that_lost_its_zero_is_found(desk: Desk) -> None:
    assert "There is no policy 100. Did you mean ‘0100’?" in desk.refuses("reaffirm", "100", *_VOTED)
    assert "There is no policy 420. Did you mean ‘0420’?" in desk.refuses("show", "420")


@pytest.mark.parametrize("path", ["agency.yml", "bodies.yml", "meetings/2026-11-24.yml"])
def test_no_act_is_judged_by_a_file_that_cant_be_read(desk: Desk, path: str) -> None:
    (desk.manual / path).write_text("a: [\n", encoding="utf-8")
    told = f"policy/{path} can't be read, and acts are judged by it."
    assert told in desk.refuses("reaffirm", "1310", *_VOTED)
    if not path.startswith("meetings"):
        assert told in desk.refuses("propose", "1310", "--summary", "S", "--proposed-by", "board")
