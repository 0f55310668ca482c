"""Parts of pages, without building a site: what stood when, how a text is kept, licences, texts still to come."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from itertools import pairwise

import pytest

from policybook.lint.runner import all_checks, judge
from policybook.model import Manual, Policy
from policybook.record.tree import DiskTree, MemoryTree
from policybook.site.components import banner, licence, point_in_time, recommendations, stewardship
from policybook.site.context import Book, shown
from policybook.site.page import blocks
from policybook.site.pages import accountability, bodies, calendar, changes, help, home, sources, status
from policybook.site.pages import policy as policy_page
from policybook.site.pages import proposal as proposal_page
from policybook.site.pages import revision as revision_page
from tests import cases
from tests.site.sites import ROOT

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def demo() -> Manual:
    return judge(DiskTree(ROOT / "src/policybook/scaffold/demo/policy", "policy"), DAY, {}).manual


@pytest.fixture(scope="module")
def real() -> Manual:
    return judge(DiskTree(ROOT / "policy", "policy"), DAY, {}).manual


def _found(manual: Manual, code: str) -> Policy:
    policy = manual.find(code)
    assert policy is not None
    return policy


def _words(*parts: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", blocks(*parts))).split())


def test_stretches_follow_each_other_and_say_what_stood_on_each_of_their_days(demo: Manual) -> None:
    for policy in demo:
        stretches = list(point_in_time.stretches(policy))
        assert stretches[0][0] == date.min
        assert stretches[-1][1] is None
        for (first, last, answers), (following, _, others) in pairwise(stretches):
            assert last is not None
            assert last + timedelta(days=1) == following
            assert {answers} != {others}
            for day in (first, last):
                assert set(policy.standing(day).answers) == set(answers)


def test_a_day_of_a_month_known_only_as_such_is_not_certain(real: Manual) -> None:
    said = _words(*point_in_time.section(Book(real), _found(real, "1010")))
    assert "from 31 December 2019 in force: the text of December 2019" in said
    assert (
        "1 December 2019 to 30 December 2019 "
        "perhaps in force: the text of December 2019 , or in force: the text of February 2018" in said
    )


def test_a_policy_whose_text_isn_t_held_has_no_days(real: Manual) -> None:
    assert point_in_time.section(Book(real), _found(real, "1000")) == []
    assert stewardship.text_itself(Book(real), _found(real, "1000")) == []


def test_how_a_text_is_kept_and_monitored_is_said(demo: Manual) -> None:
    said = _words(*stewardship.text_itself(Book(demo), _found(demo, "0105")))
    assert "Steward School Board" in said
    assert "Last review 9 June 2026: reviewed without changes" in said
    assert "by an internal report, every year in June: Superintendent" in said


def test_what_is_rescinded_is_owed_no_review(demo: Manual) -> None:
    said = _words(*stewardship.text_itself(Book(demo), _found(demo, "1105")))
    assert "Steward" in said
    assert "Next review" not in said
    assert "Review cycle" not in said


def test_a_text_that_isn_t_held_has_its_reason_once_no_licence_and_somebody_to_ask(demo: Manual) -> None:
    said = _words(policy_page.page(Book(demo), _found(demo, "6900")).body)
    assert said.count(_found(demo, "6900").text("not_held")) == 1
    assert "Ask for it: clerk@heronbend.example" in said
    assert "licensed" not in said
    assert "licensed" in _words(policy_page.page(Book(demo), _found(demo, "1105")).body), "earlier texts are held"


def test_only_an_open_proposal_asks_for_comments(demo: Manual) -> None:
    ended = 0
    for policy in demo:
        for proposal, shown_ in zip(policy.proposals, proposal_page.pages(Book(demo), policy), strict=True):
            assert ("How to comment" in shown_.body) is (not proposal.outcome)
            ended += bool(proposal.outcome)
    assert ended


def test_what_the_board_put_off_may_come_back_and_what_was_refused_would_have_changed() -> None:
    said = {}
    for outcome in ("postponed", "not-adopted", "withdrawn"):
        path = "3210-fair-discipline/revisions/2026-a-proposal.yml"
        text = "text:\n  - id: a\n    text: Anew.\n"
        record = f"action: revise\ntitle: T\noutcome: {outcome}\noutcome_date: 2026-11-17\n{text}"
        manual = judge(MemoryTree(cases.laid({path: record})), DAY, {}).manual
        (page,) = proposal_page.pages(Book(manual), _found(manual, "3210"))
        said[outcome] = _words(page.body)
    assert "postponed on 17 November 2026. The board may come back to it." in said["postponed"]
    assert "What it would change" in said["postponed"]
    for outcome in ("not-adopted", "withdrawn"):
        assert "What it would have changed" in said[outcome]
        assert "come back" not in said[outcome]


def test_a_finding_says_which_file_and_line_within_the_manual() -> None:
    folder = ROOT / "src/policybook/scaffold/demo/policy"
    judged = judge(DiskTree(folder, "some/where/policy"), DAY, all_checks())
    said = _words(status.page(Book.of(judged)).body)
    assert "0410-equity-in-our-schools/strategies.yml, line " in said
    assert "some/where" not in said


def test_a_text_still_to_come_is_announced(demo: Manual) -> None:
    policy = _found(demo, "3231")
    said = _words(banner.to_come(Book(demo), policy, shown(policy, demo)[0]))
    assert said.startswith("Another text is adopted, in force from 1 January 2027.")
    assert _words(banner.to_come(Book(demo), _found(demo, "3210"), shown(_found(demo, "3210"), demo)[0])) == ""


def test_a_recommendation_stands_on_its_policy_s_page_with_its_answers(demo: Manual) -> None:
    policy = _found(demo, "3210")
    listed = [(policy, asked) for asked in policy.recommendations]
    said = _words(*recommendations.section(Book(demo), listed, "policies/3210/"))
    assert "Train substitute teachers too." in said
    assert "Superintendent , accepted , 10 November 2026" in said
    assert "3210" not in said.partition("Recommendations")[2], "its own page doesn't name it again"


def test_policy_1010_says_what_the_sources_disagree_about_and_what_isn_t_known(real: Manual) -> None:
    said = _words(policy_page.page(Book(real), _found(real, "1010")).body)
    for words in (
        "Foundations and General Commitments",
        "Another source says October 2014.",
        "Each team serves as the implementation arm for one of the policy’s five enumerated strategies",
        "PSESD commits to sustain and support the continued development of the Transformation Team",
        "Adopted: November 2014",
        "In October of 2014",
        "no review on record here",
        "no day until the interval (every year, our suggestion) is confirmed",
        "CC BY-NC-SA 4.0",
    ):
        assert words in said
    assert "overdue" not in said.lower()


@pytest.mark.parametrize(
    ("written", "name", "address"),
    [
        ("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC0-1.0", "CC0-1.0", "https://spdx.org/licenses/CC0-1.0.html"),
        ("All rights reserved", "All rights reserved", ""),
        ("../x-1", "../x-1", ""),
    ],
)
def test_a_licence_has_the_name_and_address_that_people_know(written: str, name: str, address: str) -> None:
    assert (licence.name(written), licence.address(written)) == (name, address)


def test_what_an_act_without_a_text_did_is_said_without_a_text(demo: Manual) -> None:
    shown_ = {page.url: _words(page.body) for page in revision_page.pages(Book(demo), _found(demo, "3241"))}
    suspended, adopted = shown_["policies/3241/2026-06-09/"], shown_["policies/3241/2024-08-13/"]
    assert "Takes effect 9 June 2026 Until 30 June 2027" in suspended
    assert "In force from 13 August 2024" in adopted
    for words, page in (("This act as data", suspended), ("The permanent address of this act", suspended)):
        assert words in page
        assert words not in adopted
    assert "this text" not in suspended.lower()


def test_a_proposal_that_has_ended_can_be_found_from_its_policy(demo: Manual) -> None:
    said = unescape(policy_page.page(Book(demo), _found(demo, "3241")).body)
    assert "Proposed, and not adopted" in said
    assert "postponed on 13 October 2026" in said
    assert '3241/proposed/2026-in-lockers/"' in said
    assert "Proposed, and not adopted" not in unescape(policy_page.page(Book(demo), _found(demo, "3210")).body)


def test_a_text_of_which_only_a_day_is_known_on_which_it_was_seen_has_words_for_it(demo: Manual) -> None:
    policy = _found(demo, "6220")
    titles = [page.title for page in revision_page.pages(Book(demo), policy)]
    assert "6220 Purchasing, adopted on or before 1 November 1996" in titles
    assert "in force: the text seen on 1 November 1996" in _words(*point_in_time.section(Book(demo), policy))


def test_the_state_of_the_record_is_said_in_words_and_names_acts_as_people_do() -> None:
    judged = judge(DiskTree(ROOT / "src/policybook/scaffold/demo/policy", "policy"), DAY, all_checks())
    said = _words(status.page(Book.of(judged)).body)
    assert "The record is sound. 0 errors" in said
    assert "The record is sound, but somebody should look at these." in said
    for words in (
        "3122 Attendance, adopted 2001 The text",
        "Proposal: 3246 Learning with Machines Nothing is on record",
        "6220 Purchasing, adopted on or before 1 November 1996 The text",
    ):
        assert words in said


def test_what_is_found_in_the_agency_s_own_file_is_the_agency_s(real: Manual) -> None:
    judged = judge(DiskTree(ROOT / "policy", "policy"), DAY, all_checks())
    said = _words(status.page(Book.of(judged)).body)
    assert f"{real.agency.name} The rules by which the board acts" in said
    assert "‘Executive Leadership Team’ is our assumption" in said


def test_an_unsound_record_isn_t_called_sound() -> None:
    judged = judge(
        MemoryTree(cases.laid({"0100-mission/policy.yml": "code: 0100\nkind: nothing\n"})), DAY, all_checks()
    )
    said = _words(status.page(Book.of(judged)).body)
    assert "The record isn't sound. 1 error" in said
    assert "The record isn't sound until these are mended." in said


def test_a_body_that_has_ended_is_listed_as_such(demo: Manual) -> None:
    said = _words(next(iter(bodies.pages(Book(demo)))).body)
    assert "Discipline Committee (ended 30 June 2021)" in said
    assert said.count("(ended") == 1


def test_who_answers_for_what_leaves_out_what_is_over_and_has_no_empty_sections(demo: Manual) -> None:
    (first,) = accountability.pages(Book(demo))
    accountable, said_of = _words(first.body), _words(calendar.page(Book(demo)).body)
    assert "1310 Making Policy" in accountable
    assert "1105" not in accountable
    assert "Review: 3420 Sun and Heat ( Student Services )" in said_of
    assert "Monitoring: EL-2" in said_of
    bare = judge(MemoryTree({"agency.yml": b"name: Heron Bend\n", "bodies.yml": b"bodies: []\n"}), DAY, {}).manual
    said = _words(next(iter(accountability.pages(Book(bare)))).body)
    assert "No strategies are on record." in said
    assert not any(words in said for words in ("By state", "By body", "own texts"))


def test_a_source_names_once_what_rests_on_it(real: Manual, demo: Manual) -> None:
    shown_ = {page.url: unescape(page.body) for page in sources.pages(Book(real))}
    policies = _words(shown_["sources/psesd-policies/"])
    assert "What rests on it" in policies
    assert f"{real.agency.name} Cabinet 1010 Racial Equity Policy" in policies.partition("Its text")[0]
    assert 'href="../../bodies/cabinet/"' in shown_["sources/psesd-policies/"]
    teams = _words(shown_["sources/psesd-action-teams/"]).partition("What rests on it")[2].partition("Its text")[0]
    assert teams.count("1010 Racial Equity Policy") == 1
    assert "1010 Racial Equity Policy, adopted November 2014" in _words(shown_["sources/organizing-engagement-1010/"])
    leaflet = next(page.body for page in sources.pages(Book(demo)) if page.url == "sources/leaflet/")
    assert "6220 Purchasing, adopted on or before 1 November 1996" in _words(leaflet)


def test_who_would_propose_is_led_to_what_is_open_for_comment(demo: Manual, real: Manual) -> None:
    (said,) = (_words(page.body) for page in help.pages(Book(demo)) if page.url == "help/propose/")
    assert "Or comment on what is proposed now: 1400 Order at Meetings , 3210 Fair Discipline ." in said
    (said,) = (_words(page.body) for page in help.pages(Book(real)) if page.url == "help/propose/")
    assert "proposed now" not in said


def test_nothing_is_said_twice_of_what_has_no_day_yet(demo: Manual, real: Manual) -> None:
    said = _words(changes.page(Book(demo)).body).partition("On a day not known")[2]
    assert "Proposed: 6700 School Meals (no reading yet)" in said
    assert "no day on record" not in said
    assert "on or before 1 November 1996: Adopted: 6220 Purchasing" in said
    assert "Mission: to promote success for each child" in _words(home.page(Book(real)).body)


def test_what_a_source_states_is_shown_with_the_source_and_its_words(real: Manual) -> None:
    policies, resource = "Source: PSESD policies", f"Source: {real.sources['organizing-engagement-1010'].title}"
    policy = _words(policy_page.page(Book(real), _found(real, "1010")).body)
    assert policies in policy.partition("The text itself")[2].partition("History")[0]
    team = next(_words(page.body) for page in bodies.pages(Book(real)) if page.title == "Transformation Team")
    assert team.count(resource) == 3, "charge, founding, and the body itself"
    listed = _words(policy_page.page(Book(real), _found(real, "1000")).body)
    assert resource in listed.partition("Policy text")[0]


def test_where_nothing_has_a_day_the_calendar_leads_on(real: Manual) -> None:
    made = calendar.page(Book(real))
    assert "Nothing has a day by which it is due. Accountability" in _words(made.body)


def test_who_was_asked_and_hasn_t_answered_is_named(demo: Manual) -> None:
    policy = _found(demo, "0410")
    listed = [(policy, asked) for asked in policy.recommendations]
    said = _words(*recommendations.section(Book(demo), listed, "policies/0410/"))
    assert "School Board : no answer on record; one was asked for by 30 September 2026" in said
    assert said.count("no answer") == 1, "who has answered isn't said to be silent"
    earlier = judge(DiskTree(ROOT / "src/policybook/scaffold/demo/policy", "policy"), date(2026, 9, 1), {}).manual
    said = _words(*recommendations.section(Book(earlier), listed, "policies/0410/"))
    assert "no answer on record; one is asked for by 30 September 2026" in said


def test_the_home_page_says_what_is_due_whatever_it_is() -> None:
    asked = "3210-fair-discipline/recommendations/2026-11-02-again.yml"
    record = "by: equity-council\nto: [superintendent]\nrespond_by: 2026-11-20\ntext: Say how it went.\n"
    manual = judge(MemoryTree(cases.laid({asked: record})), DAY, {}).manual
    said = _words(home.page(Book(manual)).body)
    assert "Answer to a recommendation: 3210 Fair Discipline: ‘Say how it went.’ ( Superintendent ): overdue" in said
